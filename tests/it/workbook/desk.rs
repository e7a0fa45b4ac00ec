//! An edition on its way through a workbook and back.

use piao::edit::{ChangedFile, Ledger};
use piao::import::own::{OwnFile, apply, combine};
use piao::import::{Effect, Target};
use piao::load::{Loaded, load};
use piao::model::{Edition, Graph};
use piao::sheet;
use piao::workbook::{Book, BookFormat, Returned, ReturnedTable, Scope};
use std::path::Path;

pub struct Desk {
    loaded: Loaded,
    edition: usize,
}

/// What came of an import.
pub struct Imported {
    pub effect: Effect,
    pub changed: Vec<ChangedFile>,
}

impl Desk {
    pub fn of(root: &Path, edition: usize) -> Self {
        Self { loaded: load(root).expect("a folder"), edition }
    }

    pub fn editions(&self) -> usize {
        self.loaded.annex.editions.len()
    }

    pub fn edition(&self) -> &Edition {
        &self.loaded.annex.editions[self.edition]
    }

    pub fn target(&self) -> Target<'_> {
        let folder = format!("data/{}", self.edition().id.as_str());
        let files = self.loaded.sources.iter().map(|source| (source.path().to_owned(), source.text().to_owned()));
        Target::new(self.edition(), Ledger::new(&folder, files.filter(|(_, text)| !text.is_empty())))
    }

    pub fn book(&self, format: BookFormat, scope: &Scope) -> Vec<u8> {
        let target = self.target();
        let graph = Graph::new(self.edition());
        let administration = self.loaded.annex.administration.as_ref();
        let book = Book::of(administration, self.edition(), &graph, (&target.grids, &target.labels), scope);
        book.bytes(format).expect("a workbook")
    }

    /// The workbook as it comes back when nobody has touched it.
    pub fn returned(&self, format: BookFormat, scope: &Scope) -> Returned {
        let workbook = sheet::parse("foglio", "foglio", self.book(format, scope)).expect("a spreadsheet");
        Returned::of(&workbook).expect("a workbook of ours")
    }

    pub fn import(&self, files: Vec<(&str, Returned)>) -> Imported {
        let mut target = self.target();
        let files = files.into_iter().map(|(file, returned)| OwnFile { file: file.to_owned(), returned });
        let changes = files.map(|file| file.changes(&target)).collect();
        let effect = apply(&mut target, combine(changes));
        Imported { effect, changed: target.ledger.changed() }
    }
}

pub fn table<'a>(returned: &'a mut Returned, name: &str) -> &'a mut ReturnedTable {
    returned.tables.iter_mut().find(|table| table.table == name).unwrap_or_else(|| panic!("the table {name}"))
}

/// Writes into the cell of a record.
pub fn write(returned: &mut Returned, name: &str, record: &str, column: &str, text: &str) {
    let table = table(returned, name);
    let at = table.keys.iter().position(|key| key == column).unwrap_or_else(|| panic!("the column {column}"));
    let row = table.rows.iter_mut().find(|row| row.key == record).unwrap_or_else(|| panic!("the record {record}"));
    text.clone_into(&mut row.cells[at]);
}

/// Adds a row with these cells.
pub fn add(returned: &mut Returned, name: &str, cells: &[(&str, &str)]) {
    let table = table(returned, name);
    let mut row =
        piao::workbook::ReturnedRow { row: 900, cells: vec![String::new(); table.keys.len()], ..Default::default() };
    for (column, text) in cells {
        let at = table.keys.iter().position(|key| key == column).unwrap_or_else(|| panic!("the column {column}"));
        (*text).clone_into(&mut row.cells[at]);
    }
    table.rows.push(row);
}
