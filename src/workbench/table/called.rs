use super::choice::records as choices;
use crate::edit::Written;
use crate::model::Edition;
use crate::tables::{Home, Kind, Names};
use std::collections::HashMap;

/// The keys that name a record, the one by which it is known first.
pub(super) fn keys(home: &Home) -> impl Iterator<Item = &'static str> {
    let (keys, last_first) = match home.names {
        Names::First(keys) => (keys, false),
        // What tells most stands last.
        Names::All(keys) => (keys, true),
    };
    let count = keys.len();
    let key = move |at: usize| keys[if last_first { count - 1 - at } else { at }];
    (0..count).map(key).chain(["nome"])
}

/// The text under a key, or the first of its items.
pub(super) fn said<'v>(value: &'v Written, key: &str) -> Option<&'v str> {
    let value = value.get(key)?;
    value.scalar().or_else(|| value.items().first()?.scalar()).filter(|name| !name.is_empty())
}

/// What a record is known by.
pub(in crate::workbench) fn called<'v>(home: &Home, value: &'v Written) -> Option<&'v str> {
    keys(home).find_map(|key| said(value, key)).or_else(|| {
        let mut texts = value.entries().iter().map(|(_, value)| value);
        texts.find_map(|value| value.scalar().or_else(|| value.items().first()?.scalar()))
    })
}

/// How the records are called by which others are known: a row of the plan is called like its smart team.
pub(super) struct CalledBy(HashMap<(&'static str, String), String>);

impl CalledBy {
    pub(super) fn of(edition: &Edition, home: &Home) -> Self {
        let mut names = HashMap::new();
        for column in home.columns() {
            if let Some(key) = keys(home).find(|key| *key == column.key)
                && let Kind::Reference(target) | Kind::References(target) = column.kind
            {
                names.extend(choices(edition, target).into_iter().map(|one| ((key, one.value), one.label)));
            }
        }
        Self(names)
    }

    fn name<'s>(&'s self, key: &'static str, said: &'s str) -> &'s str {
        let known = if self.0.is_empty() { None } else { self.0.get(&(key, said.to_owned())) };
        known.map_or(said, String::as_str)
    }
}

/// What people call a record: its name before its identifier.
pub(super) fn label(home: &Home, value: &Written, called_by: &CalledBy) -> Option<String> {
    let name = |key: &'static str| said(value, key).map(|said| called_by.name(key, said));
    let mut names = keys(home).filter(|key| *key != "id").filter_map(name);
    names.next().or_else(|| called(home, value)).map(str::to_owned)
}

/// The key of what people call a record.
pub(in crate::workbench) fn label_key(home: &Home) -> &'static str {
    let columns = home.columns();
    let is_column = |key: &&str| columns.iter().any(|column| column.key == *key);
    keys(home).find(|key| *key != "id" && is_column(key)).unwrap_or_default()
}
