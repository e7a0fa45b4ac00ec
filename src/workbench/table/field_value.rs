//! Where the values of fields stand in a record.

use super::field::Field;
use crate::edit::{Step, Written};

impl Field {
    /// The way to its value in a record as it is written.
    pub(in crate::workbench) fn path_in(&self, record: &Written) -> Vec<Step> {
        let mut path = self.path.clone();
        if let (Some(key), [one]) = (self.alone, self.path.as_slice())
            && record.at(std::slice::from_ref(one)).is_some_and(|value| matches!(value, Written::Group(_)))
        {
            path.push(Step::from(key));
        }
        path
    }

    /// Its value in a record.
    pub(in crate::workbench) fn value_in<'w>(&self, record: &'w Written) -> Option<&'w Written> {
        record.at(&self.path_in(record))
    }

    /// Puts a value into a record that is not written yet.
    pub(in crate::workbench) fn put_in(&self, record: &mut Written, value: Written) {
        if let (Some(key), [Step::Key(first), _]) = (self.alone, self.path.as_slice())
            && let Written::Group(entries) = record
            && let Some((_, standing)) = entries.iter_mut().find(|(name, _)| name == first)
            && standing.scalar().is_some()
        {
            *standing = Written::Group(vec![(key.to_owned(), standing.clone())]);
        }
        let path = self.path_in(record);
        put_at(record, &path, value);
    }

    /// Takes its value from a record that is not written yet; with it the groups in which nothing else stands.
    pub(in crate::workbench) fn take_from(&self, record: &mut Written) {
        let path = self.path_in(record);
        if record.at(&path).is_none() {
            return;
        }
        let depth = emptied(record, &path).unwrap_or(path.len());
        take_at(record, &path[..depth]);
    }
}

/// What a record says that its form does not show, by its keys.
pub(in crate::workbench) fn unseen(all: &[Field], record: &Written) -> Vec<String> {
    let mut rest = record.clone();
    for field in all {
        field.take_from(&mut rest);
    }
    rest.entries().iter().map(|(key, _)| key.clone()).collect()
}

/// How much of the way to a value goes with it, as nothing else stands there; nothing where the value goes alone.
pub(in crate::workbench) fn emptied(record: &Written, path: &[Step]) -> Option<usize> {
    let alone = |depth: &usize| record.at(&path[..*depth]).is_some_and(|group| group.entries().len() == 1);
    (1..path.len()).rev().take_while(alone).last()
}

/// Puts a value into groups, which are made where they are not there.
pub(in crate::workbench) fn put_at(group: &mut Written, path: &[Step], value: Written) {
    let (Written::Group(entries), Some((Step::Key(key), inside))) = (group, path.split_first()) else { return };
    let standing = entries.iter().position(|(name, _)| name == key);
    let at = standing.unwrap_or_else(|| {
        entries.push((key.clone(), Written::Group(Vec::new())));
        entries.len() - 1
    });
    if inside.is_empty() {
        entries[at].1 = value;
    } else {
        put_at(&mut entries[at].1, inside, value);
    }
}

fn take_at(group: &mut Written, path: &[Step]) {
    let (Written::Group(entries), Some((Step::Key(key), inside))) = (group, path.split_first()) else { return };
    let Some(at) = entries.iter().position(|(name, _)| name == key) else { return };
    if inside.is_empty() {
        entries.remove(at);
    } else {
        take_at(&mut entries[at].1, inside);
    }
}
