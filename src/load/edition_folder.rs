use super::disk::{Disk, Entry};
use crate::model::EditionId;
use crate::trouble::Trouble;

/// The files of an edition.
pub(super) const OF_EDITION: &[&str] = &[
    "edizione",
    "modello",
    "servizi",
    "smart-team",
    "processi",
    "software",
    "formazione",
    "attuazione",
    "valutazione",
    "indicatori",
    "esclusioni",
    "glossario",
    "accettazioni",
    "sigillo",
];

/// The folders of `data/` that are meant for editions, in the order of the editions: years, then numbers.
pub(super) fn all(disk: &Disk<'_>) -> Result<Vec<String>, Trouble> {
    let mut folders = disk.folders("data")?;
    folders.retain(|name| name != "ente" && name != "controlli");
    let mut editions = Vec::new();
    for name in folders {
        if is_edition(disk, &name)? {
            editions.push(name);
        }
    }
    // Names that no edition may have stand where their letters put them, after the others.
    editions.sort_by_cached_key(|name| (EditionId::new(name).is_none(), EditionId::new(name), name.clone()));
    Ok(editions)
}

/// Whether a folder of `data/` is meant for an edition: its name tells a year, or a file of data is in it.
fn is_edition(disk: &Disk<'_>, name: &str) -> Result<bool, Trouble> {
    if EditionId::new(name).is_some_and(|id| id.first_year().is_some()) {
        return Ok(true);
    }
    let entries = disk.entries(&format!("data/{name}"))?;
    let table = |entry: &Entry| entry.is_folder && OF_EDITION.contains(&entry.name.as_str());
    let data = |entry: &Entry| table(entry) || !entry.is_folder && matches!(entry.ending(), Some("yaml" | "yml"));
    Ok(entries.iter().any(data))
}

/// Whether a folder bears the name of an edition of other years than those that there are: what is near to it by its letters is not meant.
pub(super) fn is_of_other_years(name: &str, editions: &[&str]) -> bool {
    let first_year = |name: &str| EditionId::new(name).and_then(|id| id.first_year());
    first_year(name).is_some_and(|year| !editions.iter().any(|edition| first_year(edition) == Some(year)))
}
