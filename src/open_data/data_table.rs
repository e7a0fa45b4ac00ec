use crate::digest::Sha256;
use crate::model::{Edition, Text};
use crate::tables::{EditionColumns, TableDescription};
use std::borrow::Cow;

/// A table on its way to a file: what every format has in common.
#[derive(Clone, Debug)]
pub struct DataTable<'a> {
    /// The table, such as `smart-team`: the stem of its files.
    pub name: &'static str,
    /// Its title in Italian.
    pub title: &'a str,
    /// What it holds, in one Italian sentence.
    pub description: Cow<'a, str>,
    /// The columns.
    pub columns: Vec<Column<'a>>,
    /// The rows; each has one cell a column.
    pub rows: Vec<Vec<Cell<'a>>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// The key for programs, such as `finalita`.
    pub key: Cow<'a, str>,
    /// The heading for people, such as `Finalità`.
    pub heading: Cow<'a, str>,
    /// What it holds, in Italian, for the dictionaries of the data.
    pub meaning: String,
}

/// A cell.
#[derive(Clone, Debug)]
pub enum Cell<'a> {
    /// Not stated.
    Empty,
    /// A text, an identifier, or a word of the data such as `in parte`.
    Text(Cow<'a, str>),
    /// Several texts; none = stated to be empty.
    List(&'a [Text]),
    /// A finite number.
    Number(f64),
}

impl<'a> DataTable<'a> {
    /// A table under the names of its description.
    pub(super) fn described(
        edition: &'a Edition,
        table: &'static TableDescription,
        present: &EditionColumns,
        columns: Vec<Column<'a>>,
        rows: Vec<Vec<Cell<'a>>>,
    ) -> Self {
        let words = &edition.model.words;
        let description = table.data.as_ref().map_or(Cow::Borrowed(""), |data| (data.description)(words, present));
        Self { name: table.name, title: table.data_title(edition), description, columns, rows }
    }

    /// Adds all that it says to a fingerprint.
    pub(super) fn add_to(&self, digest: &mut Sha256) {
        let Self { name, title, description, columns, rows } = self;
        for text in [name, title, &**description] {
            digest.update_text(text);
        }
        digest.update(&columns.len().to_le_bytes());
        for Column { key, heading, meaning } in columns {
            for text in [key.as_ref(), heading, meaning] {
                digest.update_text(text);
            }
        }
        for row in rows {
            digest.update(&row.len().to_le_bytes());
            for cell in row {
                cell.add_to(digest);
            }
        }
    }
}

impl<'a> Cell<'a> {
    fn add_to(&self, digest: &mut Sha256) {
        match self {
            Self::Empty => digest.update(b"0"),
            Self::Text(text) => {
                digest.update(b"t");
                digest.update_text(text);
            }
            Self::List(items) => {
                digest.update(b"l");
                digest.update(&items.len().to_le_bytes());
                for item in *items {
                    digest.update_text(&item.value);
                }
            }
            Self::Number(number) => {
                digest.update(b"n");
                digest.update(&number.to_bits().to_le_bytes());
            }
        }
    }

    /// A text.
    pub fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// The cell as a text, with numbers written by `number` and lists joined with `; `.
    pub fn joined(&self, number: impl FnOnce(f64) -> String) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::List([]) => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::List([only]) => Cow::Borrowed(&only.value),
            Self::List([first, others @ ..]) => {
                let mut joined = first.value.clone();
                for item in others {
                    joined.extend(["; ", &item.value]);
                }
                Cow::Owned(joined)
            }
            Self::Number(value) => Cow::Owned(number(*value)),
        }
    }
}
