use crate::model::{Annotations, Days, Edition, Headcount};
use crate::open_data::data_table::{Cell, Column, DataTable};
use crate::tables::{self, AddedColumn, Described, EditionColumns, TableDescription, Value};
use std::borrow::Cow;

/// A table with one row a record and one column for each that the description gives to the data.
pub(super) fn sheet<'a, R: Described>(
    edition: &'a Edition,
    present: &EditionColumns,
    table: &'static TableDescription,
    records: &'a [R],
) -> DataTable<'a> {
    let mut rows = self::records(present, table, records);
    add_own(edition, present, table, &mut rows, records.iter().map(Described::annotations));
    DataTable::described(edition, table, present, columns(edition, present, table), rows)
}

/// Adds the cells of the columns that the administration adds to the table; `annotations` are those of each row.
pub(super) fn add_own<'a>(
    edition: &'a Edition,
    present: &EditionColumns,
    table: &TableDescription,
    rows: &mut [Vec<Cell<'a>>],
    annotations: impl Iterator<Item = Option<&'a Annotations>>,
) {
    let columns = present.own(edition, table);
    for (row, annotations) in rows.iter_mut().zip(annotations) {
        row.reserve_exact(columns.len());
        row.extend(columns.iter().map(|column| held(tables::own_value(column, annotations))));
    }
}

/// The cells of each record, without those of the columns that the edition adds.
pub(super) fn records<'a, R: Described>(
    present: &EditionColumns,
    table: &TableDescription,
    records: &'a [R],
) -> Vec<Vec<Cell<'a>>> {
    let mut width = 0;
    let rows = records.iter().map(|record| {
        let own = record.values();
        let note = record.annotations().into_iter().flat_map(Described::values).filter(|_| table.note_in_data);
        let shown = own.chain(note).filter(|(column, _)| present.publishes(table, column));
        // As many as the row before had: what would be held ready for more adds up over long tables.
        let mut cells = Vec::with_capacity(width);
        cells.extend(shown.map(|(column, value)| cell(column, value)));
        width = cells.len();
        cells
    });
    rows.collect()
}

/// How many people, as the data files hold it.
pub(super) fn people<'a>(count: Headcount) -> Cell<'a> {
    match count {
        Headcount::Undecided => Cell::Empty,
        Headcount::Exactly(number) => Cell::Number(f64::from(number)),
        Headcount::Below(_) => Cell::Text(Cow::Owned(count.to_string())),
    }
}

/// The columns of a table, those that the edition adds last.
pub(super) fn columns<'a>(
    edition: &'a Edition,
    present: &EditionColumns,
    table: &'static TableDescription,
) -> Vec<Column<'a>> {
    let columns = present.published(edition, table).into_iter();
    let column = |column: AddedColumn<'a>| Column {
        key: column.key,
        heading: Cow::Owned(column.heading),
        meaning: column.dictionary,
    };
    columns.map(column).collect()
}

/// A value as the data files hold it: as written, days as a number where they are one.
pub(super) fn cell<'a>(column: &tables::Column, value: Value<'a>) -> Cell<'a> {
    match value {
        Value::Absent => column.absent.map_or(Cell::Empty, Cell::text),
        stated => held(stated),
    }
}

fn held(value: Value<'_>) -> Cell<'_> {
    match value {
        Value::Absent => Cell::Empty,
        Value::Text(text) => Cell::text(&text.value),
        Value::Texts(texts) => Cell::List(texts),
        Value::Word(word) => Cell::text(word),
        Value::Code(code) => Cell::text(code.as_str()),
        Value::Number(number) => Cell::Number(number),
        Value::Date(date) => Cell::Text(Cow::Owned(date.iso())),
        Value::Days(Days::Exactly(number)) => Cell::Number(*number),
        Value::Headcount(count) => people(count),
        Value::PeriodDays(days) => Cell::Text(Cow::Owned(days.short())),
        Value::Baseline(_) | Value::Years(_) => Cell::Text(Cow::Owned(value.spoken().join("; "))),
        Value::Days(days) => Cell::Text(Cow::Owned(days.short())),
    }
}
