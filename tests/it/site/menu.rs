//! The sections of an edition in the menu of its pages: which there are, where they lead, and which one a page belongs to.

use super::built::{Site, select, words};
use crate::folder::Folder;

/// Text and target of the sections in the menu of a page.
fn sections(site: &Site, path: &str) -> Vec<(String, String)> {
    let page = site.page(path);
    let links = select(&page, "nav.menu a");
    links.iter().map(|link| (words(link), link.attr("href").unwrap_or_default().to_owned())).collect()
}

/// The section that a page says to be its own.
fn current(site: &Site, path: &str) -> Vec<(String, String)> {
    let page = site.page(path);
    let links = select(&page, "nav.menu a[aria-current]");
    links.iter().map(|link| (words(link), link.attr("aria-current").unwrap_or_default().to_owned())).collect()
}

#[test]
fn the_menu_has_a_section_for_each_thing_that_is_there() {
    let expected = [
        ("In sintesi", "index.html"),
        ("Documento", "premessa/index.html"),
        ("Processi", "processi/index.html"),
        ("Organizzazione", "aree/index.html"),
        ("Tavole e dati", "dati/index.html"),
    ];
    let expected: Vec<(String, String)> =
        expected.iter().map(|(text, target)| ((*text).to_owned(), (*target).to_owned())).collect();
    assert_eq!(sections(Site::real(), "2025-2027/index.html"), expected);

    // Below it, the pages that share an entry.
    let shared = |site: &Site, path: &str| -> Vec<String> {
        select(&site.page(path), "nav.sottomenu a").iter().map(words).collect()
    };
    let tables = ["Software", "Piano formativo", "Attuazione", "Comportamenti", "Dati aperti"];
    for path in ["software", "formazione", "attuazione", "valutazione", "dati"] {
        assert_eq!(shared(Site::real(), &format!("2025-2027/{path}/index.html")), tables, "{path}");
    }
    assert_eq!(shared(Site::real(), "2025-2027/aree/index.html"), ["Aree", "Servizi", "Smart team"]);

    let starter = Folder::starter();
    for file in ["software.yaml", "formazione.yaml", "valutazione.yaml"] {
        starter.remove(file);
    }
    let site = Site::built(starter.root(), &[]);
    assert_eq!(sections(&site, "2026-2028/index.html"), expected);
    assert_eq!(shared(&site, "2026-2028/dati/index.html"), ["Attuazione", "Dati aperti"]);
}

#[test]
fn a_page_is_marked_in_its_section() {
    let site = Site::real();
    for (path, section, mark) in [
        ("index.html", "In sintesi", "page"),
        ("premessa/index.html", "Documento", "true"),
        ("processi/index.html", "Processi", "page"),
        ("processi/500-1-b/index.html", "Processi", "true"),
        ("processi/per-rischio/alto/index.html", "Processi", "true"),
        ("aree/index.html", "Organizzazione", "page"),
        ("smart-team/linfa/index.html", "Organizzazione", "true"),
        ("servizi/index.html", "Organizzazione", "true"),
        ("attuazione/index.html", "Tavole e dati", "true"),
        ("dati/index.html", "Tavole e dati", "page"),
    ] {
        let path = format!("2025-2027/{path}");
        assert_eq!(current(site, &path), [(section.to_owned(), mark.to_owned())], "{path}");
    }
}
