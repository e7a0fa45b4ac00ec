//! Bodies with some kinds of office only, made of the starter.

use super::told::{row, rows, said, silent_of};
use crate::folder::Folder;
use crate::found::findings;
use crate::site::built::{Site, select, words};

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
    starter.edit("attuazione.yaml", "dipendenti: 21, agili: 11", "dipendenti: 31, agili: 15");
    assert_eq!(
        findings(starter.root()).iter().map(|found| found.message.clone()).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
    let site = Site::built(starter.root(), &[]);
    let page = said(site.text("2026-2028/processi/300-1-b/index.html"));
    assert!(page.contains("riguarda il servizio Farmacia comunale, nell'area Risorse."), "{page}");
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    assert_eq!(row(&table, "300-1-B")[6..8], ["Risorse", "Farmacia comunale"]);
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Farmacia comunale")[1..7], ["1", "0", "0", "1", "10", "4"]);
    // The smallest office that a row names gives the row its name.
    let adoption = site.page("2026-2028/attuazione/index.html");
    let heads: Vec<String> = select(&adoption, ".tavola-attuazione tbody th[scope=row]").iter().map(words).collect();
    assert_eq!(heads, ["Segreteria", "Tributi", "Farmacia comunale"]);
}
