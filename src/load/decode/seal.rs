use super::super::document::Document;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{RecordName, Seal, SealEvent, Spanned};

/// `sigillo.yaml`; `None` where there is none.
pub(in crate::load) fn seal(document: &Document, reader: &mut Reader<'_>) -> Option<Seal> {
    if document.is_blank() {
        return None;
    }
    let mut file = Record::of(reader, &document.node, "il sigillo")?;
    let fingerprints = file.value("impronte").and_then(|node| Record::of(reader, node, "le impronte"));
    let fingerprints = fingerprints.map(|files| {
        let entries = files.entries();
        let pairs = entries.filter_map(|(path, key, value)| {
            Some((Spanned::new(path.to_owned(), key.span()), reader.text(value, path)?))
        });
        pairs.collect()
    });
    let record = file.rows(reader, "registro", "l'evento", |reader, mut event, number| {
        let read = SealEvent {
            date: event.maybe(reader, "data", Reader::date),
            action: event.text(reader, "azione"),
            reason: event.maybe_text(reader, "motivo"),
        };
        event.finish(reader, "sigillo", RecordName::row(number).of_list("registro"));
        read
    });
    file.finish(reader, "sigillo", RecordName::file());
    Some(Seal { span: document.span, fingerprints, record })
}
