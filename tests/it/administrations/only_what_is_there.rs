//! Of what an edition does not have nothing is said: held for every administration of `tests/administrations`, and for bodies with no
//! more than the least of each table.

use super::told::{rows, said};
use crate::folder::{Folder, repository};
use crate::site::built::{BASE, Site, select, words};
use crate::tree;
use piao::load::load;
use piao::model::{Answer, Edition, TableName};
use scraper::Html;
use std::path::Path;

/// A concept that an edition may lack, with the words that speak of it.
struct Concept {
    is_there: fn(&Edition) -> bool,
    words: &'static [&'static str],
}

const CONCEPTS: &[Concept] = &[
    Concept { is_there: |edition| !edition.teams.rows.is_empty(), words: &["smart team", "gruppi di lavoro"] },
    Concept { is_there: |edition| !edition.areas.rows.is_empty(), words: &[" area ", " aree ", "area per area"] },
    Concept { is_there: |edition| !edition.services.rows.is_empty(), words: &["servizi"] },
    Concept { is_there: |edition| any(edition, |process| process.risk.is_some()), words: &["rischi"] },
    Concept { is_there: |edition| any(edition, |process| process.code.is_some()), words: &["codice", "codici"] },
    Concept { is_there: |edition| any(edition, |process| process.purpose.is_some()), words: &["finalità"] },
    Concept { is_there: |edition| any(edition, |process| process.paper.is_some()), words: &["cartace"] },
    Concept {
        is_there: |edition| any(edition, |process| answer(process) == Some(Answer::Partly)),
        words: &["smartabile in parte", "smartabili in parte"],
    },
    Concept { is_there: |edition| edition.has(TableName::Software), words: &["programmi"] },
    Concept { is_there: |edition| edition.has(TableName::Training), words: &["moduli formativi", "piano formativo"] },
    Concept {
        is_there: |edition| edition.has(TableName::Adoption),
        words: &["stato di attuazione", "persone in lavoro agile", "e persone", "dipendenti", "persone."],
    },
    Concept { is_there: |edition| edition.has(TableName::ExpectedBehaviours), words: &["comportamenti"] },
    Concept { is_there: |edition| edition.has(TableName::Indicators), words: &["indicator"] },
    Concept { is_there: |edition| edition.has(TableName::Exclusions), words: &["esclus"] },
    Concept {
        is_there: |edition| {
            edition.has_codes_in_parts() || edition.services.rows.iter().any(|service| service.prefix.is_some())
        },
        words: &["prefiss"],
    },
];

fn any(edition: &Edition, holds: impl Fn(&piao::model::Process) -> bool) -> bool {
    edition.processes.rows.iter().any(holds)
}

fn answer(process: &piao::model::Process) -> Option<Answer> {
    process.smartability.as_ref().map(|answer| answer.value)
}

/// What its own files say: a word that stands there may stand on the pages too.
fn written(folder: &Path) -> String {
    let mut written = String::new();
    for (path, bytes) in tree::files(folder) {
        if path.starts_with("data/") || path.starts_with("content/") {
            let text = String::from_utf8(bytes).expect("a text");
            text.lines().filter(|line| !line.starts_with('#')).for_each(|line| written.extend([line, "\n"]));
        }
    }
    written.to_lowercase()
}

/// What is said of the things that the last edition of a folder does not have.
fn told_of_nothing(folder: &Path, site: &Site) -> Vec<String> {
    let annex = load(folder).expect("the folder").annex;
    let edition = annex.editions.last().expect("an edition");
    let own = written(folder);
    let lacking = CONCEPTS.iter().filter(|concept| !(concept.is_there)(edition)).flat_map(|concept| concept.words);
    let lacking: Vec<&str> = lacking.copied().filter(|word| !own.contains(word.trim())).collect();
    let mut told = Vec::new();
    let start = format!("{}/", edition.id.as_str());
    for path in
        site.paths().filter(|path| path.ends_with(".html") && (path.starts_with(&start) || *path == "index.html"))
    {
        let text = said(site.text(path)).to_lowercase();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in &lacking {
            if let Some(at) = text.find(word) {
                let from = text[..at].char_indices().rev().nth(60).map_or(0, |(from, _)| from);
                told.push(format!("{path} says «{word}»: …{}…", text[from..].chars().take(130).collect::<String>()));
            }
        }
    }
    told
}

/// Places of pages that count nothing, or show an empty list.
fn counted_nothing(site: &Site) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in site.paths().filter(|path| path.ends_with(".html")) {
        let page = Html::parse_document(site.text(path));
        let empty = |list: &str, item: &str| {
            let lists = select(&page, list);
            lists.iter().filter(|list| crate::site::built::within(list, item).is_empty()).count()
        };
        for (list, item) in [("ul:not([id])", "li"), ("select", "option"), ("tbody", "tr"), ("fieldset", "input")] {
            if empty(list, item) > 0 {
                wrong.push(format!("{path}: an empty {list}"));
            }
        }
        let counts = select(&page, ".filtri .conto, .apertura .cifre dd, .in-cifre .cifre > div:not(:first-child) dd");
        wrong.extend(
            counts.iter().map(words).filter(|count| count == "0").map(|_| format!("{path}: a count of nothing")),
        );
        let nothing =
            select(&page, "main").iter().map(words).any(|text| text.contains(": 0 ") || text.starts_with("0 "));
        wrong.extend(nothing.then(|| format!("{path}: a sentence about nothing")));
    }
    wrong
}

#[test]
fn no_administration_is_told_of_what_it_does_not_have() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(repository().join("tests/administrations")).expect("the administrations") {
        let folder = entry.expect("an entry").path();
        let site = Site::built(&folder, &["--base-url", BASE]);
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let told = told_of_nothing(&folder, &site).into_iter().chain(counted_nothing(&site));
        wrong.extend(told.map(|told| format!("{name}: {told}")));
        seen += 1;
    }
    assert!(seen >= 13, "{seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const ENTE: &str = "denominazione: Ente di Esempio\nedizione_corrente: 2026-2028\n";
const EDITION: &str = "titolo: Disciplina del lavoro agile\nallegato: A\npiano: PIAO 2026-2028\nsezione: Sezione 3\n";
const CHAPTER: &str = "---\ntitolo: Premessa\nordine: 1\n---\n\nIl lavoro agile è disciplinato qui.\n";

const SHOWN: &str = "---\ntitolo: Attività escluse\nordine: 2\n---\n\n{{ tabella(\"esclusioni\") }}\n";

/// A body with these processes, and the other files of its edition.
fn body(processes: &str, files: &[(&str, &str)]) -> Folder {
    let folder = Folder::empty();
    folder.write("/data/ente.yaml", ENTE);
    folder.write("/content/2026-2028/01-premessa.md", CHAPTER);
    for (file, text) in [("edizione", EDITION), ("smart-team", "smart_team: []\n")].iter().chain(files) {
        let ending = if file.starts_with("/content/") { "md" } else { "yaml" };
        folder.write(&format!("{file}.{ending}"), text);
    }
    folder.write("processi.yaml", format!("processi:\n{processes}"));
    folder
}

const SERVICES: &str = "aree: []\nservizi:\n  - { id: tecnico, nome: Tecnico }\n";
const AREAS: &str =
    "aree:\n  - { id: tecnica, nome: Tecnica }\n  - { id: affari, nome: Affari generali }\nservizi: []\n";
const OF_SERVICE: &str = "  - { processo: Rilascio di pareri, servizio: tecnico, smartabilita: si }\n  - { processo: Sopralluoghi, servizio: tecnico, smartabilita: \"no\" }\n";

#[test]
fn bodies_with_the_least_of_each_table_are_told_of_nothing_more() {
    let of_areas = OF_SERVICE.replace("servizio: tecnico", "area: [tecnica]");
    let of_teams = OF_SERVICE.replace("servizio: tecnico", "smart_team: [uno]");
    let teams = "smart_team:\n  - { id: uno, nome: Uno, servizio: tecnico }\n";
    let bodies = [
        ("areas alone", body(&of_areas, &[("servizi", AREAS)])),
        ("services alone", body(OF_SERVICE, &[("servizi", SERVICES)])),
        ("one process", body(OF_SERVICE.lines().next().unwrap_or_default(), &[("servizi", SERVICES)])),
        ("teams", body(&of_teams, &[("servizi", SERVICES), ("smart-team", teams)])),
        (
            "a little of everything",
            body(
                OF_SERVICE,
                &[
                    ("servizi", SERVICES),
                    ("software", "software:\n  - { nome: Firma, scopo: Firmare }\n"),
                    (
                        "formazione",
                        "legenda: { X: previsto }\ndestinatari:\n  - { id: tutti-quanti, nome: Tutti }\ngruppi:\n  - nome: Generale\n    moduli:\n      - { nome: Sicurezza, destinatari: { tutti-quanti: X } }\n",
                    ),
                    ("attuazione", "data: 2025-12-31\nrighe:\n  - { servizio: Tecnico, dipendenti: 10, agili: 4 }\n"),
                    ("valutazione", "ruoli:\n  - { nome: Dirigente, voci: [Guida] }\n"),
                    ("esclusioni", "esclusioni:\n  - { attivita: [Sportello] }\n"),
                    ("/content/2026-2028/02-esclusioni", SHOWN),
                    (
                        "indicatori",
                        "indicatori:\n  - { dimensione: Salute, indicatore: Portatili, obiettivi: { 2026: 10 } }\n",
                    ),
                ],
            ),
        ),
    ];
    let mut wrong = Vec::new();
    for (name, folder) in &bodies {
        let said = folder.piao(["check", "--strict", "--today", "2026-03-01"]).run();
        assert_eq!(said.err.trim(), "nessun errore, nessun avviso, nessuna nota", "{name}: {}", said.out);
        let site = Site::built(folder.root(), &["--base-url", BASE]);
        let told = told_of_nothing(folder.root(), &site).into_iter().chain(counted_nothing(&site));
        wrong.extend(told.map(|told| format!("{name}: {told}")));
        // No text of the edition has these terms, so no glossary explains them.
        let glossary = site.text("2026-2028/glossario/index.html");
        for term in
            ["Condizioni abilitanti", "Elevata Qualificazione", "Fascia di contattabilità", "Smartabile in parte"]
        {
            assert!(!glossary.contains(term), "{name}: {term}");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let site = Site::built(bodies[4].1.root(), &[]);
    for silent in ["chi fornisce", "un peso", "Una cella vuota", "Profili"] {
        for path in ["software", "formazione", "valutazione", "stampa/allegato"] {
            let text = said(site.text(&format!("2026-2028/{path}/index.html")));
            assert!(!text.contains(silent), "{path}: {silent}");
        }
    }
    let sheet = said(site.text("2026-2028/stampa/allegato/index.html"));
    assert!(sheet.contains("Attività di norma escluse dal lavoro agile"), "{sheet}");
    let table = rows(&site, "2026-2028/processi/index.html", ".tavola-processi");
    assert_eq!(table[0], ["Processo", "Servizio", "Smartabilità"]);
}

#[test]
fn a_term_is_explained_where_a_text_has_it() {
    let folder = body(OF_SERVICE, &[("servizi", SERVICES)]);
    folder.write("/content/2026-2028/01-premessa.md", format!("{CHAPTER}\nLe condizioni abilitanti sono due.\n"));
    let site = Site::built(folder.root(), &[]);
    let glossary = site.text("2026-2028/glossario/index.html");
    assert!(glossary.contains("Condizioni abilitanti") && !glossary.contains("Elevata Qualificazione"), "{glossary}");
    assert!(site.text("2026-2028/premessa/index.html").contains("glossario/index.html#condizioni-abilitanti"));
}
