use super::Chrome;
use super::chrome::counted;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{ALL, DataTable, Rows};
use crate::workbench::visit::Visit;
use serde::Serialize;

#[derive(Serialize)]
struct Tables {
    chrome: Chrome,
    tables: Vec<TableItem>,
}

#[derive(Serialize)]
struct TableItem {
    name: &'static str,
    title: String,
    rows: String,
}

/// The list of the tables.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let tables = bench.edition().map(|edition| {
        let item = |table: &'static DataTable| TableItem {
            name: table.name,
            title: table.title_in(edition).to_owned(),
            rows: counted(Rows::of(bench, edition, table).rows.len(), "voce", "voci"),
        };
        ALL.iter().map(item).collect()
    });
    let chrome = Chrome::of(bench, session, visit, "Tavole", "tavole");
    look::shown("tavole.html", &Tables { chrome, tables: tables.unwrap_or_default() })
}
