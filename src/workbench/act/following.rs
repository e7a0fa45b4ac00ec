//! Places of acceptances and links of chapters name records by what those are called: they follow one that is called otherwise.

use super::acceptances::Acceptances;
use super::chapter_links::RecordLinks;
use super::files::Files;
use super::in_words;
use super::table_form::TableForm;
use crate::edit::{Change, Step, Written};
use crate::model::{Edition, RecordName, fold};
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::table::{Row, Rows};
use std::collections::{HashMap, HashSet};

/// Whether a record may be called otherwise once it says something else: what was a part of its name has changed, or what it did not say. Of
/// most changes neither is true, and to follow them the folder would be read in vain.
pub(super) fn may_rename(row: &Row<'_>, after: &Written) -> bool {
    let Some(entry) = row.entry else { return true };
    let RecordName { list, id, name, within, .. } = &entry.name;
    let whole = [list, id, name].into_iter().flatten().chain(within);
    // Several things may be one name: `Autisti, Messi`.
    let parts: HashSet<String> = whole.flat_map(|name| name.split(", ").chain([&**name])).map(fold).collect();
    let is_part = |value: &Written| {
        let texts = value.items().iter().chain([value]).filter_map(Written::scalar);
        texts.into_iter().any(|text| parts.contains(&fold(text)))
    };
    let is_kept = |key: &str, value: &Written| after.get(key).is_some_and(|now| now.means(value));
    let before = row.value.entries();
    before.iter().any(|(key, value)| !is_kept(key, value) && (is_part(value) || value.is_empty()))
        || after.entries().iter().any(|(key, _)| row.value.get(key).is_none())
}

/// Lets what names records by what they are called name them as they are called once the files say what they are to say; `change` is the one
/// by which records come, go or take another place, and `heir` who has the links to one that goes. The changes in words.
///
/// # Errors
///
/// Why something cannot follow, or the folder not be read.
pub(super) fn follow(
    table: &TableForm<'_>,
    files: &mut Files,
    change: Option<(&str, &Change)>,
    heir: Option<&Row<'_>>,
) -> Result<Vec<String>, String> {
    let (bench, edition) = (table.bench, table.edition);
    let acceptances = Acceptances::of(bench, edition);
    let links = RecordLinks::of(bench, edition);
    if acceptances.is_empty() && links.is_empty() {
        return Ok(Vec::new());
    }
    let next = bench.read_with(&files.overlay()).map_err(|trouble| in_words(&trouble))?;
    let next = Bench::new(bench.root, bench.settings, Ok(&next), None, None);
    next.choose(bench.chosen().as_deref());
    let Some(then) = next.edition() else { return Ok(Vec::new()) };
    let passage = Passage { now: (bench, edition), then: (&next, then), change };
    let mut words = Vec::new();
    words.extend(acceptances.follow(&passage, table.home, files)?);
    words.extend(links.follow(&passage, (table.home, heir), files)?);
    Ok(words)
}

/// The folder as it is, and as it would be.
pub(super) struct Passage<'p, 'a> {
    pub(super) now: (&'p Bench<'a>, &'p Edition),
    pub(super) then: (&'p Bench<'p>, &'p Edition),
    /// The change by which records of a file come, go or take another place.
    change: Option<(&'p str, &'p Change)>,
}

impl<'p, 'a> Passage<'p, 'a> {
    /// The records of a table as they are, each with itself as it would be; without it where it goes.
    pub(super) fn records(&self, home: &Home) -> Vec<(Row<'a>, Option<Row<'p>>)> {
        let place = |path: &str, at: &[Step]| format!("{path} {at:?}");
        let Rows { files, rows } = Rows::of(self.then.0, self.then.1, home);
        let rows = rows.into_iter().map(|row| (place(&files[row.file].path, &row.at), row));
        let mut then: HashMap<String, Row<'p>> = rows.collect();
        let Rows { files, rows } = Rows::of(self.now.0, self.now.1, home);
        let pair = |row: Row<'a>| {
            let path = files[row.file].path.as_str();
            let at = match self.change {
                Some((changed, change)) if changed == path => change.place(&row.at),
                _ => Some(row.at.clone()),
            };
            let after = at.and_then(|at| then.remove(&place(path, &at)));
            (row, after)
        };
        rows.into_iter().map(pair).collect()
    }
}
