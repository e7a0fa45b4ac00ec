use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{ExpectedBehaviour, Table};

/// `valutazione.yaml`.
pub(in crate::load) fn expected_behaviours(document: &Document, reader: &mut Reader<'_>) -> Table<ExpectedBehaviour> {
    table(document, reader, "valutazione", "ruoli", |reader, mut record, number| {
        let role = ExpectedBehaviour { span: record.span, ..columns(&mut record, reader) };
        record.finish(reader, "valutazione", vec![number.to_string(), role.name.value.clone()]);
        role
    })
}
