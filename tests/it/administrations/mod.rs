//! Annexes of other shapes than ours, each a small folder of `tests/administrations`: nothing is found wrong with them, and of what
//! they do not have nothing is said.

mod damaged_words;
mod kind;
mod offices;
mod only_what_is_there;
mod public_plans;
pub mod told;
mod words;
mod workbench;

use crate::folder::repository;
use crate::run::Run;
use crate::site::built::{Site, select, words};
use scraper::Html;
use std::path::PathBuf;
use told::{row, rows, said, silent_of};

fn folder(name: &str) -> PathBuf {
    repository().join("tests/administrations").join(name)
}

/// The site of an administration, after a check that has nothing to say.
fn built(name: &str) -> Site {
    let folder = folder(name);
    let said = Run::new(&folder, ["check", "--strict", "--format", "json"]).run();
    let said: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let open: Vec<_> =
        said["diagnostics"].as_array().into_iter().flatten().filter(|one| one["waived"] == false).collect();
    let is_of_area = |one: &&&serde_json::Value| one["rule"] == "LA323" && one["severity"] == "note";
    assert_eq!(open.iter().filter(|one| !is_of_area(one)).count(), 0, "{name}: {open:?}");
    Site::built(&folder, &["--base-url", crate::site::built::BASE])
}

#[test]
fn a_municipality_without_teams_codes_and_risks() {
    let site = built("comune-senza-team");
    silent_of(
        &site,
        &[
            "smart team",
            "smart-team",
            "rischio",
            "codic",
            "finalità",
            "supporti cartacei",
            "prefisso",
            "input",
            "0 processi",
        ],
    );
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    assert_eq!(table[0], ["Processo", "Servizio", "Smartabilità", "Altre voci", "Area"]);
    assert_eq!(
        table[1],
        [
            "Risposta scritta a interrogazione consiliare",
            "Capo Area / Responsabile del verde",
            "● Sì",
            "Dettagli",
            "Decoro urbano e verde"
        ]
    );
    assert_eq!(table.len(), 8);
    let csv = site.text("2026-2028/dati/processi.csv");
    assert_eq!(csv.lines().next(), Some("processo,smartabilita,servizio,motivazione"));
    assert!(site.paths().all(|path| !path.contains("smart-team") && !path.contains("per-rischio")));
    let page = said(site.text("2026-2028/processi/parere-di-conformita-urbanistica/index.html"));
    assert!(page.contains("Il processo riguarda il servizio Pianificazione, nell'area Urbanistica."), "{page}");
    // A service that is a part of another has its area, its page and its way.
    let part = site.text("2026-2028/servizi/refezione/index.html");
    let way = ["servizi/index.html\">Servizi<", "servizi-scolastici/index.html\">Servizi scolastici<"];
    assert!(way.iter().all(|step| part.contains(step)), "{part}");
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Servizi scolastici")[1..], ["2", "2", "0", "0"]);
    assert_eq!(row(&services, "U.O. Refezione")[1..], ["2", "2", "0", "0"]);
    assert_eq!(row(&services, "Tutto l'ente")[1..], ["7", "4", "1", "2"]);
}

#[test]
fn a_municipality_of_services_only() {
    let site = built("comune-di-soli-servizi");
    silent_of(&site, &["smart team", "smart-team", "rischio", "codic", "area", "aree", "macro organizzazione"]);
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    assert_eq!(table[0], ["Processo", "Servizio", "Smartabilità", "Altre voci", "Supporti cartacei"]);
    assert_eq!(row(&table, "Accertamento IMU")[2], "◐ In parte80 %");
    let csv = site.text("2026-2028/dati/attuazione.csv");
    assert_eq!(
        csv.lines().next(),
        Some("servizio,giorni_settimana,dipendenti,agili,donne_dipendenti,donne_agili,uomini_dipendenti,uomini_agili")
    );
    assert_eq!(csv.lines().nth(2), Some("Anagrafe,0.5,9,< 3,,,,"));
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    assert_eq!(row(&services, "Tributi")[1..], ["3", "1", "1", "1", "12", "6"]);
    // A class is counted as a class: no total says more than is known.
    assert_eq!(row(&services, "Anagrafe")[5..], ["9", "meno di 3"]);
    assert_eq!(row(&services, "Tutto l'ente")[5..], ["41", "almeno 6"]);
    let first = said(site.text("2026-2028/index.html"));
    assert!(first.contains("Almeno 6 lavoratrici e lavoratori agili su 41 dipendenti al 31 dicembre 2025."), "{first}");
    let adoption = rows(&site, "2026-2028/attuazione/index.html", ".tavola-attuazione");
    assert_eq!(
        adoption[0][4..],
        ["Donne: dipendenti", "Donne: lavoratrici agili", "Uomini: dipendenti", "Uomini: lavoratori agili"]
    );
    assert_eq!(adoption[1][4..], ["8", "< 6", "4", "< 3"]);
    assert!(said(site.text("2026-2028/esclusioni/index.html")).contains("Gli agili sono almeno 6."));
    let excluded = rows(&site, "2026-2028/esclusioni/index.html", ".tavola-esclusioni");
    assert_eq!(excluded[0], ["Attività", "Dove"]);
    assert_eq!(excluded[2], ["Notifiche a mano", "non indicato"]);
    let menu = Html::parse_document(site.text("2026-2028/index.html"));
    let menu: Vec<String> = select(&menu, ".menu a").iter().map(words).collect();
    assert!(menu.iter().any(|name| name == "Organizzazione"), "{menu:?}");
}

#[test]
fn homonyms_of_a_union_are_told_apart_everywhere() {
    let site = built("unione-di-comuni");
    silent_of(&site, &["smart team", "smart-team", "rischio"]);
    // The rows of the state of adoption are counted each for its own.
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    for (name, people) in [
        ("Servizio Tributi (Unione)", ["10", "4"]),
        ("Servizio Tributi (Comune di Alfa)", ["11", "5"]),
        ("Servizio Tributi (Comune di Beta)", ["12", "6"]),
        ("Servizi Demografici (Comune di Alfa)", ["4", "0"]),
        ("Servizi Demografici (Comune di Beta)", ["5", "1"]),
        ("Tutto l'ente", ["48", "22"]),
    ] {
        let cells = row(&services, name);
        let people_there: Vec<&str> =
            cells[5..7].iter().map(|cell| cell.trim_end_matches(" †").trim_end_matches('†')).collect();
        assert_eq!(people_there, people, "{name}");
    }
    let page = site.text("2026-2028/processi/index.html");
    for name in ["Servizio Tributi (Comune di Alfa)", "Ufficio IMU (Servizio Tributi, Comune di Beta)"] {
        assert!(page.contains(&format!("data-nome=\"{name}\"")), "no filter of {name}");
    }
    // Two processes of one name have each its page.
    assert!(site.paths().any(|path| path == "2026-2028/processi/accertamento-imu-alfa/index.html"));
    assert!(site.paths().any(|path| path == "2026-2028/processi/sportello-demografici-beta/index.html"));
    let chart = site.text("2026-2028/index.html");
    assert!(chart.contains("Servizio Tributi (Comune di Beta)") && chart.contains("6 su 12"), "{chart}");
    assert!(site.text("2026-2028/servizi/tributi-alfa/index.html").contains("Servizi che ne fanno parte"));
}

#[test]
fn a_university_with_codes_of_its_own_and_three_levels() {
    let site = built("ateneo");
    silent_of(&site, &["smart team", "smart-team", "rischio", "prefisso", "lettera", "finalità"]);
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    let headings =
        ["Codice Processo", "Servizio", "Smartabilità", "Altre voci", "Avvio (input)", "Fasi", "Risultato (output)"];
    assert_eq!(table[0], headings);
    assert!(site.paths().any(|path| path == "2026-2028/processi/ar1-mp2-p3-s1/index.html"));
    let services = rows(&site, "2026-2028/servizi/index.html", ".servizi");
    let order: Vec<&str> = services[2..5].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(order, ["Direzione Generale", "Area Risorse Umane", "Unità Concorsi"]);
    assert_eq!(row(&services, "Direzione Generale")[1..], ["2", "1", "1", "0"]);
    let glossary = site.text("2026-2028/glossario/index.html");
    assert!(
        glossary.contains("Il nome breve di un processo, che nessun altro ha nella stessa edizione."),
        "{glossary}"
    );
}

#[test]
fn a_metropolitan_city_with_days_of_a_quarter_and_two_acts() {
    let site = built("citta-metropolitana");
    silent_of(&site, &["smart team", "smart-team", "rischio", "codici", "codice - ind"]);
    let table = rows(&site, "2026-2028/attuazione/index.html", ".tavola-attuazione");
    let headings = [
        "Area",
        "Servizio",
        "Giorni alla settimana",
        "Giorni di lavoro agile",
        "Dipendenti",
        "Lavoratrici e lavoratori agili",
    ];
    assert_eq!(table[0], headings);
    assert_eq!(table[1], ["Direzione Risorse", "Bilancio", "", "40% del trimestre", "35", "30"]);
    assert_eq!(table[4][2..4], ["non smartabile", ""]);
    let csv = site.text("2026-2028/dati/attuazione.csv");
    assert!(csv.starts_with("area,servizio,giorni_settimana,giorni,dipendenti,agili\r\n"), "{csv}");
    let foot = said(site.text("2026-2028/index.html"));
    let acts = "Sindaco metropolitano, decreto n.\u{a0}10 del 12 gennaio 2026; Sindaco metropolitano, decreto n.\u{a0}14 del 14 gennaio 2026";
    assert!(foot.contains(acts), "{foot}");
    // A process of a whole area is on its page, and in its counts.
    let area = rows(&site, "2026-2028/aree/risorse/index.html", ".elenco-processi");
    assert!(area.iter().any(|row| row[0] == "Controllo di gestione"), "{area:?}");
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    let cells = ["Controllo di gestione", "", "● Sì", "Dettagli", "Direzione Risorse"];
    assert_eq!(row(&table, "Controllo di gestione"), cells);
}
