//! Next year's edition, made from this one.
//!
//! Owns what is carried over, what is emptied because it belongs to the year, and where a mark says that something is still to be decided
//! (`da_decidere`). Files in, files out: reads no disk and writes none; comments and layout stay as they are.

mod acceptances;
mod adoption;
mod adoption_rows;
mod chapter;
mod decisions;
mod indicators;
mod left_behind;
mod rows;
mod settings;
mod years;

use crate::edit::{Change, Document, Refusal};
use crate::model::{Date, Edition, EditionId};
use crate::trouble::Trouble;
use std::collections::BTreeMap;

/// The files of the new edition, and what was left behind.
#[derive(Debug)]
pub struct NextEdition {
    /// By their path below the root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many acceptances were not carried over: they had expired, or speak of rows that are now to be filled in.
    pub dropped_acceptances: usize,
}

/// The two editions, and the day.
#[derive(Clone, Copy)]
struct Passage<'a> {
    from: &'a Edition,
    to: &'a EditionId,
    today: Date,
}

/// Makes the files of the edition `to` from those of another, on a day.
///
/// # Errors
///
/// When a file is written in a way that does not let it be changed without changing something else.
pub fn next_edition(
    files: &BTreeMap<String, Vec<u8>>,
    from: &Edition,
    to: &EditionId,
    today: Date,
) -> Result<NextEdition, Trouble> {
    let passage = Passage { from, to, today };
    let mut next = NextEdition { files: BTreeMap::new(), dropped_acceptances: 0 };
    for (path, bytes) in files {
        let Some((above, name)) = split(path, &from.id) else { continue };
        if above == "data" && table(name) == "sigillo" {
            continue;
        }
        let new_path = format!("{above}/{}/{name}", to.as_str());
        let Ok(text) = std::str::from_utf8(bytes) else {
            next.files.insert(new_path, bytes.clone());
            continue;
        };
        let text = match (above, name.ends_with(".yaml"), name.ends_with(".md")) {
            ("data", true, _) => passage.data(name, text, &mut next).map_err(|refusal| unchangeable(path, &refusal))?,
            ("content", _, true) => {
                chapter::carried_over(text, passage).map_err(|refusal| unchangeable(path, &refusal))?
            }
            _ => text.to_owned(),
        };
        next.files.insert(new_path, text.into_bytes());
    }
    Ok(next)
}

/// `data` or `content`, and the path below the edition.
fn split<'p>(path: &'p str, edition: &EditionId) -> Option<(&'p str, &'p str)> {
    let (above, rest) = path.split_once('/')?;
    Some((above, rest.strip_prefix(edition.as_str())?.strip_prefix('/')?))
}

/// The table to which a file of data belongs: `processi` for `processi.yaml` and `processi/a.yaml`.
fn table(name: &str) -> &str {
    let first = name.split('/').next().unwrap_or_default();
    first.strip_suffix(".yaml").unwrap_or(first)
}

impl Passage<'_> {
    /// A file of data as the new edition has it.
    fn data(self, name: &str, text: &str, next: &mut NextEdition) -> Result<String, Refusal> {
        let table = table(name);
        if !["edizione", "attuazione", "processi", "servizi", "indicatori", "accettazioni"].contains(&table) {
            return Ok(text.to_owned());
        }
        let mut document = Document::parse(text)?;
        match table {
            "edizione" => settings::carry_over(&mut document, self)?,
            "attuazione" => adoption::carry_over(&mut document, self)?,
            "processi" => rows::without_previous_codes(&mut document)?,
            "servizi" => rows::without_ceased_areas(&mut document, self)?,
            "indicatori" => indicators::carry_over(&mut document, self)?,
            _ => next.dropped_acceptances += acceptances::carry_over(&mut document, self)?,
        }
        Ok(document.text().to_owned())
    }
}

/// Removes a key of the top of a file, where it is there.
fn remove(document: &mut Document, key: &str) -> Result<(), Refusal> {
    match document.read().get(key) {
        Some(_) => document.apply(&Change::Remove { at: vec![key.into()] }, &[]),
        None => Ok(()),
    }
}

fn unchangeable(path: &str, refusal: &Refusal) -> Trouble {
    Trouble::new(
        format!("`{path}` non si può portare nella nuova edizione: {refusal}"),
        "scrivere il file in modo più semplice, oppure copiare l'edizione a mano",
    )
}
