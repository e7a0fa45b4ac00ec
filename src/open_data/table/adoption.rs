use super::plain::{add_own, columns, people, records};
use crate::model::Edition;
use crate::open_data::data_table::{Cell, DataTable};
use crate::tables::{ADOPTION, EditionColumns, gender_columns};

/// The state of adoption: one row a record, women and men in columns of their own where they are counted.
pub(super) fn sheet<'a>(edition: &'a Edition, present: &EditionColumns) -> DataTable<'a> {
    let rows = &edition.adoption.rows.rows;
    let mut cells = records(present, &ADOPTION, rows);
    for column in gender_columns(edition) {
        for (row, cells) in rows.iter().zip(&mut cells) {
            cells.push((column.get)(row).map_or(Cell::Empty, people));
        }
    }
    add_own(edition, present, &ADOPTION, &mut cells, rows.iter().map(|row| Some(&row.annotations)));
    DataTable::described(edition, &ADOPTION, present, columns(edition, present, &ADOPTION), cells)
}
