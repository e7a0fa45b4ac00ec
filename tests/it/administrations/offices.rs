//! Bodies with some kinds of office only, made of the starter.

use super::folder;
use super::told::{row, rows, said, silent_of};
use crate::folder::Folder;
use crate::found::findings;
use crate::site::built::{Site, select, words};
use crate::tree;

/// A starter whose areas alone are known, with a process of one and of both.
#[test]
fn a_body_of_areas_only() {
    let starter = Folder::starter();
    for gone in [
        "formazione.yaml",
        "software.yaml",
        "esclusioni.yaml",
        "valutazione.yaml",
        "/content/2026-2028/02-stato-di-attuazione.md",
    ] {
        starter.remove(gone);
    }
    starter.write("servizi.yaml", "aree:\n  - { id: a, nome: Area Uno }\n  - { id: b, nome: Area Due }\nservizi: []\n");
    starter.write("smart-team.yaml", "smart_team: []\n");
    let processes = "processi:\n  - { processo: Uno, area: a, smartabilita: si }\n  - { processo: Due, area: [a, b], smartabilita: no }\n";
    starter.write("processi.yaml", processes);
    starter.write("attuazione.yaml", "data: 2025-12-31\nrighe:\n  - { area: Area Uno, dipendenti: 10, agili: 5 }\n");
    starter.write("/content/2026-2028/01-premessa.md", "---\ntitolo: Premessa\nordine: 1\n---\n\nTesto.\n");
    assert_eq!(
        findings(starter.root()).iter().map(|found| found.message.clone()).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    let site = Site::built(starter.root(), &[]);
    silent_of(&site, &["smart team", "smart-team", "rischio", "servizi/", "servizio", "servizi "]);
    let area = rows(&site, "2026-2028/aree/a/index.html", ".elenco-processi");
    assert_eq!(area.iter().skip(1).map(|row| row[0].as_str()).collect::<Vec<_>>(), ["Uno", "Due"]);
    assert!(said(site.text("2026-2028/aree/a/index.html")).contains("su 10 dipendenti"));
}

/// Whoever reads titles alone, in the tabs of a browser or with a screen reader, tells the pages apart.
#[test]
fn no_two_pages_have_one_title() {
    let site = Site::built(&folder("unione-di-comuni"), &[]);
    let mut pages = std::collections::BTreeMap::new();
    for path in site.paths().filter(|path| path.ends_with("index.html")) {
        let head = site.text(path).split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let (title, _) = head.unwrap_or_else(|| panic!("{path} has no title"));
        if let Some(other) = pages.insert(title, path) {
            panic!("{other} and {path} are both «{title}»");
        }
    }
    let page = site.text("2026-2028/processi/sportello-demografici-beta/index.html");
    assert!(page.contains("<title>Sportello – Servizi Demografici (Comune di Beta) – "), "{page}");
}

/// A service without teams in a body that has teams.
#[test]
fn a_service_without_teams_is_shown_with_its_area_everywhere() {
    let starter = Folder::starter();
    let service =
        "alias: [Servizio Entrate]\n  - { id: farmacia, nome: Farmacia comunale, area: risorse, prefisso: \"300\" }";
    starter.edit("servizi.yaml", "alias: [Servizio Entrate]", service);
    let process = "processi:\n  - codice: 300-1-B\n    rischio: basso\n    processo: Vendita dei farmaci\n    finalita: Dare i farmaci\n    \
                   input: [Ricetta]\n    fasi: [Consegna]\n    output: [Farmaco]\n    servizio: farmacia\n    smartabilita: no\n";
    starter.edit("processi.yaml", "processi:\n", process);
    let row_of_service =
        "  - { area: Risorse, servizio: Farmacia comunale, dipendenti: 10, agili: 4 }\ntotale_dichiarato";
    starter.edit("attuazione.yaml", "totale_dichiarato", row_of_service);
    starter.edit("attuazione.yaml", "dipendenti: 21\n  agili: 11", "dipendenti: 31\n  agili: 15");
    assert_eq!(
        findings(starter.root()).iter().map(|found| found.message.clone()).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    let site = Site::built(starter.root(), &[]);
    let page = said(site.text("2026-2028/processi/300-1-b/index.html"));
    assert!(page.contains("riguarda il servizio Farmacia comunale, nell'area Risorse."), "{page}");
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    let cells = row(&table, "300-1-B");
    assert_eq!([&cells[0], &cells[1], &cells[9]], ["300-1-B Vendita dei farmaci", "Farmacia comunale", "Risorse"]);
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Farmacia comunale")[1..7], ["1", "0", "0", "1", "10", "4"]);
    // The smallest office that a row names gives the row its name.
    let adoption = site.page("2026-2028/attuazione/index.html");
    let heads: Vec<String> = select(&adoption, ".tavola-attuazione tbody th[scope=row]").iter().map(words).collect();
    assert_eq!(heads, ["Segreteria", "Tributi", "Farmacia comunale"]);
}

/// The union whose bodies are services with parts, and no areas.
fn union_of_services() -> Folder {
    let union = Folder::empty();
    for (path, bytes) in tree::files(&folder("unione-di-comuni")) {
        union.write(&format!("/{path}"), bytes);
    }
    let body = |id: &str, name: &str| format!("  - {{ id: {id}, nome: {name} }}\n");
    let part = |id: &str, name: &str, of: &str| format!("  - {{ id: {id}, nome: {name}, parte_di: {of} }}\n");
    let services = [
        body("unione", "Unione"),
        body("alfa", "Comune di Alfa"),
        body("beta", "Comune di Beta"),
        part("tributi-unione", "Servizio Tributi", "unione"),
        part("personale", "Servizio Personale associato", "unione"),
        part("tributi-alfa", "Servizio Tributi", "alfa"),
        part("imu-alfa", "Ufficio IMU", "tributi-alfa"),
        part("demografici-alfa", "Servizi Demografici", "alfa"),
        part("tributi-beta", "Servizio Tributi", "beta"),
        part("imu-beta", "Ufficio IMU", "tributi-beta"),
        part("demografici-beta", "Servizi Demografici", "beta"),
    ];
    union.write("/data/2026-2028/servizi.yaml", format!("aree: []\nservizi:\n{}", services.concat()));
    union
}

#[test]
fn a_row_is_counted_within_the_body_that_it_names_even_where_that_is_a_service() {
    let union = union_of_services();
    let site = Site::built(union.root(), &[]);
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    for (name, people) in [
        ("Unione", ["16", "9"]),
        ("Servizio Tributi (Unione)", ["10", "4"]),
        ("Comune di Alfa", ["15", "5"]),
        ("Servizio Tributi (Comune di Alfa)", ["11", "5"]),
        ("Comune di Beta", ["17", "7"]),
        ("Servizio Tributi (Comune di Beta)", ["12", "6"]),
    ] {
        assert_eq!(row(&services, name)[5..7], people, "{name}");
    }
}

#[test]
fn a_row_that_several_offices_may_mean_is_counted_for_none() {
    let union = union_of_services();
    let row_of_beta = "area: Comune di Beta, servizio: Servizio Tributi";
    union.edit("/data/2026-2028/attuazione.yaml", row_of_beta, "servizio: Servizio Tributi");
    let found = findings(union.root());
    let found: Vec<&str> = found.iter().map(|found| found.code).collect();
    assert!(found.contains(&"LA324") && !found.contains(&"LA323"), "{found:?}");
    let site = Site::built(union.root(), &[]);
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Servizio Tributi (Unione)")[5..7], ["10", "4"]);
    assert_eq!(row(&services, "Servizio Tributi (Comune di Beta)")[5], "non indicati");
    assert_eq!(row(&services, "Comune di Beta")[5..7], ["5", "1"]);
}

/// What concerns every team concerns no office without teams; what belongs to a part belongs to the whole.
#[test]
fn offices_without_teams_and_services_with_parts_are_counted_as_they_are() {
    let starter = Folder::starter();
    starter.edit("servizi.yaml", "servizi:", "  - { id: vuota, nome: Area Nuova }\nservizi:");
    let parts = "alias: [Servizio Entrate]\n  - { id: sede, nome: Sede staccata, parte_di: tributi }\n  - { id: archivio, nome: Archivio, area: risorse }";
    starter.edit("servizi.yaml", "alias: [Servizio Entrate]", parts);
    starter.edit("smart-team.yaml", "servizio: tributi", "servizio: sede");
    let everyone = "  - { codice: 100-2-B, rischio: basso, processo: Protocollo, finalita: F, input: [a], fasi: [b], output: [c], \
                    smart_team: tutti, smartabilita: si }\n";
    starter.write("processi.yaml", starter.read("processi.yaml") + everyone);
    let site = Site::built(starter.root(), &[]);
    let page = |path: &str| said(site.text(&format!("2026-2028/{path}/index.html")));
    for path in ["aree/vuota", "servizi/archivio"] {
        let page = page(path);
        assert!(!page.contains("in comune") && !page.contains("riguarda tutti"), "{path}: {page}");
    }
    for path in ["aree/risorse", "servizi/sede", "servizi/tributi"] {
        let page = page(path);
        assert!(page.contains("1 in comune a tutti"), "{path}: {page}");
        assert!(page.contains("Un altro processo riguarda tutti gli smart team"), "{path}: {page}");
    }
    let matrix = rows(&site, "2026-2028/index.html", ".matrice-uffici");
    let common = |name: &str| row(&matrix, name).iter().any(|cell| cell.contains("in comune"));
    assert!(common("Risorse") && !common("Area Nuova"), "{matrix:?}");
    // The page of the whole lists the team of its part.
    let whole = page("servizi/tributi");
    assert!(!whole.contains("non ha smart team"), "{whole}");
    let teams = rows(&site, "2026-2028/servizi/tributi/index.html", ".elenco-team");
    assert_eq!(row(&teams, "Tributi")[1], "Sede staccata");
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Servizio Tributi")[7], "nelle sue parti: 1");
    // Its people are one cell for two columns.
    assert_eq!(row(&services, "Archivio")[6], "nessuno");
    let map = site.page("2026-2028/aree/index.html");
    let summaries: Vec<String> = select(&map, ".mappa summary").iter().map(words).collect();
    let told = summaries.iter().find(|summary| summary.starts_with("Servizio Tributi ")).expect("the service");
    assert!(told.contains("1 smart team") && told.contains("1 in comune a tutti"), "{told}");
    let told = summaries.iter().find(|summary| summary.starts_with("Archivio")).expect("the service");
    assert!(told.contains("0 smart team") && !told.contains("in comune"), "{told}");
}

/// A row of a team that is no more names a service and an area that still are.
#[test]
fn a_row_that_is_counted_nowhere_is_told_where_it_is_missed() {
    let starter = Folder::starter();
    let ended = "  - { area: Risorse, servizio: Servizio Tributi, smart_team: Riscossione, dipendenti: 10, agili: 5 }\ntotale_dichiarato";
    starter.edit("attuazione.yaml", "totale_dichiarato", ended);
    starter.edit("attuazione.yaml", "dipendenti: 21\n  agili: 11", "dipendenti: 31\n  agili: 16");
    let site = Site::built(starter.root(), &[]);
    let told =
        "(10 dipendenti, 5 agili) non continua in uno smart team di questa edizione: è contata soltanto nel totale.";
    for (path, times) in [
        ("aree/risorse", 2),
        ("servizi/tributi", 1),
        ("servizi", 1),
        ("aree/affari-generali", 0),
        ("servizi/segreteria", 0),
        ("smart-team/tributi", 0),
    ] {
        let page = said(site.text(&format!("2026-2028/{path}/index.html")));
        assert_eq!(page.matches(told).count(), times, "{path}: {page}");
    }
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Servizio Tributi")[5..7], ["9‡", "4"]);
}

#[test]
fn limits_in_numbers_are_told_where_no_chapter_declares_rules() {
    let starter = Folder::starter();
    let shown = |site: &Site, path: &str| {
        let page = site.page(path);
        select(&page, ".giorni-massimi > div").iter().map(words).collect::<Vec<_>>()
    };
    let paths = ["2026-2028/index.html", "2026-2028/stampa/allegato/index.html"];
    let site = Site::built(starter.root(), &[]);
    for path in paths {
        assert_eq!(shown(&site, path), ["Tutto il personale1 alla settimana"], "{path}");
    }
    assert!(said(site.text("index.html")).contains("Quanti giorni si può lavorare in modalità agile?"));
    // Where a chapter declares rules, these say the numbers.
    let chapter = "/content/2026-2028/01-premessa.md";
    let text = "---\ntitolo: Premessa\nordine: 1\nregole: [giorni]\n---\n\n## Giorni\n\nAl massimo uno.\n";
    starter.write(chapter, text);
    let site = Site::built(starter.root(), &[]);
    for path in paths {
        assert!(shown(&site, path).is_empty(), "{path}");
    }
}
