//! The starter folder of `piao init`: that of a municipality, which is also the ground on which every rule's examples are
//! tried, and one for each other shape of administration.

mod double_click;
mod shape;

use crate::model::BodyKind;
use crate::schema;
use crate::trouble::Trouble;
use crate::write::{Replaceable, fill_folder, write_files};
use include_dir::{Dir, DirEntry, include_dir};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

pub use shape::files_of;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/starter");

/// The edition that the starter folder holds.
pub const EDITION: &str = "2026-2028";

/// The files of the starter folder of a municipality: paths with `/`, and their texts, in the order of the paths.
pub fn files() -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    collect(&STARTER, &mut files);
    files.sort();
    files
}

fn collect(folder: &'static Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, files),
            DirEntry::File(file) => {
                let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
                files.extend(file.contents_utf8().map(|text| (parts.join("/"), text)));
            }
        }
    }
}

/// Writes the starter folder of a kind of body, or the rest of it where a run was killed that had begun to.
///
/// # Errors
///
/// When the folder exists and is not empty (nothing is written then), or the disk refuses.
pub fn create(folder: &Path, kind: BodyKind) -> Result<(), Trouble> {
    let mut all: BTreeMap<String, String> = files_of(kind).into_iter().collect();
    all.insert(".vscode/settings.json".to_owned(), schema::editor_settings());
    all.extend(schema::files(&[]).into_iter().map(|(name, text)| (format!("schemi/{name}"), text)));
    all.extend(double_click::FILES.map(|(name, text)| (name.to_owned(), text.to_owned())));
    fill_folder(folder, &all)
}

/// Writes the schemas of the data files, each the name of its file and its text, into a folder.
///
/// # Errors
///
/// When something that is no schema is in the way, or the disk refuses.
pub fn write_schemas(folder: &Path, files: &[(String, String)]) -> Result<(), Trouble> {
    let ours = Replaceable { what: "uno schema di questo programma", is: &is_schema };
    write_files(files.iter().map(|(name, text)| (folder.join(name), text)), &ours)
}

fn is_schema(file: &File) -> bool {
    let read: Result<Value, _> = serde_json::from_reader(BufReader::new(file));
    read.is_ok_and(|value| value["$schema"].as_str().is_some_and(|name| name.starts_with("https://json-schema.org/")))
}
