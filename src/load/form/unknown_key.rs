use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Safety, Severity, Suggestion};
use crate::source::{Sources, Span};

/// A key that nobody reads.
pub(crate) static RULE: Rule = Rule {
    code: "LA007",
    name: "chiave-sconosciuta",
    severity: Severity::Error,
    summary: "La chiave non esiste in questo punto.",
    why: "Una chiave scritta male sarebbe ignorata in silenzio, e con lei il suo valore.",
    remedy: "Correggere il nome della chiave, o toglierla.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "rischio: medio", "richio: medio")]),
        Example {
            caption: "Manca uno spazio dopo i due punti",
            edits: &[Edit::new(
                "formazione.yaml",
                "destinatari:\n          dipendenti: X\n          nuovi-assunti: X\n",
                "destinatari: { dipendenti:X, nuovi-assunti: X }\n",
            )],
        },
        Example {
            caption: "Fra parentesi graffe una virgola divide il testo",
            edits: &[Edit::new(
                "esclusioni.yaml",
                "  - lettera: a\n    profili: [Operatori di sportello]\n    dove: Sportello al pubblico\n",
                "  - { lettera: a, profili: [Operatori di sportello], dove: Sportello, anagrafe e protocollo }\n",
            )],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "software.yaml",
        "scopo: Registrazione",
        "nota: In uso a tutti\n    scopo: Registrazione",
    )])],
};

/// `name` is none of `known`, though it may be `near` to one of them.
pub(in crate::load) fn finding(
    sources: &Sources,
    span: Span,
    name: &str,
    what: &str,
    near: Option<&str>,
    known: &[&str],
) -> Finding {
    let finding =
        Finding::new(&RULE, span, format!("la chiave `{name}` non esiste per {what}")).label("chiave sconosciuta");
    match near {
        Some(near) => finding.suggest(Suggestion::new(sources, span, name, near)),
        None => finding.help(format!("le chiavi possibili sono: {}", known.join(", "))),
    }
}

/// `name` is near to the key `other` of the same record, at `first`: it is no other spelling of it.
pub(in crate::load) fn beside(span: Span, name: &str, what: &str, other: &str, first: Span) -> Finding {
    Finding::new(&RULE, span, format!("la chiave `{name}` non esiste per {what}"))
        .label("chiave sconosciuta")
        .related(first, "quella che più le somiglia è qui")
        .help(format!("se si intendeva `{other}`, tenere una sola delle due righe; altrimenti correggere il nome"))
}

/// At `span`, `key` and `value` are joined by a colon without a space, and read as one key; `is_repeated` says whether the
/// record has that key besides.
pub(in crate::load) fn joined(span: Span, key: &str, value: &str, is_repeated: bool) -> Finding {
    let message = format!("in `{key}:{value}` manca uno spazio dopo i due punti, e si legge una chiave sola");
    let plain = value.starts_with(char::is_alphanumeric) && !is_repeated;
    let fix = plain.then(|| Fix { span, replacement: format!("{key}: {value}"), safety: Safety::Certain });
    Finding::new(&RULE, span, message).label("manca uno spazio").help(format!("scrivere `{key}: {value}`")).fix(fix)
}

/// At `span`, `key` and `value` stand beside each other without a colon, and are read as one key.
pub(in crate::load) fn without_colon(span: Span, key: &str, value: &str) -> Finding {
    let fix = value.starts_with(char::is_alphanumeric);
    let fix = fix.then(|| Fix { span, replacement: format!("{key}: {value}"), safety: Safety::Guess });
    Finding::new(&RULE, span, format!("fra `{key}` e `{value}` mancano i due punti, e si legge una chiave sola"))
        .label("mancano i due punti")
        .help(format!("scrivere `{key}: {value}`"))
        .fix(fix)
}

/// `name` has no value: what follows a comma inside braces, where the text was not quoted.
pub(in crate::load) fn cut_by_comma(span: Span, name: &str, what: &str) -> Finding {
    Finding::new(&RULE, span, format!("per {what} la virgola divide il testo: «{name}» si legge come una chiave"))
        .label("staccato dal testo che precede la virgola")
        .help("mettere fra virgolette tutto il testo, prima e dopo la virgola; se è una chiave, scriverne il valore")
}
