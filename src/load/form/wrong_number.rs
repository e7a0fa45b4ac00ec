use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::Text;

/// A text that is no number of the kind that is asked for.
pub(crate) static RULE: Rule = Rule {
    code: "LA012",
    name: "numero-errato",
    severity: Severity::Error,
    summary: "Il valore non è un numero del genere richiesto.",
    why: "Con un testo al posto di un numero non si possono fare né somme né confronti.",
    remedy: "Scrivere il numero in cifre, senza unità di misura.",
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("attuazione.yaml", "    dipendenti: 12", "    dipendenti: dodici")]),
        Example::new(&[Edit::new("attuazione.yaml", "    agili: 4", "    agili: -4")]),
        Example::new(&[Edit::new("attuazione.yaml", "giorni_settimana: \"0,5-1\"", "giorni_settimana: spesso")]),
    ],
    passing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "giorni_settimana: \"0,5-1\"",
        "giorni_settimana: non smartabile",
    )])],
};

/// `text` is the value of `key`, which wants `expected`.
pub(in crate::load) fn finding(text: &Text, key: &str, expected: &str) -> Finding {
    Finding::new(
        &RULE,
        text.span,
        format!("`{}` non è un valore possibile per `{key}`: ci vuole {expected}", text.value),
    )
    .label(format!("qui ci vuole {expected}"))
}
