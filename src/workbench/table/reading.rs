use super::block::Block;
use super::cell::{Understood, understood};
use super::field::Field;
use super::rows::Rows;
use super::value::shown;
use super::view;
use crate::digest::Sha256;
use crate::import::heading_keys;
use crate::model::{Edition, fold};
use crate::tables::Home;
use crate::workbench::visit::{Form, field};

/// The place of a column that is none of the fields.
const NOWHERE: usize = usize::MAX;

/// What a block copied from a spreadsheet is read as, cell by cell.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Reading {
    /// The columns, as places among the fields.
    pub(in crate::workbench) columns: Vec<usize>,
    pub(in crate::workbench) lines: Vec<Line>,
    /// How many cells stand under no column of the table.
    pub(in crate::workbench) beyond: usize,
    /// Tells what is read, and over what, from what would be read of another block or over other records; what was chosen for single cells is
    /// no matter.
    pub(in crate::workbench) fingerprint: String,
}

/// A row of the block.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Line {
    /// Which of the records it changes; a new one if there is none.
    pub(in crate::workbench) row: Option<usize>,
    /// Its cells, with the field of each.
    pub(in crate::workbench) cells: Vec<(usize, Cell)>,
}

/// A cell of the block.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Cell {
    /// What stands there now, as it is typed.
    pub(in crate::workbench) before: String,
    pub(in crate::workbench) read: Understood,
}

impl Line {
    /// What is typed into a form that says the same; what was not understood is left out.
    pub(in crate::workbench) fn form(&self, all: &[Field]) -> Form {
        let typed = |(column, cell): &(usize, Cell)| {
            let (Understood::Sure(typed) | Understood::Perhaps(typed, _)) = &cell.read else { return None };
            Some((all.get(*column)?.key.clone(), typed.clone()))
        };
        self.cells.iter().filter_map(typed).collect()
    }
}

impl Reading {
    /// Reads what a form sends: the block (`testo`), from which record and column it goes on (`_riga`, `_campo`), the address by which the
    /// records were seen (`_vista`), the order in which the columns were (`_colonne`), and what was chosen for single cells (`_cella.1.2`).
    pub(in crate::workbench) fn of(
        edition: &Edition,
        all: &[Field],
        rows: &Rows<'_>,
        home: &Home,
        form: &Form,
    ) -> Result<Self, String> {
        let mut block = Block::read(field(form, "testo").unwrap_or_default());
        if block.0.is_empty() {
            return Err("non c'è alcuna riga da incollare".to_owned());
        }
        let texts = block.0.clone();
        let headed = block.0.first().and_then(|first| headings(all, first, &heading_keys(edition, home.table, first)));
        let columns = match headed {
            Some(columns) => {
                block.0.remove(0);
                columns
            }
            None => from(all, form)?,
        };
        let targets = targets(rows, home, all, form)?;
        let mut beyond = 0;
        let lines = block.0.into_iter().enumerate().map(|(number, texts)| {
            let is_lost = |(place, text): &(usize, &String)| {
                !text.is_empty() && columns.get(*place).is_none_or(|column| *column == NOWHERE)
            };
            beyond += texts.iter().enumerate().filter(is_lost).count();
            let row = targets.get(number).copied();
            // A row without anything leaves its record as it is: between others it keeps the place of that.
            if texts.iter().all(String::is_empty) {
                return Line { row, cells: Vec::new() };
            }
            let value = row.and_then(|row| rows.rows.get(row)).map(|row| &row.value);
            let cells = columns.iter().zip(texts).enumerate().filter_map(|(place, (column, text))| {
                let own = all.get(*column)?;
                let before = value.map(|value| shown(own.value_in(value))).unwrap_or_default();
                let chosen = field(form, &format!("_cella.{number}.{place}")).filter(|chosen| !chosen.is_empty());
                let read = match chosen {
                    Some(chosen) => Understood::Sure(chosen.to_owned()),
                    None => understood(&edition.model.scales, own, &text),
                };
                Some((*column, Cell { before, read }))
            });
            Line { row, cells: cells.collect() }
        });
        let lines: Vec<Line> = lines.collect();
        let over = |line: &Line| {
            let id = line.row.and_then(|row| rows.rows.get(row)).map(|row| row.id.clone());
            (id, line.cells.iter().map(|(_, cell)| cell.before.clone()).collect::<Vec<_>>())
        };
        let read = (texts, &columns, lines.iter().map(over).collect::<Vec<_>>());
        let fingerprint = Sha256::of(format!("{read:?}").as_bytes());
        Ok(Self { columns, lines, beyond, fingerprint })
    }
}

/// The columns whose headings or keys a row of cells holds, `NOWHERE` for a cell that is none; `None` if it holds something else. `keys` are those
/// of the columns that other sheets call so.
fn headings(all: &[Field], cells: &[String], keys: &[Option<String>]) -> Option<Vec<usize>> {
    let is = |field: &Field, cell: &String| fold(&field.heading) == fold(cell) || field.key == *cell;
    let own = |cell: &String| all.iter().position(|field| is(field, cell));
    let known = |key: &Option<String>| all.iter().position(|field| Some(&field.key) == key.as_ref());
    let columns: Vec<_> = cells.iter().zip(keys).map(|(cell, key)| own(cell).or_else(|| known(key))).collect();
    let found = columns.iter().flatten().count();
    // No record has the headings of two columns as its values.
    let is_header = found > 1 || found == 1 && cells.len() == 1;
    is_header.then(|| columns.into_iter().map(|column| column.unwrap_or(NOWHERE)).collect())
}

/// The columns from the one at which the block is put, in the order in which they were seen.
fn from(all: &[Field], form: &Form) -> Result<Vec<usize>, String> {
    let place = |key: &str| all.iter().position(|field| field.key == key);
    let seen: Vec<usize> = match field(form, "_colonne").filter(|keys| !keys.is_empty()) {
        Some(keys) => keys.lines().filter_map(|key| place(key.trim())).collect(),
        None => (0..all.len()).collect(),
    };
    let Some(first) = field(form, "_campo").filter(|key| !key.is_empty()) else { return Ok(seen) };
    let first = place(first).ok_or_else(|| format!("la colonna «{first}» non c'è"))?;
    let at = seen.iter().position(|column| *column == first);
    Ok(at.map_or_else(|| (first..all.len()).collect(), |at| seen[at..].to_vec()))
}

/// The records from the one at which the block is put, in the order in which an address shows them, whatever page of them it asks for; none
/// where every row is a new one.
fn targets(rows: &Rows<'_>, home: &Home, all: &[Field], form: &Form) -> Result<Vec<usize>, String> {
    let Some(first) = field(form, "_riga").filter(|id| !id.is_empty()) else { return Ok(Vec::new()) };
    let first = rows.position(home, first).ok_or_else(|| format!("la voce «{first}» non c'è più"))?;
    let address = field(form, "_vista").unwrap_or_default().trim_start_matches('?');
    let address: Form = form_urlencoded::parse(address.as_bytes()).into_owned().collect();
    let seen = view::rows(&address, &all.iter().collect::<Vec<_>>(), rows);
    let at = seen.iter().position(|row| *row == first);
    Ok(at.map_or_else(|| (first..rows.rows.len()).collect(), |at| seen[at..].to_vec()))
}
