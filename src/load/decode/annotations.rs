use crate::load::node::NodeKind;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Callout, RecordName, Spanned};

/// What the marks of a file mean: `note: { "*": … }`, where a mark may have no published text.
pub(super) fn marks(file: &mut Record<'_>, reader: &mut Reader<'_>, table: &'static str) -> Vec<Callout> {
    let mut marks = Vec::new();
    for key in ["note", "nota"] {
        let Some(node) = file.value(key) else { continue };
        if key == "nota" && !matches!(node.kind, NodeKind::Mapping(_)) {
            let _ = reader.text(node, key);
            continue;
        }
        let Some(record) = Record::of(reader, node, "i richiami del file") else { continue };
        for (name, name_node, value) in record.entries() {
            let text = if value.is_empty() || value.text() == Some("") { None } else { reader.text(value, name) };
            reader.name(name_node.span().to(value.span()), table, RecordName::part(name).of_list(key));
            marks.push(Callout { mark: Spanned::new(name.to_owned(), name_node.span()), text });
        }
    }
    marks
}
