//! «A colpo d'occhio»: the rows of the offices against the data.

use super::super::built::{Site, select, within, words as text};
use super::{Built, tally};
use piao::model::{Graph, Scope};
use scraper::Html;
use std::collections::BTreeMap;

const ROWS: &str = ".matrice-uffici tbody tr:not(.fascia)";

/// The cells of each row by the name of its office, without what is said below the name.
fn rows(page: &Html, selector: &str) -> BTreeMap<String, Vec<String>> {
    let name = |row: &scraper::ElementRef<'_>| {
        let head = &within(row, "th")[0];
        within(head, "a").first().map_or_else(|| text(head), text)
    };
    let cells = |row: &scraper::ElementRef<'_>| within(row, "td").iter().map(text).collect();
    select(page, selector).iter().map(|row| (name(row), cells(row))).collect()
}

#[test]
fn every_team_has_its_answer_its_days_its_people_and_its_processes() {
    let built = Built::real();
    let edition = built.edition();
    let graph = Graph::new(edition);
    let page = built.page("index.html");
    let matrix = rows(page, ROWS);
    assert_eq!(matrix.len(), edition.teams.rows.len());
    for (row, team) in edition.teams.rows.iter().enumerate() {
        let cells = &matrix[&team.name.value];
        let processes = &graph.team_processes[row];
        assert!(processes.iter().all(|row| !matches!(edition.processes.rows[*row].scope, Some(Scope::Everyone(_)))));
        let tally = tally(edition, processes);
        assert_eq!(cells[3], format!("{} + 7 in comune a tutti", tally[0]), "{cells:?}");
        assert_eq!(cells[4..], tally[1..].iter().map(u64::to_string).collect::<Vec<_>>(), "{cells:?}");
    }
    assert_eq!(matrix["Servizi Istituzionali"][..3], ["● Smartabile", "1", "7 su 8 88 %"]);
    assert_eq!(matrix["Servizio Mobilità"][2], "persone non divise");
    assert_eq!(
        rows(page, ".matrice-uffici .fascia")["Risorse"][2..],
        ["20 su 58 34 %", "6 + 7 in comune a tutti", "2", "4", "0"]
    );
    let foot = rows(page, ".matrice-uffici tfoot tr");
    assert_eq!(foot["Comuni a tutti gli smart team"][3..], ["7", "1", "3", "3"]);
    assert_eq!(foot["Tutto l'ente"][2..], ["88 su 160 55 %", "59", "18", "29", "12"]);
}

#[test]
fn a_closed_team_beside_a_green_bar_has_its_sentence() {
    let built = Built::real();
    let sentence = "«Non smartabile» nel suo insieme; la Tavola 1 indica però 2 processi su 2";
    let head = |page: &Html| text(&select(page, "main")[0]).contains(sentence);
    for path in ["index.html", "aree/index.html", "smart-team/biblioteca-c-pavese/index.html"] {
        assert!(head(built.page(path)), "{path}");
    }
    assert!(!text(&select(built.page("smart-team/linfa/index.html"), "main")[0]).contains("nel suo insieme"));
}

#[test]
fn the_first_page_has_the_areas_alone_and_the_way_to_all() {
    let page = Site::real().page("index.html");
    let areas = rows(&page, ROWS);
    assert_eq!(
        areas.keys().collect::<Vec<_>>(),
        ["Risorse", "Segretario Generale", "Servizi al Cittadino e di Staff", "Servizi al Territorio"]
    );
    assert_eq!(areas["Servizi al Territorio"], ["31 su 33 94 %", "24 + 7 in comune a tutti", "9", "8", "7"]);
    assert_eq!(select(&page, ".colpo-d-occhio a[href='2025-2027/index.html#colpo-d-occhio']").len(), 1);
    assert_eq!(select(Built::real().page("index.html"), "h2#colpo-d-occhio").len(), 1);
}

#[test]
fn one_number_answers_one_question_on_every_page() {
    let built = Built::real();
    let said = |path: &str, selector: &str| text(&select(built.page(path), selector)[0]);
    assert!(said("aree/risorse/index.html", ".in-cifre dd").starts_with("6 + 7 in comune a tutti"));
    assert!(said("aree/index.html", ".mappa .conti").ends_with("67 %) + 7 in comune a tutti"));
    assert!(said("smart-team/linfa/index.html", ".in-cifre dd").starts_with("1 + 7 in comune a tutti"));
    let row = said("aree/risorse/index.html", ".elenco-team tbody td.numero");
    assert_eq!(row, "1 + 7 in comune");
}
