//! What differs where records have no pages of their own: the other tables, the settings of the edition, the chapters.

use super::{Changed, FieldView};
use crate::comparison::{ChangeKind, Comparison, Recomputed, RecordChange, TableChanges};
use crate::routes::Part;
use crate::site::view::Link;
use crate::tables::{AREAS, PROCESSES, SERVICES, TEAMS};
use serde::Serialize;

/// A table whose records have no pages of their own.
#[derive(Debug, Serialize)]
pub(super) struct Other {
    id: &'static str,
    title: String,
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<Changed>,
}

/// What differs in the tables whose records have no pages of their own.
pub(super) fn others(comparison: &Comparison, part: Part) -> Vec<Other> {
    let with_pages = [AREAS.name, SERVICES.name, TEAMS.name, PROCESSES.name];
    let tables =
        comparison.tables.iter().filter(|table| !with_pages.contains(&table.table) && !table.changes.is_empty());
    let shown = tables.map(|table| other(table, part));
    shown.filter(|it| !(it.added.is_empty() && it.removed.is_empty() && it.changed.is_empty())).collect()
}

/// The chapters in which figures that come from the data differ, each with its paragraphs.
pub(super) fn recomputed(comparison: &Comparison, part: Part) -> Vec<Changed> {
    let chapters = part.of(&comparison.recomputed).chunk_by(|one, next| one.chapter == next.chapter);
    let field = |paragraph: &Recomputed| FieldView {
        label: "Paragrafo".to_owned(),
        before: vec![paragraph.before.clone()],
        after: vec![paragraph.after.clone()],
    };
    chapters
        .map(|paragraphs| Changed {
            link: Link::none(&paragraphs[0].title, None),
            name: None,
            fields: paragraphs.iter().map(field).collect(),
        })
        .collect()
}

fn other(table: &TableChanges, part: Part) -> Other {
    let names = |wanted| {
        let changes = table.changes.iter().filter(move |change| change.kind == wanted);
        let names = changes.filter_map(|change| Some(change.after.as_ref().or(change.before.as_ref())?.name.clone()));
        part.of(&names.collect::<Vec<String>>()).to_vec()
    };
    let changed: Vec<&RecordChange> = table.changes.iter().filter(|change| !change.fields.is_empty()).collect();
    let changed = part.of(&changed).iter();
    let changed = changed
        .filter_map(|change| Some(super::changed(&change.fields, Link::none(&change.after.as_ref()?.name, None))));
    Other {
        id: table.table,
        title: table.title.clone(),
        added: names(ChangeKind::Added),
        removed: names(ChangeKind::Removed),
        changed: changed.collect(),
    }
}

/// How many records differ in the tables without pages of their own, in the settings and in the chapters.
pub(super) fn counted(others: &[Other]) -> String {
    let sum = |of: fn(&Other) -> usize| others.iter().map(of).sum();
    let counts: [(usize, &str, &str); 3] = [
        (sum(|other| other.added.len()), "voce nuova", "voci nuove"),
        (sum(|other| other.removed.len()), "voce non più presente", "voci non più presenti"),
        (sum(|other| other.changed.len()), "voce cambiata", "voci cambiate"),
    ];
    let said = counts.into_iter().filter(|(count, ..)| *count > 0);
    let said: Vec<String> =
        said.map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many })).collect();
    let said = if said.is_empty() { "nessuna differenza".to_owned() } else { said.join(", ") };
    format!("Documento, altre tavole e capitoli: {said}.")
}
