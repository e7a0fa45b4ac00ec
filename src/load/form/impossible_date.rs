use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::{Date, Text};
use crate::source::Sources;

/// A text that is no day.
pub(crate) static RULE: Rule = Rule {
    code: "LA011",
    name: "data-impossibile",
    severity: Severity::Error,
    summary: "Il valore non è una data del calendario nella forma anno-mese-giorno.",
    why: "Dalle date dipendono l'ordine delle edizioni e i termini di pubblicazione.",
    remedy: "Scrivere la data come AAAA-MM-GG, per esempio 2025-01-31.",
    correction: None,
    basis: "ISO 8601; linee guida AgID sui dati aperti.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2025-02-30")]),
        Example::new(&[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 31/12/2025")]),
        Example {
            caption: "Come la scrivono altri programmi",
            edits: &[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2025-12-31T00:00:00")],
        },
        Example {
            caption: "Un anno di due cifre può essere di più secoli",
            edits: &[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 31/12/25")],
        },
        Example {
            caption: "Una data fra altre parole",
            edits: &[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: al 31 dic. 2025")],
        },
        Example {
            caption: "Un anno non è un giorno",
            edits: &[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: fine 2025")],
        },
    ],
    passing: &[Example::new(&[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: \"2024-02-29\"")])],
};

/// `text` is the value of `key`.
pub(in crate::load) fn finding(sources: &Sources, text: &Text, key: &str) -> Finding {
    let finding = Finding::new(&RULE, text.span, format!("`{}` non è una data valida per `{key}`", text.value));
    if let Some(date) = Date::parse_italian(text) {
        let fix = Fix::scalar(sources.get(text.span.source), text.span, text, &date.iso());
        return finding.label("la data va scritta anno-mese-giorno").help(format!("scrivere {}", date.iso())).fix(fix);
    }
    if let Some((date, is_whole)) = Date::parse_machine(text) {
        let fix = Fix::scalar(sources.get(text.span.source), text.span, text, &date.iso());
        let finding = finding.label("la data va scritta anno-mese-giorno").help(format!("scrivere {}", date.iso()));
        return finding.fix(if is_whole { fix } else { fix.map(Fix::guess) });
    }
    if let Some((date, is_all)) = Date::found_in(text) {
        // What the other words say is not to be lost.
        let fix = Fix::scalar(sources.get(text.span.source), text.span, text, &date.iso()).filter(|_| is_all);
        return finding
            .label("qui ci vuole una data, e nient'altro")
            .help(format!(
                "se si intendeva il {}, scrivere {}; le altre parole stanno in una nota",
                date.long(),
                date.iso()
            ))
            .fix(fix.map(Fix::guess));
    }
    if Date::has_short_year(text) {
        finding
            .label("l'anno ha due cifre")
            .help("scrivere l'anno con le sue quattro cifre, come AAAA-MM-GG: per esempio 2025-01-31")
    } else if Date::has_form(text) {
        finding.label("questo giorno non esiste").help("scrivere la data come AAAA-MM-GG, per esempio 2025-01-31")
    } else if text.bytes().any(|byte| byte.is_ascii_digit()) {
        finding
            .label("qui ci vuole un giorno, con il suo mese e il suo anno")
            .help("scrivere la data come AAAA-MM-GG, per esempio 2025-01-31")
    } else {
        finding
            .label("qui ci vuole una data")
            .help("scrivere la data come AAAA-MM-GG, per esempio 2025-01-31, o togliere la chiave")
    }
}
