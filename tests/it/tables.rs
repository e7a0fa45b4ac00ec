//! What an edition calls the columns of its tables.

use crate::folder::Folder;
use crate::site::built::{Site, select, words};

#[test]
fn a_heading_changes_in_its_own_table_only() {
    let starter = Folder::starter();
    starter.edit("edizione.yaml", "limiti:", "colonne: { software: { nome: APPLICATIVO } }\nlimiti:");
    let site = Site::built(starter.root(), &[]);
    let headings = |path: &str| -> Vec<String> {
        select(&site.page(&format!("2026-2028/{path}/index.html")), "main thead th").iter().map(words).collect()
    };
    assert_eq!(headings("software")[0], "APPLICATIVO");
    // The first column of these has the same key.
    for path in ["smart-team", "valutazione", "aree", "servizi"] {
        assert!(!headings(path).iter().any(|heading| heading.contains("APPLICATIVO")), "{path}: {:?}", headings(path));
    }
    assert!(site.text("2026-2028/dati/software-excel.csv").starts_with("\u{feff}APPLICATIVO;"));
    assert!(!site.text("2026-2028/dati/smart-team-excel.csv").contains("APPLICATIVO"));
}
