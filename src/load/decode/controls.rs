use super::super::document::Document;
use crate::load::form::repeated_key;
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::load::rule_code::rule_code;
use crate::model::{Controls, LevelChange, RecordName, Spanned, Thresholds};

/// `controlli.yaml`, beside `ente.yaml`.
///
/// Whether a rule exists is left to the rules that speak of this file.
pub(in crate::load) fn controls(document: &Document, reader: &mut Reader<'_>) -> Controls {
    if document.is_blank() {
        return Controls::default();
    }
    let Some(mut file) = Record::of(reader, &document.node, "il file dei controlli") else {
        return Controls::default();
    };
    let controls = Controls {
        changes: file.maybe(reader, "gravita", changes).unwrap_or_default(),
        thresholds: file.maybe(reader, "soglie", thresholds).unwrap_or_default(),
    };
    file.finish(reader, "controlli", RecordName::file());
    controls
}

fn changes(reader: &mut Reader<'_>, node: &Node, _: &str) -> Option<Vec<LevelChange>> {
    let record = Record::of(reader, node, "la gravità dei controlli")?;
    let mut changes = Vec::new();
    for (code, code_node, value) in record.entries() {
        // Of two lines on one rule the one that is spelled rightly holds, or the first.
        let right = rule_code(code).filter(|right| right != code);
        let same = |(other, node, _): &(&str, &Node, &Node)| {
            right.as_deref() == Some(*other) || rule_code(other) == right && node.span().start < code_node.span().start
        };
        if let Some((other, first, _)) = record.entries().filter(|_| right.is_some()).find(same) {
            reader.report(repeated_key::respelled(code_node.span(), code, other, first.span()));
            continue;
        }
        if let Some(level) = reader.keyword(value, code) {
            let code = Spanned::new(code.to_owned(), code_node.span());
            changes.push(LevelChange { rule: reader.rule_code(code), level });
        }
    }
    Some(changes)
}

fn thresholds(reader: &mut Reader<'_>, node: &Node, _: &str) -> Option<Thresholds> {
    let mut record = Record::of(reader, node, "le soglie dei controlli")?;
    let thresholds = Thresholds {
        small_cells: record.maybe(reader, "celle_piccole", Reader::count),
        repeated_text: record.maybe(reader, "testo_ripetuto", Reader::count),
    };
    record.finish(reader, "controlli", RecordName::part("soglie"));
    Some(thresholds)
}
