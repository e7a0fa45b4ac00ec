//! Whether what a sheet says of its table as a whole is said of every record that the table then has.

use super::identity::Index;
use super::same::is_same;
use super::same_office::{Spoken, spoken_of};
use crate::edit::Written;
use crate::import::{FileReading, SheetReading, Target};

/// The sheets that hold one table, and whether they hold all of it.
pub(super) struct Heads<'s> {
    sheets: Vec<&'s SheetReading>,
    holds_all: bool,
}

impl<'s> Heads<'s> {
    /// The sheets of the table of one of them.
    pub(super) fn of(target: &Target<'_>, files: &'s [FileReading], sheet: &SheetReading) -> Self {
        let grid = sheet.table.as_deref().and_then(|table| target.grid(table));
        let Some(grid) = grid.filter(|_| !sheet.settings.is_empty()) else {
            return Self { sheets: Vec::new(), holds_all: true };
        };
        let all = files.iter().flat_map(|file| &file.sheets);
        let sheets: Vec<_> = all.filter(|other| other.table == sheet.table && !other.drafts.is_empty()).collect();
        let (mut index, mut others) = (Index::of(target), Vec::new());
        for draft in sheets.iter().flat_map(|sheet| &sheet.drafts) {
            let record = Written::Group(draft.fields.clone());
            match index.find(grid.home.table, &record) {
                Some(number) => index.touch(grid.home.table, number),
                None => others.push(record),
            }
        }
        if grid.home.table == "attuazione" {
            for spoken in spoken_of(&grid.rows, &index, &others) {
                if let Spoken::Of(number) = spoken {
                    index.touch(grid.home.table, number);
                }
            }
        }
        let holds_all = grid.rows.iter().all(|row| index.is_touched(grid.home.table, row.number));
        Self { sheets, holds_all }
    }

    /// Whether a value may take the place of what stands at the top: no record of the table remains of which it is not said.
    pub(super) fn may_change(&self, key: &str, value: &Written) -> bool {
        let says =
            |sheet: &&SheetReading| sheet.settings.iter().any(|(own, other)| own == key && is_same(key, other, value));
        self.holds_all && self.sheets.iter().all(says)
    }
}
