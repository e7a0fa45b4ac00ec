use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::Waiver;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA905",
    name: "accettazione-di-errore",
    severity: Severity::Warning,
    summary: "Un'accettazione riguarda un controllo i cui rilievi non si possono accettare: un errore, o ciò che sorveglia le accettazioni e i controlli stessi.",
    why: "Un errore è un dato che non si può leggere o collegare: non c'è nulla da pubblicare finché non è corretto.",
    remedy: "Correggere il dato e togliere l'accettazione.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        FILE,
        "",
        "accettazioni:\n  - controllo: LA201\n    dove: processi\n    motivo: Prova\n",
    )])],
    passing: &[],
};

pub(super) fn finding(waiver: &Waiver) -> Finding {
    Finding::new(&RULE, waiver.rule.span, format!("i rilievi {} non si possono accettare", waiver.rule.value))
        .label("non si può accettare")
        .remedy()
}
