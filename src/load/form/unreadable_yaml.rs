use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::load::fault::Fault;
use crate::source::{SourceId, Span};

/// A file, or a record of it, that is not YAML.
pub(crate) static RULE: Rule = Rule {
    code: "LA001",
    name: "yaml-illeggibile",
    severity: Severity::Error,
    summary: "Il testo non è scritto secondo la sintassi YAML.",
    why: "Ciò che non si può leggere non si può né controllare né pubblicare. Le altre voci del file sono lette comunque.",
    remedy: "Guardare il punto indicato: di solito manca la virgoletta o la parentesi di chiusura, un testo con «: » non è fra \
             virgolette, oppure il rientro è fatto con il tasto di tabulazione invece che con spazi.",
    correction: None,
    basis: "YAML 1.2.2.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "input: [Atto adottato]", "input: [Atto adottato")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Pubblicazione degli atti",
            "processo: \"Pubblicazione degli atti",
        )]),
        Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: Ufficio: Tributi")]),
    ],
    passing: &[Example::new(&[Edit::new("smart-team.yaml", "nome: Tributi", "nome: \"Ufficio: Tributi\"")])],
};

/// At `span`, a key of the last record stands at the margin, where `right` spaces should be before it.
pub(in crate::load) fn at_margin(span: Span, key: &str, right: usize, fix: Option<Fix>) -> Finding {
    Finding::new(&RULE, span, format!("prima di `{key}` mancano gli spazi: ne vanno {right}"))
        .label("fuori dalla sua voce")
        .help(format!("allineare `{key}` alle altre chiavi della stessa voce"))
        .fix(fix)
}

/// What is wrong in a file.
pub(in crate::load) fn finding(id: SourceId, fault: Fault) -> Finding {
    let span = |range: std::ops::Range<usize>| Span::new(id, range.start, range.end);
    let fix = fault.fix.map(|(range, replacement, safety)| Fix { span: span(range), replacement, safety });
    Finding::new(&RULE, span(fault.range), fault.message).label("non si legge").help(fault.help).fix(fix)
}
