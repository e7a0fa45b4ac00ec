//! `datapackage.json`: what each CSV file holds, column by column, for programs (Frictionless Data, Data Package and Table Schema, version 1).

use super::data_table::{Cell, Column, DataTable};
use super::{File, FileKind, Format, pretty};
use crate::model::{Annex, Edition, Licence};
use crate::trouble::Trouble;
use serde_json::{Map, Value, json};

/// The name of the file: the standard gives it.
pub(super) const NAME: &str = "datapackage.json";

/// The bytes of the file, which describes the CSV files that stand beside it.
pub(super) fn bytes(
    annex: &Annex,
    edition: &Edition,
    sheets: &[DataTable<'_>],
    files: &[File],
) -> Result<Vec<u8>, Trouble> {
    let csv = |sheet: &DataTable<'_>| {
        files.iter().find(|file| file.table == sheet.name && file.kind == FileKind::Table(Format::Csv))
    };
    let resources: Vec<Value> = sheets.iter().filter_map(|sheet| Some(resource(sheet, csv(sheet)?))).collect();
    let mut package = Map::from_iter([
        ("profile".to_owned(), json!("tabular-data-package")),
        ("name".to_owned(), json!(format!("lavoro-agile-{}", edition.id.as_str().to_lowercase()))),
        ("title".to_owned(), json!(format!("{} {}: dati aperti", edition.title.value, edition.id.as_str()))),
    ]);
    if let Some(administration) = &annex.administration {
        package.insert("licenses".to_owned(), json!([licence(&administration.licence.value)]));
        let publisher = json!({ "title": administration.name.value, "role": "publisher" });
        package.insert("contributors".to_owned(), json!([publisher]));
    }
    package.insert("resources".to_owned(), Value::Array(resources));
    pretty(&package, "la descrizione delle tavole")
}

fn licence(name: &str) -> Value {
    match Licence::named(name) {
        Some(licence) => json!({
            "name": licence.title().replace(' ', "-"),
            "path": licence.explanation().unwrap_or_else(|| licence.address()),
            "title": name,
        }),
        None => json!({ "title": name }),
    }
}

/// A table and its file.
fn resource(sheet: &DataTable<'_>, file: &File) -> Value {
    let fields: Vec<Value> = sheet.columns.iter().enumerate().map(|(at, column)| field(sheet, at, column)).collect();
    json!({
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "path": file.name(),
        "title": sheet.title,
        "description": sheet.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size(),
        "hash": format!("sha256:{}", file.sha256),
        "schema": { "fields": fields, "missingValues": [""] },
    })
}

fn field(sheet: &DataTable<'_>, at: usize, column: &Column<'_>) -> Value {
    let cells = sheet.rows.iter().filter_map(|row| row.get(at));
    json!({ "name": column.key, "title": column.heading, "description": column.meaning, "type": kind(cells) })
}

/// What all cells of a column are: whole numbers, numbers, or texts, such as lists and words.
fn kind<'c>(cells: impl Iterator<Item = &'c Cell<'c>>) -> &'static str {
    let mut kind = None;
    for cell in cells {
        let this = match cell {
            Cell::Empty => continue,
            Cell::Number(number) if number.fract() == 0.0 => "integer",
            Cell::Number(_) => "number",
            Cell::Text(_) | Cell::List(_) => return "string",
        };
        if kind != Some("number") {
            kind = Some(this);
        }
    }
    kind.unwrap_or("string")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn a_column_is_what_all_its_cells_are() {
        let number = |value| Cell::Number(value);
        let texts = [Text::default()];
        for (cells, expected) in [
            (vec![number(1.0), Cell::Empty, number(2.0)], "integer"),
            (vec![number(1.0), number(0.5), number(2.0)], "number"),
            (vec![number(1.0), Cell::text("< 3")], "string"),
            (vec![Cell::List(&texts)], "string"),
            (vec![Cell::Empty], "string"),
        ] {
            assert_eq!(kind(cells.iter()), expected, "{cells:?}");
        }
    }
}
