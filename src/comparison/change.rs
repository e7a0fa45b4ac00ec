use super::datum::Datum;
use super::heading::heading;
use super::lineage::Lineages;
use crate::model::{Annotations, Edition, OwnColumn, Text};
use crate::tables::{self, Described, Kind, Place, RecordNames, TableDescription, Value};
use std::borrow::Cow;

/// The records of a table that differ between two editions, by row numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// Rows of the later edition that continue none of the earlier.
    pub added: Vec<usize>,
    /// Rows of the earlier edition that none of the later continues.
    pub removed: Vec<usize>,
    /// Rows of the later edition that say something else than those they continue.
    pub changed: Vec<Change>,
    /// Every row of the later edition that continues one of the earlier, changed or not: the earlier row, then the later.
    pub continued: Vec<(usize, usize)>,
}

/// A record that is there in both editions, and differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its row in the earlier edition.
    pub before: usize,
    /// Its row in the later one.
    pub after: usize,
    /// What differs; never empty.
    pub fields: Vec<Field>,
}

/// A key of a record with its two values, as people read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key of the data files, such as `finalita`.
    pub key: Cow<'static, str>,
    /// What people call it, such as `Finalità`.
    pub label: String,
    /// What it was; empty = not stated.
    pub before: Vec<String>,
    /// What it is.
    pub after: Vec<String>,
    /// Both as the data files write them.
    pub data: (Datum, Datum),
}

/// The two sides of a comparison, and which office of one is which of the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides<'a> {
    pub(super) earlier: RecordNames<'a>,
    pub(super) later: RecordNames<'a>,
    pub(super) lineages: &'a Lineages,
}

impl Records {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    /// Sorts the rows of two editions: `origins` says which earlier row each later one continues, `fields` what then differs.
    pub(super) fn sorted(
        earlier: impl Iterator<Item = usize>,
        later: impl Iterator<Item = usize>,
        origins: &[Option<usize>],
        fields: impl Fn(usize, usize) -> Vec<Field>,
    ) -> Self {
        let mut records = Self::default();
        let mut continued = std::collections::HashSet::new();
        for after in later {
            let Some(before) = origins[after] else {
                records.added.push(after);
                continue;
            };
            continued.insert(before);
            records.continued.push((before, after));
            let fields = fields(before, after);
            if !fields.is_empty() {
                records.changed.push(Change { before, after, fields });
            }
        }
        records.removed = earlier.filter(|row| !continued.contains(row)).collect();
        records
    }
}

impl Field {
    /// A key whose texts differ; spacing does not count.
    pub(super) fn of(key: impl Into<Cow<'static, str>>, before: Vec<String>, after: Vec<String>) -> Option<Self> {
        let plain = |texts: &[String]| -> Vec<String> { texts.iter().map(|text| spaced_once(text)).collect() };
        let data = (Datum::of_texts(&before), Datum::of_texts(&after));
        (plain(&before) != plain(&after)).then(|| Self::told(key, before, after, data))
    }

    /// A difference that is known to be one.
    pub(super) fn told(
        key: impl Into<Cow<'static, str>>,
        before: Vec<String>,
        after: Vec<String>,
        data: (Datum, Datum),
    ) -> Self {
        let key = key.into();
        Self { label: key.clone().into_owned(), key, before, after, data }
    }

    /// The same under the heading that people know.
    pub(super) fn labelled(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// What differs between a record of the earlier and one of the later edition, column by column; `own` compares those that are
    /// compared in a way of their own.
    pub(super) fn all<R: Described>(
        sides: Sides<'_>,
        before: &R,
        after: &R,
        own: impl Fn(&'static str) -> Option<Self>,
    ) -> Vec<Self> {
        let pairs = before.values().zip(after.values());
        let fields = pairs.map(|((column, before), (_, after))| match column.shows.comparison {
            Place::Plain => sides.field(column.key, column.kind, before, after),
            Place::Own => own(column.key),
            Place::Nowhere => None,
        });
        let fields = fields.flatten().chain(sides.added(before, after)).chain(annotations(before, after));
        fields.map(|field| sides.headed(R::table(), field)).collect()
    }
}

impl Sides<'_> {
    /// A column whose values differ. Records that are the same under another name or identifier are no difference.
    pub(super) fn field(
        self,
        key: impl Into<Cow<'static, str>>,
        kind: Kind,
        before: Value<'_>,
        after: Value<'_>,
    ) -> Option<Field> {
        let spoken = (self.earlier.spoken(kind, before), self.later.spoken(kind, after));
        let data = (Datum::of(before), Datum::of(after));
        let (Kind::Reference(target) | Kind::References(target)) = kind else {
            let field = Field::of(key, spoken.0, spoken.1)?;
            return Some(Field { data, ..field });
        };
        let earlier = before.texts().iter().map(|id| id.value.clone());
        let later = after.texts().iter().map(|id| self.lineages.earlier_id(self, target, id));
        let (mut old, mut new): (Vec<_>, Vec<_>) = (earlier.collect(), later.collect());
        old.sort_unstable();
        new.sort_unstable();
        (old != new).then(|| Field::told(key, spoken.0, spoken.1, data))
    }

    /// What differs in the columns that the administration adds in either edition.
    fn added<R: Described>(self, before: &R, after: &R) -> Vec<Field> {
        let (old, new) = (own_columns::<R>(self.earlier.edition), own_columns::<R>(self.later.edition));
        let gone = old.iter().filter(|column| find(&new, &column.key).is_none());
        let all = new.iter().chain(gone);
        let fields = all.map(|column| {
            let key = column.key.value.as_str();
            let value = |column: Option<&OwnColumn>, annotations| {
                column.map_or(Value::Absent, |column| tables::own_value(column, annotations))
            };
            let (before, after) = (before.annotations(), after.annotations());
            let values = (value(find(&old, key), before), value(find(&new, key), after));
            self.field(key.to_owned(), tables::own_kind(column), values.0, values.1)
        });
        fields.flatten().collect()
    }

    /// A field under the heading of its column.
    fn headed(self, table: Option<&'static TableDescription>, field: Field) -> Field {
        match table.and_then(|table| heading((self.earlier.edition, self.later.edition), table, &field.key)) {
            Some(label) => field.labelled(label),
            None => field,
        }
    }
}

/// What differs in the note and the marks of a record.
fn annotations<R: Described>(before: &R, after: &R) -> Vec<Field> {
    let empty = Annotations::default();
    let (before, after) = (before.annotations().unwrap_or(&empty), after.annotations().unwrap_or(&empty));
    let one = |text: &Option<Text>| text.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let all = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let fields = [
        Field::of("nota", one(&before.note), one(&after.note)).map(|field| field.labelled("Nota")),
        Field::of("richiami", all(&before.marks), all(&after.marks)).map(|field| field.labelled("Richiami")),
        Field::of("da_verificare", one(&before.to_verify), one(&after.to_verify))
            .map(|field| field.labelled("Da verificare")),
    ];
    fields.into_iter().flatten().collect()
}

/// A text with one space where it has any.
pub(super) fn spaced_once(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns that the administration adds to the table of a record, where some row may fill them.
fn own_columns<R: Described>(edition: &Edition) -> Vec<&OwnColumn> {
    R::table().into_iter().flat_map(|table| edition.model.published_columns_of(table.name)).collect()
}

fn find<'c>(columns: &[&'c OwnColumn], key: &str) -> Option<&'c OwnColumn> {
    columns.iter().copied().find(|column| column.key.value == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_is_no_change() {
        let field = |before: &[&str], after: &[&str]| {
            let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
            Field::of("nome", owned(before), owned(after))
        };
        assert_eq!(field(&["A  b"], &["A b "]), None);
        assert!(field(&["A"], &[]).is_some());
    }

    #[test]
    fn rows_are_added_removed_or_changed() {
        let field = || Field::of("nome", vec!["A".to_owned()], vec!["B".to_owned()]).expect("a difference");
        let records = Records::sorted(0..3, 0..3, &[Some(0), None, Some(2)], |before, _| {
            if before == 0 { vec![field()] } else { Vec::new() }
        });
        assert_eq!((records.added.as_slice(), records.removed.as_slice()), (&[1][..], &[1][..]));
        assert_eq!(records.changed.len(), 1);
        assert_eq!((records.changed[0].before, records.changed[0].after), (0, 0));
    }
}
