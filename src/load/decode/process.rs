use super::super::document::Document;
use super::annotations::annotations;
use super::table;
use crate::load::form::scope_choice;
use crate::load::node::{Node, NodeKind};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Process, ProcessCode, Scope, Spanned, Table, Text, fold};

/// `processi.yaml`.
pub(in crate::load) fn processes(document: &Document, reader: &mut Reader<'_>) -> Table<Process> {
    table(document, reader, "processi", "processi", "il processo", process)
}

fn process(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> Process {
    let code = record.must(reader, "codice", Reader::code);
    let process = Process {
        span: record.span,
        code: code.unwrap_or_else(|| Spanned::new(ProcessCode::parse(""), record.key_span("codice"))),
        risk: record.must(reader, "rischio", Reader::keyword),
        name: record.text(reader, "processo"),
        purpose: record.text(reader, "finalita"),
        inputs: list(&mut record, reader, "input"),
        phases: list(&mut record, reader, "fasi"),
        outputs: list(&mut record, reader, "output"),
        areas: record.ids(reader, "area"),
        scope: scope(&mut record, reader),
        smartability: record.must(reader, "smartabilita", Reader::keyword),
        paper: record.maybe(reader, "supporti_cartacei", Reader::keyword),
        percentage: record.maybe(reader, "percentuale", Reader::number),
        reason: record.maybe_text(reader, "motivazione"),
        software: record.ids(reader, "software"),
        previous_code: record.maybe(reader, "codice_precedente", Reader::code),
        annotations: annotations(&mut record, reader),
    };
    record.finish(reader, "processi", vec![number.to_string(), process.code.as_str().to_owned()]);
    process
}

/// A list that must be written, though it may be empty.
fn list(record: &mut Record<'_>, reader: &mut Reader<'_>, key: &'static str) -> Spanned<Vec<Text>> {
    let items = record.must(reader, key, |reader, node, key| Some(reader.list(node, key, Reader::text)));
    let span = record.value_span(key);
    Spanned::new(items.unwrap_or_default(), span)
}

fn scope(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Option<Scope> {
    let teams = record.value("smart_team");
    let services = record.value("servizio");
    match (teams, services) {
        (Some(_), Some(_)) => {
            reader.report(scope_choice::both(record.key_span("smart_team"), record.key_span("servizio")));
            None
        }
        (None, None) => {
            reader.report(scope_choice::neither(record.key_span("codice")));
            None
        }
        (Some(node), None) if is_everyone(node) => Some(Scope::Everyone(node.span())),
        (Some(node), None) => some(reader, record, node, "smart_team").map(Scope::Teams),
        (None, Some(node)) => some(reader, record, node, "servizio").map(Scope::Services),
    }
}

/// At least one identifier.
fn some(reader: &mut Reader<'_>, record: &Record<'_>, node: &Node, key: &'static str) -> Option<Vec<Text>> {
    if matches!(&node.kind, NodeKind::List(items) if items.is_empty()) {
        reader.report(scope_choice::neither(record.key_span(key)));
        return None;
    }
    let ids = reader.list(node, key, Reader::id);
    (!ids.is_empty()).then_some(ids)
}

/// The word `tutti`, alone or as the only item of a list.
fn is_everyone(node: &Node) -> bool {
    let word = match &node.kind {
        NodeKind::List(items) if items.len() == 1 => items[0].text(),
        _ => node.text(),
    };
    word.is_some_and(|word| fold(word) == "tutti")
}
