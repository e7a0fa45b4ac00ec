use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{Exclusion, RecordName, Table};

/// `esclusioni.yaml`.
pub(in crate::load) fn exclusions(document: &mut Document, reader: &mut Reader<'_>) -> Table<Exclusion> {
    table(document, reader, "esclusioni", "esclusioni", |reader, mut record, number| {
        let exclusion = Exclusion { span: record.span, ..columns(&mut record, reader) };
        let items: Vec<&str> = exclusion.items().iter().map(|item| item.value.as_str()).collect();
        let letter = exclusion.letter.as_ref().map(|letter| letter.value.as_str());
        record.finish(reader, "esclusioni", RecordName::row(number).id(letter).named(items.join(", ")));
        exclusion
    })
}
