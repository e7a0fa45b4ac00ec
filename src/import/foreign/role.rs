use crate::model::{OwnKind, Period};
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
    /// A share in hundredths.
    Percentage,
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
