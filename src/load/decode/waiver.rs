use super::super::document::Document;
use super::annotations::annotations;
use super::table;
use crate::load::reader::Reader;
use crate::model::{Spanned, Table, Waiver};

/// `accettazioni.yaml`.
///
/// A reason that is missing or empty is left to the rule that speaks of acceptances.
pub(in crate::load) fn waivers(document: &Document, reader: &mut Reader<'_>) -> Table<Waiver> {
    table(document, reader, "accettazioni", "accettazioni", "l'accettazione", |reader, mut record, number| {
        let reason = record.maybe_text(reader, "motivo");
        let waiver = Waiver {
            span: record.span,
            rule: record.text(reader, "controllo"),
            places: record
                .must(reader, "dove", |reader, node, key| Some(reader.list(node, key, Reader::text)))
                .unwrap_or_default(),
            reason: reason.unwrap_or_else(|| Spanned::new(String::new(), record.key_span("motivo"))),
            expires: record.maybe(reader, "scade", Reader::date),
            annotations: annotations(&mut record, reader),
        };
        record.finish(reader, "accettazioni", vec![number.to_string()]);
        waiver
    })
}
