//! The columns that an administration adds with `modello.yaml`, as the other columns of its tables.

use super::ADOPTION;
use super::column::Column;
use super::description::columns;
use super::gender::GENDER_KEYS;
use super::indicator::{INDICATORS, IndicatorPart};
use super::kind::{Kind, Target, Words};
use super::table::TableDescription;
use super::value::Value;
use crate::model::{Annotations, Edition, Keyword as _, OwnColumn, OwnKind, OwnValue};

impl TableDescription {
    /// Whether a key is one of its own columns, or stands on every record: then no edition can add it.
    pub fn reserves(&self, key: &str) -> bool {
        let of = |columns: Vec<&'static Column>| {
            columns.into_iter().any(|column| [column.key, column.published].contains(&key))
        };
        let beside = self.beside.iter().any(|heading| heading.key == key);
        let counts = self.name == ADOPTION.name && GENDER_KEYS.contains(&key);
        let years = self.name == INDICATORS.name && IndicatorPart::has_key(key);
        beside || counts || years || of((self.columns)()) || of(columns::<Annotations>())
    }

    /// Whether a column of its open data has this name in every edition.
    pub fn publishes(&self, name: &str) -> bool {
        (self.columns)().into_iter().any(|column| column.shows.data && column.published == name)
    }

    /// The heading of a column that the administration adds to it; that of `colonne` where there is one.
    pub fn added_heading<'a>(&self, edition: &'a Edition, column: &'a OwnColumn) -> &'a str {
        self.own_heading(edition, &column.key).unwrap_or(&column.title)
    }
}

/// The kind of value of an own column.
pub fn own_kind(column: &OwnColumn) -> Kind {
    match &column.kind {
        OwnKind::Text | OwnKind::Choice(_) => Kind::Text,
        OwnKind::Texts => Kind::Texts,
        OwnKind::YesNo => Kind::Word(Words::of::<bool>()),
        OwnKind::Number => Kind::Number,
        OwnKind::Date => Kind::Date,
        OwnKind::Address => Kind::Address,
        OwnKind::References(target) => Kind::References(*target),
    }
}

/// The value of an own column in a record.
pub fn own_value<'a>(column: &OwnColumn, annotations: Option<&'a Annotations>) -> Value<'a> {
    annotations.and_then(|annotations| annotations.own(&column.key)).map_or(Value::Absent, value)
}

pub(super) fn value(own: &OwnValue) -> Value<'_> {
    match own {
        OwnValue::Text(text) | OwnValue::Choice(text) | OwnValue::Address(text) => Value::Text(text),
        OwnValue::Texts(texts) | OwnValue::References(_, texts) => Value::Texts(texts),
        OwnValue::YesNo(answer) => Value::Word(answer.keyword()),
        OwnValue::Number(number) => Value::Number(*number),
        OwnValue::Date(date) => Value::Date(*date),
    }
}

/// What it is, as the page of the data says it.
pub(super) fn dictionary(edition: &Edition, column: &OwnColumn) -> String {
    let said = column.explanation.as_ref().map_or(column.title.value.as_str(), |words| words.value.as_str());
    match &column.kind {
        OwnKind::Choice(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
            format!("{said}: {}", words.join(", "))
        }
        OwnKind::YesNo => format!("{said}: si o no"),
        OwnKind::References(target) => {
            let records = match target {
                Target::Area => "[delle aree]",
                Target::Service => "[dei servizi]",
                Target::Team => "[degli smart team]",
                Target::Software => "dei programmi informatici",
            };
            format!("{said}: identificativi {}", edition.model.words.say(records))
        }
        _ => said.to_owned(),
    }
}
