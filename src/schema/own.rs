//! The columns that an administration adds, as keys of the records of its tables, and the words of its scales.

use super::shape::{Key, value};
use crate::model::{AnnexModel, Answer, Keyword as _, OwnColumn, OwnKind};
use crate::tables::{Need, PROCESSES, own_kind};
use serde_json::{Map, Value, json};

/// Where the records of each table stand: the table, the file, and the place of their schema.
const RECORDS: [(&str, &str, &str); 11] = [
    ("aree", "servizi", "/properties/aree/items"),
    ("servizi", "servizi", "/properties/servizi/items"),
    ("smart-team", "smart-team", "/properties/smart_team/items"),
    ("processi", "processi", "/properties/processi/items"),
    ("software", "software", "/properties/software/items"),
    ("formazione", "formazione", "/properties/gruppi/items/properties/moduli/items"),
    ("attuazione", "attuazione", "/properties/righe/items"),
    ("valutazione", "valutazione", "/properties/ruoli/items"),
    ("indicatori", "indicatori", "/properties/indicatori/items"),
    ("esclusioni", "esclusioni", "/properties/esclusioni/items"),
    ("riferimenti", "edizione", "/properties/riferimenti/items"),
];

/// Adds to the schema of a file the columns that stand in its records, and the words of the scales.
///
/// The files of several editions have one schema: a column that only some of them require may be absent.
pub(super) fn add(name: &str, schema: &mut Value, models: &[AnnexModel]) {
    for (table, _, place) in RECORDS.iter().filter(|(_, file, _)| *file == name) {
        let Some(properties) = schema.pointer_mut(place).and_then(|record| record["properties"].as_object_mut()) else {
            continue;
        };
        for column in models.iter().flat_map(|model| model.columns_of(table)) {
            let meaning = column.explanation.as_ref().unwrap_or(&column.title);
            let schema = Key::optional("", meaning, of(column)).schema();
            properties.entry(column.key.value.clone()).or_insert(schema);
        }
        if *table == PROCESSES.name {
            scales(properties, models);
        }
    }
}

/// The words of own scales: those of every edition.
fn scales(properties: &mut Map<String, Value>, models: &[AnnexModel]) {
    let mut add = |key: &str, own: Vec<&str>, usual: Vec<&str>| {
        let mut words: Vec<&str> = Vec::new();
        for word in usual.into_iter().chain(own) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        if let Some(schema) = properties.get_mut(key).and_then(Value::as_object_mut) {
            match schema.get_mut("anyOf").and_then(|kinds| kinds.get_mut(0)) {
                Some(kind) => kind["enum"] = json!(words),
                None => {
                    schema.insert("enum".to_owned(), json!(words));
                }
            }
        }
    };
    if models.iter().any(|model| !model.scales.risk.is_empty()) {
        add("rischio", models.iter().flat_map(|model| model.scales.risk_words()).collect(), Vec::new());
    }
    let answers: Vec<&str> =
        models.iter().flat_map(|model| &model.scales.answers).map(|(_, word)| word.value.as_str()).collect();
    if !answers.is_empty() {
        add("smartabilita", answers, Answer::KEYWORDS.iter().map(|(word, _)| *word).collect());
    }
}

fn of(column: &OwnColumn) -> Value {
    match &column.kind {
        OwnKind::Choice(words) => json!({ "enum": words.iter().map(|word| &word.value).collect::<Vec<_>>() }),
        OwnKind::Number => json!({ "type": ["number", "string"], "pattern": "^-?[0-9]+([.,][0-9]+)?$" }),
        _ => value(own_kind(column), Need::Optional),
    }
}
