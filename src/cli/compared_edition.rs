//! The editions that a comparison names, each with the data it stands in.

use crate::check::Settings;
use crate::model::Edition;
use crate::model::EditionId;
use crate::publish::CheckedAnnex;
use crate::trouble::Trouble;
use std::path::{Path, PathBuf};

/// What an argument names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedEdition {
    /// The folder of the administration.
    pub(super) folder: PathBuf,
    /// The edition; `None` = the current one.
    id: Option<String>,
}

impl NamedEdition {
    /// What a text names: an edition of the folder `root`, another folder, or an edition of it.
    ///
    /// # Errors
    ///
    /// When it is none of these.
    pub(super) fn parse(root: &Path, text: &str) -> Result<Self, Trouble> {
        let has_data = |folder: &Path| folder.join("data").is_dir();
        if EditionId::new(text).is_some() && root.join("data").join(text).is_dir() {
            return Ok(Self { folder: root.to_owned(), id: Some(text.to_owned()) });
        }
        let path = Path::new(text);
        if has_data(path) {
            return Ok(Self { folder: path.to_owned(), id: None });
        }
        if let Some((folder, id)) = text.rsplit_once('#')
            && has_data(Path::new(folder))
        {
            return Ok(Self { folder: folder.into(), id: Some(id.to_owned()) });
        }
        let data = path.parent().filter(|data| data.file_name().is_some_and(|name| name == "data"));
        if let (Some(data), Some(id), true) = (data, path.file_name(), path.is_dir()) {
            let folder = data.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return Ok(Self { folder: folder.to_owned(), id: Some(id.to_string_lossy().into_owned()) });
        }
        if !has_data(root) && EditionId::new(text).is_some() {
            return Err(Trouble::new(
                format!("nella cartella `{}` non c'è la cartella `data`", root.display()),
                "indicare la cartella dell'ente con --cartella",
            ));
        }
        Err(Trouble::new(
            format!("`{text}` non è né un'edizione di `{}` né una cartella con dentro `data`", root.display()),
            "scrivere il nome di una cartella di `data`, per esempio 2025-2027, oppure una cartella, o una sua edizione come CARTELLA#2025-2027",
        ))
    }

    /// Whether the current edition is meant.
    pub(super) fn is_current(&self) -> bool {
        self.id.is_none()
    }

    /// Its data, read and checked.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub(super) fn read(&self, settings: Settings) -> Result<CheckedAnnex, Trouble> {
        CheckedAnnex::read(&self.folder, settings)
    }

    /// The edition among those of its folder.
    ///
    /// # Errors
    ///
    /// When it is not there.
    pub(super) fn find<'a>(&self, annex: &'a CheckedAnnex) -> Result<&'a Edition, Trouble> {
        let editions = &annex.annex().editions;
        let found = match &self.id {
            Some(id) => editions.iter().find(|edition| edition.id.as_str() == id),
            None => annex.annex().current(),
        };
        let folder = self.folder.display();
        let list = editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>().join(", ");
        found.ok_or_else(|| match &self.id {
            Some(id) => Trouble::new(
                format!("nella cartella `{folder}` non c'è l'edizione `{id}`"),
                format!("le edizioni sono: {list}"),
            ),
            None => Trouble::new(
                format!("nella cartella `{folder}` non si sa quale sia l'edizione corrente"),
                format!(
                    "scrivere quale si intende, come {folder}#{}; le edizioni sono: {list}",
                    list.split(',').next().unwrap_or_default()
                ),
            ),
        })
    }
}
