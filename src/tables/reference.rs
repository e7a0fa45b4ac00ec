use super::description::{RecordDescription, columns, described};
use super::field::column;
use super::kind::Kind;
use super::table::{TableDescription, nothing};
use crate::model::LegalReference;

/// The laws, contracts and acts; no file of the open data holds them.
pub static REFERENCES: TableDescription = TableDescription {
    name: "riferimenti",
    title: "Riferimenti normativi",
    caption: None,
    data: None,
    note_in_data: false,
    beside: &[],
    columns: columns::<LegalReference>,
    added: nothing,
};

static REFERENCE: RecordDescription<LegalReference> = RecordDescription {
    what: "il riferimento normativo",
    meaning: None,
    choice: None,
    fields: &[
        column!(LegalReference.act, "atto", "Atto", "L'atto come è citato.").drawn().not_searched(),
        column!(LegalReference.date, "data", "Data", "Il suo giorno (AAAA-MM-GG), se il testo lo riporta per intero.")
            .drawn(),
        column!(LegalReference.subject, "materia", "Materia", "Di che cosa tratta.").drawn(),
        column!(LegalReference.url, "url", "Indirizzo", "L'indirizzo a cui si legge.").kind(Kind::Address).unseen(),
    ],
};

described!(LegalReference, REFERENCE in REFERENCES);
