use super::deflated::Deflated;
use super::format::Format;
use crate::digest::Sha256;
use crate::output::{Output, file_name};
use crate::trouble::{Context, Trouble};
use std::borrow::Cow;

/// A file of the open data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The table, such as `smart-team`; empty for what describes them all.
    pub table: &'static str,
    /// The title of the table in Italian; for what describes them all, its own.
    pub title: String,
    /// What it is.
    pub kind: FileKind,
    /// Its path below the target, `<edizione>/dati/…`.
    pub path: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    pub(super) held: Held,
}

/// The bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// As they are.
    Whole(Vec<u8>),
    /// Those of a large text, inflated again for whoever wants them.
    Deflated(Deflated),
}

/// What a file of the open data is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A table in one of the formats.
    Table(Format),
    /// The description of the tables and of their columns as a Data Package.
    DataPackage,
    /// The DCAT-AP_IT description of all the others.
    Catalogue,
    /// All the others in one.
    Bundle,
}

impl Held {
    /// Bytes as they are, with their SHA-256 in hexadecimal.
    pub(super) fn whole(bytes: Vec<u8>) -> (Self, String) {
        let sha256 = Sha256::of(&bytes);
        (Self::Whole(bytes), sha256)
    }
}

impl File {
    /// The format, in Italian, as the data page lists it.
    pub fn label(&self) -> &'static str {
        match self.kind {
            FileKind::Table(format) => format.label(),
            FileKind::DataPackage => "Descrizione delle tavole e delle loro colonne (Data Package, JSON)",
            FileKind::Catalogue => "Catalogo DCAT-AP_IT (JSON-LD)",
            FileKind::Bundle => "Tutti i file in un archivio (ZIP)",
        }
    }

    /// Its registered media type.
    pub fn media_type(&self) -> &'static str {
        match self.kind {
            FileKind::Table(format) => format.media_type(),
            FileKind::DataPackage => "application/json",
            FileKind::Catalogue => "application/ld+json",
            FileKind::Bundle => "application/zip",
        }
    }

    /// Its name without the folders, such as `processi-excel.csv`.
    pub fn name(&self) -> &str {
        file_name(&self.path)
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        match &self.held {
            Held::Whole(bytes) => bytes.len(),
            Held::Deflated(text) => text.size,
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    ///
    /// When what is held cannot be inflated, which would be a fault of this program.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, Trouble> {
        Ok(match &self.held {
            Held::Whole(bytes) => Cow::Borrowed(bytes),
            Held::Deflated(text) => Cow::Owned(text.inflated().trouble(
                || format!("non è possibile rileggere `{}`", self.path),
                "segnalare l'errore a chi sviluppa il programma",
            )?),
        })
    }

    /// It, as it is published.
    ///
    /// # Errors
    ///
    /// As for [`File::bytes`].
    pub fn output(&self) -> Result<Output, Trouble> {
        Ok(Output::new(self.path.as_str(), self.bytes()?))
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::{Text, WHOLE};
    use super::*;
    use crate::memo::Memo;
    use std::io::Write;

    #[test]
    fn a_large_text_is_held_deflated_and_published_as_it_was() {
        let line = b"100-1-A,alto,Istruttoria\r\n";
        for (lines, is_deflated) in
            [(0, false), (10, false), (WHOLE / line.len(), false), (WHOLE / line.len() + 1, true)]
        {
            let memo = Memo::default();
            let mut text = Text::new(&memo);
            (0..lines).for_each(|_| text.write_all(line).unwrap());
            let (held, sha256) = text.finish().unwrap();
            let (kind, path) = (FileKind::Table(Format::Csv), "2025/dati/prova.csv".to_owned());
            let file = File { table: "prova", title: "Prova".to_owned(), kind, path, sha256, held };
            let bytes = line.repeat(lines);
            assert_eq!(matches!(file.held, Held::Deflated(_)), is_deflated, "{lines}");
            assert_eq!((file.size(), file.sha256.as_str()), (bytes.len(), Sha256::of(&bytes).as_str()));
            assert!(file.output().unwrap() == Output::new("2025/dati/prova.csv", bytes));
        }
    }
}
