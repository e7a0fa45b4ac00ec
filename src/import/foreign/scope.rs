//! Whom a row concerns: the names of its offices, as identifiers or, in the table of a past year, as they are.

use super::fields::Fields;
use super::names::noun;
use super::office_choice::Asked;
use super::offices::{Found, Meant};
use super::record::{Cells, RowReader};
use super::section::Section;
use super::sheet_column::SheetColumn;
use super::value::{mark, on_one_line, states_nothing};
use crate::edit::Written;
use crate::import::reading::Question;
use crate::model::OfficeKind;

/// The offices of a row.
#[derive(Debug, Default)]
struct Scope {
    found: Vec<Found>,
    within: Option<Found>,
    everyone: bool,
}

/// Reads the offices of a row.
pub(super) fn read(reader: &mut RowReader<'_, '_, '_>, cells: &Cells, fields: &mut Fields) {
    if reader.table == "attuazione" {
        return names(reader, cells, fields);
    }
    let mut scope = Scope::default();
    for Section { kind, name, cell } in &cells.sections {
        if !reader.levels.iter().any(|level| level.kind == *kind) {
            let (row, column) = cell.unwrap_or((cells.row, 0));
            let asked = Asked { row, column, kind: *kind, says_kind: true, noun: None, name };
            resolve(reader, asked, fields, &mut scope);
        }
    }
    for level in reader.levels {
        let at = reader.columns[level.column].at;
        let text = cells.text(at).to_owned();
        let text =
            if super::value::is_ditto(&text) { reader.above.get(&at).cloned().unwrap_or_default() } else { text };
        if states_nothing(&text) {
            absent(reader, cells, at, level.column, fields);
            continue;
        }
        let within = scope.within.clone();
        let names = reader.offices.names(level.kind, &text, reader.levels.len() > 1);
        let kind = reader.offices.common_kind(level.kind, &names);
        let noun = noun(&reader.columns[level.column].heading);
        let before = scope.found.len();
        for path in &names {
            scope.within.clone_from(&within);
            let kinds = kinds(kind, path.len(), within.is_some());
            for (name, kind) in path.iter().zip(kinds) {
                let says_kind = level.says_kind && kind == level.kind;
                let asked = Asked { row: cells.row, column: at, kind, says_kind, noun, name };
                resolve(reader, asked, fields, &mut scope);
            }
        }
        if names.len() > 1 {
            keep_one_kind(reader, cells.row, at, before, fields, &mut scope);
        }
    }
    state(reader, cells, fields, &scope);
}

/// Of several offices in one cell, those of the kind of the first: a process concerns smart teams or services, not both.
fn keep_one_kind(
    reader: &mut RowReader<'_, '_, '_>,
    row: usize,
    at: usize,
    before: usize,
    fields: &mut Fields,
    scope: &mut Scope,
) {
    let Some(kind) = scope.found.get(before).map(|found| found.kind) else { return };
    let others: Vec<Found> = scope.found.iter().skip(before).filter(|found| found.kind != kind).cloned().collect();
    for other in others {
        let label = reader.offices.label(&other);
        let message = "nella stessa cella ci sono uffici di un altro genere: questo non è stato scritto";
        reader.fail(row, at, &label, message, Question::Name);
        fields.doubt(&label, message);
        scope.found.retain(|found| *found != other);
    }
}

/// Of what kind the offices of a path are, from the coarsest.
fn kinds(kind: OfficeKind, length: usize, has_owner: bool) -> Vec<OfficeKind> {
    if length == 1 {
        return vec![kind];
    }
    let mut kinds = vec![OfficeKind::Service; length];
    if !has_owner {
        kinds[0] = OfficeKind::Area;
    }
    if kind == OfficeKind::Team || length > 2 || has_owner {
        kinds[length - 1] = OfficeKind::Team;
    }
    kinds
}

/// A level of which nothing is written, though other rows name theirs.
fn absent(reader: &mut RowReader<'_, '_, '_>, cells: &Cells, at: usize, column: usize, fields: &mut Fields) {
    let others = reader.levels.len() > 1
        && cells.texts.iter().any(|(other, held)| {
            *other != at
                && !held.text.is_empty()
                && reader.levels.iter().any(|level| reader.columns[level.column].at == *other)
        });
    // What stood there names the row.
    let is_name = cells.texts.get(&at).is_some_and(|held| held.continued);
    if others && !is_name && reader.columns[column].heading.chars().next().is_some() {
        let heading = reader.columns[column].heading.clone();
        let message = format!("la cella di «{heading}» è vuota, mentre altre righe la riempiono: letta come «nessuno»");
        reader.doubt(cells.row, at, "", "", &message, Question::None);
        fields.doubt("", &message);
    }
}

/// Resolves a name; what it means becomes that within which finer names are looked for.
fn resolve(reader: &mut RowReader<'_, '_, '_>, asked: Asked<'_>, fields: &mut Fields, scope: &mut Scope) {
    let (bare, marks) = mark::split(asked.name);
    let is_starred = marks.iter().all(|mark| mark.starts_with('*'));
    let (name, marks) = if is_starred { (bare, marks) } else { (asked.name, Vec::new()) };
    fields.mark(marks);
    let (row, at, asked) = (asked.row, asked.column, Asked { name, ..asked });
    let sheet = reader.reading.name.clone();
    let meant = reader.offices.meant(&asked, scope.within.as_ref(), &sheet);
    let found = match meant {
        Meant::Sure(found) => found,
        Meant::New(found, message) => {
            // The record of the office says that it is to be verified.
            reader.doubt(row, at, name, &found.id, &message, Question::Name);
            found
        }
        Meant::Perhaps(found, message) => {
            reader.doubt(row, at, name, &found.id, &message, Question::Name);
            fields.doubt(name, &message);
            found
        }
        Meant::Everyone => {
            scope.everyone = true;
            return;
        }
        Meant::Ignored => return,
        Meant::Unknown(message) => {
            reader.fail(row, at, name, &message, Question::Name);
            fields.doubt(name, &message);
            return;
        }
    };
    scope.within = Some(found.clone());
    if !scope.found.contains(&found) {
        scope.found.push(found);
    }
}

/// States the offices under the keys of the table.
fn state(reader: &mut RowReader<'_, '_, '_>, cells: &Cells, fields: &mut Fields, scope: &Scope) {
    let of = |kind: OfficeKind| -> Vec<String> {
        scope.found.iter().filter(|found| found.kind == kind).map(|found| found.id.clone()).collect()
    };
    let (areas, services, teams) = (of(OfficeKind::Area), of(OfficeKind::Service), of(OfficeKind::Team));
    match reader.table {
        "processi" => {
            if !areas.is_empty() {
                fields.texts("area", areas);
            }
            if scope.everyone {
                fields.text("smart_team", "tutti");
            } else if !teams.is_empty() {
                fields.texts("smart_team", teams);
            } else if let Some(finest) = services.last().cloned() {
                // Of a path of services the finest is meant; several names in one cell are several services.
                let several = reader.levels.iter().filter(|level| level.kind == OfficeKind::Service).count() < 2;
                fields.texts("servizio", if several && scope.within.is_some() { services } else { vec![finest] });
            }
        }
        "smart-team" => {
            if let Some(service) = services.last() {
                fields.text("servizio", service);
            }
            identify(reader, cells, fields, OfficeKind::Team, scope);
        }
        "servizi" => {
            identify(reader, cells, fields, OfficeKind::Service, scope);
            // What is part of a service is of the area of that.
            match services.last().filter(|whole| fields.stated("id") != Some(whole)) {
                Some(whole) => fields.text("parte_di", whole),
                None => areas.first().into_iter().for_each(|area| fields.text("area", area)),
            }
        }
        "esclusioni" if !teams.is_empty() => fields.texts("smart_team", teams),
        "aree" => identify(reader, cells, fields, OfficeKind::Area, scope),
        _ => {}
    }
}

/// Gives the record of an office its identifier: that of the edition where it has one of this name, else one made of the name.
fn identify(reader: &mut RowReader<'_, '_, '_>, cells: &Cells, fields: &mut Fields, kind: OfficeKind, scope: &Scope) {
    let Some(name) = fields.stated("nome").map(str::to_owned).filter(|_| !fields.has("id")) else { return };
    if let Some(id) = reader.offices.known(kind, &name, scope.within.as_ref()) {
        fields.text("id", &id);
        return;
    }
    let id = reader.offices.free_id(kind, &name, scope.within.as_ref());
    let of_name = |column: &&SheetColumn| column.role.as_ref().is_some_and(|role| role.key == "nome");
    let at = reader.columns.iter().find(of_name).map_or(0, |column| column.at);
    reader.doubt(cells.row, at, &name, &id, "non c'è nell'edizione: sarebbe aggiunto", Question::None);
    fields.text("id", &id);
}

/// The names of the offices of a past year, as they are written.
fn names(reader: &mut RowReader<'_, '_, '_>, cells: &Cells, fields: &mut Fields) {
    for Section { kind, name, .. } in &cells.sections {
        if !reader.levels.iter().any(|level| level.kind == *kind) {
            let key = match kind {
                OfficeKind::Area => "area",
                OfficeKind::Service => "servizio",
                OfficeKind::Team => "smart_team",
            };
            fields.text(key, name);
        }
    }
    for level in reader.levels {
        let column = &reader.columns[level.column];
        let (at, key) = (column.at, column.role.as_ref().map_or(String::new(), |role| role.key.clone()));
        let text = cells.text(at).to_owned();
        let text =
            if super::value::is_ditto(&text) { reader.above.get(&at).cloned().unwrap_or_default() } else { text };
        if states_nothing(&text) {
            continue;
        }
        let (name, marks, note) = annotated(&text);
        let name = reader.past_name((cells.row, at), level.kind, name, fields);
        fields.put(&key, Written::Text(name));
        fields.mark(marks);
        if let Some(note) = note {
            fields.note(&note);
        }
    }
    continuations(reader, cells, fields);
}

/// Which smart teams, or services, of the edition go on from the office of a past year.
fn continuations(reader: &mut RowReader<'_, '_, '_>, cells: &Cells, fields: &mut Fields) {
    let columns = reader.columns;
    let is_meant = |column: &&SheetColumn| column.role.as_ref().is_some_and(|role| role.key == "continua_in");
    for column in columns.iter().filter(is_meant) {
        let text = cells.text(column.at).to_owned();
        if states_nothing(&text) {
            continue;
        }
        let mut ids = Vec::new();
        for name in reader.offices.names(OfficeKind::Team, &text, true).into_iter().flatten() {
            // Where the row names no team, it is the service that goes on.
            let kinds = if fields.has("smart_team") {
                [OfficeKind::Team, OfficeKind::Service]
            } else {
                [OfficeKind::Service, OfficeKind::Team]
            };
            if let Some(id) = kinds.into_iter().find_map(|kind| reader.offices.known(kind, &name, None)) {
                ids.push(id);
                continue;
            }
            let message = "nessuno smart team e nessun servizio dell'edizione si chiama così";
            reader.fail(cells.row, column.at, &name, message, Question::None);
            fields.doubt(&name, message);
        }
        if !ids.is_empty() {
            fields.texts("continua_in", ids);
        }
    }
}

/// A name without its marks, and what stands beside one: `Servizi Finanziari (* Dirigente)`.
fn annotated(text: &str) -> (String, Vec<String>, Option<String>) {
    let text = on_one_line(text);
    let starred = text.strip_suffix(')').and_then(|text| text.rsplit_once("(*"));
    if let Some((name, note)) = starred {
        let stars = note.chars().take_while(|c| *c == '*').count();
        let note = note[stars..].trim();
        let note = (!note.is_empty()).then(|| note.to_owned());
        return (name.trim().to_owned(), vec!["*".repeat(stars + 1)], note);
    }
    let (bare, marks) = mark::split(&text);
    (bare.to_owned(), marks, None)
}
