//! Reads the files back with the eyes of other libraries.

use calamine::{Data, Reader, Xlsx};
use piao::load::Loaded;
use piao::open_data::{Cell, DataTable, File, files, sheets};
use serde_json::Value;
use std::borrow::Cow;
use std::io::Cursor;

/// The rows of a file, every cell as a text in the manner of the plain CSV.
pub type Rows = Vec<Vec<String>>;

pub fn made(loaded: &Loaded, base_url: Option<&str>) -> Vec<File> {
    files(&loaded.annex, loaded.annex.current().unwrap(), base_url).unwrap()
}

pub fn bytes<'a>(files: &'a [File], name: &str) -> &'a [u8] {
    let file = files.iter().find(|file| file.name() == name).unwrap_or_else(|| panic!("{name}"));
    let Cow::Borrowed(bytes) = file.bytes().unwrap() else { panic!("{name} is small") };
    bytes
}

pub fn plain(number: f64) -> String {
    number.to_string()
}

pub fn expected(sheet: &DataTable<'_>) -> Rows {
    sheet.rows.iter().map(|row| row.iter().map(|cell| cell.joined(plain).into_owned()).collect()).collect()
}

pub fn csv_rows(bytes: &[u8], separator: u8) -> (Vec<String>, Rows) {
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (header, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// The rows of the flavour for Excel, with what it changes changed back.
pub fn excel_rows(sheet: &DataTable<'_>, bytes: &[u8]) -> Rows {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).expect("byte-order mark");
    let (_, mut rows) = csv_rows(body, b';');
    for (row, cells) in rows.iter_mut().zip(&sheet.rows) {
        for (text, cell) in row.iter_mut().zip(cells) {
            if matches!(cell, Cell::Number(_)) {
                *text = text.replace(',', ".");
            } else if starts_like_formula(text.trim_start_matches('\'')) {
                text.remove(0);
            }
        }
    }
    rows
}

pub fn starts_like_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

pub fn json_rows(sheet: &DataTable<'_>, bytes: &[u8]) -> Rows {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join("; "),
        Value::Number(number) => number.to_string(),
        other => panic!("{other}"),
    };
    let records: Vec<Value> = serde_json::from_slice(bytes).unwrap();
    let row = |record: &Value| {
        let object = record.as_object().unwrap();
        assert!(object.keys().all(|key| sheet.columns.iter().any(|column| column.key.as_ref() == key.as_str())));
        sheet.columns.iter().map(|column| object.get(column.key.as_ref()).map(text).unwrap_or_default()).collect()
    };
    records.iter().map(row).collect()
}

pub fn xlsx_rows(bytes: &[u8]) -> (Vec<String>, Rows) {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "a formula");
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => plain(*number),
        other => panic!("{other:?}"),
    };
    let range = book.worksheet_range(&name).unwrap();
    let width = range.width();
    let mut rows: Rows = range.rows().map(|row| row.iter().map(text).collect()).collect();
    assert!(rows.iter().all(|row| row.len() == width));
    (rows.remove(0), rows)
}

/// Every table of every format reads back to the very records it was made from.
pub fn assert_round_trip(loaded: &Loaded) {
    let files = made(loaded, None);
    for sheet in sheets(loaded.annex.current().unwrap()) {
        let expected = expected(&sheet);
        let headings: Vec<_> = sheet.columns.iter().map(|column| column.heading.to_string()).collect();
        let (keys, rows) = csv_rows(bytes(&files, &format!("{}.csv", sheet.name)), b',');
        assert!(keys.iter().map(String::as_str).eq(sheet.columns.iter().map(|column| column.key.as_ref())), "{keys:?}");
        assert_eq!(rows, expected, "{}.csv", sheet.name);
        assert_eq!(excel_rows(&sheet, bytes(&files, &format!("{}-excel.csv", sheet.name))), expected, "{}", sheet.name);
        assert_eq!(json_rows(&sheet, bytes(&files, &format!("{}.json", sheet.name))), expected, "{}.json", sheet.name);
        let (header, mut rows) = xlsx_rows(bytes(&files, &format!("{}.xlsx", sheet.name)));
        assert_eq!(header, headings);
        // XML knows no carriage return of its own: rows are compared as a reader of the sheet sees them.
        rows.iter_mut().flatten().for_each(|text| *text = text.replace("_x000D_", "\r"));
        assert_eq!(rows, expected, "{}.xlsx", sheet.name);
    }
}
