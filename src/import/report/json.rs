use crate::edit::Written;
use crate::import::Draft;
use crate::import::reading::{Doubt, FileReading, SheetReading, column_letters};
use serde_json::{Map, Number, Value, json};

/// The object of the contract: what was understood, and the files that were written.
pub fn json(files: &[FileReading], written: &[String]) -> Value {
    let files: Vec<Value> = files.iter().map(file).collect();
    json!({ "version": 1, "files": files, "written": written })
}

fn file(file: &FileReading) -> Value {
    let sheets: Vec<Value> = file.sheets.iter().map(sheet).collect();
    json!({ "file": file.file, "encoding": file.encoding, "sheets": sheets })
}

fn sheet(sheet: &SheetReading) -> Value {
    let columns: Vec<Value> = sheet
        .columns
        .iter()
        .map(|column| {
            json!({
                "column": column_letters(column.column), "heading": column.heading, "key": column.key, "how": column.how.word(),
                "remark": column.remark,
            })
        })
        .collect();
    let skipped: Vec<Value> = sheet
        .skipped
        .iter()
        .map(|skipped| json!({ "row": skipped.row, "why": skipped.why.word(), "text": skipped.text }))
        .collect();
    let totals: Vec<Value> = sheet
        .totals
        .iter()
        .map(|total| {
            json!({
                "row": total.row, "column": column_letters(total.column), "declared": number(total.declared), "counted": number(total.counted),
            })
        })
        .collect();
    json!({
        "name": sheet.name,
        "table": sheet.table,
        "header_rows": sheet.header_rows,
        "columns": columns,
        "rows": { "read": sheet.read, "skipped": skipped },
        "doubts": sheet.doubts.iter().map(|doubt| told(doubt, true)).collect::<Vec<_>>(),
        "not_understood": sheet.not_understood.iter().map(|doubt| told(doubt, false)).collect::<Vec<_>>(),
        "totals": totals,
        "records": sheet.drafts.iter().map(|draft| listed(record(draft), sheet)).collect::<Vec<_>>(),
        "offices": sheet.offices.iter().map(office).collect::<Vec<_>>(),
        "settings": group(&sheet.settings),
        "remarks": sheet.remarks,
    })
}

fn told(doubt: &Doubt, understood: bool) -> Value {
    let mut told = Map::new();
    told.insert("row".to_owned(), doubt.row.into());
    told.insert("column".to_owned(), column_letters(doubt.column).into());
    told.insert("text".to_owned(), doubt.text.clone().into());
    if understood {
        told.insert("understood".to_owned(), doubt.understood.clone().into());
    }
    told.insert("message".to_owned(), doubt.message.clone().into());
    Value::Object(told)
}

fn record(draft: &Draft) -> Value {
    let mut record = match group(&draft.fields) {
        Value::Object(record) => record,
        _ => Map::new(),
    };
    if let Some(doubt) = &draft.to_verify {
        record.insert("da_verificare".to_owned(), doubt.clone().into());
    }
    Value::Object(record)
}

/// A record in which a list of which the row says nothing is an empty one.
fn listed(record: Value, sheet: &SheetReading) -> Value {
    let Value::Object(mut record) = record else { return record };
    for key in sheet.columns.iter().filter(|column| column.is_list).filter_map(|column| column.key.as_ref()) {
        record.entry(key.clone()).or_insert_with(|| Value::Array(Vec::new()));
    }
    Value::Object(record)
}

fn office(draft: &Draft) -> Value {
    let mut office = Map::new();
    office.insert("table".to_owned(), draft.table.clone().into());
    if let Value::Object(fields) = record(draft) {
        office.extend(fields);
    }
    Value::Object(office)
}

fn group(fields: &[(String, Written)]) -> Value {
    Value::Object(fields.iter().map(|(key, value)| (key.clone(), written(value))).collect())
}

fn written(value: &Written) -> Value {
    match value {
        Written::Nothing => Value::Null,
        Written::Text(text) => text.clone().into(),
        Written::Number(text) => text.parse::<f64>().map_or_else(|_| text.clone().into(), number),
        Written::List(values) => Value::Array(values.iter().map(written).collect()),
        Written::Group(fields) => group(fields),
    }
}

/// A number, whole where it is.
fn number(number: f64) -> Value {
    if number.fract() == 0.0
        && number.abs() < 1e15
        && let Ok(whole) = format!("{number:.0}").parse::<i64>()
    {
        return whole.into();
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}
