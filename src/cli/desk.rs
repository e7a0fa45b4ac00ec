use crate::edit::Ledger;
use crate::load::{self, Loaded};
use crate::model::Edition;
use crate::trouble::Trouble;
use std::path::Path;

/// The folder of an administration, and the edition whose data are wanted.
pub(super) struct Desk {
    pub(super) loaded: Loaded,
    /// The number of the edition.
    edition: usize,
}

impl Desk {
    /// Reads a folder; the edition is the one in force unless another is asked for.
    pub(super) fn open(root: &Path, edition: Option<&str>) -> Result<Self, Trouble> {
        let loaded = load::load(root)?;
        let current = loaded.annex.administration.as_ref().map(|ente| ente.current_edition.value.clone());
        let wanted = edition.map(str::to_owned).or(current).unwrap_or_default();
        let place = loaded.annex.editions.iter().position(|own| own.id.as_str() == wanted);
        let known: Vec<&str> = loaded.annex.editions.iter().map(|own| own.id.as_str()).collect();
        let advice = match known.as_slice() {
            [] => "in `data` non c'è nessuna cartella di edizione".to_owned(),
            known => format!("le edizioni sono: {}", known.join(", ")),
        };
        let edition = place.ok_or_else(|| Trouble::new(format!("l'edizione `{wanted}` non c'è"), advice))?;
        Ok(Self { loaded, edition })
    }

    /// The edition.
    pub(super) fn edition(&self) -> &Edition {
        &self.loaded.annex.editions[self.edition]
    }

    /// Its files.
    pub(super) fn ledger(&self) -> Ledger {
        let folder = format!("data/{}", self.edition().id.as_str());
        let files = self.loaded.sources.iter().map(|source| (source.path().to_owned(), source.text().to_owned()));
        // A file that is not there has a place among the texts, but nothing in it and nothing on the disk.
        Ledger::new(&folder, files.filter(|(_, text)| !text.is_empty()))
    }
}
