use super::format::Format;
use crate::output::Output;

/// A file of the open data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The table, such as `smart-team`; empty for what describes them all.
    pub table: &'static str,
    /// The title of the table in Italian; for what describes them all, its own.
    pub title: String,
    /// What it is.
    pub kind: FileKind,
    /// Its path below the target, `<edizione>/dati/…`, and its bytes.
    pub output: Output,
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
        self.output.path.rsplit('/').next().unwrap_or(&self.output.path)
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        self.output.bytes.len()
    }
}
