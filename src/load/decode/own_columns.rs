use crate::load::form::{grouped_number, wrong_number};
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Annotations, OwnColumn, OwnEntry, OwnKind, OwnValue, Text};
use crate::tables::TableDescription;
use std::sync::Arc;

/// The values of the columns that the edition adds to a table.
pub(super) fn own_columns(
    table: &TableDescription,
    annotations: &mut Annotations,
    record: &mut Record<'_>,
    reader: &mut Reader<'_>,
) {
    let model = Arc::clone(&reader.model);
    for column in model.columns.iter().filter(|column| column.table == table.name) {
        let node = if column.required {
            record.required(column.key.value.clone())
        } else {
            record.value(column.key.value.clone()).filter(|node| node.text() != Some(""))
        };
        if let Some(value) = node.and_then(|node| value(column, node, reader)) {
            annotations.own.push(OwnEntry { key: column.key.value.clone(), value });
        }
    }
    if model.unread_tables.contains(&table.name) {
        let written: Vec<String> = record.entries().map(|(key, ..)| key.to_owned()).collect();
        for key in written {
            record.ask(key);
        }
    }
    for column in model.unread.iter().filter(|column| column.table == table.name) {
        record.ask(column.key.clone());
    }
}

fn value(column: &OwnColumn, node: &Node, reader: &mut Reader<'_>) -> Option<OwnValue> {
    let key = column.key.value.as_str();
    match &column.kind {
        OwnKind::Text => reader.text(node, key).map(OwnValue::Text),
        OwnKind::Texts => Some(OwnValue::Texts(reader.list(node, key, Reader::text))),
        OwnKind::YesNo => reader.keyword::<bool>(node, key).map(|answer| OwnValue::YesNo(answer.value)),
        OwnKind::Number => number(reader, node, key).map(OwnValue::Number),
        OwnKind::Date => reader.date(node, key).map(|date| OwnValue::Date(date.value)),
        OwnKind::Address => reader.text(node, key).map(OwnValue::Address),
        OwnKind::Choice(words) => choice(reader, node, key, words).map(OwnValue::Choice),
        OwnKind::References(target) => Some(OwnValue::References(*target, reader.list(node, key, Reader::reference))),
    }
}

/// One of the words of a column, however it was spelled.
fn choice(reader: &mut Reader<'_>, node: &Node, key: &str, words: &[Text]) -> Option<Text> {
    let known: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
    reader.own_word(node, key, &known).map(|(_, text)| text)
}

/// A number of any sign, with a comma or a point.
fn number(reader: &mut Reader<'_>, node: &Node, key: &str) -> Option<f64> {
    let text = reader.text(node, key)?;
    let digits = text.value.replace(',', ".");
    let plain = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let number = digits.parse::<f64>().ok().filter(|number| plain && number.is_finite());
    if number.is_none() {
        reader.report(wrong_number::finding(reader.sources, &text, key, "un numero, per esempio 1 o 0,5"));
    } else if grouped_number::is_grouped(&text) {
        reader.report(grouped_number::finding(reader.sources, &text, key));
    }
    number
}
