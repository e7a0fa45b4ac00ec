use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::Waiver;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA902",
    name: "accettazione-senza-motivo",
    severity: Severity::Error,
    summary: "Un'accettazione non dice perché il rilievo è accettato.",
    why: "Chi firma la pubblicazione, e chi la rifarà l'anno dopo, deve sapere perché un dato discorde è rimasto.",
    remedy: "Scrivere il motivo alla chiave `motivo`.",
    correction: None,
    basis: "L. 241/1990, art. 3: obbligo di motivazione, come buona pratica.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(FILE, "", "accettazioni:\n  - controllo: LA304\n    dove: attuazione\n    motivo: \"\"\n"),
    ])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: attuazione\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
};

pub(super) fn finding(waiver: &Waiver) -> Finding {
    Finding::new(&RULE, waiver.reason.span, format!("l'accettazione di {} non ha un motivo", waiver.rule.value))
        .label("qui manca il motivo")
        .help("scrivere alla chiave `motivo` perché il dato resta com'è")
}
