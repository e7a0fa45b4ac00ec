use super::description::{Described, RecordDescription};
use super::field::column;
use crate::model::Annotations;

/// What may stand on every record of every table.
static ANNOTATIONS: RecordDescription<Annotations> = RecordDescription {
    what: "le annotazioni",
    meaning: None,
    choice: None,
    fields: &[
        column!(Annotations.note, "nota", "Nota", "Un testo mostrato accanto alla voce."),
        column!(
            Annotations.marks,
            "richiami",
            "Richiami",
            "I richiami stampati accanto alla voce, come \"*\" o \"(1)\"; il loro testo sta in `note`, in cima al file."
        )
        .not_in_data(),
        column!(
            Annotations.to_verify,
            "da_verificare",
            "Da verificare",
            "Ciò che chi ha trascritto non ha potuto leggere con certezza: è ricordato a ogni controllo."
        )
        .not_in_data(),
    ],
};

impl Described for Annotations {
    fn description() -> &'static RecordDescription<Self> {
        &ANNOTATIONS
    }
}
