use super::book::{CONFIRMATION, IDENTITY, MARK, ORIGIN, TABLE_MARK};
use super::guidance;
use crate::sheet::{Cell, CellKind, Sheet, Workbook};
use std::collections::{BTreeMap, BTreeSet};

/// A workbook of ours that came back.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    /// The edition whose it is.
    pub edition: String,
    /// Whose rows it held: `tutto`, or the kind of office.
    pub scope: String,
    /// The name of the office.
    pub office: String,
    /// What its manager confirmed.
    pub confirmation: Option<Confirmation>,
    /// Its tables.
    pub tables: Vec<ReturnedTable>,
    /// Whether it still says what its cells held when it was written.
    pub has_origin: bool,
    /// The tables that it held and that are there no more.
    pub missing: Vec<String>,
    /// The names of its sheets that hold none: a table without its row of keys among them.
    pub unkeyed: Vec<String>,
}

/// What the manager of an office filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmation {
    /// The manager.
    pub who: String,
    /// The day.
    pub day: String,
    /// Whether the data are right and complete.
    pub answer: String,
    /// Remarks.
    pub remarks: String,
}

/// A table of a workbook that came back.
#[derive(Clone, Debug, Default)]
pub struct ReturnedTable {
    /// The name of its sheet.
    pub sheet: String,
    /// The table.
    pub table: String,
    /// The keys of its columns.
    pub keys: Vec<String>,
    /// Its rows.
    pub rows: Vec<ReturnedRow>,
    /// What each record held when the workbook was written: its cells by the keys of their columns.
    pub origin: BTreeMap<String, BTreeMap<String, String>>,
}

/// A row of such a table.
#[derive(Clone, Debug, Default)]
pub struct ReturnedRow {
    /// Its number, from 1.
    pub row: usize,
    /// The key of its record; empty for a new one.
    pub key: String,
    /// Its cells, one for each key; empty where a formula gave nothing.
    pub cells: Vec<String>,
    /// The formulas that gave nothing.
    pub failed: Vec<FailedCell>,
}

/// A cell whose formula gave nothing, or that no program has computed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedCell {
    /// The key of its column; `None` if the key of the record should stand there.
    pub key: Option<String>,
    /// What it shows: the formula, or the sign of its error.
    pub text: String,
}

impl Returned {
    /// A workbook of ours, if it is one.
    pub fn of(workbook: &Workbook) -> Option<Self> {
        let identity = workbook.sheets.iter().find(|sheet| sheet.name == IDENTITY)?;
        let said: BTreeMap<String, String> =
            (0..identity.rows.len()).map(|row| (text(identity.cell(row, 0)), text(identity.cell(row, 1)))).collect();
        said.get(MARK)?;
        let say = |name: &str| said.get(name).cloned().unwrap_or_default();
        let origin = workbook.sheets.iter().find(|sheet| sheet.name == ORIGIN);
        let mut held = origin.map(origins).unwrap_or_default();
        let mut tables: Vec<ReturnedTable> = workbook.sheets.iter().filter_map(table).collect();
        let is_table = |name: &str| tables.iter().any(|table| table.sheet == name);
        let unkeyed = workbook.sheets.iter().map(|sheet| sheet.name.clone()).filter(|name| !is_table(name)).collect();
        for table in &mut tables {
            table.origin = held.remove(&table.table).unwrap_or_default();
            // A row that was emptied is one that goes; one that never held anything stays.
            let was_empty = |key: &str| table.origin.get(key).is_some_and(BTreeMap::is_empty);
            table.rows.retain(|row| !row.is_blank() || was_empty(&row.key));
        }
        Some(Self {
            edition: say("edizione"),
            scope: say("ambito"),
            office: say("nome"),
            confirmation: workbook.sheets.iter().find(|sheet| sheet.name == CONFIRMATION).map(confirmation),
            tables,
            has_origin: origin.is_some(),
            missing: held.into_keys().collect(),
            unkeyed,
        })
    }
}

/// The text of a cell as we write it: a number with a point, a day without its hour.
fn text(cell: &Cell) -> String {
    match cell.kind {
        CellKind::Number(number) if !cell.text.ends_with('%') => number.to_string(),
        CellKind::Date => cell.text.trim_end_matches(" 00:00:00").trim_end_matches(" 00:00").to_owned(),
        CellKind::Truth(truth) => if truth { "si" } else { "no" }.to_owned(),
        CellKind::Error => String::new(),
        _ => cell.text.trim().to_owned(),
    }
}

/// A cell whose formula gave nothing.
fn failed(cell: &Cell, key: Option<&str>) -> Option<FailedCell> {
    let is_failed = cell.kind == CellKind::Error;
    is_failed.then(|| FailedCell { key: key.map(str::to_owned), text: cell.text.trim().to_owned() })
}

fn origins(sheet: &Sheet) -> BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>> {
    let mut origins: BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>> = BTreeMap::new();
    for row in 0..sheet.rows.len() {
        let [table, key, column, content] = [0, 1, 2, 3].map(|at| text(sheet.cell(row, at)));
        if table.is_empty() {
            continue;
        }
        let record = origins.entry(table).or_default().entry(key).or_default();
        if !column.is_empty() {
            record.insert(column, content);
        }
    }
    origins
}

fn table(sheet: &Sheet) -> Option<ReturnedTable> {
    // Someone may have written a title above the headings.
    let header = (0..sheet.rows.len().min(20)).find(|row| sheet.cell(*row, 0).text.starts_with(TABLE_MARK))?;
    let table = sheet.cell(header, 0).text.trim_start_matches(TABLE_MARK).trim().to_owned();
    let width = sheet.rows.get(header).map_or(0, Vec::len);
    let keys: Vec<String> = (1..width).map(|column| text(sheet.cell(header, column))).collect();
    let mut seen = BTreeSet::new();
    let rows = (header + 1..sheet.rows.len()).map(|row| {
        let key = text(sheet.cell(row, 0));
        // A row that was copied brings along the key of another: it is a new one.
        let key = if key.is_empty() || seen.insert(key.clone()) { key } else { String::new() };
        let cells = (0..keys.len()).map(|column| text(sheet.cell(row, column + 1))).collect();
        let columns = keys.iter().enumerate().filter(|(_, key)| !key.is_empty());
        let own = columns.filter_map(|(at, key)| failed(sheet.cell(row, at + 1), Some(key)));
        let failed = failed(sheet.cell(row, 0), None).into_iter().chain(own).collect();
        ReturnedRow { row: row + 1, key, cells, failed }
    });
    let is_filled = |row: &ReturnedRow| !row.key.is_empty() || !row.is_blank();
    let rows = rows.filter(is_filled).collect();
    Some(ReturnedTable { sheet: sheet.name.clone(), table, keys, rows, origin: BTreeMap::new() })
}

fn confirmation(sheet: &Sheet) -> Confirmation {
    let answer = |question: usize| {
        let asked = guidance::CONFIRMATION.get(question).map_or("", |(asked, _)| *asked);
        let row = (0..sheet.rows.len()).find(|row| sheet.cell(*row, 0).text.trim() == asked);
        row.map(|row| text(sheet.cell(row, 1))).unwrap_or_default()
    };
    Confirmation { who: answer(0), day: answer(1), answer: answer(2), remarks: answer(3) }
}

impl Returned {
    /// Whether every cell holds what it held when the workbook was written, and nobody has confirmed it.
    pub fn is_untouched(&self) -> bool {
        let is_same = |table: &ReturnedTable| {
            let rows = &table.rows;
            rows.len() == table.origin.len()
                && rows.iter().all(|row| {
                    row.failed.is_empty() && table.changed(row, &row.key).is_some_and(|cells| cells.is_empty())
                })
        };
        let is_blank = self.confirmation.as_ref().is_none_or(|confirmation| *confirmation == Confirmation::default());
        self.has_origin && self.missing.is_empty() && is_blank && self.tables.iter().all(is_same)
    }
}

impl ReturnedRow {
    /// Whether nothing stands in it, not even a formula that gave nothing.
    fn is_blank(&self) -> bool {
        self.failed.is_empty() && self.cells.iter().all(String::is_empty)
    }

    /// Whether the key of its record is a formula that gave nothing.
    pub fn has_lost_key(&self) -> bool {
        self.failed.iter().any(|cell| cell.key.is_none())
    }

    /// Whether the formula of the column with this key gave nothing.
    pub fn has_failed(&self, key: &str) -> bool {
        self.failed.iter().any(|cell| cell.key.as_deref() == Some(key))
    }
}

impl ReturnedTable {
    /// The cells of a row by the keys of their columns.
    pub fn cells<'t>(&'t self, row: &'t ReturnedRow) -> impl Iterator<Item = (&'t str, &'t str)> {
        let cells = self.keys.iter().zip(&row.cells).filter(|(key, _)| !key.is_empty());
        cells.map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// One of them; empty where there is no such column.
    pub fn cell<'t>(&'t self, row: &'t ReturnedRow, column: &str) -> &'t str {
        self.cells(row).find(|(key, _)| *key == column).map_or("", |(_, text)| text)
    }

    /// The cells of a row that hold something else than a record did when the workbook was written: key of the column, text then, text now;
    /// nothing where there was no such record.
    pub fn changed<'a>(&'a self, row: &'a ReturnedRow, record: &str) -> Option<Vec<(&'a str, &'a str, &'a str)>> {
        let before = self.origin.get(record)?;
        let cells = self.cells(row).filter(|(key, _)| !row.has_failed(key));
        let pairs = cells.map(|(key, now)| (key, before.get(key).map_or("", String::as_str), now));
        Some(pairs.filter(|(_, before, now)| before != now).collect())
    }
}
