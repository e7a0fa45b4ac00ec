//! The JSON Schemas of the data files, for editors and other validators: what `load` reads, said in their language.
//!
//! Owns one shape for each record, with the words that an editor shows. Reads no data. The tests hold each shape against
//! the keys that the loader asks for, so that the two cannot part.

mod administration;
mod adoption;
mod annotations;
mod controls;
mod edition;
mod kind;
mod organisation;
mod process;
mod table;
mod training;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

/// The data file that a schema describes, by its name without `.yaml`, and the schema.
type NamedSchema = (&'static str, fn() -> Schema);

const SCHEMAS: [NamedSchema; 13] = [
    ("ente", of::<administration::File>),
    ("controlli", of::<controls::File>),
    ("edizione", of::<edition::File>),
    ("servizi", of::<organisation::ServicesFile>),
    ("smart-team", of::<organisation::TeamsFile>),
    ("processi", of::<process::File>),
    ("software", of::<table::SoftwareFile>),
    ("formazione", of::<training::File>),
    ("attuazione", of::<adoption::File>),
    ("valutazione", of::<table::ExpectedBehavioursFile>),
    ("esclusioni", of::<table::ExclusionsFile>),
    ("glossario", of::<table::GlossaryFile>),
    ("accettazioni", of::<table::WaiversFile>),
];

/// The names of the data files, in the order in which people meet them.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema of a data file.
pub fn schema(name: &str) -> Option<serde_json::Value> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, schema)| schema().to_value())
}

/// The text of every schema, with the name of its file.
pub fn files() -> Vec<(String, String)> {
    SCHEMAS.iter().map(|(name, schema)| (format!("{name}.json"), format!("{:#}\n", schema().as_value()))).collect()
}

/// JSON Schema 2020-12 without references: an editor shows the words that stand at the very place.
fn of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<T>()
}
