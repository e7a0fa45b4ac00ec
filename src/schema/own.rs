//! The columns that an administration adds, as keys of the records of its tables.

use super::shape::{Key, value};
use crate::model::{OwnColumn, OwnKind};
use crate::tables::{Need, own_kind};
use serde_json::{Value, json};

/// Where the records of each table stand: the table, the file, and the place of their schema.
const RECORDS: [(&str, &str, &str); 10] = [
    ("aree", "servizi", "/properties/aree/items"),
    ("servizi", "servizi", "/properties/servizi/items"),
    ("smart-team", "smart-team", "/properties/smart_team/items"),
    ("processi", "processi", "/properties/processi/items"),
    ("software", "software", "/properties/software/items"),
    ("formazione", "formazione", "/properties/gruppi/items/properties/moduli/items"),
    ("attuazione", "attuazione", "/properties/righe/items"),
    ("valutazione", "valutazione", "/properties/ruoli/items"),
    ("esclusioni", "esclusioni", "/properties/esclusioni/items"),
    ("riferimenti", "edizione", "/properties/riferimenti/items"),
];

/// Adds to the schema of a file the columns that stand in its records.
///
/// The files of several editions have one schema: a column that only some of them require may be absent.
pub(super) fn add(name: &str, schema: &mut Value, columns: &[OwnColumn]) {
    for (table, _, place) in RECORDS.iter().filter(|(_, file, _)| *file == name) {
        let Some(properties) = schema.pointer_mut(place).and_then(|record| record["properties"].as_object_mut()) else {
            continue;
        };
        for column in columns.iter().filter(|column| column.table == *table) {
            let meaning = column.explanation.as_ref().unwrap_or(&column.title);
            let schema = Key::optional("", meaning, of(column)).schema();
            properties.entry(column.key.value.clone()).or_insert(schema);
        }
    }
}

fn of(column: &OwnColumn) -> Value {
    match &column.kind {
        OwnKind::Choice(words) => json!({ "enum": words.iter().map(|word| &word.value).collect::<Vec<_>>() }),
        OwnKind::Number => json!({ "type": ["number", "string"], "pattern": "^-?[0-9]+([.,][0-9]+)?$" }),
        _ => value(own_kind(column), Need::Optional),
    }
}
