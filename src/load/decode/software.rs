use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{Software, Table};

/// `software.yaml`.
pub(in crate::load) fn software(document: &Document, reader: &mut Reader<'_>) -> Table<Software> {
    table(document, reader, "software", "software", |reader, mut record, number| {
        let software = Software { span: record.span, ..columns(&mut record, reader) };
        let id = software.id.as_ref().map_or(String::new(), |id| id.value.clone());
        record.finish(reader, "software", vec![number.to_string(), id]);
        software
    })
}
