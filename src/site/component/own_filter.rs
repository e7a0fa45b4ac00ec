//! The filters of a table by the columns that the administration adds to it: which values their rows have.

use crate::model::{Edition, OwnColumn, OwnKind, UniqueNames, fold, signs, slug};
use crate::site::context::EditionContext;
use crate::tables::{self, RecordNames, TableDescription, Value};
use serde::Serialize;
use std::collections::HashMap;

/// A column of its own by which the rows of a table can be filtered.
#[derive(Debug)]
pub(in crate::site) struct OwnFilter<'a> {
    edition: &'a Edition,
    table: &'static TableDescription,
    column: &'a OwnColumn,
    choices: Vec<OwnChoice>,
    /// For each row of the table, the numbers of its choices.
    rows: Vec<Vec<usize>>,
}

/// A value of such a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site) struct OwnChoice {
    /// As addresses and attributes hold it: without spaces, and no other value of the column is the same.
    pub(in crate::site) value: String,
    /// As people read it.
    pub(in crate::site) name: String,
    /// How many rows have it.
    pub(in crate::site) count: usize,
}

/// The values of a row in such a column, as the script of the page finds them.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct OwnKey {
    pub(in crate::site) key: String,
    pub(in crate::site) values: String,
}

impl<'a> OwnFilter<'a> {
    /// Those of a table of an edition that have something to choose, in the order of its columns.
    pub(in crate::site) fn all(context: &'a EditionContext<'_>, table: &'static TableDescription) -> Vec<Self> {
        let names = context.record_names();
        let columns = context.columns.own(context.edition, table).into_iter().filter(|column| column.filter);
        columns.map(|column| Self::of(names, table, column)).filter(|filter| !filter.choices.is_empty()).collect()
    }

    /// The filter by a column. Choices stand in their own order, texts in that of the alphabet, numbers and days from the first to the
    /// last, addresses as they come; texts that differ in spelling alone are one.
    fn of(names: RecordNames<'a>, table: &'static TableDescription, column: &'a OwnColumn) -> Self {
        let mut found: Vec<(Rank, OwnChoice)> = Vec::new();
        let mut known: HashMap<(String, String), usize> = HashMap::new();
        let mut taken = UniqueNames::default();
        let mut rows = Vec::new();
        for annotations in tables::annotations(names.edition, table) {
            let value = tables::own_value(column, annotations);
            let mut numbers: Vec<usize> = Vec::new();
            for name in names.spoken(tables::own_kind(column), value) {
                let number = *known.entry((fold(&name), signs(&name))).or_insert_with(|| {
                    let rank = Rank::of(column, value, &name, found.len());
                    found.push((rank, OwnChoice { value: unlike(&mut taken, &name), name, count: 0 }));
                    found.len() - 1
                });
                if !numbers.contains(&number) {
                    numbers.push(number);
                    found[number].1.count += 1;
                }
            }
            rows.push(numbers);
        }
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by(|one, other| found[*one].0.compare(&found[*other].0));
        let mut places = vec![0; found.len()];
        order.iter().enumerate().for_each(|(place, number)| places[*number] = place);
        rows.iter_mut().flatten().for_each(|number| *number = places[*number]);
        let choices = order.into_iter().map(|number| found[number].1.clone()).collect();
        Self { edition: names.edition, table, column, choices, rows }
    }

    /// Its name in addresses and attributes, which no filter of the program has.
    pub(in crate::site) fn key(&self) -> String {
        format!("colonna-{}", self.column.key.value)
    }

    /// What it is called.
    pub(in crate::site) fn label(&self) -> String {
        self.table.added_heading(self.edition, self.column).to_owned()
    }

    /// All values of the rows.
    pub(in crate::site) fn choices(&self) -> &[OwnChoice] {
        &self.choices
    }

    /// The values of a row.
    pub(in crate::site) fn key_of(&self, row: usize) -> OwnKey {
        let values = self.rows[row].iter().map(|number| self.choices[*number].value.as_str());
        OwnKey { key: self.key(), values: values.collect::<Vec<_>>().join(" ") }
    }
}

/// A name as addresses hold it, unlike those that are taken: `< 10` and `> 10` are two.
fn unlike(taken: &mut UniqueNames, name: &str) -> String {
    let slug = slug(name);
    taken.give(if slug.is_empty() { "valore" } else { &slug }, |_| true)
}

/// Where a value stands among the others of its column.
#[derive(Debug)]
struct Rank {
    number: f64,
    text: String,
}

impl Rank {
    /// The rank of a value that is the `place`th to be found.
    fn of(column: &OwnColumn, value: Value<'_>, name: &str, place: usize) -> Self {
        let at =
            |place: usize| Self { number: f64::from(u32::try_from(place).unwrap_or(u32::MAX)), text: String::new() };
        let text = |text| Self { number: 0.0, text };
        match (&column.kind, value) {
            (OwnKind::Choice(words), _) => at(words.iter().position(|word| word.value == name).unwrap_or(words.len())),
            (OwnKind::YesNo, _) => at(usize::from(name == "no")),
            (OwnKind::Number, Value::Number(number)) => Self { number, text: String::new() },
            (OwnKind::Date, Value::Date(date)) => text(date.iso()),
            (OwnKind::Text | OwnKind::Texts | OwnKind::References(_), _) => text(fold(name)),
            _ => at(place),
        }
    }

    fn compare(&self, other: &Self) -> std::cmp::Ordering {
        self.number.total_cmp(&other.number).then_with(|| self.text.cmp(&other.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_differ_in_signs_alone_are_told_apart() {
        let mut taken = UniqueNames::default();
        let values = ["< 10", "> 10", "10-2", "+", "?", "Sì"].map(|name| unlike(&mut taken, name));
        assert_eq!(values, ["10", "10-2", "10-2-2", "valore", "valore-2", "si"]);
    }
}
