use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::fold;
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "LA403",
    name: "ufficio-sconosciuto",
    severity: Severity::Note,
    summary: "Un testo nomina un servizio, un'area o uno smart team che non somiglia a nessuno di quelli dell'organizzazione.",
    why: "Può essere il nome di un ufficio che non c'è più, o scritto in un altro modo: chi lo cerca non lo trova.",
    remedy: "Scrivere il nome di oggi, o aggiungerlo come `alias` di quello giusto.",
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio Ambiente risponde. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti dello smart team Contratti",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio Segreteria risponde. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio, con il Servizio Sanitario Nazionale e l'Area di assegnazione, risponde. Questo allegato descrive",
        )]),
    ],
};

/// Words before the name of an office; `ufficio` is said of every desk.
const KINDS: [&str; 4] = ["servizio", "servizi", "area", "team"];

/// Services and areas that are not of the municipality, and words that are no name.
const OTHERS: [&str; 26] = [
    "sanitario",
    "sanitari",
    "civile",
    "nazionale",
    "nazionali",
    "metropolitana",
    "idrico",
    "elettrico",
    "pubblico",
    "pubblici",
    "sociale",
    "sociali",
    "informatici",
    "sociosanitario",
    "postale",
    "ispettivo",
    "territoriale",
    "regionale",
    "europea",
    "online",
    "digitale",
    "digitali",
    "generale",
    "personale",
    "stampa",
    "relazioni",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let edition = context.edition;
    if !(edition.areas.complete && edition.services.complete && edition.teams.complete) {
        return;
    }
    let areas = edition.areas.rows.iter().flat_map(|row| std::iter::once(&row.name).chain(&row.aliases));
    let services = edition.services.rows.iter().flat_map(|row| std::iter::once(&row.name).chain(&row.aliases));
    let teams = edition.teams.rows.iter().flat_map(|row| std::iter::once(&row.name).chain(&row.aliases));
    let names: Vec<_> = areas.chain(services).chain(teams).collect();
    let known: HashSet<String> =
        names.iter().flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    let mut told = HashSet::new();
    each_written(context, &mut |written| {
        let own = written.value_span().is_some_and(|span| {
            let row = edition.adoption.rows.rows.iter().any(|row| row.span.contains(span));
            row || names.iter().any(|name| name.span == span)
        });
        if own {
            return;
        }
        for (kind_at, range) in named(written.text) {
            let word = fold(&written.text[range.clone()]);
            if known.contains(&word) || OTHERS.contains(&word.as_str()) || !told.insert(word) {
                continue;
            }
            let shown = kind_at..range.end;
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, shown.clone()),
                    format!("«{}» non è fra gli uffici di questa edizione", &written.text[shown]),
                )
                .label("ufficio sconosciuto")
                .remedy(),
            );
        }
    });
}

/// The words with a capital after `Servizio`, `Area` and the like: where the kind begins, and the name.
fn named(text: &str) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut kind: Option<usize> = None;
    for word in text.split(' ') {
        let inner = word.trim_start_matches(['(', '«', '"', '“']);
        let start = at + word.len() - inner.len();
        let bare = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
        if let Some(kind) = kind {
            let name = bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().count() > 3;
            // All capitals are an acronym, a digit or an apostrophe makes something else.
            let plain = bare.chars().all(char::is_alphabetic) && bare.chars().any(char::is_lowercase);
            if name && plain {
                found.push((kind, start..start + bare.len()));
            }
        }
        let unit = inner.rsplit(['\'', '’']).next().unwrap_or(inner);
        let capital = unit.chars().next().is_some_and(char::is_uppercase) || unit == "team";
        let is_kind = KINDS.contains(&unit.to_lowercase().as_str()) && capital;
        kind = is_kind.then_some(at + word.len() - unit.len());
        at += word.len() + 1;
    }
    found
}
