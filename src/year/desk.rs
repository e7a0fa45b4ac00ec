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
        let wanted = edition.map(str::to_owned).or(current);
        let found = annex.editions.iter().find(|own| Some(own.id.as_str()) == wanted.as_deref());
        let known: Vec<&str> = annex.editions.iter().map(|own| own.id.as_str()).collect();
        let advice = match known.as_slice() {
            [] => "in `data` non c'è nessuna cartella di edizione".to_owned(),
            known => format!("le edizioni sono: {}", known.join(", ")),
        };
        let what = || match wanted {
            Some(wanted) => format!("l'edizione `{wanted}` non c'è"),
            None => "non si sa quale sia l'edizione corrente".to_owned(),
        };
        let edition = found.ok_or_else(|| Trouble::new(what(), advice))?;
        Ok(Self { loaded, edition })
    }

    /// Its files.
    pub fn ledger(&self) -> Ledger {
        let folder = format!("data/{}", self.edition.id.as_str());
        let read = self.loaded.sources.iter().filter(|source| source.is_read());
        let read = read.map(|source| (source.path().to_owned(), source.text().to_owned()));
        Ledger::new(&folder, read).with_unreadable(self.loaded.sources.unreadable())
    }
}
