use super::super::document::Document;
use super::annotations::annotations;
use super::table;
use crate::load::reader::Reader;
use crate::model::{Exclusion, Table};

/// `esclusioni.yaml`.
pub(in crate::load) fn exclusions(document: &Document, reader: &mut Reader<'_>) -> Table<Exclusion> {
    table(document, reader, "esclusioni", "esclusioni", "l'esclusione", |reader, mut record, number| {
        let exclusion = Exclusion {
            span: record.span,
            letter: record.text(reader, "lettera"),
            profiles: record
                .must(reader, "profili", |reader, node, key| Some(reader.list(node, key, Reader::text)))
                .unwrap_or_default(),
            place: record.maybe_text(reader, "dove"),
            teams: record.ids(reader, "smart_team"),
            exceptions: record.maybe_text(reader, "eccezioni"),
            annotations: annotations(&mut record, reader),
        };
        record.finish(reader, "esclusioni", vec![number.to_string(), exclusion.letter.value.clone()]);
        exclusion
    })
}
