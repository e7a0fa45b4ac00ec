use crate::model::{Edition, OwnColumn};
use crate::tables::{self, Described, Place, RecordNames};
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
    /// What it was; empty = not stated.
    pub before: Vec<String>,
    /// What it is.
    pub after: Vec<String>,
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
        let plain = |texts: &[String]| -> Vec<String> {
            texts.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
        };
        (plain(&before) != plain(&after)).then(|| Self { key: key.into(), before, after })
    }

    /// What differs between a record of the earlier and one of the later edition, column by column; `own` compares those that are
    /// compared in a way of their own.
    pub(super) fn all<R: Described>(
        names: (RecordNames<'_>, RecordNames<'_>),
        before: &R,
        after: &R,
        own: impl Fn(&'static str) -> Option<Self>,
    ) -> Vec<Self> {
        let pairs = before.values().zip(after.values());
        let fields = pairs.map(|((column, before), (_, after))| match column.shows.comparison {
            Place::Plain => Self::of(column.key, column.spoken(before), column.spoken(after)),
            Place::Own => own(column.key),
            Place::Nowhere => None,
        });
        fields.flatten().chain(Self::added(names, before, after)).collect()
    }

    /// The same of the columns that the administration adds in either edition.
    fn added<R: Described>((earlier, later): (RecordNames<'_>, RecordNames<'_>), before: &R, after: &R) -> Vec<Self> {
        let (old, new) = (own_columns::<R>(earlier.edition), own_columns::<R>(later.edition));
        let gone = old.iter().filter(|column| find(&new, &column.key).is_none());
        let keys = new.iter().chain(gone).map(|column| column.key.value.as_str());
        let said = |names: RecordNames<'_>, column: Option<&OwnColumn>, record: &R| {
            let value = |column| tables::own_value(column, record.annotations());
            column.map_or(Vec::new(), |column| names.spoken(tables::own_kind(column), value(column)))
        };
        let fields = keys.map(|key| {
            let values = (said(earlier, find(&old, key), before), said(later, find(&new, key), after));
            Self::of(key.to_owned(), values.0, values.1)
        });
        fields.flatten().collect()
    }
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
        let field = || Field { key: "nome".into(), before: vec!["A".to_owned()], after: vec!["B".to_owned()] };
        let records = Records::sorted(0..3, 0..3, &[Some(0), None, Some(2)], |before, _| {
            if before == 0 { vec![field()] } else { Vec::new() }
        });
        assert_eq!((records.added.as_slice(), records.removed.as_slice()), (&[1][..], &[1][..]));
        assert_eq!(records.changed.len(), 1);
        assert_eq!((records.changed[0].before, records.changed[0].after), (0, 0));
    }
}
