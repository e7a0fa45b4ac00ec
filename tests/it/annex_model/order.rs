//! The order in which `colonne` lists the columns of Tavola 1.

use super::{PROCESSES, headings, starter};
use crate::site::built::Site;

const MODEL: &str = "tavole: { processi: { colonne: { smartabilita: Esito, sportello: { titolo: Sportello }, processo: Attività } } }\n";

#[test]
fn listed_columns_come_first_on_the_page_and_on_paper() {
    let folder = starter(MODEL, "    sportello: Primo piano\n");
    let site = Site::built(folder.root(), &[]);
    let paper = headings(&site, "2026-2028/stampa/processi/index.html", ".tavola-processi");
    assert_eq!(paper[..4], ["Esito", "Sportello", "Attività", "Codice"]);
    // On a page code and name are one, and what opens a row stands before what it opens.
    let page = headings(&site, PROCESSES, ".tavola-processi");
    assert_eq!(page[..4], ["Esito", "Altre voci", "Sportello", "Codice Attività"]);
    let documents = crate::pdf::documents_of(folder.root(), None);
    let sheet = documents.iter().find(|sheet| sheet.path.ends_with("stampa/processi.pdf")).expect("the sheet");
    let data = sheet.files.iter().find(|file| file.path == "data.json").expect("its data");
    let data: serde_json::Value = serde_json::from_slice(&data.bytes).expect("JSON");
    let order = data["tables"]["processi"]["order"].as_array().expect("the order");
    let keys: Vec<&str> = order.iter().filter_map(|place| place["key"].as_str()).collect();
    assert_eq!(keys[..4], ["smartabilita", "sportello", "processo", "codice"]);
    // The open data keep the order of the contract, own columns last.
    let csv = site.text("2026-2028/dati/processi.csv");
    let head = csv.lines().next().unwrap_or_default();
    assert!(head.starts_with("codice,rischio,processo,") && head.ends_with(",sportello"), "{head}");
}
