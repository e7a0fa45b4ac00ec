use super::SourceFile;
use crate::trouble::Trouble;
use include_dir::{Dir, DirEntry, include_dir};
use std::collections::BTreeMap;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/istituzionale/print");

/// The Typst files of a theme.
#[derive(Clone, Debug)]
pub struct Templates {
    files: BTreeMap<String, Vec<u8>>,
}

impl Templates {
    /// The ones inside the program.
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        collect(&EMBEDDED, &mut files);
        Self { files }
    }

    /// The ones inside the program, each replaced by the file of the same path in `own`; further files are added.
    pub fn with(own: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut templates = Self::embedded();
        templates.files.extend(own);
        templates
    }

    /// Every file of the theme, where it has `main`.
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

fn collect(folder: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(inner, files),
            DirEntry::File(file) => {
                let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
                files.insert(parts.join("/"), file.contents().to_vec());
            }
        }
    }
}
