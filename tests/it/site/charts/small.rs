//! Charts, figures and map of small administrations.

use super::super::built::{select, within, words as text};
use super::Built;
use std::fmt::Write as _;

#[test]
fn nothing_is_drawn_of_what_is_absent() {
    let built = Built::of(&[("attuazione.yaml", "", "")]);
    let page = built.page("index.html");
    assert_eq!(select(page, "figure.grafico").len(), 1);
    assert!(!text(&select(page, ".matrice-uffici thead")[0]).contains("In modalità agile"));
    assert!(select(page, "[aria-labelledby=grafico_agili]").is_empty());
    for path in ["servizi/index.html", "servizi/tributi/index.html", "smart-team/tributi/index.html"] {
        let page = text(&built.page(path).root_element());
        assert!(!page.contains("Dipendenti") && !page.contains("stato di attuazione"), "{path}");
    }

    let built = Built::of(&[("processi.yaml", "", "processi: []\n"), ("attuazione.yaml", "", "")]);
    assert!(select(built.page("index.html"), "#grafici, figure, svg.barra").is_empty());
    for path in ["servizi/tributi/index.html", "smart-team/tributi/index.html", "aree/risorse/index.html"] {
        let page = built.page(path);
        assert!(select(page, "svg.barra").is_empty(), "{path}");
        assert!(select(page, ".vuoto-elenco").iter().any(|empty| text(empty).contains("non ha processi propri")));
    }
    assert!(text(&select(built.page("aree/index.html"), ".mappa")[0]).contains("nessun processo proprio"));
}

#[test]
fn a_row_that_ends_and_a_service_without_rows_are_said() {
    let built = Built::of(&[("attuazione.yaml", "smart_team: Tributi\n", "smart_team: Ragioneria\n")]);
    let page = built.page("servizi/index.html");
    let notes = text(&select(page, "main")[0]);
    assert!(notes.contains("«Ragioneria»") && notes.contains("è contata soltanto nel totale"), "{notes}");
    assert!(text(&select(page, "tbody")[1]).contains("non contati qui‡"), "{notes}");
    let service = text(&select(built.page("servizi/tributi/index.html"), ".in-cifre")[0]);
    assert!(service.contains("«Ragioneria»") && service.contains("è contata soltanto nel totale"), "{service}");
    // A row that names no service of this edition calls no mark.
    let gone = "servizio: Servizio Tributi\n    smart_team: Tributi\n";
    let built = Built::of(&[("attuazione.yaml", gone, "servizio: Ufficio Unico\n    smart_team: Ragioneria\n")]);
    let page = built.page("servizi/index.html");
    let notes = text(&select(page, "main")[0]);
    assert!(notes.contains("«Ragioneria»") && !notes.contains('‡'), "{notes}");
    assert!(text(&select(page, "tbody")[1]).contains("non indicati"));
    let service = text(&select(built.page("servizi/tributi/index.html"), ".in-cifre")[0]);
    assert!(service.contains("non ha righe che continuino in questo servizio"), "{service}");
}

#[test]
fn a_process_of_two_teams_is_counted_once_where_they_meet() {
    let built = Built::of(&[("processi.yaml", "smart_team: [tributi]\n", "smart_team: [tributi, segreteria]\n")]);
    let cells = |chart: &str| built.table(chart).into_iter().map(|(_, cells)| cells[0]).collect::<Vec<_>>();
    assert_eq!((cells("grafico_aree"), built.total("grafico_aree")[0]), (vec![2, 1], 2));
    let notes = text(&select(built.page("index.html"), "[aria-labelledby=grafico_aree]")[0]);
    assert!(notes.contains("la somma delle righe è 3, e non 2"), "{notes}");
}

#[test]
fn with_very_many_processes_the_map_ends_at_the_teams_and_the_matrix_at_the_areas() {
    let (mut teams, mut processes) = ("smart_team:\n".to_owned(), "processi:\n".to_owned());
    for number in 1..=310 {
        let _ = writeln!(
            teams,
            "  - {{ id: gruppo-{number}, nome: Gruppo {number}, servizio: tributi, smartabilita: smartabile }}"
        );
        let _ = writeln!(
            processes,
            "  - {{ codice: 200-{number}-B, rischio: basso, processo: Processo {number}, finalita: F, input: [a], fasi: [b], \
             output: [c], smart_team: [gruppo-{number}], smartabilita: si }}"
        );
    }
    let edits = [("smart-team.yaml", "", &*teams), ("processi.yaml", "", &*processes), ("esclusioni.yaml", "", "")];
    let built = Built::of(&edits);
    let map = &select(built.page("aree/index.html"), ".mappa")[0];
    assert!(within(map, ".foglie").is_empty());
    assert_eq!(within(map, ".foglia a[href^='../smart-team/']").len(), 310);
    let page = built.page("index.html");
    assert!(select(page, ".matrice-uffici tbody a[href^='smart-team/']").is_empty(), "hundreds of rows at a glance");
    let areas = select(page, ".matrice-uffici tbody tr");
    assert_eq!(areas.iter().map(|row| text(&within(row, "td")[1])).collect::<Vec<_>>(), ["0", "310"]);
}

#[test]
fn an_area_called_area_is_not_called_so_twice() {
    let built = Built::of(&[("servizi.yaml", "nome: Risorse", "nome: Area Risorse")]);
    let names: Vec<String> = select(built.page("aree/index.html"), ".mappa h2").iter().map(text).collect();
    assert_eq!(names, ["Area Affari Generali", "Area Risorse"]);
    assert!(text(&select(built.page("aree/risorse/index.html"), "title")[0]).starts_with("Area Risorse – "));
}

#[test]
fn hostile_names_stay_text() {
    let built = Built::of(&[
        ("servizi.yaml", "nome: Servizio Tributi", "nome: '<img src=x>\"{{ tributi }}'"),
        ("attuazione.yaml", "servizio: Servizio Tributi", "servizio: '<b onclick=x>'"),
    ]);
    for path in ["index.html", "aree/index.html", "servizi/index.html", "servizi/tributi/index.html"] {
        assert!(select(built.page(path), "img, b, [onclick]").is_empty(), "{path}");
    }
}
