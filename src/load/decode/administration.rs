use super::super::document::Document;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Administration, Contacts, RecordName, Spanned, Text, USUAL_THEME};

/// `data/ente.yaml`.
pub(in crate::load) fn administration(document: &Document, reader: &mut Reader<'_>) -> Option<Administration> {
    if document.is_blank() {
        return None;
    }
    let mut record = Record::of(reader, &document.node, "l'ente")?;
    let span = document.span;
    let usual = |text: Option<Text>, word: &str| text.unwrap_or_else(|| Spanned::new(word.to_owned(), span));
    let administration = Administration {
        span,
        name: record.text(reader, "denominazione"),
        current_edition: record.text(reader, "edizione_corrente"),
        base_url: record.maybe_text(reader, "base_url"),
        theme: usual(record.maybe_text(reader, "aspetto"), USUAL_THEME),
        licence: usual(record.maybe_text(reader, "licenza"), "CC BY 4.0"),
        notice: record.maybe_text(reader, "avviso"),
        ipa_code: record.maybe_text(reader, "codice_ipa"),
        istat_code: record.maybe_text(reader, "codice_istat"),
        union: record.maybe_text(reader, "unione"),
        address: record.maybe_text(reader, "indirizzo"),
        coat_of_arms: record.maybe_text(reader, "stemma"),
        publication_officer: record.maybe_text(reader, "responsabile_pubblicazione"),
        placement: record.maybe_text(reader, "collocazione_at"),
        contacts: contacts(&mut record, reader),
        site: record.maybe_text(reader, "sito"),
        transparency: record.maybe_text(reader, "amministrazione_trasparente"),
        privacy: record.maybe_text(reader, "privacy"),
        legal_notes: record.maybe_text(reader, "note_legali"),
        accessibility: record.maybe_text(reader, "dichiarazione_accessibilita"),
        feedback: record.maybe_text(reader, "segnalazioni"),
        pdf: record.maybe(reader, "pdf", Reader::keyword),
        word: record.maybe(reader, "docx", Reader::keyword),
        kind: record.maybe(reader, "tipo", Reader::keyword),
        sector: record.maybe(reader, "comparto", Reader::keyword),
    };
    record.finish(reader, "ente", RecordName::file());
    Some(administration)
}

fn contacts(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Contacts {
    let Some(node) = record.value("contatti") else { return Contacts::default() };
    let Some(mut contacts) = Record::of(reader, node, "i contatti") else { return Contacts::default() };
    let read = Contacts {
        office: contacts.maybe_text(reader, "ufficio"),
        email: contacts.maybe_text(reader, "email"),
        certified_email: contacts.maybe_text(reader, "pec"),
        telephone: contacts.maybe_text(reader, "telefono"),
    };
    contacts.finish(reader, "ente", RecordName::part("contatti"));
    read
}
