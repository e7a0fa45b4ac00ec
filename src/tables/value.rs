use crate::model::{
    Answer, Baseline, Date, Days, Headcount, Keyword, PeriodDays, ProcessCode, Risk, Spanned, Text, YearMeasure,
    decimal,
};
use crate::source::Span;

/// A value of any column, as it stands in a record.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Not stated.
    Absent,
    /// A text, or an identifier.
    Text(&'a Text),
    /// Several; none = stated to be empty.
    Texts(&'a [Text]),
    /// One of a few words, in its right spelling.
    Word(&'a str),
    /// The code of a process.
    Code(&'a ProcessCode),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// How many people.
    Headcount(Headcount),
    /// Days of agile work a week.
    Days(&'a Days),
    /// Days of agile work in a period.
    PeriodDays(&'a PeriodDays),
    /// The value from which an indicator starts.
    Baseline(&'a Baseline),
    /// Values by years.
    Years(&'a [YearMeasure]),
}

/// A value of any column on its way into a record.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Not written, or not readable, at this place: a text that must be there is then empty.
    Missing(Span),
    /// A text, or an identifier.
    Text(Text),
    /// Several.
    Texts(Spanned<Vec<Text>>),
    /// One of a few words, in its right spelling.
    Word(Spanned<&'static str>),
    /// A step of the scale of risk.
    Risk(Spanned<Risk>),
    /// An answer of smartability, and the own word for it where one was written.
    Answer(Spanned<Answer>, Option<String>),
    /// The code of a process.
    Code(Spanned<ProcessCode>),
    /// A number.
    Number(Spanned<f64>),
    /// A whole number.
    Count(Spanned<u32>),
    /// A day.
    Date(Spanned<Date>),
    /// How many people.
    Headcount(Spanned<Headcount>),
    /// Days of agile work a week.
    Days(Spanned<Days>),
    /// Days of agile work in a period.
    PeriodDays(Spanned<PeriodDays>),
    /// The value from which an indicator starts.
    Baseline(Baseline),
    /// Values by years.
    Years(Vec<YearMeasure>),
}

impl<'a> Value<'a> {
    /// Whether it says something; an empty list says nothing to a reader.
    pub fn is_stated(self) -> bool {
        !matches!(self, Self::Absent | Self::Texts([]))
    }

    /// Its texts with their places, where it is made of texts.
    pub fn texts(self) -> &'a [Text] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::Texts(texts) => texts,
            _ => &[],
        }
    }

    /// What people read, one item for each text: `sì`, `12,5`, `5 marzo 2025`; nothing where it is not stated.
    pub fn spoken(self) -> Vec<String> {
        match self {
            Self::Absent => Vec::new(),
            Self::Text(text) => vec![text.value.clone()],
            Self::Texts(texts) => texts.iter().map(|text| text.value.clone()).collect(),
            Self::Word(word) if word == true.keyword() => vec!["sì".to_owned()],
            Self::Word(word) => vec![word.to_owned()],
            Self::Code(code) => vec![code.as_str().to_owned()],
            Self::Number(number) => vec![decimal(number)],
            Self::Date(date) => vec![date.long()],
            Self::Headcount(count) => vec![count.shown()],
            Self::Days(days) => vec![days.short()],
            Self::PeriodDays(days) => vec![days.short()],
            Self::Baseline(base) => vec![base.shown(None)],
            Self::Years(years) => {
                years.iter().map(|year| format!("{}: {}", year.year.value, year.value.shown(None))).collect()
            }
        }
    }
}
