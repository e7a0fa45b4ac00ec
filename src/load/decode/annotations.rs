use crate::load::node::{Node, NodeKind};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Callout, RecordName, Spanned, Text};

/// What the marks of the file of a table mean: `note: { "*": … }`, where a mark may have no published text.
pub(super) fn marks(file: &mut Record<'_>, reader: &mut Reader<'_>, table: &'static str) -> Vec<Callout> {
    let mut marks = marks_under("note", file, reader, table);
    match file.value("nota") {
        Some(node) if !matches!(node.kind, NodeKind::Mapping(_)) => drop(reader.text(node, "nota")),
        _ => marks.extend(marks_under("nota", file, reader, table)),
    }
    marks
}

/// What the marks mean that a file declares under `key`.
pub(super) fn marks_under(
    key: &'static str,
    file: &mut Record<'_>,
    reader: &mut Reader<'_>,
    table: &'static str,
) -> Vec<Callout> {
    let mut marks = Vec::new();
    let Some(node) = file.value(key) else { return marks };
    let Some(record) = Record::of(reader, node, "i richiami del file") else { return marks };
    for (name, name_node, value) in record.entries() {
        let text = published(value, reader, name);
        reader.name(name_node.span().to(value.span()), table, RecordName::part(name).of_list(key));
        marks.push(Callout { mark: Spanned::new(name.to_owned(), name_node.span()), text });
    }
    marks
}

/// A text that may not have been published; one that could not be read is empty, as it is not missing.
pub(super) fn published(value: &Node, reader: &mut Reader<'_>, key: &str) -> Option<Text> {
    let is_written = !value.is_empty() && value.text() != Some("");
    is_written.then(|| reader.text(value, key).unwrap_or_else(|| Spanned::new(String::new(), value.span())))
}
