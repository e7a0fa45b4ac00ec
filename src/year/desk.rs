use crate::edit::Ledger;
use crate::load::Loaded;
use crate::model::Edition;
use crate::trouble::Trouble;

/// The folder of an administration as it was read, and the edition whose data are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The folder.
    pub loaded: &'a Loaded,
    /// The edition.
    pub edition: &'a Edition,
}

impl<'a> Desk<'a> {
    /// An edition of a folder: the one in force unless another is asked for.
    ///
    /// # Errors
    ///
    /// When it is not there.
    pub fn of(loaded: &'a Loaded, edition: Option<&str>) -> Result<Self, Trouble> {
        let annex = &loaded.annex;
        let current = annex.administration.as_ref().map(|ente| ente.current_edition.value.clone());
        let wanted = edition.map(str::to_owned).or(current).unwrap_or_default();
        let found = annex.editions.iter().find(|own| own.id.as_str() == wanted);
        let known: Vec<&str> = annex.editions.iter().map(|own| own.id.as_str()).collect();
        let advice = match known.as_slice() {
            [] => "in `data` non c'è nessuna cartella di edizione".to_owned(),
            known => format!("le edizioni sono: {}", known.join(", ")),
        };
        let edition = found.ok_or_else(|| Trouble::new(format!("l'edizione `{wanted}` non c'è"), advice))?;
        Ok(Self { loaded, edition })
    }

    /// Its files.
    pub fn ledger(&self) -> Ledger {
        let folder = format!("data/{}", self.edition.id.as_str());
        let files = self.loaded.sources.iter().map(|source| (source.path().to_owned(), source.text().to_owned()));
        // A file that is not there has a place among the texts, but nothing in it and nothing on the disk.
        Ledger::new(&folder, files.filter(|(_, text)| !text.is_empty()))
    }
}
