//! Acceptances name records by what those are called: they follow one that is called otherwise.

use super::files::Files;
use super::table_form::TableForm;
use crate::check;
use crate::edit::{Change, Step, Written};
use crate::model::Edition;
use crate::workbench::bench::Bench;
use crate::workbench::table::{FileText, Row, Rows};

/// Lets the acceptances that name records name them as they are called once the files say what they are to say. The change in words; nothing
/// where there is none.
///
/// # Errors
///
/// Why they cannot be changed, or the folder not be read.
pub(super) fn follow(table: &TableForm<'_>, changed: &[&Row<'_>], files: &mut Files) -> Result<Option<String>, String> {
    let path = format!("data/{}/accettazioni.yaml", table.edition.id.as_str());
    let Some(file) = FileText::of(table.bench, &path) else { return Ok(None) };
    let Ok(document) = file.document() else { return Ok(None) };
    let mut named = Vec::new();
    for row in changed {
        let Some(from) = place(table.bench, table.edition, row) else { continue };
        named.extend(places_below(document.read(), &from).map(|(at, below)| (*row, from.clone(), at, below)));
    }
    if named.is_empty() {
        return Ok(None);
    }
    let next = table.bench.read_with(&files.overlay()).map_err(|trouble| trouble.to_string())?;
    let next = Bench::new(table.bench.root, table.bench.settings, Ok(&next), None, None);
    next.choose(table.bench.chosen().as_deref());
    let Some(edition) = next.edition() else { return Ok(None) };
    let rows = Rows::of(&next, edition, table.home);
    let mut count = 0;
    for (row, from, at, below) in named {
        let path_of = |rows: &Rows<'_>, row: &Row<'_>| rows.files[row.file].path.clone();
        let is_it = |after: &&Row<'_>| after.at == row.at && path_of(&rows, after) == path_of(&table.rows, row);
        let to = rows.rows.iter().find(is_it).and_then(|row| place(&next, edition, row));
        let Some(to) = to.filter(|to| *to != from) else { continue };
        let change = Change::Set { at, value: Written::text(format!("{to}{below}")) };
        files.change(&file, &change).map_err(|why| format!("{path}: {why}"))?;
        count += 1;
    }
    Ok(match count {
        0 => None,
        1 => Some("cambiato anche nell'accettazione che lo nomina".to_owned()),
        count => Some(format!("cambiato anche nelle accettazioni, in {count} posti")),
    })
}

/// How acceptances name a record; `None` if nothing names it alone.
fn place(bench: &Bench<'_>, edition: &Edition, row: &Row<'_>) -> Option<String> {
    check::waiver_place(bench.annex.ok()?.loaded(), edition, row.entry?.span)
}

/// The places of acceptances that name a record or something of it, with what follows the name.
fn places_below<'r>(read: &'r Written, name: &str) -> impl Iterator<Item = (Vec<Step>, String)> + 'r {
    let (list, name) = (Step::from("accettazioni"), name.to_owned());
    let rows = read.at(std::slice::from_ref(&list)).map(Written::items).unwrap_or_default();
    let places = rows.iter().enumerate().flat_map(move |(number, row)| {
        let at = vec![list.clone(), Step::from(number), Step::from("dove")];
        let item = |number: usize| [&at[..], &[Step::from(number)]].concat();
        let places = row.get("dove");
        let items = places.map(Written::items).unwrap_or_default();
        let each: Vec<_> = items.iter().enumerate().map(|(number, place)| (item(number), place)).collect();
        each.into_iter().chain(places.map(|place| (at, place)))
    });
    places.filter_map(move |(at, place)| {
        let below = place.scalar()?.strip_prefix(name.as_str())?;
        (below.is_empty() || below.starts_with('/')).then(|| (at, below.to_owned()))
    })
}
