use super::super::reading::{ColumnReading, Doubt, FileReading, How, Question, SheetReading, Skipped};
use super::super::{Draft, Effect};
use super::changes::OwnFile;
use super::new_rows::beside;
use crate::edit::Written;
use crate::workbook::{ColumnKind, Grid, ReturnedRow, ReturnedTable};
use std::collections::BTreeSet;

impl OwnFile {
    /// What was understood of the workbook, as it is told of any other.
    pub fn reading(&self, grids: &[Grid], effect: &Effect) -> FileReading {
        let sheets = self.returned.tables.iter().map(|table| self.sheet(table, grids, effect)).collect();
        FileReading { file: self.file.clone(), encoding: None, sheets }
    }

    fn sheet(&self, table: &ReturnedTable, grids: &[Grid], effect: &Effect) -> SheetReading {
        let grid = grids.iter().find(|grid| grid.home.table == table.table);
        let column = |(at, key): (usize, &String)| {
            let found = grid.and_then(|grid| grid.column(key)).map(|(_, column)| column);
            ColumnReading {
                column: at + 1,
                heading: found.map_or_else(|| key.clone(), |column| column.heading.clone()),
                key: Some(key.clone()),
                how: How::Heading,
                ..ColumnReading::default()
            }
        };
        let left = effect.problems.iter().filter(|problem| problem.file == self.file && problem.sheet == table.sheet);
        let doubt = |problem: &crate::import::Problem| {
            let place = table.keys.iter().position(|key| {
                grid.and_then(|grid| grid.column(key))
                    .is_some_and(|(_, column)| column.heading == problem.column || *key == problem.column)
            });
            Doubt {
                row: problem.row,
                column: place.map_or(0, |at| at + 1),
                text: problem.text.clone(),
                understood: String::new(),
                message: problem.message.clone(),
                question: Question::None,
            }
        };
        let owners = grid.map(|grid| self.returned.owners(table, grid)).unwrap_or_default();
        let new = table.rows.iter().zip(&owners).filter(|(_, owner)| owner.is_none());
        let skipped = new.filter_map(|(row, _)| {
            let text = table.cells(row).map(|(_, text)| text).filter(|text| !text.is_empty());
            Some(Skipped { row: row.row, why: beside(table, row)?, text: text.collect::<Vec<_>>().join(" | ") })
        });
        let skipped: Vec<Skipped> = skipped.collect();
        let left_out: BTreeSet<usize> = skipped.iter().map(|skipped| skipped.row).collect();
        let rows = || table.rows.iter().filter(|row| !left_out.contains(&row.row));
        SheetReading {
            name: table.sheet.clone(),
            table: Some(table.table.clone()),
            header_rows: vec![1],
            columns: table.keys.iter().enumerate().map(column).collect(),
            read: rows().count(),
            not_understood: left.map(doubt).collect(),
            drafts: grid.map(|grid| drafts(table, rows(), grid)).unwrap_or_default(),
            skipped,
            ..SheetReading::default()
        }
    }
}

/// The rows as they stand, with names in the place of identifiers.
fn drafts<'r>(table: &ReturnedTable, rows: impl Iterator<Item = &'r ReturnedRow>, grid: &Grid) -> Vec<Draft> {
    let field = |(key, text): (&String, &String)| {
        let (_, column) = grid.column(key)?;
        let value = match column.kind {
            ColumnKind::Texts | ColumnKind::References(..) if text != "tutti" => {
                Written::List(text.lines().map(Written::text).collect())
            }
            _ if column.is_numeric() && text.parse::<f64>().is_ok() => Written::Number(text.clone()),
            _ => Written::text(text.clone()),
        };
        (!text.is_empty()).then(|| (key.clone(), value))
    };
    let draft = |row: &ReturnedRow| Draft {
        table: table.table.clone(),
        sheet: table.sheet.clone(),
        row: row.row,
        fields: table.keys.iter().zip(&row.cells).filter_map(field).collect(),
        to_verify: None,
    };
    rows.map(draft).collect()
}
