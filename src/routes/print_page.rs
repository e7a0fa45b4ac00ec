use crate::model::{Edition, Keyword, TableName};

/// A document made for paper: a page below `stampa/`, and a PDF of the same name; the whole annex may be a Word document, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PrintPage {
    /// One table.
    Table(TableName),
    /// The whole annex.
    Annex,
}

impl PrintPage {
    /// Where they stand, below the folder of the edition.
    pub const FOLDER: &'static str = "stampa";

    /// The tables that have a document of their own, where they are present.
    pub const TABLES: [TableName; 7] = [
        TableName::Processes,
        TableName::Teams,
        TableName::Software,
        TableName::Training,
        TableName::Adoption,
        TableName::ExpectedBehaviours,
        TableName::Indicators,
    ];

    /// Those of an edition: its tables, then the whole annex.
    pub fn of(edition: &Edition) -> Vec<Self> {
        let tables = Self::TABLES.into_iter().filter(|table| edition.has(*table));
        tables.map(Self::Table).chain([Self::Annex]).collect()
    }

    /// Its name below `stampa/`: that of the table, or `allegato`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table(table) => table.keyword(),
            Self::Annex => "allegato",
        }
    }

    /// The page, from the folder of the edition.
    pub fn page_path(self) -> String {
        format!("{}/{}/index.html", Self::FOLDER, self.name())
    }

    /// The style that they share, from the folder of the edition.
    pub fn style_path() -> String {
        format!("{}/foglio.css", Self::FOLDER)
    }

    /// The whole annex as a Word document, from the folder of the edition.
    pub fn word_path() -> String {
        format!("{}/{}.docx", Self::FOLDER, Self::Annex.name())
    }

    /// The PDF, from the folder of the edition.
    pub fn pdf_path(self) -> String {
        format!("{}/{}.pdf", Self::FOLDER, self.name())
    }
}
