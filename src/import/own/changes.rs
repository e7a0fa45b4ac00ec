use crate::import::deed::Problem;
use crate::import::formula;
use crate::workbook::{Confirmation, Grid, Returned, ReturnedRow, ReturnedTable};
use std::collections::BTreeMap;

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
}

/// A cell that holds something else.
#[derive(Clone, Debug)]
pub(super) struct CellChange {
    pub(super) table: String,
    pub(super) record: String,
    /// The key of its column, and what people call it.
    pub(super) column: String,
    pub(super) heading: String,
    pub(super) before: String,
    pub(super) after: String,
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
    pub(super) record: String,
    pub(super) place: CellPlace,
}

/// Where something stands in a workbook.
#[derive(Clone, Debug, Default)]
pub(super) struct CellPlace {
    pub(super) file: String,
    pub(super) sheet: String,
    pub(super) row: usize,
}

impl CellPlace {
    pub(super) fn problem(&self, column: &str, text: &str, message: impl Into<String>) -> Problem {
        Problem {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row: self.row,
            column: column.to_owned(),
            text: text.to_owned(),
            message: message.into(),
        }
    }
}

impl OwnFile {
    /// What people changed in it; a workbook that no longer says what it held is held against the data as they are.
    pub fn changes(&self, grids: &[Grid]) -> OwnChanges {
        let mut changes = OwnChanges::default();
        for table in &self.returned.tables {
            let Some(grid) = grids.iter().find(|grid| grid.home.table == table.table) else {
                let place = CellPlace { file: self.file.clone(), sheet: table.sheet.clone(), row: 0 };
                changes.problems.push(place.problem(
                    "",
                    "",
                    format!("la tabella `{}` non è fra quelle dei dati", table.table),
                ));
                continue;
            };
            if self.returned.has_origin {
                self.read(table, grid, &mut changes);
            } else {
                self.read(&ReturnedTable { origin: origin(grid), ..table.clone() }, grid, &mut changes);
            }
        }
        for table in &self.returned.missing {
            let title = grids.iter().find(|grid| grid.home.table == table).map_or(table.as_str(), |grid| &grid.title);
            let place = CellPlace { file: self.file.clone(), ..CellPlace::default() };
            let message = format!("la scheda «{title}» non c'è più: nessuna delle sue righe è stata tolta dai dati");
            changes.problems.push(place.problem("", "", message));
        }
        changes
    }

    fn read(&self, table: &ReturnedTable, grid: &Grid, changes: &mut OwnChanges) {
        let heading = |key: &str| grid.column(key).map_or_else(|| key.to_owned(), |(_, column)| column.heading.clone());
        let place = |row: usize| CellPlace { file: self.file.clone(), sheet: table.sheet.clone(), row };
        for row in &table.rows {
            for cell in &row.failed {
                let column = cell.key.as_deref().map(heading).unwrap_or_default();
                changes.problems.push(place(row.row).problem(&column, &cell.text, formula::failure(&cell.text)));
            }
            // Whose row it is cannot be known.
            if row.has_lost_key() {
                continue;
            }
            let Some(cells) = table.changed(row) else {
                changes.added.push(NewRow {
                    table: table.table.clone(),
                    cells: filled(table, row),
                    place: place(row.row),
                });
                continue;
            };
            changes.cells.extend(cells.into_iter().map(|(column, before, after)| CellChange {
                table: table.table.clone(),
                record: row.key.clone(),
                column: column.to_owned(),
                heading: heading(column),
                before: before.to_owned(),
                after: after.to_owned(),
                place: place(row.row),
            }));
        }
        if table.rows.iter().any(ReturnedRow::has_lost_key) {
            return;
        }
        let gone = table.origin.iter().filter(|(_, cells)| !cells.is_empty()).map(|(key, _)| key);
        for record in gone.filter(|key| !table.rows.iter().any(|row| row.key == **key)) {
            if self.returned.scope == "tutto" {
                let (table, record) = (table.table.clone(), record.clone());
                changes.removed.push(Removal { table, record, place: place(0) });
            } else {
                let message = format!(
                    "la riga di «{record}» non c'è più: in un foglio di un solo ufficio le righe non si tolgono, e nei dati è rimasta"
                );
                changes.problems.push(place(0).problem("", "", message));
            }
        }
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

fn filled(table: &ReturnedTable, row: &ReturnedRow) -> Vec<(String, String)> {
    let cells = table.keys.iter().cloned().zip(row.cells.iter().cloned());
    cells.filter(|(key, text)| !key.is_empty() && !text.is_empty()).collect()
}

impl OwnFile {
    /// What its manager confirmed, in a sentence; nothing where nothing was asked.
    pub fn confirmation(&self) -> Option<String> {
        let given = self.returned.confirmation.as_ref()?;
        let office = &self.returned.office;
        if *given == Confirmation::default() {
            return Some(format!("{}: {office}, non ancora confermato", self.file));
        }
        let who = if given.who.is_empty() { "non è detto chi conferma" } else { &given.who };
        let day = if given.day.is_empty() { String::new() } else { format!(" il {}", given.day) };
        let answer = match given.answer.to_lowercase().as_str() {
            "si" | "sì" => "confermato".to_owned(),
            "no" => "NON confermato".to_owned(),
            _ => "senza risposta sulla conferma".to_owned(),
        };
        let remarks = if given.remarks.is_empty() {
            String::new()
        } else {
            format!("; osservazioni: {}", given.remarks.replace('\n', " "))
        };
        Some(format!("{}: {office}, {answer} ({who}{day}){remarks}", self.file))
    }
}
