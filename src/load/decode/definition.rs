use super::super::document::Document;
use super::annotations::annotations;
use super::table;
use crate::load::reader::Reader;
use crate::model::{Definition, Table};

/// `glossario.yaml`.
pub(in crate::load) fn definitions(document: &Document, reader: &mut Reader<'_>) -> Table<Definition> {
    table(document, reader, "glossario", "glossario", "il termine", |reader, mut record, number| {
        let definition = Definition {
            span: record.span,
            term: record.text(reader, "termine"),
            meaning: record.text(reader, "definizione"),
            forms: record.texts(reader, "forme"),
            basis: record.maybe_text(reader, "fonte"),
            annotations: annotations(&mut record, reader),
        };
        record.finish(reader, "glossario", vec![number.to_string(), definition.term.value.clone()]);
        definition
    })
}
