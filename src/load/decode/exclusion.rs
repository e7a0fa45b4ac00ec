use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{Exclusion, RecordName, Table};

/// `esclusioni.yaml`.
pub(in crate::load) fn exclusions(document: &Document, reader: &mut Reader<'_>) -> Table<Exclusion> {
    table(document, reader, "esclusioni", "esclusioni", |reader, mut record, number| {
        let exclusion = Exclusion { span: record.span, ..columns(&mut record, reader) };
        let profiles: Vec<&str> = exclusion.profiles.iter().map(|profile| profile.value.as_str()).collect();
        let name = RecordName::row(number).id(Some(&*exclusion.letter)).named(profiles.join(", "));
        record.finish(reader, "esclusioni", name);
        exclusion
    })
}
