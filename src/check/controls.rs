//! What the office changed of the checks in `controlli.yaml`, and what can be wrong with that file.

use super::catalogue;
use crate::diagnostic::{Edit, Example, Family, Finding, Fix, Rule, Severity, nearest};
use crate::model::{Annex, Keyword, Level, LevelChange, Spanned, Thresholds};
use crate::source::Sources;
use std::collections::HashSet;

const FILE: &str = "/data/controlli.yaml";

pub(super) static UNKNOWN_RULE: Rule = Rule {
    code: "LA801",
    name: "gravita-di-controllo-sconosciuto",
    severity: Severity::Error,
    summary: "Il file controlli.yaml nomina un controllo che non esiste.",
    why: "Un codice scritto male non cambia nulla, e sembra il contrario.",
    remedy: "Scrivere il codice che il rilievo porta fra parentesi quadre, per esempio LA308.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(FILE, "", "gravita: { LA999: nota }\n")])],
    passing: &[Example::new(&[Edit::new(FILE, "", "gravita: { LA308: nota }\n")])],
};

pub(super) static UNCHANGEABLE: Rule = Rule {
    code: "LA802",
    name: "gravita-non-modificabile",
    severity: Severity::Warning,
    summary: "Il file controlli.yaml cambia la gravità di un errore, o di un controllo sulle accettazioni e sui controlli stessi.",
    why: "Un errore è un dato che non si può leggere o collegare, e resta tale; gli altri servono a sorvegliare ciò che l'ufficio ha spento o accettato.",
    remedy: "Togliere la riga, e correggere il dato.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(FILE, "", "gravita: { LA201: nota }\n")]),
        Example::new(&[Edit::new(FILE, "", "gravita: { LA904: spento }\n")]),
    ],
    passing: &[Example::new(&[Edit::new(FILE, "", "gravita: { LA301: spento }\n")])],
};

pub(super) static IMPOSSIBLE_THRESHOLD: Rule = Rule {
    code: "LA803",
    name: "soglia-impossibile",
    severity: Severity::Error,
    summary: "Una soglia del file controlli.yaml è zero.",
    why: "Con una soglia di zero il controllo non direbbe mai nulla, o parlerebbe sempre.",
    remedy: "Scrivere un numero da 1 in su; per spegnere il controllo, scrivere `spento` accanto al suo codice in `gravita`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(FILE, "", "soglie: { celle_piccole: 0 }\n")])],
    passing: &[Example::new(&[Edit::new(FILE, "", "soglie: { celle_piccole: 5, testo_ripetuto: 80 }\n")])],
};

pub(super) static USELESS: Rule = Rule {
    code: "LA804",
    name: "riga-dei-controlli-inutile",
    severity: Severity::Note,
    summary: "Una riga del file controlli.yaml ripete ciò che il programma fa già da sé.",
    why: "Chi legge il file crede che l'ufficio abbia cambiato qualcosa.",
    remedy: "Togliere la riga.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(FILE, "", "gravita: { LA301: avviso }\n")]),
        Example::new(&[Edit::new(FILE, "", "soglie: { celle_piccole: 3 }\n")]),
    ],
    passing: &[Example::new(&[Edit::new(FILE, "", "gravita: { LA301: nota }\n")])],
};

pub(super) static PRIVACY_OFF: Rule = Rule {
    code: "LA805",
    name: "controllo-sui-dati-personali-spento",
    severity: Severity::Warning,
    summary: "Il file controlli.yaml spegne un controllo sui dati personali.",
    why: "Chi pubblica il nome di una persona lo decide per quel nome; un controllo spento tace di tutti, anche di quelli che si aggiungono domani.",
    remedy: "Togliere la riga, e accettare i singoli rilievi in accettazioni.yaml, ognuno con il suo testo e il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 7-bis c. 4; Regolamento (UE) 2016/679, art. 5.",
    failing: &[Example::new(&[Edit::new(FILE, "", "gravita: { LA601: spento }\n")])],
    passing: &[Example::new(&[Edit::new(FILE, "", "gravita: { LA601: nota }\n")])],
};

/// Gives the findings the weight that the office wants, drops those of the rules that it turned off, and says what is wrong with its file.
pub(super) fn apply(annex: &Annex, sources: &Sources, findings: &mut Vec<Finding>) {
    let rules = catalogue();
    let mut own = Vec::new();
    for change in &annex.controls.changes {
        let Some(rule) = rules.iter().find(|rule| rule.code == change.rule.value) else {
            own.push(unknown_rule(annex, sources, change, &rules));
            continue;
        };
        if !rule.is_adjustable() {
            let message = format!("la gravità del controllo {} non si può cambiare", rule.code);
            own.push(Finding::new(&UNCHANGEABLE, change.rule.span, message).label("non si può cambiare").remedy());
            continue;
        }
        let wanted = severity(change.level.value);
        if wanted == Some(rule.severity) {
            let message = format!("il controllo {} dà già {}", rule.code, article(rule.severity));
            own.push(Finding::new(&USELESS, change.level.span, message).label("è già così").remedy());
        }
        if wanted.is_none() && rule.family() == Some(Family::Privacy) {
            let message = format!("il controllo {}, sui dati personali, è spento", rule.code);
            own.push(Finding::new(&PRIVACY_OFF, change.level.span, message).label("non si vede più nulla").remedy());
        }
        // A single finding may be an error though its rule is not: it stays one.
        let concerned = |finding: &Finding| finding.rule.code == rule.code && finding.severity != Severity::Error;
        match wanted {
            Some(wanted) => {
                findings.iter_mut().filter(|finding| concerned(finding)).for_each(|finding| finding.severity = wanted);
            }
            None => findings.retain(|finding| !concerned(finding)),
        }
    }
    let thresholds = &annex.controls.thresholds;
    own.extend(threshold("celle_piccole", thresholds.small_cells.as_ref(), Thresholds::SMALL_CELLS));
    own.extend(threshold("testo_ripetuto", thresholds.repeated_text.as_ref(), Thresholds::REPEATED_TEXT));
    findings.extend(own);
}

/// The codes of the rules that the office made errors of.
pub(super) fn raised_to_errors(annex: &Annex) -> HashSet<&str> {
    let raised = annex.controls.changes.iter().filter(|change| change.level.value == Level::Error);
    raised.map(|change| change.rule.value.as_str()).collect()
}

/// Where the office made an error of a rule.
pub(super) fn raise_of<'a>(annex: &'a Annex, code: &str) -> Option<&'a Spanned<Level>> {
    let mut changes = annex.controls.changes.iter();
    changes.find(|change| change.rule.value == code && change.level.value == Level::Error).map(|change| &change.level)
}

fn severity(level: Level) -> Option<Severity> {
    match level {
        Level::Error => Some(Severity::Error),
        Level::Warning => Some(Severity::Warning),
        Level::Note => Some(Severity::Note),
        Level::Off => None,
    }
}

fn article(severity: Severity) -> String {
    let article = if severity == Severity::Note { "una" } else { "un" };
    format!("{article} {}", severity.italian())
}

fn threshold(key: &str, number: Option<&Spanned<u32>>, usual: u32) -> Option<Finding> {
    let number = number?;
    if number.value == 0 {
        let message = format!("la soglia `{key}` non può essere zero");
        return Some(Finding::new(&IMPOSSIBLE_THRESHOLD, number.span, message).label("qui ci vuole almeno 1").remedy());
    }
    (number.value == usual).then(|| {
        let message = format!("la soglia `{key}` è già {usual}");
        Finding::new(&USELESS, number.span, message).label("è già così").remedy()
    })
}

fn unknown_rule(annex: &Annex, sources: &Sources, change: &LevelChange, rules: &[&'static Rule]) -> Finding {
    let code = &change.rule;
    let message = format!("il controllo `{}` non esiste", code.value);
    let finding = Finding::new(&UNKNOWN_RULE, code.span, message).label("controllo sconosciuto");
    // What cannot be changed was not meant.
    let adjustable = rules.iter().filter(|rule| rule.is_adjustable()).map(|rule| rule.code);
    let by_name = rules.iter().find(|rule| rule.name == code.value);
    if let Some(meant) = by_name.map(|rule| rule.code).or_else(|| nearest(code, adjustable)) {
        // Where its line is there already, a second one would be a key written twice.
        let is_free = !annex.controls.changes.iter().any(|other| other.rule.value == meant);
        let fix = by_name
            .filter(|_| is_free)
            .and_then(|_| Fix::scalar(sources.get(code.span.source), code.span, code, meant));
        let level = change.level.value.keyword();
        return finding.help(format!("forse si intendeva `{meant}: {level}`")).fix(fix);
    }
    finding.help("l'elenco dei controlli si legge con `piao spiega --tutti`")
}
