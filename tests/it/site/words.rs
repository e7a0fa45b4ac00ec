//! What the site says in plain words: the first page, doubts, the glossary, guides and sentences.

use super::built::{Site, content, select};
use super::small::{pages_of, small};
use crate::folder::repository;
use std::collections::BTreeSet;
use std::fs;

#[test]
fn the_first_page_leads_at_once_to_what_people_look_for() {
    let site = Site::real();
    let pages = site.pages();
    let first = &pages["index.html"];
    let led: BTreeSet<&str> = select(first, ".partenze a").iter().filter_map(|link| link.attr("href")).collect();
    for wanted in [
        "2025-2027/premessa/index.html",
        "2025-2027/cerca/index.html",
        "2025-2027/servizi/index.html",
        "2025-2027/index.html#giornata-agile",
        "2025-2027/condizioni-abilitanti/index.html#tavola_esclusioni",
        "2025-2027/da-verificare/index.html",
        "2025-2027/dati/index.html",
    ] {
        assert!(led.contains(wanted), "the first page does not lead to {wanted}: {led:?}");
    }
    let rules: Vec<String> = select(first, ".regole h3").iter().map(content).collect();
    assert_eq!(rules[0], "Giorni alla settimana");
    assert_eq!(rules.last().map(String::as_str), Some("Situazioni particolari"));
    let anchors: Vec<_> = select(first, ".regole h3 a").iter().filter_map(|link| link.attr("href")).collect();
    assert!(anchors.iter().all(|href| href.starts_with("2025-2027/gruppi-di-lavoro/index.html#")), "{anchors:?}");
}

#[test]
fn what_nobody_declares_is_not_on_the_first_page() {
    let folder = small();
    let site = pages_of(&folder);
    let first = site.text("index.html");
    assert!(!first.contains("giornata-agile") && !first.contains("da-verificare") && !first.contains("esclusi"));
    assert!(!site.paths().any(|path| path.contains("da-verificare")));
}

#[test]
fn every_doubt_is_gathered_and_leads_to_its_place() {
    let site = Site::real();
    let pages = site.pages();
    let gathered = select(&pages["2025-2027/da-verificare/index.html"], ".voci dd").len();
    let written: usize = fs::read_dir(repository().join("data/2025-2027"))
        .expect("the data")
        .map(|file| fs::read_to_string(file.expect("a file").path()).expect("a text"))
        .map(|text| text.lines().filter(|line| line.trim_start().starts_with("da_verificare:")).count())
        .sum();
    assert_eq!(gathered, written);
    assert!(written > 0);
}

#[test]
fn a_chapter_called_like_an_added_page_keeps_its_address() {
    let folder = small();
    folder.write("/data/2025-2027/software.yaml", "software:\n  - { nome: A, scopo: B, da_verificare: forse C }\n");
    folder.write("/content/2025-2027/02-da-verificare.md", "---\ntitolo: Verifiche\nordine: 2\n---\n\nTesto mio.\n");
    let site = pages_of(&folder);
    assert!(site.text("2025-2027/da-verificare/index.html").contains("Testo mio."));
}

#[test]
fn a_term_is_linked_where_a_page_first_uses_it_and_nowhere_else() {
    let folder = small();
    let text = "## Lo smart team\n\nVedi [smart team](#x), `smart team`.\n\n| smart team |\n|---|\n| smart team |\n\nUno \
                **Smart Team** e due smart team.\n";
    folder.write("/content/2025-2027/01-premessa.md", format!("---\ntitolo: Premessa\nordine: 1\n---\n\n{text}"));
    let site = pages_of(&folder);
    let html = site.text("2025-2027/premessa/index.html");
    let link = "<strong><a class=\"termine\" href=\"../glossario/index.html#smart-team\">Smart Team</a></strong>";
    assert!(html.contains(link), "{html}");
    assert_eq!(html.matches("class=\"termine\"").count(), 1, "{html}");
    let print = site.text("2025-2027/stampa/allegato/index.html");
    assert!(!print.contains("class=\"termine\""), "paper has no links to the glossary");
}

#[test]
fn the_page_of_each_table_says_how_to_read_it() {
    let site = Site::real();
    let pages = site.pages();
    for table in ["processi", "smart-team", "software", "formazione", "attuazione", "valutazione"] {
        let page = &pages[format!("2025-2027/{table}/index.html").as_str()];
        let points = select(page, "details.guida li").len();
        assert!((3..=8).contains(&points), "{table}: {points} sentences");
    }
    let guide = content(&select(&pages["2025-2027/processi/index.html"], "details.guida")[0]);
    assert!(guide.contains("non dice nulla del lavoro agile"), "{guide}");
}

#[test]
fn each_process_is_said_in_sentences_and_described_to_search_engines() {
    let site = Site::real();
    let pages = site.pages();
    let processes =
        pages.iter().filter(|(path, _)| path.starts_with("2025-2027/processi/") && path.matches('/').count() == 3);
    assert_eq!(processes.clone().count(), 59);
    for (path, page) in processes {
        let summary = content(&select(page, ".sommario")[0]);
        assert!(summary.contains("Il rischio corruttivo è"), "{path}: {summary}");
        let description = select(page, "meta[name=description]")[0].attr("content").unwrap_or_default();
        assert!(description.chars().count() <= 160 && description.starts_with(&summary[..20]), "{path}: {description}");
    }
}

#[test]
fn a_doubt_in_the_glossary_leads_to_its_term() {
    let folder = small();
    let text = "glossario:\n  - { termine: Facilitatore, definizione: Chi aiuta., da_verificare: forse altro }\n";
    folder.write("/data/2025-2027/glossario.yaml", text);
    let site = pages_of(&folder);
    let gathered = site.text("2025-2027/da-verificare/index.html");
    assert!(gathered.contains("href=\"../glossario/index.html#facilitatore\">Facilitatore</a>"), "{gathered}");
}
