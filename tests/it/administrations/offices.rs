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
