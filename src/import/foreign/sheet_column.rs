use super::grouped::{self, Grouped};
use super::role::Role;
use super::vocabulary::Vocabulary;
use crate::import::answers::{ColumnAnswer, SheetAnswers};
use crate::import::reading::{How, column_letters};

/// A column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct SheetColumn {
    /// Its place, from 0.
    pub(super) at: usize,
    /// Its heading.
    pub(super) heading: String,
    /// What it is, if that is known.
    pub(super) role: Option<Role>,
    /// How that was found out.
    pub(super) how: How,
    /// What is to be said of it.
    pub(super) remark: Option<String>,
    /// Whether it was taken for what its values look like, though its heading does not say so.
    pub(super) is_supposed: bool,
    /// Whether it holds days of agile work for which the table has no place.
    pub(super) counts_days: bool,
    /// Whether it explains the marks of a plan, and is none of it.
    pub(super) explains: bool,
    /// The key that its heading would name, but for a word that makes of it another thing.
    pub(super) narrowed: Option<String>,
    /// What an answer says that it is.
    pub(super) answer: Option<String>,
}

impl SheetColumn {
    /// A column of which nothing is known but its place and heading.
    pub(super) fn new(at: usize, heading: String) -> Self {
        Self {
            at,
            heading,
            role: None,
            how: How::None,
            remark: None,
            is_supposed: false,
            counts_days: false,
            explains: false,
            narrowed: None,
            answer: None,
        }
    }

    /// The cell of its heading; its letters alone where the table has no headings.
    pub(super) fn cell(&self, rows: &[usize]) -> String {
        let row = rows.last().map(|last| (last + 1).to_string());
        format!("{}{}", column_letters(self.at), row.unwrap_or_default())
    }

    /// The column as the answers say it, where they do; `rows` are those of the headings.
    pub(super) fn answered(self, rows: &[usize], vocabulary: &Vocabulary, answers: &SheetAnswers<'_>) -> Self {
        match answers.column(&self.heading, &self.cell(rows)) {
            Some(ColumnAnswer::Ignored) => Self { how: How::Answer, ..self },
            Some(ColumnAnswer::Key(key)) => {
                let (role, remark) = match grouped::answered(vocabulary.table, key, &self.heading) {
                    Some(Grouped::Partial(why)) => return Self { remark: Some(why), ..self },
                    Some(Grouped::Role(role)) => (role, None),
                    None => (Role::answered(vocabulary, key, &self.heading), self.remark),
                };
                Self { role: Some(role), how: How::Answer, remark, answer: Some(key.clone()), ..self }
            }
            None => self,
        }
    }
}
