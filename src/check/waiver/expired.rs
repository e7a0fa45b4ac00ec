use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Date, Spanned, Waiver};

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA903",
    name: "accettazione-scaduta",
    severity: Severity::Warning,
    summary: "Un'accettazione ha passato il suo ultimo giorno, e non vale più.",
    why: "Una scadenza serve a riguardare il dato: passato il giorno, il rilievo torna a contare.",
    remedy: "Correggere il dato, oppure confermare l'accettazione con una nuova data.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: attuazione\n    motivo: Da rivedere\n    scade: 2020-12-31\n",
        ),
    ])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: attuazione\n    motivo: Da rivedere\n    scade: 2099-12-31\n",
        ),
    ])],
};

/// `last` is the last day on which the acceptance counted.
pub(super) fn finding(waiver: &Waiver, last: &Spanned<Date>) -> Finding {
    let message = format!("l'accettazione di {} è scaduta il {}", waiver.rule.value, last.value.long());
    Finding::new(&RULE, last.span, message).label("giorno passato").remedy()
}
