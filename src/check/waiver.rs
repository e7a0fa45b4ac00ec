//! The findings that the office accepts in writing, and what can be wrong with an acceptance.

use super::{Settings, catalogue};
use crate::diagnostic::{Edit, Example, Family, Finding, Fix, Rule, Severity, nearest};
use crate::model::{Annex, Edition, Waiver};
use crate::source::{Sources, Span};

const FILE: &str = "accettazioni.yaml";

pub(super) static UNKNOWN_RULE: Rule = Rule {
    code: "LA901",
    name: "accettazione-di-controllo-sconosciuto",
    severity: Severity::Error,
    summary: "Un'accettazione nomina un controllo che non esiste.",
    why: "Un'accettazione scritta male non accetta nulla, e sembra il contrario.",
    remedy: "Scrivere il codice che il rilievo porta fra parentesi quadre, per esempio LA304.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        FILE,
        "",
        "accettazioni:\n  - { controllo: LA999, dove: processi, motivo: Prova }\n",
    )])],
    passing: &[],
};

pub(super) static NO_REASON: Rule = Rule {
    code: "LA902",
    name: "accettazione-senza-motivo",
    severity: Severity::Error,
    summary: "Un'accettazione non dice perché il rilievo è accettato.",
    why: "Chi firma la pubblicazione, e chi la rifarà l'anno dopo, deve sapere perché un dato discorde è rimasto.",
    remedy: "Scrivere il motivo alla chiave `motivo`.",
    basis: "L. 241/1990, art. 3: obbligo di motivazione, come buona pratica.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11 }", "agili: 10 }"),
        Edit::new(FILE, "", "accettazioni:\n  - controllo: LA304\n    dove: attuazione\n    motivo: \"\"\n"),
    ])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11 }", "agili: 10 }"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Come nel testo pubblicato }\n",
        ),
    ])],
};

pub(super) static EXPIRED: Rule = Rule {
    code: "LA903",
    name: "accettazione-scaduta",
    severity: Severity::Warning,
    summary: "Un'accettazione ha passato il suo ultimo giorno, e non vale più.",
    why: "Una scadenza serve a riguardare il dato: passato il giorno, il rilievo torna a contare.",
    remedy: "Correggere il dato, oppure confermare l'accettazione con una nuova data.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11 }", "agili: 10 }"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Da rivedere, scade: 2020-12-31 }\n",
        ),
    ])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11 }", "agili: 10 }"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Da rivedere, scade: 2099-12-31 }\n",
        ),
    ])],
};

pub(super) static UNNEEDED: Rule = Rule {
    code: "LA904",
    name: "accettazione-inutile",
    severity: Severity::Warning,
    summary: "Un'accettazione non trova più nulla da accettare.",
    why: "Il dato è stato corretto, o il posto indicato è sbagliato: un'accettazione che resta coprirebbe in silenzio un errore futuro.",
    remedy: "Toglierla, o correggere `dove`.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        FILE,
        "",
        "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Come nel testo pubblicato }\n",
    )])],
    passing: &[],
};

pub(super) static UNACCEPTABLE: Rule = Rule {
    code: "LA905",
    name: "accettazione-di-errore",
    severity: Severity::Warning,
    summary: "Un'accettazione riguarda un controllo i cui rilievi sono errori, che non si possono accettare.",
    why: "Un errore è un dato che non si può leggere o collegare: non c'è nulla da pubblicare finché non è corretto.",
    remedy: "Correggere il dato e togliere l'accettazione.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        FILE,
        "",
        "accettazioni:\n  - { controllo: LA201, dove: processi, motivo: Prova }\n",
    )])],
    passing: &[],
};

/// Marks the accepted findings, and adds what is wrong with the acceptances.
pub(super) fn apply(annex: &Annex, sources: &Sources, settings: Settings, findings: &mut Vec<Finding>) {
    let rules = catalogue();
    for edition in &annex.editions {
        let own = |span: Span| belongs(sources.get(span.source).path(), edition);
        for waiver in &edition.waivers.rows {
            let known = rules.iter().find(|rule| rule.code == waiver.rule.value);
            let Some(rule) = known else {
                findings.extend(unknown_rule(sources, waiver, &rules));
                continue;
            };
            if waiver.reason.value.is_empty() {
                findings.push(no_reason(waiver));
            }
            if rule.severity == Severity::Error || rule.family() == Some(Family::Waivers) {
                findings.push(unacceptable(waiver));
                continue;
            }
            if let Some(last) = waiver.expires.as_ref().filter(|last| last.value < settings.today) {
                let message = format!("l'accettazione di {} è scaduta il {}", waiver.rule.value, last.value.long());
                findings.push(Finding::new(&EXPIRED, last.span, message).label("giorno passato").remedy());
                continue;
            }
            if !settings.waivers || waiver.reason.value.is_empty() {
                continue;
            }
            for pattern in &waiver.places {
                let mut used = false;
                for finding in findings.iter_mut().filter(|finding| finding.rule.code == rule.code && own(finding.span))
                {
                    let covered = annex.outline.place(finding.span).is_some_and(|place| place.is_below(pattern));
                    if covered && finding.severity != Severity::Error {
                        finding.waived = Some(waiver.reason.value.clone());
                        used = true;
                    }
                }
                // Where a file could not be read, what would have been accepted may be in the part that is missing.
                let unread = findings.iter().any(|finding| finding.severity == Severity::Error && own(finding.span));
                if !used && !unread {
                    let message = format!("nessun rilievo {} da accettare in `{}`", waiver.rule.value, pattern.value);
                    findings
                        .push(Finding::new(&UNNEEDED, pattern.span, message).label("nulla da accettare qui").remedy());
                }
            }
        }
    }
}

/// Whether a file belongs to an edition, or to all of them.
fn belongs(path: &str, edition: &Edition) -> bool {
    let mut parts = path.split('/');
    matches!((parts.next(), parts.next()), (Some("data" | "content"), Some(folder)) if folder == edition.id.as_str())
        || path == "data/ente.yaml"
        || path.starts_with("data/ente/")
}

fn unknown_rule(sources: &Sources, waiver: &Waiver, rules: &[&Rule]) -> Option<Finding> {
    let code = &waiver.rule;
    if code.value.is_empty() {
        return None;
    }
    let finding = Finding::new(&UNKNOWN_RULE, code.span, format!("il controllo `{}` non esiste", code.value))
        .label("controllo sconosciuto");
    let by_name = rules.iter().find(|rule| rule.name == code.value || rule.code.eq_ignore_ascii_case(code));
    Some(match by_name.map(|rule| rule.code).or_else(|| nearest(code, rules.iter().map(|rule| rule.code))) {
        Some(meant) => {
            let fix = by_name.and_then(|_| Fix::scalar(sources.get(code.span.source), code.span, code, meant));
            finding.help(format!("forse si intendeva {meant}")).fix(fix)
        }
        None => finding.help("l'elenco dei controlli si legge con `piao spiega --tutti`"),
    })
}

fn no_reason(waiver: &Waiver) -> Finding {
    Finding::new(&NO_REASON, waiver.reason.span, format!("l'accettazione di {} non ha un motivo", waiver.rule.value))
        .label("qui manca il motivo")
        .help("scrivere alla chiave `motivo` perché il dato resta com'è")
}

fn unacceptable(waiver: &Waiver) -> Finding {
    Finding::new(&UNACCEPTABLE, waiver.rule.span, format!("i rilievi {} non si possono accettare", waiver.rule.value))
        .label("non si può accettare")
        .remedy()
}
