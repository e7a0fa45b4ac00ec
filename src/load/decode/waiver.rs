use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{RecordName, Table, Waiver};

/// `accettazioni.yaml`.
pub(in crate::load) fn waivers(document: &mut Document, reader: &mut Reader<'_>) -> Table<Waiver> {
    table(document, reader, "accettazioni", "accettazioni", |reader, mut record, number| {
        let mut waiver = Waiver { span: record.span, ..columns(&mut record, reader) };
        waiver.rule = reader.rule_code(waiver.rule);
        record.finish(reader, "accettazioni", RecordName::row(number));
        waiver
    })
}
