use crate::model::Date;
use crate::tables::Value;

/// A value as the data files write it: `in parte`, `2025-01-31`, identifiers instead of names.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Not stated.
    Absent,
    /// One text.
    Text(String),
    /// A number.
    Number(f64),
    /// Several texts.
    List(Vec<String>),
}

// Numbers come from files, where none can be "not a number".
impl Eq for Datum {}

impl Datum {
    /// The value of a column.
    pub(super) fn of(value: Value<'_>) -> Self {
        match value {
            Value::Absent => Self::Absent,
            Value::Texts(texts) => Self::List(texts.iter().map(|text| text.value.clone()).collect()),
            Value::Word(word) => Self::Text(word.to_owned()),
            Value::Number(number) => Self::Number(number),
            Value::Date(date) => Self::of_date(date),
            Value::Headcount(count) => {
                let text = count.to_string();
                text.parse().map_or(Self::Text(text), Self::Number)
            }
            Value::Baseline(base) => {
                let day = base.at.as_ref().map(|date| format!(" {}", date.value.iso())).unwrap_or_default();
                Self::Text(format!("{}{day}", base.value.text.value))
            }
            Value::Years(years) => {
                Self::List(years.iter().map(|year| format!("{}: {}", year.year.value, year.value.text.value)).collect())
            }
            Value::Text(_) | Value::Code(_) | Value::Days(_) | Value::PeriodDays(_) => Self::of_texts(&value.spoken()),
        }
    }

    /// A day.
    pub(super) fn of_date(date: Date) -> Self {
        Self::Text(date.iso())
    }

    /// Texts: none, one, or a list.
    pub(super) fn of_texts(texts: &[String]) -> Self {
        match texts {
            [] => Self::Absent,
            [one] => Self::Text(one.clone()),
            several => Self::List(several.to_vec()),
        }
    }
}
