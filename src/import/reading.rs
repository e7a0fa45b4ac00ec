use super::Draft;
use super::answers::spelled;
use crate::edit::Written;
use crate::model::fold;

/// What was understood of a file.
#[derive(Clone, Debug, Default)]
pub struct FileReading {
    /// Its path, as it was given.
    pub file: String,
    /// The encoding, where it is a text.
    pub encoding: Option<&'static str>,
    /// Its sheets.
    pub sheets: Vec<SheetReading>,
}

/// What was understood of a sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetReading {
    /// Its name.
    pub name: String,
    /// The number of the table in the sheet, from 1, where that holds several.
    pub part: Option<usize>,
    /// The table that it holds; `None` if it holds none that is known.
    pub table: Option<String>,
    /// The rows of its headings, from 1.
    pub header_rows: Vec<usize>,
    /// Its columns.
    pub columns: Vec<ColumnReading>,
    /// How many rows were read as records.
    pub read: usize,
    /// The rows that are no records.
    pub skipped: Vec<Skipped>,
    /// What was read, but not for sure.
    pub doubts: Vec<Doubt>,
    /// What was not read.
    pub not_understood: Vec<Doubt>,
    /// The totals that it states, beside what its rows give.
    pub totals: Vec<TotalReading>,
    /// What its rows state.
    pub drafts: Vec<Draft>,
    /// Offices that it names and the edition does not have, to be added.
    pub offices: Vec<Draft>,
    /// Whether the answers say of each of them that it is to be added.
    pub new_offices_are_settled: bool,
    /// Keys of the file of its table, beside the records: `data`, `note`, `totale_dichiarato`.
    pub settings: Vec<(String, Written)>,
    /// Whether it leaves open how many people there are where it should say so: a remark says in which rows.
    pub lacks_counts: bool,
    /// What is to be known of the sheet as a whole, in Italian.
    pub remarks: Vec<String>,
}

/// What a column was taken for.
#[derive(Clone, Debug, Default)]
pub struct ColumnReading {
    /// Its place, from 0.
    pub column: usize,
    /// Its heading, the storeys joined.
    pub heading: String,
    /// The cell of its heading, `D3`; its letters alone where the table has no headings.
    pub cell: String,
    /// The key of the data that it fills; `None` if it fills none.
    pub key: Option<String>,
    /// The part of it that it fills, where its value is a group: `agili` of `donne`, a year of `obiettivi`.
    pub part: Option<String>,
    /// How that was found out.
    pub how: How,
    /// Whether its cells are lists.
    pub is_list: bool,
    /// What it is, where it fills no key and yet is understood, or what it could become.
    pub remark: Option<String>,
}

/// How it was found out what a column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// By its heading.
    Heading,
    /// By what its values look like.
    Values,
    /// By the answers.
    Answer,
    /// Not at all.
    #[default]
    None,
}

impl How {
    /// As the contract writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Values => "values",
            Self::Answer => "answer",
            Self::None => "none",
        }
    }
}

/// A row that is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The row, from 1.
    pub row: usize,
    /// Why.
    pub why: Why,
    /// What stands in it.
    pub text: String,
}

/// Why a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The headings once more.
    RepeatedHeader,
    /// A total, a subtotal or a count.
    Total,
    /// Nothing stands in it.
    Blank,
    /// A title, of the table or of a part of it.
    Title,
    /// A note, a legend, a signature.
    Note,
}

impl Why {
    /// As the contract writes it, which is how people read it too.
    pub fn word(self) -> &'static str {
        match self {
            Self::RepeatedHeader => "intestazione ripetuta",
            Self::Total => "totale",
            Self::Blank => "vuota",
            Self::Title => "titolo",
            Self::Note => "nota",
        }
    }
}

/// A cell that was not read for sure, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The row, from 1.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// What is written.
    pub text: String,
    /// What it was taken for; empty if for nothing.
    pub understood: String,
    /// Why there is a doubt.
    pub message: String,
    /// What an answer may settle.
    pub question: Question,
}

impl Doubt {
    /// What is written, in the spelling by which answers tell it from others.
    pub fn spelling(&self) -> String {
        match self.question {
            Question::Name => fold(&self.text),
            _ => spelled(&self.text),
        }
    }
}

/// What an answer may settle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// Nothing: it is to be looked at.
    #[default]
    None,
    /// Whom a name means.
    Name,
    /// What a word or a number means.
    Word,
    /// How a list is divided.
    Separator,
}

/// A total of the sheet, beside what its rows give.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalReading {
    /// The row, from 1.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// What is written.
    pub declared: f64,
    /// What the rows give; where some of them are classes, the number nearest to the declared one that they allow.
    pub counted: f64,
}

impl SheetReading {
    /// Whether every row and every column was understood.
    pub fn is_understood(&self) -> bool {
        let is_known = |column: &ColumnReading| column.how != How::None;
        let are_settled = self.offices.is_empty() || self.new_offices_are_settled;
        self.table.is_some()
            && are_settled
            && !self.lacks_counts
            && self.not_understood.is_empty()
            && self.columns.iter().all(is_known)
    }
}

/// The letters by which spreadsheets call a column, from 0: `A`, `Z`, `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
