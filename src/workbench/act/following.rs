//! Places of acceptances and links of chapters name records by what those are called: they follow one that is called otherwise.

use super::acceptances::Acceptances;
use super::chapter_links::RecordLinks;
use super::files::Files;
use super::in_words;
use super::table_form::TableForm;
use crate::edit::{Change, Step};
use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::table::{Row, Rows};
use std::collections::HashMap;

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
