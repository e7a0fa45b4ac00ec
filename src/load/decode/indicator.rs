use super::super::document::Document;
use super::{columns, table};
use crate::load::form::wrong_number;
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Baseline, Indicator, Measure, RecordName, Spanned, Table, Text, YearMeasure};

/// `indicatori.yaml`.
pub(in crate::load) fn indicators(document: &mut Document, reader: &mut Reader<'_>) -> Table<Indicator> {
    table(document, reader, "indicatori", "indicatori", |reader, mut record, number| {
        let indicator = Indicator { span: record.span, ..columns(&mut record, reader) };
        let id = indicator.id.as_deref();
        let name = RecordName::row(number).id(id).named(&*indicator.name).within(&*indicator.dimension);
        record.finish(reader, "indicatori", name);
        indicator
    })
}

/// The value from which an indicator starts, alone or with its day.
pub(super) fn baseline(reader: &mut Reader<'_>, node: &Node, key: &str) -> Option<Baseline> {
    if node.text().is_some() {
        return reader.text(node, key).map(|value| Baseline { value: Measure::of(value), at: None });
    }
    let mut record = Record::of(reader, node, "la base")?;
    let value = record.must(reader, "valore", Reader::text);
    let at = record.maybe(reader, "al", Reader::date);
    record.finish_part(reader);
    value.map(|value| Baseline { value: Measure::of(value), at })
}

/// Values by years.
pub(super) fn years(reader: &mut Reader<'_>, node: &Node, key: &str) -> Option<Vec<YearMeasure>> {
    if node.is_empty() {
        return Some(Vec::new());
    }
    let what = if key == "consuntivo" { "il consuntivo" } else { "gli obiettivi" };
    let record = Record::of(reader, node, what)?;
    let mut years = Vec::new();
    for (name, name_node, value) in record.entries() {
        let year = Spanned::new(name.to_owned(), name_node.span());
        let year = self::year(reader, &year, key);
        let value = reader.text(value, name);
        if let (Some(year), Some(value)) = (year, value) {
            years.push(YearMeasure { year, value: Measure::of(value) });
        }
    }
    years.sort_by_key(|year| year.year.value);
    Some(years)
}

/// A year of four digits.
fn year(reader: &mut Reader<'_>, text: &Text, key: &str) -> Option<Spanned<i16>> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|year| is_year && (1900..=2200).contains(year));
    if year.is_none() {
        reader.report(wrong_number::no_year(text, key));
    }
    year.map(|year| Spanned::new(year, text.span))
}
