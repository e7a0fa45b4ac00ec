use super::column::Place;
use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::Kind;
use super::table::{DataWords, TableDescription, nothing};
use crate::model::Software;
use std::borrow::Cow;

/// The list of computer programs.
pub static SOFTWARE: TableDescription = TableDescription {
    name: "software",
    title: "Elenco dei programmi informatici (software)",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: Some("Programmi informatici (software)"),
        description: |_, _| Cow::Borrowed("I programmi informatici in uso e lo scopo di ciascuno."),
        sense: |_, _| Cow::Borrowed("i programmi informatici in uso e a che cosa servono"),
    }),
    note_in_data: true,
    beside: &[],
    columns: columns::<Software>,
    added: nothing,
};

static PROGRAM: RecordDescription<Software> = RecordDescription {
    what: "il programma",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            Software.id,
            "id",
            "Identificativo",
            "Il nome con cui [i processi] lo indicano: minuscole senza accenti, unite da trattini."
        )
        .kind(Kind::Id)
        .not_in_data()
        .unseen()
        .comparison(Place::Nowhere),
        column!(Software.name, "nome", "Programma", "Il nome del programma.")
            .data_heading("Nome")
            .drawn()
            .not_searched(),
        column!(Software.purpose, "scopo", "A che cosa serve", "A che cosa serve.")
            .data_heading("Scopo")
            .dictionary("a che cosa serve")
            .drawn(),
        column!(Software.supplier, "fornitore", "Fornitore", "Chi lo fornisce.").not_searched(),
    ],
};

described!(Software, PROGRAM in SOFTWARE);
