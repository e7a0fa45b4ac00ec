use crate::open_data::data_table::{Cell, DataTable};
use crate::trouble::{Context, Trouble};
use serde_json::{Map, Number, Value};

/// An array of objects with the keys of the CSV: lists as arrays, numbers as numbers, what is not stated left out.
pub(super) fn bytes(sheet: &DataTable<'_>) -> Result<Vec<u8>, Trouble> {
    let records: Vec<Value> = sheet.rows.iter().map(|row| record(sheet, row)).collect();
    let mut bytes = serde_json::to_vec_pretty(&records).trouble(
        || format!("non è possibile scrivere in JSON la tabella `{}`", sheet.name),
        "segnalare l'errore a chi sviluppa il programma",
    )?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn record(sheet: &DataTable<'_>, row: &[Cell<'_>]) -> Value {
    let cells = sheet.columns.iter().zip(row);
    let stated = cells.filter_map(|(column, cell)| value(cell).map(|value| (column.key.clone().into_owned(), value)));
    Value::Object(stated.collect::<Map<_, _>>())
}

fn value(cell: &Cell<'_>) -> Option<Value> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(Value::from(text.as_ref())),
        Cell::List(items) => Some(Value::from(items.as_slice())),
        Cell::Number(number) => Some(numeral(*number)),
    }
}

/// Whole numbers without a decimal point.
fn numeral(number: f64) -> Value {
    #[allow(clippy::cast_possible_truncation)] // Only whole numbers that an i64 holds exactly come here.
    if number.fract() == 0.0 && number.abs() < 9.0e15 {
        return Value::from(number as i64);
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}
