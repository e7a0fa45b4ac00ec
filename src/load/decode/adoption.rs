use super::super::document::Document;
use super::annotations::{annotations, marks};
use crate::load::form::wrong_number;
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Adoption, AdoptionRow, Days, DeclaredTotal, Spanned};

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
    adoption.rows.marks = marks(&mut file, reader);
    adoption.date = file.must(reader, "data", Reader::date);
    adoption.premise = file.maybe_text(reader, "premessa");
    adoption.rows.complete &= !document.complete || file.require("righe");
    let before = reader.findings.len();
    adoption.rows.rows = file.rows(reader, "righe", "la riga", row);
    // A figure that could not be read makes every sum wrong: then no sum is compared.
    adoption.rows.complete &=
        reader.findings[before..].iter().all(|finding| finding.severity != crate::diagnostic::Severity::Error);
    adoption.declared = file.maybe(reader, "totale_dichiarato", declared);
    file.finish(reader, "attuazione", Vec::new());
    adoption
}

fn row(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> AdoptionRow {
    let nobody = |record: &Record<'_>, key| Spanned::new(0, record.key_span(key));
    let row = AdoptionRow {
        span: record.span,
        area: record.text(reader, "area"),
        service: record.text(reader, "servizio"),
        team: record.text(reader, "smart_team"),
        continues_in: record.ids(reader, "continua_in"),
        days: record.maybe(reader, "giorni_settimana", days),
        employees: record.must(reader, "dipendenti", Reader::count).unwrap_or_else(|| nobody(&record, "dipendenti")),
        agile: record.must(reader, "agili", Reader::count).unwrap_or_else(|| nobody(&record, "agili")),
        annotations: annotations(&mut record, reader),
    };
    record.finish(reader, "attuazione", vec![number.to_string(), row.team.value.clone()]);
    row
}

fn days(reader: &mut Reader<'_>, node: &Node, key: &str) -> Option<Spanned<Days>> {
    let text = reader.text(node, key)?;
    if let Some(days) = Days::parse(&text) {
        Some(text.map(|_| days))
    } else {
        let expected = "un numero di giorni, un intervallo come \"0,5-1\" o il grado di smartabilità";
        reader.report(wrong_number::finding(&text, key, expected));
        None
    }
}

fn declared(reader: &mut Reader<'_>, node: &Node, _: &str) -> Option<DeclaredTotal> {
    let mut record = Record::of(reader, node, "il totale dichiarato")?;
    let total = DeclaredTotal {
        span: record.span,
        label: record.text(reader, "etichetta"),
        employees: record.maybe(reader, "dipendenti", Reader::count),
        agile: record.maybe(reader, "agili", Reader::count),
    };
    record.finish(reader, "attuazione", vec!["totale_dichiarato".to_owned()]);
    Some(total)
}
