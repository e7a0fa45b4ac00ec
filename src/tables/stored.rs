use super::column::Need;
use super::kind::{Kind, Words};
use super::value::{Entry, Value};
use crate::model::{
    Baseline, Date, Days, Headcount, Keyword, PeriodDays, ProcessCode, Risk, Spanned, Text, YearMeasure,
};

/// A type of the fields of a record: what kind of column it makes, and how a value is read from it and written to it.
///
/// An entry of another kind than the field's leaves the field as it is.
pub(super) trait Stored {
    /// The kind of column, where the column does not say another.
    const KIND: Kind;
    /// Whether the column must be there, likewise.
    const NEED: Need;

    /// The value that it holds.
    fn value(&self) -> Value<'_>;

    /// Puts an entry in its place.
    fn store(&mut self, entry: Entry);
}

impl Stored for Text {
    const KIND: Kind = Kind::Text;
    const NEED: Need = Need::Required;

    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Text(text) => *self = text,
            Entry::Missing(span) => *self = Spanned::new(String::new(), span),
            _ => {}
        }
    }
}

impl Stored for Vec<Text> {
    const KIND: Kind = Kind::Texts;
    const NEED: Need = Need::Optional;

    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::Texts(self) }
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Texts(texts) => *self = texts.value,
            Entry::Missing(_) => self.clear(),
            _ => {}
        }
    }
}

impl Stored for Option<Spanned<Vec<Text>>> {
    const KIND: Kind = Kind::Texts;
    const NEED: Need = Need::Optional;

    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, |texts| Value::Texts(&texts.value))
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Texts(texts) => *self = Some(texts),
            Entry::Missing(_) => *self = None,
            _ => {}
        }
    }
}

impl Stored for Option<Baseline> {
    const KIND: Kind = Kind::Baseline;
    const NEED: Need = Need::Optional;

    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, Value::Baseline)
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Baseline(base) => *self = Some(base),
            Entry::Missing(_) => *self = None,
            _ => {}
        }
    }
}

impl Stored for Vec<YearMeasure> {
    const KIND: Kind = Kind::Years;
    const NEED: Need = Need::Optional;

    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::Years(self) }
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Years(years) => *self = years,
            Entry::Missing(_) => self.clear(),
            _ => {}
        }
    }
}

impl Stored for Spanned<Headcount> {
    const KIND: Kind = Kind::Headcount;
    const NEED: Need = Need::Required;

    fn value(&self) -> Value<'_> {
        match self.value {
            Headcount::Undecided => Value::Absent,
            stated => Value::Headcount(stated),
        }
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Headcount(count) => *self = count,
            Entry::Missing(span) => *self = Spanned::new(Headcount::default(), span),
            _ => {}
        }
    }
}

impl<K: Keyword> Stored for Option<Spanned<K>> {
    const KIND: Kind = Kind::Word(Words::of::<K>());
    const NEED: Need = Need::Optional;

    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, |word| Value::Word(word.value.keyword()))
    }

    fn store(&mut self, entry: Entry) {
        match entry {
            Entry::Word(word) => *self = K::parse(word.value).map(|(value, _)| Spanned::new(value, word.span)),
            Entry::Missing(_) => *self = None,
            _ => {}
        }
    }
}

/// Implements [`Stored`] for optional values of a type that an [`Entry`] of its own carries.
macro_rules! optional {
    ($($type:ty: $kind:ident, $entry:ident, $value:expr;)+) => {$(
        impl Stored for Option<Spanned<$type>> {
            const KIND: Kind = Kind::$kind;
            const NEED: Need = Need::Optional;

            fn value(&self) -> Value<'_> {
                let value: fn(&Spanned<$type>) -> Value<'_> = $value;
                self.as_ref().map_or(Value::Absent, value)
            }

            fn store(&mut self, entry: Entry) {
                match entry {
                    Entry::$entry(value) => *self = Some(value),
                    Entry::Missing(_) => *self = None,
                    _ => {}
                }
            }
        }
    )+};
}

optional! {
    String: Text, Text, |text| Value::Text(text);
    f64: Number, Number, |number| Value::Number(number.value);
    u32: Count, Count, |count| Value::Number(f64::from(count.value));
    Date: Date, Date, |date| Value::Date(date.value);
    Days: Days, Days, |days| Value::Days(&days.value);
    PeriodDays: PeriodDays, PeriodDays, |days| Value::PeriodDays(&days.value);
    Risk: Risk, Risk, |risk| Value::Word(&risk.value.word);
    ProcessCode: Code, Code, |code| Value::Code(&code.value);
}
