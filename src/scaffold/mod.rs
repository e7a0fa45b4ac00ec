//! The starter folder of `piao init`, which is also the ground on which every rule's examples are tried.

use crate::schema;
use crate::trouble::{Context, Trouble};
use include_dir::{Dir, DirEntry, include_dir};
use std::fs;
use std::path::Path;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/starter");

/// The edition that the starter folder holds.
pub const EDITION: &str = "2026-2028";

const ADVICE: &str = "scegliere una cartella in cui si ha il permesso di scrivere";

/// The files of the starter folder: paths with `/`, and their texts, in the order of the paths.
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

/// Writes the starter folder.
///
/// # Errors
///
/// When the folder exists and is not empty (nothing is written then), or the disk refuses.
pub fn create(folder: &Path) -> Result<(), Trouble> {
    let taken = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(error).trouble(|| format!("impossibile usare `{}`", folder.display()), ADVICE),
    };
    if taken {
        return Err(Trouble::new(
            format!("la cartella `{}` non è vuota", folder.display()),
            "indicare una cartella nuova o vuota: quello che c'è non viene toccato",
        ));
    }
    for (path, text) in files() {
        write(&folder.join(&path), text)?;
    }
    write(&folder.join(".vscode/settings.json"), &schema::editor_settings())?;
    write_schemas(&folder.join("schemi")).map(|_| ())
}

/// Writes the schemas of the data files into a folder, and says how many there are.
///
/// # Errors
///
/// When the disk refuses.
pub fn write_schemas(folder: &Path) -> Result<usize, Trouble> {
    let files = schema::files();
    for (name, text) in &files {
        write(&folder.join(name), text)?;
    }
    Ok(files.len())
}

fn write(file: &Path, text: &str) -> Result<(), Trouble> {
    let parent = file.parent().unwrap_or(file);
    fs::create_dir_all(parent).trouble(|| format!("impossibile creare `{}`", parent.display()), ADVICE)?;
    fs::write(file, text).trouble(|| format!("impossibile scrivere `{}`", file.display()), ADVICE)
}
