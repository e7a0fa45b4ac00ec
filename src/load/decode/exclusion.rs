use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{Exclusion, Table};

/// `esclusioni.yaml`.
pub(in crate::load) fn exclusions(document: &Document, reader: &mut Reader<'_>) -> Table<Exclusion> {
    table(document, reader, "esclusioni", "esclusioni", |reader, mut record, number| {
        let exclusion = Exclusion { span: record.span, ..columns(&mut record, reader) };
        record.finish(reader, "esclusioni", vec![number.to_string(), exclusion.letter.value.clone()]);
        exclusion
    })
}
