use super::rows::{Row, Rows};
use crate::edit::{Step, Written};
use crate::model::Edition;
use crate::tables::{Home, Kind, Naming, own_kind};
use crate::workbench::bench::Bench;

/// A record that names another one, and where in it.
#[derive(Debug)]
pub(in crate::workbench) struct Mention {
    pub(in crate::workbench) home: &'static Home,
    pub(in crate::workbench) id: String,
    pub(in crate::workbench) label: String,
    /// The field of its form.
    pub(in crate::workbench) field: String,
    /// The key under which it stands.
    pub(in crate::workbench) key: String,
    pub(in crate::workbench) naming: Naming,
}

/// The records that name one.
#[derive(Debug, Default)]
pub(in crate::workbench) struct Mentions {
    pub(in crate::workbench) all: Vec<Mention>,
    /// The files that cannot be read, some of which may name it, too, each with the reason.
    pub(in crate::workbench) unread: Vec<(String, String)>,
}

/// The identifier of a record; empty where it has none.
pub(in crate::workbench) fn known(value: &Written) -> &str {
    value.get("id").and_then(Written::scalar).unwrap_or_default()
}

/// The records that name the one of a table that has an identifier; none where that is empty.
pub(in crate::workbench) fn mentions(bench: &Bench<'_>, edition: &Edition, named: &Home, id: &str) -> Mentions {
    let mut found = Mentions::default();
    for home in Home::every().filter(|_| !id.is_empty()) {
        let keys = keys(edition, home, named);
        if keys.is_empty() {
            continue;
        }
        let rows = Rows::of(bench, edition, home);
        let is_new = |path: &String| found.unread.iter().all(|(known, _)| known != path);
        let unread = rows.unread().filter(|(path, _)| is_new(path));
        found.unread.extend(unread);
        for row in rows.rows {
            let own = keys.iter().filter(|(key, naming)| names(&row, key, *naming, id));
            found.all.extend(own.map(|(key, naming)| Mention {
                home,
                id: row.id.clone(),
                label: row.label.clone(),
                field: if *naming == Naming::Key { format!("{key}.{id}") } else { key.clone() },
                key: key.clone(),
                naming: *naming,
            }));
        }
    }
    found
}

/// The keys of a table under which records of another are named.
fn keys(edition: &Edition, home: &Home, named: &Home) -> Vec<(String, Naming)> {
    let key = |key: &str, kind: Kind| Some((key.to_owned(), named.named_by(kind)?));
    let columns = home.columns().into_iter().filter_map(|column| key(column.key, column.kind));
    let own = home.description.into_iter().flat_map(|described| edition.model.columns_of(described.name));
    columns.chain(own.filter_map(|column| key(&column.key.value, own_kind(column)))).collect()
}

fn names(row: &Row<'_>, key: &str, naming: Naming, id: &str) -> bool {
    let Some(value) = row.value.get(key) else { return false };
    match naming {
        Naming::Value => value.scalar() == Some(id) || value.items().iter().any(|item| item.scalar() == Some(id)),
        Naming::Key => value.get(id).is_some(),
    }
}

impl Mention {
    /// The way to where it is named, from the top of the file that holds a record.
    pub(in crate::workbench) fn at(&self, row: &Row<'_>) -> Vec<Step> {
        row.at.iter().cloned().chain([Step::from(self.key.as_str())]).collect()
    }

    /// What stands there with another identifier in the place of one, and none of them twice.
    pub(in crate::workbench) fn renamed(&self, value: &Written, from: &str, to: &str) -> Written {
        if self.naming == Naming::Key {
            let is_there = value.get(to).is_some();
            let kept = value.entries().iter().filter(|(key, _)| key != from || !is_there);
            let key = |key: &String| if key == from { to.to_owned() } else { key.clone() };
            return Written::Group(kept.map(|(own, value)| (key(own), value.clone())).collect());
        }
        if value.scalar() == Some(from) {
            return Written::text(to);
        }
        let mut items: Vec<Written> = Vec::new();
        for item in value.items() {
            let item = if item.scalar() == Some(from) { Written::text(to) } else { item.clone() };
            if !items.iter().any(|other| other.means(&item)) {
                items.push(item);
            }
        }
        Written::List(items)
    }
}
