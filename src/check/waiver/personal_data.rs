use super::FILE;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Text, Waiver};

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA909",
    name: "accettazione-larga-di-dati-personali",
    severity: Severity::Error,
    summary: "Un'accettazione di un controllo sui dati personali non dice per quale testo vale, o riguarda un'intera tabella o un intero elenco.",
    why: "Chi pubblica il nome di una persona lo decide per quel nome: un altro nome, nello stesso posto o accanto, va deciso da capo.",
    remedy: "Indicare alla chiave `dove` la singola voce, e alla chiave `valore` il testo che si accetta.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 7-bis c. 4; Regolamento (UE) 2016/679, art. 5.",
    failing: &[
        Example::new(&[
            Edit::new("software.yaml", "scopo: Registrazione dei documenti", NAMED),
            Edit::new(
                FILE,
                "",
                "accettazioni:\n  - controllo: LA601\n    dove: software/Protocollo informatico/scopo\n    motivo: È il nome di una biblioteca\n",
            ),
        ]),
        Example::new(&[
            Edit::new("software.yaml", "scopo: Registrazione dei documenti", NAMED),
            Edit::new(
                FILE,
                "",
                "accettazioni:\n  - controllo: LA601\n    dove: software\n    valore: Prestiti (M. Rossi)\n    motivo: È il nome di una biblioteca\n",
            ),
        ]),
    ],
    passing: &[Example::new(&[
        Edit::new("software.yaml", "scopo: Registrazione dei documenti", NAMED),
        Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA601\n    dove: software/Protocollo informatico/scopo\n    valore: Prestiti (M. Rossi)\n    motivo: È il nome di una biblioteca\n",
        ),
    ])],
};

const NAMED: &str = "scopo: Prestiti (M. Rossi)";

/// The acceptance does not say for which text it was given; `now` are the texts that it would cover today.
pub(super) fn without_text(waiver: &Waiver, now: &[String]) -> Finding {
    let message = format!("l'accettazione di {} non dice per quale testo vale", waiver.rule.value);
    let finding = Finding::new(&RULE, waiver.rule.span, message).label("manca `valore`");
    match now {
        [one] => {
            finding.help(format!("scrivere alla chiave `valore` il testo che si accetta; oggi vi si legge «{one}»"))
        }
        _ => {
            finding.help("scrivere alla chiave `valore` il testo che si accetta, una sola accettazione per ogni testo")
        }
    }
}

/// The acceptance covers more than one record.
pub(super) fn too_wide(waiver: &Waiver, place: &Text) -> Finding {
    let message = format!("i rilievi {} non si accettano per un'intera tabella o un intero elenco", waiver.rule.value);
    Finding::new(&RULE, place.span, message)
        .label("più d'una voce")
        .help("indicare la singola voce, per esempio `software/Nome del programma/scopo`")
}
