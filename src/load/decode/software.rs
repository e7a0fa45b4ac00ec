use super::super::document::Document;
use super::{columns, table};
use crate::load::reader::Reader;
use crate::model::{RecordName, Software, Table};

/// `software.yaml`.
pub(in crate::load) fn software(document: &mut Document, reader: &mut Reader<'_>) -> Table<Software> {
    table(document, reader, "software", "software", |reader, mut record, number| {
        let software = Software { span: record.span, ..columns(&mut record, reader) };
        let supplier = software.supplier.as_deref().cloned().unwrap_or_default();
        let name = RecordName::row(number).id(software.id.as_deref()).named(&*software.name);
        record.finish(reader, "software", name.within(supplier).within(&*software.purpose));
        software
    })
}
