use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{Definition, RecordName, Table};

/// `glossario.yaml`.
pub(in crate::load) fn definitions(document: &mut Document, reader: &mut Reader<'_>) -> Table<Definition> {
    table(document, reader, "glossario", "glossario", |reader, mut record, number| {
        let definition = Definition { span: record.span, ..columns(&mut record, reader) };
        record.finish(reader, "glossario", RecordName::row(number).named(&*definition.term));
        definition
    })
}
