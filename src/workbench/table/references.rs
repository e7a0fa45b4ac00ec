use super::{FieldKind, Row, Rows, fields};
use crate::model::Edition;
use crate::tables::{Home, Kind, Target, own_kind};
use crate::workbench::bench::Bench;

/// A record that names another one, and under which key.
#[derive(Debug)]
pub(in crate::workbench) struct Mention {
    pub(in crate::workbench) home: &'static Home,
    pub(in crate::workbench) id: String,
    pub(in crate::workbench) label: String,
    pub(in crate::workbench) key: String,
}

/// The records that name the one with an identifier.
pub(in crate::workbench) fn mentions(bench: &Bench<'_>, edition: &Edition, target: Target, id: &str) -> Vec<Mention> {
    let mut all = Vec::new();
    for home in Home::every() {
        let keys = keys(edition, home, target);
        if keys.is_empty() {
            continue;
        }
        for row in Rows::of(bench, edition, home).rows {
            let named = keys.iter().filter(|key| names(&row, key, id));
            all.extend(named.map(|key| Mention {
                home,
                id: row.id.clone(),
                label: row.label.clone(),
                key: key.clone(),
            }));
        }
    }
    all
}

/// The keys of a table that refer to records of a kind.
fn keys(edition: &Edition, home: &Home, target: Target) -> Vec<String> {
    let refers = |kind: Kind| matches!(kind, Kind::Reference(own) | Kind::References(own) if own == target);
    let columns = home.columns().into_iter().filter(|column| refers(column.kind)).map(|column| column.key.to_owned());
    let own = home.description.into_iter().flat_map(|described| edition.model.columns_of(described.name));
    let own = own.filter(|column| refers(own_kind(column))).map(|column| column.key.value.clone());
    let written: Vec<String> = columns.chain(own).collect();
    let chosen = fields(edition, home);
    let is_chosen = |key: &String| {
        chosen
            .iter()
            .any(|field| field.key == *key && matches!(field.kind, FieldKind::Choice(_) | FieldKind::Choices(_)))
    };
    written.into_iter().filter(is_chosen).collect()
}

fn names(row: &Row<'_>, key: &str, id: &str) -> bool {
    let Some(value) = row.value.get(key) else { return false };
    value.scalar() == Some(id) || value.items().iter().any(|item| item.scalar() == Some(id))
}
