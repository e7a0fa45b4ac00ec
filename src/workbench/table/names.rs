//! What records are called in the addresses of their forms.

use super::called::called;
use super::rows::{Row, Rows};
use crate::edit::{Step, Written};
use crate::model::{UniqueNames, slug};
use crate::tables::Home;

/// The address below a table of the form of a new record.
pub(in crate::workbench) const NEW: &str = "nuova";

/// Addresses below a table that are pages of its own.
const RESERVED: [&str; 2] = [NEW, "incolla"];

/// What a record would be called if none were called the same.
pub(super) fn base(home: &Home, value: &Written) -> String {
    match slug(called(home, value).unwrap_or_default()) {
        slug if slug.is_empty() => "voce".to_owned(),
        slug => slug,
    }
}

/// The names of records in their order, by what each would be called alone.
pub(super) fn ids<'b>(bases: impl IntoIterator<Item = &'b str>) -> Vec<String> {
    let mut taken = UniqueNames::default();
    bases.into_iter().map(|base| taken.give(base, |name| !RESERVED.contains(&name))).collect()
}

impl Rows<'_> {
    /// What a record is called once it stands elsewhere in its list.
    pub(in crate::workbench) fn id_at(&self, row: &Row<'_>, place: usize) -> String {
        let Some((list, from)) = row.place() else { return row.id.clone() };
        let number = |other: &Row<'_>| match other.place().map_or(from, |(_, number)| number) {
            number if number == from => place,
            number if from < number && number <= place => number - 1,
            number if place <= number && number < from => number + 1,
            number => number,
        };
        let mut order: Vec<_> = self.rows.iter().collect();
        let is_beside = |other: &Row<'_>| other.file == row.file && other.place().is_some_and(|(of, _)| of == list);
        let beside: Vec<usize> = (0..order.len()).filter(|at| is_beside(order[*at])).collect();
        let mut moved: Vec<_> = beside.iter().map(|at| order[*at]).collect();
        moved.sort_by_key(|other| number(other));
        for (at, other) in beside.into_iter().zip(moved) {
            order[at] = other;
        }
        let at = order.iter().position(|other| std::ptr::eq(*other, row));
        let mut names = ids(order.iter().map(|other| other.base.as_str()));
        at.map_or_else(|| row.id.clone(), |at| names.swap_remove(at))
    }

    /// What a record is called once it says something else.
    pub(in crate::workbench) fn id_saying(&self, home: &Home, row: &Row<'_>, value: &Written) -> String {
        let new = base(home, value);
        let is_it = |other: &&Row<'_>| std::ptr::eq(*other, row);
        let names = ids(self.rows.iter().map(|other| if is_it(&other) { new.as_str() } else { other.base.as_str() }));
        let found = self.rows.iter().zip(names).find(|(other, _)| is_it(other));
        found.map_or(new.clone(), |(_, name)| name)
    }

    /// What a record is called once it stands in a file, at the end of a way.
    pub(in crate::workbench) fn id_of_new(&self, home: &Home, value: &Written, (file, at): (usize, &[Step])) -> String {
        let stands_before = |row: &&Row<'_>| row.file < file || (row.file == file && precedes(&row.at, at));
        let before = self.rows.iter().take_while(stands_before).map(|row| row.base.as_str());
        let new = base(home, value);
        ids(before.chain([new.as_str()])).pop().unwrap_or(new)
    }
}

/// Whether what stands at one place of a file comes before another.
fn precedes(one: &[Step], other: &[Step]) -> bool {
    one.iter().zip(other).find(|(one, other)| one != other).is_some_and(|pair| match pair {
        (Step::Item(one), Step::Item(other)) => one < other,
        _ => false,
    })
}
