//! New rows of a workbook that is imported again after one of them, or the data, was corrected: none becomes a record twice.

use super::own_again::{import, returned};
use crate::folder::Folder;
use crate::workbook::desk::{Imported, add, table, write};
use piao::workbook::Returned;

/// Imports a workbook with a new row, then the same with another one in its place.
fn again(folder: &Folder, name: &str, first: &[(&str, &str)], second: &[(&str, &str)]) -> Imported {
    let mut book = returned(folder, |_| {});
    let origin = book.clone();
    add(&mut book, name, first);
    assert_eq!(import(folder, &book).effect.deeds.len(), 1);
    book = origin;
    add(&mut book, name, second);
    let imported = import(folder, &book);
    settled(folder, &book);
    imported
}

/// Imports a workbook once more: nothing changes.
fn settled(folder: &Folder, book: &Returned) {
    let imported = import(folder, book);
    assert_eq!((imported.changed.len(), imported.effect.deeds.len()), (0, 0));
}

fn messages(imported: &Imported) -> Vec<&str> {
    imported.effect.problems.iter().map(|problem| problem.message.as_str()).collect()
}

#[test]
fn what_could_not_be_read_and_is_corrected_is_written_into_the_record_of_then() {
    let folder = Folder::starter();
    let service = |area| [("nome", "Servizio Cultura"), ("area", area), ("prefisso", "300")];
    let imported = again(&folder, "servizi", &service("Afari Generali"), &service("Affari Generali"));
    assert_eq!(messages(&imported), Vec::<&str>::new());
    let services = folder.read("servizi.yaml");
    assert_eq!(services.matches("nome: Servizio Cultura").count(), 1, "{services}");
    assert!(services.contains("nome: Servizio Cultura\n    area: affari-generali\n"), "{services}");

    let process = |team, answer| {
        [("codice", "300-1-B"), ("processo", "Prestiti"), ("smart_team", team), ("smartabilita", answer)]
    };
    let imported = again(&folder, "processi", &process("Tribuzi", "forse"), &process("Tributi", "si"));
    assert_eq!(messages(&imported), Vec::<&str>::new());
    let processes = folder.read("processi.yaml");
    let (_, own) = processes.split_once("codice: 300-1-B").expect("the process");
    assert!(own.contains("smart_team: [tributi]") && own.contains("smartabilita: si"), "{processes}");
}

#[test]
fn what_a_new_row_says_otherwise_than_its_record_is_asked() {
    let folder = Folder::starter();
    let team = |answer| [("nome", "Anagrafe"), ("servizio", "Servizio Tributi"), ("smartabilita", answer)];
    let imported = again(&folder, "smart-team", &team("smartabile"), &team("non smartabile"));
    assert_eq!(imported.effect.deeds, []);
    assert!(messages(&imported)[0].contains("e lì c'è «smartabile»"), "{:?}", messages(&imported));
    let teams = folder.read("smart-team.yaml");
    assert_eq!(teams.matches("nome: Anagrafe").count(), 1, "{teams}");
    assert!(teams.contains("nome: Anagrafe\n    servizio: tributi\n    smartabilita: smartabile"), "{teams}");
}

#[test]
fn a_corrected_name_is_asked_and_makes_no_second_office() {
    let folder = Folder::starter();
    let team = |name| [("nome", name), ("servizio", "Servizio Tributi"), ("smartabilita", "smartabile")];
    let imported = again(&folder, "smart-team", &team("Anagrfe"), &team("Anagrafe"));
    assert_eq!((imported.changed.len(), imported.effect.deeds.len()), (0, 0));
    assert!(messages(&imported)[0].contains("è quasi uguale a «anagrfe»"), "{:?}", messages(&imported));
}

#[test]
fn new_rows_beside_those_of_before_are_new() {
    let folder = Folder::starter();
    let mut book = returned(&folder, |_| {});
    let mut team = |name, service| {
        add(&mut book, "smart-team", &[("nome", name), ("servizio", service), ("smartabilita", "smartabile")]);
        let imported = import(&folder, &book);
        assert_eq!((messages(&imported).len(), imported.effect.deeds.len()), (0, 1), "{:?}", messages(&imported));
        settled(&folder, &book);
    };
    team("Squadra 1", "Servizio Tributi");
    team("Squadra 2", "Servizio Tributi");
    team("Squadra 1", "Servizio Segreteria");
    // One whose row says its name in another spelling, and another word for nothing.
    write(&mut book, "smart-team", "tributi", "nota", "x");
    table(&mut book, "smart-team").rows.iter_mut().filter(|row| row.key.is_empty()).for_each(|row| {
        row.cells.iter_mut().for_each(|cell| *cell = cell.to_uppercase());
    });
    let imported = import(&folder, &book);
    assert_eq!(imported.effect.deeds.len(), 1, "{:?}", messages(&imported));
    assert_eq!(folder.read("smart-team.yaml").matches("- id:").count(), 5);
}
