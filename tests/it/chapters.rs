//! What an expression may bring into a chapter, and what it may not.

use crate::folder::Folder;
use crate::site::built::{Site, select, words};

/// The sign with which the program marks the place of a table in a chapter, around the table's name.
const PLANTED: &str = "\u{e000}processi\u{e000}";

#[test]
fn a_table_stands_only_where_a_chapter_asks_for_it() {
    let starter = Folder::starter();
    starter.edit("/data/ente.yaml", "denominazione: Comune di Esempio", &format!("denominazione: \"{PLANTED}\""));
    let text = format!(
        "---\ntitolo: Prova\nordine: 1\n---\n\n{{{{ ente.denominazione }}}}\n\n{PLANTED}\n\n{{{{ \"{PLANTED}\" }}}}\n"
    );
    starter.write("/content/2026-2028/01-premessa.md", text);
    let site = Site::unchecked(starter.root()).expect("the site");
    let page = site.page("2026-2028/premessa/index.html");
    assert!(select(&page, "main table").is_empty());
    let paragraphs: Vec<String> = select(&page, "main p").iter().map(words).filter(|text| text == "processi").collect();
    assert_eq!(paragraphs.len(), 3, "{}", site.text("2026-2028/premessa/index.html"));
    // Asked for, it is there.
    starter.write(
        "/content/2026-2028/01-premessa.md",
        "---\ntitolo: Prova\nordine: 1\n---\n\n{{ tabella(\"processi\") }}\n",
    );
    let site = Site::unchecked(starter.root()).expect("the site");
    assert_eq!(select(&site.page("2026-2028/premessa/index.html"), "main table").len(), 1);
}
