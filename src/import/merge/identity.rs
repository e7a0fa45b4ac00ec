use crate::edit::Written;
use crate::import::Target;
use crate::model::{ProcessCode, fold};
use std::collections::{BTreeMap, BTreeSet};

/// The records of every table by what tells them from the others.
#[derive(Debug, Default)]
pub(super) struct Index {
    rows: BTreeMap<(String, String), Vec<usize>>,
    touched: BTreeSet<(String, usize)>,
}

impl Index {
    pub(super) fn of(target: &Target<'_>) -> Self {
        let mut index = Self::default();
        for grid in &target.grids {
            for row in &grid.rows {
                for name in names(grid.home.table, &row.value, true) {
                    index.rows.entry((grid.home.table.to_owned(), name)).or_default().push(row.number);
                }
            }
        }
        index
    }

    /// The number of the record that a row speaks of: of several of one name the first of which no row has spoken yet.
    pub(super) fn find(&self, table: &str, record: &Written) -> Option<usize> {
        for name in names(table, record, false) {
            let Some(found) = self.rows.get(&(table.to_owned(), name)) else { continue };
            if let Some(free) = found.iter().find(|number| !self.is_touched(table, **number)) {
                return Some(*free);
            }
            if is_one(table) {
                return found.first().copied();
            }
        }
        None
    }

    pub(super) fn touch(&mut self, table: &str, number: usize) {
        self.touched.insert((table.to_owned(), number));
    }

    /// Whether a row has already spoken of a record.
    pub(super) fn is_touched(&self, table: &str, number: usize) -> bool {
        self.touched.contains(&(table.to_owned(), number))
    }
}

/// Whether two rows of one name speak of one record of a table; of the others each row is one.
pub(super) fn is_one(table: &str) -> bool {
    !matches!(table, "attuazione" | "esclusioni")
}

/// The key of the name by which a row that gives the same code or identifier as a record is told to be about another thing; offices may be
/// called in several ways.
pub(super) fn other_name(table: &str, record: &Written, row: &Written) -> Option<&'static str> {
    let key = match table {
        "processi" => "processo",
        "indicatori" => "indicatore",
        "software" | "destinatari" => "nome",
        _ => return None,
    };
    let name = |record: &Written| record.get(key).and_then(Written::scalar).map(fold);
    let (known, stated) = (name(record)?, name(row)?);
    (known != stated).then_some(key)
}

/// By what a record is known, the surest first; `full` with what only records that are there are found by.
pub(super) fn names(table: &str, record: &Written, full: bool) -> Vec<String> {
    let scalar = |key: &str| record.get(key).and_then(Written::scalar).filter(|text| !text.is_empty());
    let folded = |key: &str| scalar(key).map(fold).unwrap_or_default();
    let id = scalar("id").map(|id| format!("id {id}"));
    match table {
        "processi" => process(record, full),
        "smart-team" => {
            let named = scalar("nome").map(|_| format!("nome {} {}", folded("nome"), folded("servizio")));
            id.into_iter().chain(named).collect()
        }
        "servizi" => {
            let parent = if scalar("parte_di").is_some() { folded("parte_di") } else { folded("area") };
            let named = scalar("nome").map(|_| format!("nome {} {parent}", folded("nome")));
            id.into_iter().chain(named).collect()
        }
        "aree" | "software" | "destinatari" => {
            id.into_iter().chain(scalar("nome").map(|_| format!("nome {}", folded("nome")))).collect()
        }
        "indicatori" => {
            id.into_iter().chain(scalar("indicatore").map(|_| format!("nome {}", folded("indicatore")))).collect()
        }
        "formazione" => vec![format!("{} | {}", folded("gruppo"), folded("nome"))],
        "attuazione" => vec![format!("{} | {} | {}", folded("area"), folded("servizio"), folded("smart_team"))],
        "valutazione" => vec![folded("nome")],
        "esclusioni" => {
            let first = |key: &str| record.get(key).and_then(|list| list.items().first()).and_then(Written::scalar);
            let what = first("profili").or_else(|| first("attivita")).map(fold).unwrap_or_default();
            let (letter, place) = (folded("lettera"), folded("dove"));
            let named = |letter: &str, place: &str| format!("{letter} | {place} | {what}");
            // A row may say more than the record that is there.
            let shorter = [named(&letter, ""), named("", &place), named("", "")].into_iter().filter(|_| !full);
            let mut known: Vec<String> = std::iter::once(named(&letter, &place)).chain(shorter).collect();
            known.dedup();
            known
        }
        _ => scalar("atto").map(fold).into_iter().collect(),
    }
}

/// A process is known by its code, also with another letter of risk where the name is the same; without a code, by its name and office.
fn process(record: &Written, full: bool) -> Vec<String> {
    let scalar = |key: &str| record.get(key).and_then(Written::scalar).filter(|text| !text.is_empty());
    let name = scalar("processo").map(fold).unwrap_or_default();
    let offices = |key: &str| {
        let value = record.get(key)?;
        let mut ids: Vec<&str> = value.items().iter().filter_map(Written::scalar).chain(value.scalar()).collect();
        ids.sort_unstable();
        Some(ids.join(" "))
    };
    let office = ["smart_team", "servizio", "area"].iter().find_map(|key| offices(key)).unwrap_or_default();
    let by_name = format!("nome {name} | {office}");
    let Some(code) = scalar("codice").map(ProcessCode::parse) else {
        return vec![by_name];
    };
    let mut names = vec![format!("codice {}", code.as_str())];
    if let (Some(prefix), Some(number)) = (code.prefix(), code.number()) {
        names.push(format!("numero {prefix}-{number} {name}"));
    }
    // A record that has a code is found by its name only by a row without one.
    names.push(if full { by_name } else { format!("senza codice {by_name}") });
    names
}
