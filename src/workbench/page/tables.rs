use super::Chrome;
use super::chrome::counted;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{ALL, DataTable, Rows};
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::Visit;
use serde::Serialize;

#[derive(Serialize)]
struct Tables {
    chrome: Chrome,
    tables: Vec<TableItem>,
    /// Files without rows: who publishes, the edition, how its annex differs.
    settings: Vec<SettingItem>,
}

#[derive(Serialize)]
struct SettingItem {
    href: String,
    words: &'static str,
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
    let path = |name: &str| bench.edition().map(|edition| format!("data/{}/{name}.yaml", edition.id.as_str()));
    let files = [
        (Some("data/ente.yaml".to_owned()), "L'ente: chi pubblica, con i recapiti e gli indirizzi"),
        (path("edizione"), "L'edizione: titolo, stato, atto di approvazione, giorni"),
        (path("modello"), "Il modello: parole, tavole e colonne proprie"),
        (Some("data/controlli.yaml".to_owned()), "I controlli: severità e soglie"),
    ];
    let settings = files.into_iter().filter_map(|(path, words)| {
        let href = TextFile::data(bench, &path?)?.address();
        Some(SettingItem { href, words })
    });
    let chrome = Chrome::of(bench, session, visit, "Tavole", "tavole");
    look::shown("tavole.html", &Tables { chrome, tables: tables.unwrap_or_default(), settings: settings.collect() })
}
