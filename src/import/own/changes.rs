use super::counterpart::Counterparts;
use super::owner::owners;
use super::place::CellPlace;
use super::{names, settings};
use crate::import::deed::Problem;
use crate::import::{Target, formula};
use crate::model::fold;
use crate::tables;
use crate::workbook::{Grid, RecordLabels, Returned, ReturnedRow, ReturnedTable};
use std::collections::{BTreeMap, BTreeSet};

/// The scope of a workbook that holds every record: what is not in it any more is to go.
const WHOLE: &str = "tutto";

/// A workbook of ours that came back, and its file.
#[derive(Clone, Debug)]
pub struct OwnFile {
    /// Its path, as it was given.
    pub file: String,
    /// What it holds.
    pub returned: Returned,
}

/// What people changed in a workbook.
#[derive(Clone, Debug, Default)]
pub struct OwnChanges {
    pub(super) cells: Vec<CellChange>,
    pub(super) added: Vec<NewRow>,
    pub(super) removed: Vec<Removal>,
    pub(super) problems: Vec<Problem>,
    pub(super) remarks: Vec<String>,
    /// What records are called in it: their kind, their identifier, the name.
    pub(super) names: Vec<(tables::Target, String, String)>,
}

/// A cell that holds something else.
#[derive(Clone, Debug)]
pub(super) struct CellChange {
    pub(super) table: String,
    /// The key of the record in the data.
    pub(super) record: String,
    /// The key of its column, and what people call it.
    pub(super) column: String,
    pub(super) heading: String,
    pub(super) before: String,
    pub(super) after: String,
    /// The same as the data would show it, however it is spelled.
    pub(super) spelled: String,
    pub(super) place: CellPlace,
}

/// A row that was not there.
#[derive(Clone, Debug)]
pub(super) struct NewRow {
    pub(super) table: String,
    /// Its cells that hold something, by the keys of their columns.
    pub(super) cells: Vec<(String, String)>,
    pub(super) place: CellPlace,
}

/// A row that is there no more.
#[derive(Clone, Debug)]
pub(super) struct Removal {
    pub(super) table: String,
    /// The key of the record in the data.
    pub(super) record: String,
    pub(super) place: CellPlace,
}

impl OwnFile {
    /// What people changed in it and the data do not say yet; a workbook that no longer says what it held is held against the data as they are.
    pub fn changes(&self, target: &Target<'_>) -> OwnChanges {
        let mut changes = OwnChanges { names: names::of(&self.returned), ..OwnChanges::default() };
        let mut labels = target.labels.clone();
        for (kind, id, name) in changes.names.clone() {
            labels.learn(kind, id, name);
        }
        for table in &self.returned.tables {
            let Some(grid) = target.grid(&table.table) else {
                let place = CellPlace { file: self.file.clone(), sheet: table.sheet.clone(), row: 0 };
                changes.problems.push(place.problem(
                    "",
                    "",
                    format!("la tabella `{}` non è fra quelle dei dati", table.table),
                ));
                continue;
            };
            if self.returned.has_origin {
                Sheet::of(self, table, grid, &labels).read(&mut changes);
            } else {
                let table = ReturnedTable { origin: origin(grid), ..table.clone() };
                Sheet::of(self, &table, grid, &labels).read(&mut changes);
            }
        }
        for table in &self.returned.missing {
            let title = target.grid(table).map_or(table.as_str(), |grid| &grid.title);
            let place = CellPlace { file: self.file.clone(), ..CellPlace::default() };
            let is_there = self.returned.unkeyed.iter().any(|sheet| is_called(sheet, title));
            let message = if is_there {
                format!(
                    "nella scheda «{title}» non c'è più la riga nascosta con le chiavi delle colonne: la scheda non è stata letta, e nei dati nulla di essa è cambiato"
                )
            } else {
                format!("la scheda «{title}» non c'è più: nessuna delle sue righe è stata tolta dai dati")
            };
            changes.problems.push(place.problem("", "", message));
        }
        changes
    }
}

impl Returned {
    /// Which record each row of one of its tables is.
    pub(super) fn owners<'t>(&self, table: &'t ReturnedTable, grid: &Grid) -> Vec<Option<&'t str>> {
        owners(table, grid.home.names, self.scope == WHOLE)
    }
}

/// Whether a sheet has the name of a table, which may have been too long for it.
fn is_called(sheet: &str, title: &str) -> bool {
    let (sheet, title) = (fold(sheet), fold(title));
    sheet == title || sheet.chars().count() > 20 && title.starts_with(&sheet)
}

/// A sheet beside its table of the data.
pub(super) struct Sheet<'s> {
    file: &'s OwnFile,
    pub(super) table: &'s ReturnedTable,
    pub(super) grid: &'s Grid,
    pub(super) labels: &'s RecordLabels,
}

impl<'s> Sheet<'s> {
    fn of(file: &'s OwnFile, table: &'s ReturnedTable, grid: &'s Grid, labels: &'s RecordLabels) -> Self {
        Self { file, table, grid, labels }
    }

    fn read(&self, changes: &mut OwnChanges) {
        let owners = self.file.returned.owners(self.table, self.grid);
        let counterparts = Counterparts::of(self.table, &owners, (self.grid, self.labels));
        let found = counterparts.found();
        let slips = counterparts.slips(&found);
        for (at, row) in self.table.rows.iter().enumerate() {
            for cell in &row.failed {
                let column = cell.key.as_deref().map(|key| self.heading(key)).unwrap_or_default();
                changes.problems.push(self.place(row).problem(&column, &cell.text, formula::failure(&cell.text)));
            }
            // Whose row it is cannot be known.
            if row.has_lost_key() {
                continue;
            }
            match (owners[at], found[at]) {
                (Some(owner), Some(number)) => self.change((at, row), owner, number, &counterparts, changes),
                (Some(owner), None) => {
                    if self.table.changed(row, owner).is_some_and(|cells| !cells.is_empty()) {
                        let message = format!(
                            "«{owner}» non è più nei dati: ciò che è cambiato nella sua riga non è stato scritto"
                        );
                        changes.problems.push(self.place(row).problem("", "", message));
                    }
                }
                (None, Some(number)) => self.added_before((at, row), number, &counterparts, changes),
                (None, None) => self.add(row, slips.get(&at).copied(), changes),
            }
        }
        // A row of which nobody knows whose it is may be that of any record.
        if !self.table.rows.iter().any(ReturnedRow::has_lost_key) {
            self.remove(&owners, &found, &counterparts, changes);
        }
    }

    /// The cells of a row that changed, and of which the data do not say the same yet.
    fn change(
        &self,
        (at, row): (usize, &ReturnedRow),
        owner: &str,
        number: usize,
        counterparts: &Counterparts<'_>,
        changes: &mut OwnChanges,
    ) {
        let Some(record) = self.grid.rows.get(number) else { return };
        for (column, before, after) in self.table.changed(row, owner).unwrap_or_default() {
            let spelled = counterparts.after(at, column).unwrap_or(after);
            let now = self.grid.column(column).and_then(|(at, _)| record.cells.get(at));
            if now.is_some_and(|now| now == spelled) {
                continue;
            }
            changes.cells.push(CellChange {
                table: self.table.table.clone(),
                record: record.key.clone(),
                column: column.to_owned(),
                heading: self.heading(column),
                before: before.to_owned(),
                after: after.to_owned(),
                spelled: spelled.to_owned(),
                place: self.place(row),
            });
        }
    }

    /// The records of which no row is left.
    fn remove(
        &self,
        owners: &[Option<&str>],
        found: &[Option<usize>],
        counterparts: &Counterparts<'_>,
        changes: &mut OwnChanges,
    ) {
        let kept: BTreeSet<&str> = owners.iter().copied().flatten().collect();
        let spoken: BTreeSet<usize> = found.iter().copied().flatten().collect();
        let numbers: BTreeMap<&str, usize> =
            self.grid.rows.iter().enumerate().map(|(number, row)| (row.key.as_str(), number)).collect();
        for (record, held) in &self.table.origin {
            // A record that never held anything has no row either.
            if kept.contains(record.as_str()) || held.is_empty() {
                continue;
            }
            // Another row speaks of the record that is called so now: this one has gone before.
            let Some(number) = numbers.get(record.as_str()).filter(|number| !spoken.contains(*number)) else {
                continue;
            };
            let message = if self.file.returned.scope != WHOLE {
                format!(
                    "la riga di «{record}» non c'è più: in un foglio di un solo ufficio le righe non si tolgono, e nei dati è rimasta"
                )
            } else if settings::is_of(&self.table.table) || counterparts.is_as_it_was(held, *number) {
                let (table, record) = (self.table.table.clone(), record.clone());
                changes.removed.push(Removal { table, record, place: self.whole() });
                continue;
            } else {
                format!(
                    "la riga di «{record}» non c'è più, ma da quando il foglio è stato fatto nei dati la voce è cambiata: è rimasta"
                )
            };
            changes.problems.push(self.whole().problem("", "", message));
        }
    }

    pub(super) fn heading(&self, key: &str) -> String {
        self.grid.column(key).map_or_else(|| key.to_owned(), |(_, column)| column.heading.clone())
    }

    pub(super) fn place(&self, row: &ReturnedRow) -> CellPlace {
        CellPlace { row: row.row, ..self.whole() }
    }

    fn whole(&self) -> CellPlace {
        CellPlace { file: self.file.file.clone(), sheet: self.table.sheet.clone(), row: 0 }
    }
}

/// What the cells of a table would hold if it were exported now.
fn origin(grid: &Grid) -> BTreeMap<String, BTreeMap<String, String>> {
    let cells = |cells: &[String]| {
        let pairs = grid.columns.iter().map(crate::workbook::SheetColumn::key).zip(cells.iter().cloned());
        pairs.filter(|(_, text)| !text.is_empty()).collect()
    };
    grid.rows.iter().map(|row| (row.key.clone(), cells(&row.cells))).collect()
}
