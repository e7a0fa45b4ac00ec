use super::Picture;
use crate::trouble::Trouble;
use std::collections::BTreeMap;

/// The pictures of the chapters of an edition, by the address that a chapter gives them: `immagini/schema.svg`.
#[derive(Clone, Debug, Default)]
pub struct Album {
    pictures: BTreeMap<String, Result<Picture, String>>,
}

impl Album {
    /// The folder of the pictures, beside the chapters.
    pub const FOLDER: &'static str = "immagini";

    /// An album without pictures.
    pub const EMPTY: Self = Self { pictures: BTreeMap::new() };

    /// Takes in a file of the folder `immagini` of an edition; it is published below the assets of the site. One that is no
    /// picture that a page may show is kept with its reason.
    pub fn add(&mut self, edition: &str, name: &str, bytes: Result<Vec<u8>, Trouble>) {
        let address = format!("{}/{name}", Self::FOLDER);
        let picture = bytes.and_then(|bytes| {
            let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            if !name.chars().all(safe) {
                return Err(Trouble::new(
                    format!("il nome dell'immagine `{address}` ha spazi o lettere accentate"),
                    "cambiare il nome del file: bastano lettere senza accento, cifre e trattini",
                ));
            }
            let path = format!("{}{}/{edition}/{name}", crate::output::ASSETS, Self::FOLDER);
            Picture::new(&format!("l'immagine `{address}`"), path, bytes)
        });
        self.pictures.insert(address, picture.map_err(|trouble| trouble.to_string()));
    }

    /// The picture at an address; `None` if there is none that may be shown.
    pub fn get(&self, address: &str) -> Option<&Picture> {
        self.pictures.get(address.strip_prefix("./").unwrap_or(address))?.as_ref().ok()
    }

    /// The pictures at some addresses, each once, in the order of their names.
    pub fn shown<'a>(&self, addresses: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &Picture> {
        let found = addresses.filter_map(|address| self.get(address)).map(|picture| (picture.path(), picture));
        found.collect::<BTreeMap<_, _>>().into_values()
    }

    /// Why the file at an address may not be shown; `None` if there is no such file or nothing against it.
    pub fn fault(&self, address: &str) -> Option<&str> {
        self.pictures.get(address)?.as_ref().err().map(String::as_str)
    }

    /// The addresses of every file, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.pictures.keys().map(String::as_str)
    }
}
