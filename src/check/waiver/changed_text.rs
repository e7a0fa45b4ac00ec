use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Text, Waiver};
use crate::source::Span;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA908",
    name: "accettazione-di-un-altro-testo",
    severity: Severity::Warning,
    summary: "Il testo per cui un'accettazione era stata scritta è cambiato, e l'accettazione non vale più.",
    why: "Ciò che era stato accettato era quel testo: il nuovo va guardato di nuovo, e il suo rilievo torna a contare.",
    remedy: "Correggere il dato e togliere l'accettazione; se si accetta anche il nuovo testo, scriverlo alla chiave `valore`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: attuazione/totale_dichiarato\n    valore: 9\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
    passing: &[Example::new(&[
        Edit::new("attuazione.yaml", "agili: 11", "agili: 10"),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: attuazione/totale_dichiarato\n    valore: 10\n    motivo: Come nel testo pubblicato\n",
        ),
    ])],
};

/// Characters of a text that are written out.
const LENGTH: usize = 120;

/// `now` is what stands today at the place, and where.
pub(super) fn finding(waiver: &Waiver, accepted: &Text, place: &Text, now: &str, span: Span) -> Finding {
    let today =
        if now.is_empty() { "non c'è un testo".to_owned() } else { format!("ora si legge «{}»", shortened(now)) };
    let message = format!(
        "l'accettazione di {} vale per «{}», ma in `{}` {today}",
        waiver.rule.value,
        shortened(accepted),
        place.value
    );
    Finding::new(&RULE, accepted.span, message)
        .label("il testo accettato era questo")
        .related(span, "il testo di oggi")
        .remedy()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LENGTH) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
