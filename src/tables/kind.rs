use super::value::Value;
pub use crate::model::ReferenceTarget as Target;
use crate::model::{Keyword, capital};

/// What a value of a column is: how it is read, checked and described to editors.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A text for people.
    Text,
    /// Several texts for people.
    Texts,
    /// The identifier of the record.
    Id,
    /// The identifier of another record.
    Reference(Target),
    /// The identifiers of other records.
    References(Target),
    /// One of a few words.
    Word(Words),
    /// A step of the scale of risk.
    Risk,
    /// An answer of smartability.
    Answer,
    /// The code of a process.
    Code,
    /// The code of a rule.
    Rule,
    /// The address of a page.
    Address,
    /// A number that is not negative.
    Number,
    /// A number from 0 to 100.
    Percentage,
    /// A whole number that is not negative.
    Count,
    /// How many people: a whole number, or a class.
    Headcount,
    /// Counts of women or of men.
    Genders,
    /// A day of the calendar.
    Date,
    /// Days of agile work a week.
    Days,
    /// Days of agile work in a period.
    PeriodDays,
    /// The modules of a group.
    Modules,
    /// The marks of a module, by audience.
    Marks,
    /// The value from which an indicator starts, with its day.
    Baseline,
    /// Values of an indicator, by years.
    Years,
}

/// The words of a [`Keyword`] type, whichever it is.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    list: fn() -> Vec<&'static str>,
    parse: fn(&str) -> Option<(&'static str, bool)>,
}

impl Words {
    /// The words of a type.
    pub const fn of<K: Keyword>() -> Self {
        Self {
            list: || K::KEYWORDS.iter().map(|(word, _)| *word).collect(),
            parse: |text| K::parse(text).map(|(value, exact)| (value.keyword(), exact)),
        }
    }

    /// Their right spellings, in the order in which people expect them.
    pub fn list(self) -> Vec<&'static str> {
        (self.list)()
    }

    /// The right spelling of the word meant by a text, and whether the text has it.
    pub fn parse(self, text: &str) -> Option<(&'static str, bool)> {
        (self.parse)(text)
    }
}

impl Kind {
    /// Whether its values are words for people, which the rules on wording read and the search finds.
    pub const fn is_prose(self) -> bool {
        matches!(self, Self::Text | Self::Texts)
    }

    /// Whether its values are numbers, which stand below each other by their digits.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Percentage | Self::Count | Self::Headcount)
    }

    /// A value of this kind as people read it, one item for each text.
    pub fn spoken(self, value: Value<'_>) -> Vec<String> {
        let spoken = value.spoken();
        if matches!(self, Self::Percentage) {
            return spoken.into_iter().map(|number| format!("{number} %")).collect();
        }
        spoken
    }

    /// The same as a table shows it: a word alone begins with a capital.
    pub fn shown(self, value: Value<'_>) -> Vec<String> {
        let spoken = self.spoken(value);
        if matches!(value, Value::Word(_)) { spoken.iter().map(|word| capital(word)).collect() } else { spoken }
    }
}
