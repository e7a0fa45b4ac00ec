use super::SourceFile;
use super::typst::FONTS;
use crate::trouble::Trouble;
use std::collections::BTreeMap;

/// The Typst files of a theme.
#[derive(Clone, Debug)]
pub struct Templates {
    files: BTreeMap<String, Vec<u8>>,
}

impl Templates {
    /// From paths with `/` and their bytes.
    pub fn new<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Self {
        Self { files: files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect() }
    }

    /// Whether there are fonts among them.
    pub(super) fn bring_fonts(&self) -> bool {
        self.files.keys().any(|path| path.split('/').next() == Some(FONTS))
    }

    /// Every file, for a document that begins in `main`.
    pub(super) fn files(&self, main: &str) -> Result<Vec<SourceFile>, Trouble> {
        if !self.files.contains_key(main) {
            return Err(Trouble::new(
                format!("nell'aspetto manca il modello di stampa `print/{main}`"),
                "ripristinare il file",
            ));
        }
        Ok(self.files.iter().map(|(path, bytes)| SourceFile::new(path.clone(), bytes.clone())).collect())
    }
}
