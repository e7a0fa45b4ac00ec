use super::super::document::Document;
use super::annotations::marks;
use super::{columns, rows};
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Adoption, AdoptionRow, DeclaredTotal, GenderCounts, RecordName, Text};

/// `attuazione.yaml`.
pub(in crate::load) fn adoption(document: &Document, reader: &mut Reader<'_>) -> Adoption {
    let mut adoption = Adoption { rows: document.table(), ..Adoption::default() };
    if document.is_blank() {
        return adoption;
    }
    let Some(mut file) = Record::of(reader, &document.node, "lo stato di attuazione") else {
        adoption.rows.complete = false;
        return adoption;
    };
    adoption.rows.marks = marks(&mut file, reader, "attuazione");
    adoption.date = file.must(reader, "data", Reader::date);
    adoption.premise = file.maybe_text(reader, "premessa");
    adoption.rows.complete &= !document.complete || file.require("righe");
    let before = reader.findings.len();
    adoption.rows.rows = rows(&mut file, reader, "righe", row);
    // A figure that could not be read makes every sum wrong: then no sum is compared.
    adoption.rows.complete &=
        reader.findings[before..].iter().all(|finding| finding.severity != crate::diagnostic::Severity::Error);
    adoption.declared = file.maybe(reader, "totale_dichiarato", declared);
    file.finish(reader, "attuazione", RecordName::file());
    adoption
}

fn row(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> AdoptionRow {
    let mut row = AdoptionRow { span: record.span, ..columns(&mut record, reader) };
    row.women = record.maybe(reader, "donne", |reader, node, _| genders(reader, node, "le donne", number));
    row.men = record.maybe(reader, "uomini", |reader, node, _| genders(reader, node, "gli uomini", number));
    let own = |name: &Option<Text>| name.as_ref().map_or(String::new(), |name| name.value.clone());
    // The office that the row counts tells it from the others; the larger ones tell those of one name apart.
    let mut offices = [&row.team, &row.service, &row.area].map(own).into_iter().filter(|name| !name.is_empty());
    let name = RecordName::row(number).named(offices.next().unwrap_or_default());
    record.finish(reader, "attuazione", offices.fold(name, RecordName::within));
    row
}

fn genders(reader: &mut Reader<'_>, node: &Node, what: &'static str, number: usize) -> Option<GenderCounts> {
    let mut record = Record::of(reader, node, what)?;
    let counts = GenderCounts {
        employees: record.maybe(reader, "dipendenti", Reader::headcount),
        agile: record.maybe(reader, "agili", Reader::headcount),
    };
    record.finish(reader, "attuazione", RecordName::row(number).of_list(what));
    Some(counts)
}

fn declared(reader: &mut Reader<'_>, node: &Node, _: &str) -> Option<DeclaredTotal> {
    let mut record = Record::of(reader, node, "il totale dichiarato")?;
    let total = DeclaredTotal {
        span: record.span,
        label: record.text(reader, "etichetta"),
        employees: record.maybe(reader, "dipendenti", Reader::headcount),
        agile: record.maybe(reader, "agili", Reader::headcount),
    };
    record.finish(reader, "attuazione", RecordName::part("totale_dichiarato"));
    Some(total)
}
