use super::plain::{add_own, cell, columns};
use crate::model::{Edition, Indicator, Measure};
use crate::open_data::data_table::{Cell, DataTable};
use crate::tables::{Described as _, EditionColumns, INDICATORS, IndicatorPart, indicator_parts};
use std::borrow::Cow;

/// The indicators: one row a record, a column for the target and one for the result of each year.
pub(super) fn sheet<'a>(edition: &'a Edition, present: &EditionColumns) -> DataTable<'a> {
    let records = &edition.indicators.rows;
    let mut rows: Vec<Vec<Cell<'a>>> = records.iter().map(|row| cells(edition, present, row)).collect();
    add_own(edition, present, &INDICATORS, &mut rows, records.iter().map(|row| Some(&row.annotations)));
    DataTable::described(edition, &INDICATORS, present, columns(edition, present, &INDICATORS), rows)
}

fn cells<'a>(edition: &Edition, present: &EditionColumns, row: &'a Indicator) -> Vec<Cell<'a>> {
    let values = row.values().chain(row.annotations.values());
    let shown = values.filter(|(column, _)| present.publishes(&INDICATORS, column));
    let cells = shown.flat_map(|(column, value)| match indicator_parts(edition, column.key) {
        Some(parts) => parts.into_iter().map(|part| part_of(part, row)).collect(),
        None => vec![cell(column, value)],
    });
    cells.collect()
}

/// A number is a number; every other value stands as it was written.
fn part_of(part: IndicatorPart, row: &Indicator) -> Cell<'_> {
    if let Some(day) = part.day(row) {
        return Cell::Text(Cow::Owned(day));
    }
    let written = |measure: &'_ Measure| measure.bare_number().map(Cell::Number);
    part.measure(row).map_or(Cell::Empty, |measure| written(measure).unwrap_or_else(|| Cell::text(&measure.text.value)))
}
