use super::super::document::Document;
use super::{columns, table};
use crate::load::form::scope_choice;
use crate::load::node::{Node, NodeKind};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Process, RecordName, Scope, Spanned, Table, Text, is_respelling};

/// What a process says in the place of teams where it concerns all of them.
pub(super) const EVERYONE: &str = "tutti";

/// `processi.yaml`.
pub(in crate::load) fn processes(document: &mut Document, reader: &mut Reader<'_>) -> Table<Process> {
    table(document, reader, "processi", "processi", |reader, mut record, number| {
        let mut process = Process { span: record.span, ..columns(&mut record, reader) };
        process.scope = scope(&mut record, reader, !process.areas.is_empty());
        let name = RecordName::row(number).id(process.code()).named(&*process.name);
        record.finish(reader, "processi", process.office_ids().into_iter().fold(name, RecordName::within));
        process
    })
}

/// Whom it concerns; `has_areas` if its row names areas, which then stand for teams and services where it names none of those.
fn scope(record: &mut Record<'_>, reader: &mut Reader<'_>, has_areas: bool) -> Option<Scope> {
    let mut teams = record.value("smart_team");
    let mut services = record.value("servizio");
    let is_named = |node: Option<&Node>| node.is_some_and(|node| !is_empty_list(node));
    for (key, is_told) in [("smart_team", has_areas || is_named(services)), ("servizio", has_areas || is_named(teams))]
    {
        let own = if key == "servizio" { &mut services } else { &mut teams };
        if is_told && own.take_if(|node| is_empty_list(node)).is_some() {
            let fix = record.removal(reader.sources, key);
            reader.report(scope_choice::empty_list(record.key_span(key), key, fix));
        }
    }
    // Two empty lists name nobody.
    services = services.filter(|node| teams.is_none() || !is_empty_list(node));
    if let (Some((node, word)), None) = (teams.and_then(everyone), services) {
        reader.spelled(node, &Spanned::new(word.to_owned(), node.span()), EVERYONE);
        return teams.map(|node| Scope::Everyone(node.span()));
    }
    match (teams, services) {
        (Some(_), Some(_)) => {
            reader.report(scope_choice::both(
                &reader.model.words,
                record.key_span("smart_team"),
                record.key_span("servizio"),
            ));
            None
        }
        (None, None) if has_areas => Some(Scope::Areas),
        (None, None) => {
            reader.report(scope_choice::neither(&reader.model.words, record.key_span("codice")));
            None
        }
        (Some(node), None) => some(reader, record, node, "smart_team").map(Scope::Teams),
        (None, Some(node)) => some(reader, record, node, "servizio").map(Scope::Services),
    }
}

/// At least one identifier.
fn some(reader: &mut Reader<'_>, record: &Record<'_>, node: &Node, key: &'static str) -> Option<Vec<Text>> {
    if is_empty_list(node) {
        reader.report(scope_choice::neither(&reader.model.words, record.key_span(key)));
        return None;
    }
    let ids = reader.list(node, key, Reader::reference);
    (!ids.is_empty()).then_some(ids)
}

fn is_empty_list(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::List(items) if items.is_empty())
}

/// The word `tutti`, alone or as the only item of a list, however it was spelled.
fn everyone(node: &Node) -> Option<(&Node, &str)> {
    let node = match &node.kind {
        NodeKind::List(items) if items.len() == 1 => &items[0],
        _ => node,
    };
    node.text().filter(|word| is_respelling(word, EVERYONE)).map(|word| (node, word))
}
