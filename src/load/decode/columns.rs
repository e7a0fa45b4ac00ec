use super::indicator::{baseline, years};
use super::own_columns::own_columns;
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::Spanned;
use crate::tables::{Column, Described, Entry, Kind, Need};

/// A record by its description: every column, then its annotations.
///
/// A column of [`Need::Special`] is only asked for: whoever called this reads it.
pub(super) fn columns<R: Described>(record: &mut Record<'_>, reader: &mut Reader<'_>) -> R {
    let mut read = R::default();
    fill(&mut read, record, reader);
    if let Some(annotations) = read.annotations_mut() {
        fill(annotations, record, reader);
        annotations.record = record.span;
        annotations.is_undecided = record.is_undecided();
        if let Some(table) = R::table() {
            own_columns(table, annotations, record, reader);
        }
        annotations.settle();
    }
    read
}

fn fill<R: Described>(read: &mut R, record: &mut Record<'_>, reader: &mut Reader<'_>) {
    for field in R::description().fields {
        let column = &field.column;
        if column.need == Need::Special {
            record.ask(column.key);
        } else {
            let node = written(column, record);
            let entry = node.and_then(|node| entry(column, node, reader));
            field.set(read, entry.unwrap_or_else(|| Entry::Missing(record.key_span(column.key))));
        }
    }
}

/// The value of a column, where there is one to read.
fn written<'n>(column: &Column, record: &mut Record<'n>) -> Option<&'n Node> {
    if column.need == Need::Required {
        return record.required(column.key);
    }
    let node = record.value(column.key)?;
    let is_list = matches!(column.kind, Kind::Texts | Kind::References(_));
    (is_list || node.text() != Some("")).then_some(node)
}

fn entry(column: &Column, node: &Node, reader: &mut Reader<'_>) -> Option<Entry> {
    let key = column.key;
    match column.kind {
        Kind::Text | Kind::Rule | Kind::Address => reader.text(node, key).map(Entry::Text),
        Kind::Texts => Some(Entry::Texts(Spanned::new(reader.list(node, key, Reader::text), node.span()))),
        Kind::Id => reader.id(node, key).map(Entry::Text),
        Kind::Reference(_) => reader.reference(node, key).map(Entry::Text),
        Kind::References(_) => Some(Entry::Texts(Spanned::new(reader.list(node, key, Reader::reference), node.span()))),
        Kind::Word(words) => reader.word(node, key, words).map(Entry::Word),
        Kind::Risk => reader.risk(node, key).map(Entry::Risk),
        Kind::Answer => reader.answer(node, key).map(|(answer, word)| Entry::Answer(answer, word)),
        Kind::Code => reader.code(node, key).map(Entry::Code),
        Kind::Number => reader.number(node, key).map(Entry::Number),
        Kind::Percentage => reader.percentage(node, key).map(Entry::Number),
        Kind::Count => reader.count(node, key).map(Entry::Count),
        Kind::Headcount => reader.headcount(node, key).map(Entry::Headcount),
        Kind::Date => reader.date(node, key).map(Entry::Date),
        Kind::Days => reader.days(node, key).map(Entry::Days),
        Kind::PeriodDays => reader.period_days(node, key).map(Entry::PeriodDays),
        Kind::Baseline => baseline(reader, node, key).map(Entry::Baseline),
        Kind::Years => years(reader, node, key).map(Entry::Years),
        Kind::Modules | Kind::Marks | Kind::Genders => None,
    }
}
