use super::value::share::Whole;
use super::vocabulary::Vocabulary;
use crate::model::{OwnKind, Period, fold, slug};
use crate::tables::Words;

/// What a column of a foreign sheet may be.
#[derive(Clone, Debug)]
pub(super) struct Role {
    /// The key of the data; empty if it fills none.
    pub(super) key: String,
    /// How its cells are read.
    pub(super) reads: Reads,
    /// The words of its headings, those of the description of the table first.
    pub(super) words: Vec<String>,
}

impl Role {
    /// The role that an answer names: one of the table, or a column of the administration's own.
    pub(super) fn answered(vocabulary: &Vocabulary, key: &str, heading: &str) -> Self {
        let made = own_key(key, heading);
        let known = |key: &str| vocabulary.roles.iter().find(|role| role.key == key);
        let role = known(key).or_else(|| known(&made));
        if role.is_none() && key == "giorni_settimana" {
            return Self { key: key.to_owned(), reads: Reads::Days(Period::Week), words: Vec::new() };
        }
        role.cloned().unwrap_or_else(|| Self { key: made, reads: Reads::Own(OwnKind::Text), words: Vec::new() })
    }
}

/// The key of a column of the administration's own: as the answer writes it, in the letters that keys have; `nuova` makes it of the heading.
fn own_key(key: &str, heading: &str) -> String {
    let name = if makes_own(key) { heading } else { key };
    let made = slug(name).replace('-', "_");
    if made.is_empty() { key.to_owned() } else { made }
}

/// Whether an answer makes of a column one of the administration's own, by its heading.
pub(super) fn makes_own(answer: &str) -> bool {
    matches!(fold(answer).as_str(), "nuova" | "propria" | "colonna propria")
}

/// When a value was measured, by the heading of its column.
#[derive(Clone, Debug)]
pub(super) enum MeasuredOn {
    /// On this day, as ISO 8601 writes it.
    Day(String),
    /// In this year, of which the last day is written.
    Year(String),
}

/// How the cells of a column are read.
#[derive(Clone, Debug)]
pub(super) enum Reads {
    /// A text on one line.
    Text,
    /// A text, or several.
    List,
    /// The code of a process.
    Code,
    /// A step of risk.
    Risk,
    /// Whether a process can be done in agile mode.
    Verdict,
    /// The smartability of an office.
    Grade,
    /// A yes or a no.
    YesNo,
    /// A share in hundredths, of a column whose numbers are parts of this.
    Percentage(Whole),
    /// An office, by its name; the number says how coarse it usually is.
    Office(u8),
    /// A cross for the answer that the heading says.
    Cross(&'static str),
    /// Computer programs, by their names.
    Programs,
    /// People.
    Count,
    /// People of one gender: the group, and the key in it.
    Gender(&'static str, &'static str),
    /// Days of agile work, in the period of the heading.
    Days(Period),
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of a few words.
    Word(Words),
    /// A column of the administration's own.
    Own(OwnKind),
    /// A value of an indicator: its key in its group, and when it was measured.
    Measure(String, Option<MeasuredOn>),
    /// The mark of an audience of the training plan.
    Audience,
    /// A share that follows from other columns: it is checked and not stored.
    Derived,
    /// The number of the row: it is left out.
    Ordinal,
}
