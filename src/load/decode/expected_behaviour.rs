use super::super::document::Document;
use super::annotations::annotations;
use super::table;
use crate::load::reader::Reader;
use crate::model::{ExpectedBehaviour, Table};

/// `valutazione.yaml`.
pub(in crate::load) fn expected_behaviours(document: &Document, reader: &mut Reader<'_>) -> Table<ExpectedBehaviour> {
    table(document, reader, "valutazione", "ruoli", "il ruolo", |reader, mut record, number| {
        let role = ExpectedBehaviour {
            span: record.span,
            name: record.text(reader, "nome"),
            kind: record.maybe_text(reader, "natura"),
            entries: record
                .must(reader, "voci", |reader, node, key| Some(reader.list(node, key, Reader::text)))
                .unwrap_or_default(),
            annotations: annotations(&mut record, reader),
        };
        record.finish(reader, "valutazione", vec![number.to_string(), role.name.value.clone()]);
        role
    })
}
