use super::column::Need;
use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::table::{DataWords, TableDescription, nothing};
use crate::model::ExpectedBehaviour;
use std::borrow::Cow;

/// What is expected of each role.
pub static EXPECTED_BEHAVIOURS: TableDescription = TableDescription {
    name: "valutazione",
    title: "Comportamenti e competenze attesi",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: None,
        description: |_, _| Cow::Borrowed("I comportamenti e le competenze attesi da ciascun ruolo."),
        sense: |_, _| Cow::Borrowed("che cosa ci si attende da ogni ruolo"),
    }),
    note_in_data: false,
    beside: &[],
    columns: columns::<ExpectedBehaviour>,
    added: nothing,
};

static ROLE: RecordDescription<ExpectedBehaviour> = RecordDescription {
    what: "il ruolo",
    meaning: None,
    choice: None,
    fields: &[
        column!(ExpectedBehaviour.name, "nome", "Ruolo", "Il nome del ruolo.")
            .published("ruolo")
            .drawn()
            .not_searched(),
        column!(
            ExpectedBehaviour.kind,
            "natura",
            "Natura",
            "Che cosa sono le voci, per esempio competenze o comportamenti."
        )
        .not_in_data()
        .unseen()
        .not_searched(),
        column!(ExpectedBehaviour.entries, "voci", "Che cosa ci si attende", "Che cosa ci si attende.")
            .need(Need::Required)
            .published("voce")
            .data_heading("Voce")
            .dictionary("che cosa ci si attende")
            .drawn(),
    ],
};

described!(ExpectedBehaviour, ROLE in EXPECTED_BEHAVIOURS);
