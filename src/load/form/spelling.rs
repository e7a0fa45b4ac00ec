use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, difference, look_alike};
use crate::source::Span;

/// A spelling that is understood, though it is not the right one.
pub(crate) static RULE: Rule = Rule {
    code: "LA102",
    name: "grafia-da-uniformare",
    severity: Severity::Note,
    summary: "La grafia differisce da quella giusta solo per maiuscole, accenti o spazi: il valore è comunque capito.",
    why: "Una sola grafia rende più facile cercare, confrontare e correggere.",
    remedy: "Scrivere la grafia indicata.",
    correction: Some("`piao check --fix` lo fa da sé"),
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "smartabilita: si", "smartabilita: Sì")]),
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 200 - 1 -M")]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: [Tributi]")]),
        Example {
            caption: "Uno spazio fra le virgolette",
            edits: &[Edit::new("processi.yaml", "smartabilita: si", "smartabilita: \"si \"")],
        },
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smartabilita: si", "smartabilita: \"si\"")])],
};

/// `written` is understood as `right`.
pub(in crate::load) fn finding(span: Span, written: &str, right: &str, fix: Option<Fix>) -> Finding {
    Finding::new(&RULE, span, format!("`{written}` è inteso come `{right}`"))
        .label("grafia diversa")
        .help(match difference(written, right).filter(|_| look_alike(written, right)) {
            Some(difference) => format!("scrivere `{right}`: {difference}"),
            None => format!("scrivere `{right}`"),
        })
        .fix(fix)
}

/// Between its quotes `right` has spaces around it.
pub(in crate::load) fn padded(span: Span, right: &str, fix: Option<Fix>) -> Finding {
    Finding::new(&RULE, span, format!("`{right}` ha degli spazi prima o dopo, fra le virgolette"))
        .label("spazi di troppo")
        .help(format!("scrivere `{right}`"))
        .fix(fix)
}
