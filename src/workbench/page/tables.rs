use super::Chrome;
use super::chrome::counted;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{Rows, SettingsFile};
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::Visit;
use serde::Serialize;

#[derive(Serialize)]
struct Tables {
    chrome: Chrome,
    tables: Vec<TableItem>,
    /// Files without rows: who publishes, and the edition.
    settings: Vec<SettingItem>,
    /// Those that are edited as text.
    texts: Vec<SettingItem>,
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
    /// Where its columns of the administration's own are edited, and how many there are.
    columns: Option<SettingLink>,
}

#[derive(Serialize)]
struct SettingLink {
    href: String,
    words: String,
}

/// The list of the tables.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let tables = bench.edition().map(|edition| {
        let item = |home: &'static Home| TableItem {
            name: home.table,
            title: home.title_in(edition).to_owned(),
            rows: counted(Rows::of(bench, edition, home).rows.len(), "voce", "voci"),
            columns: SettingsFile::at(bench, &["colonne", home.table]).map(|settings| SettingLink {
                words: match settings.own_columns() {
                    0 => "aggiungi una colonna".to_owned(),
                    count => counted(count, "colonna dell'ente", "colonne dell'ente"),
                },
                href: settings.address,
            }),
        };
        Home::every().map(item).collect()
    });
    let forms = [
        (["ente"], "L'ente: chi pubblica, con i recapiti e gli indirizzi"),
        (["edizione"], "L'edizione: titolo, stato, atto di approvazione, giorni"),
        (["modello"], "Il modello: le parole dell'ente, le scale, i titoli delle tavole"),
        (["controlli"], "I controlli: quanto pesano, e le soglie"),
    ];
    let forms = forms.into_iter().filter_map(|(parts, words)| {
        let href = SettingsFile::at(bench, &parts)?.address;
        Some(SettingItem { href, words })
    });
    let model = bench.edition().map(|edition| format!("data/{}/modello.yaml", edition.id.as_str()));
    let texts = [(model, "Il modello come testo"), (Some("data/controlli.yaml".to_owned()), "I controlli come testo")];
    let texts = texts.into_iter().filter_map(|(path, words)| {
        let href = TextFile::data(bench, &path?)?.address();
        Some(SettingItem { href, words })
    });
    let chrome = Chrome::of(bench, session, visit, "Tavole", "tavole");
    look::shown(
        "tavole.html",
        &Tables { chrome, tables: tables.unwrap_or_default(), settings: forms.collect(), texts: texts.collect() },
    )
}
