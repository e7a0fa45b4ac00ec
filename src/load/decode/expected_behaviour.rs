use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{ExpectedBehaviour, RecordName, Table};

/// `valutazione.yaml`.
pub(in crate::load) fn expected_behaviours(
    document: &mut Document,
    reader: &mut Reader<'_>,
) -> Table<ExpectedBehaviour> {
    table(document, reader, "valutazione", "ruoli", |reader, mut record, number| {
        let role = ExpectedBehaviour { span: record.span, ..columns(&mut record, reader) };
        let kind = role.kind.as_deref().cloned().unwrap_or_default();
        record.finish(reader, "valutazione", RecordName::row(number).named(&*role.name).within(kind));
        role
    })
}
