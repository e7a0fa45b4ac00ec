//! The JSON Schemas of the data files, for editors and other validators: what `load` reads, said in their language.
//!
//! The records of the tables come from the description of each table, with the words that an editor shows; what stands here is the
//! schema of each kind of value, and the files that hold the tables and the settings. Reads no data. The tests hold each schema against
//! the keys that the loader asks for, so that the two cannot part.

mod annex_model;
mod own;
mod seal;
mod setting;
mod settings;
mod shape;
mod table;

use crate::model::AnnexModel;
use serde_json::{Map, Value, json};

/// The data file that a schema describes, by its name without `.yaml`, and the schema.
type NamedSchema = (&'static str, fn() -> Value);

const SCHEMAS: [NamedSchema; 16] = [
    ("ente", settings::administration),
    ("controlli", settings::controls),
    ("edizione", settings::edition),
    ("modello", annex_model::annex_model),
    ("servizi", table::organisation),
    ("smart-team", table::teams),
    ("processi", table::processes),
    ("software", table::software),
    ("formazione", table::training),
    ("attuazione", table::adoption),
    ("valutazione", table::expected_behaviours),
    ("indicatori", table::indicators),
    ("esclusioni", table::exclusions),
    ("glossario", table::glossary),
    ("accettazioni", table::waivers),
    ("sigillo", seal::seal),
];

/// The names of the data files, in the order in which people meet them.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema of a data file.
pub fn schema(name: &str) -> Option<Value> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, schema)| schema())
}

/// The schema of a data file, with what the models of its editions add to the usual annex.
pub fn extended(name: &str, models: &[AnnexModel]) -> Option<Value> {
    let mut schema = schema(name)?;
    own::add(name, &mut schema, models);
    Some(schema)
}

/// The settings by which an editor finds the schema of each data file, also of those that do not name it: `.vscode/settings.json`.
pub fn editor_settings() -> String {
    let files = |name: &str| {
        let below = if matches!(name, "ente" | "controlli") { "data" } else { "data/*" };
        json!([format!("{below}/{name}.yaml"), format!("{below}/{name}/*.yaml")])
    };
    let schemas: Map<String, Value> = names().map(|name| (format!("./schemi/{name}.json"), files(name))).collect();
    // `no` is a word in YAML 1.2, as it is for the program.
    let settings = json!({ "yaml.schemas": schemas, "yaml.yamlVersion": "1.2" });
    format!("{settings:#}\n")
}

/// The text of every schema, with the name of its file; `models` are those of the editions.
pub fn files(models: &[AnnexModel]) -> Vec<(String, String)> {
    let text = |name| Some((format!("{name}.json"), format!("{:#}\n", extended(name, models)?)));
    names().filter_map(text).collect()
}
