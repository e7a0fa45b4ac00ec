//! Spreadsheets in a page that shows no longer what would be written: nothing is, and what would be is shown.

use super::intake::{decide, hand_in, sent_from};
use super::server::Server;
use crate::folder::Folder;
use crate::tree;

const ONE: &str = "Nome;Scopo\r\nProgramma di prova;Prova\r\n";
const OTHER: &str = "Nome;Scopo\r\nUn altro programma;Altro\r\n";
const WRITES: (&str, &str) = ("_azione", "scrivi");

#[test]
fn what_another_window_handed_in_is_not_written_in_the_place_of_what_is_shown() {
    let folder = Folder::starter();
    let before = tree::files(&folder.root().join("data"));
    let server = Server::of(&folder);
    hand_in(&server, &[("a.csv", ONE.as_bytes())]);
    let first = server.keyed("/banco/importa/").body;
    for name in ["a.csv", "b.csv"] {
        hand_in(&server, &[(name, OTHER.as_bytes())]);
        let answer = sent_from(&server, &first, &[WRITES]);
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.body.contains("altra finestra sono stati consegnati altri fogli"), "{}", answer.body);
        assert!(answer.body.contains("<ins>Un altro programma</ins>"), "the new reading: {}", answer.body);
        let given_up = sent_from(&server, &first, &[("_azione", "lascia")]);
        assert_eq!((given_up.status, server.keyed("/banco/importa/").status), (422, 200), "nor is it given up");
    }
    assert_eq!(tree::files(&folder.root().join("data")), before);
    assert_eq!(decide(&server, &[WRITES]).status, 303, "what is shown now can be written");
    assert!(folder.read("software.yaml").contains("Un altro programma"));
}

#[test]
fn an_old_page_takes_no_answer_back_that_another_window_gave() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    hand_in(&server, &[("a.csv", b"Nome;Scopo;Xyz\r\nProva;Una;Due\r\n")]);
    let column = "[\"colonne\",\"a.csv\",\"a\",\"Xyz\"]";
    let first = server.keyed("/banco/importa/").body;
    assert_eq!(decide(&server, &[("_azione", "rileggi"), (column, "fornitore")]).status, 303);
    let answer = sent_from(&server, &first, &[WRITES, (column, "")]);
    assert!(answer.status == 422 && answer.body.contains("Risposte già date: 1"), "{}", answer.body);
    assert!(!folder.read("software.yaml").contains("Prova"));
}

#[test]
fn another_edition_or_other_data_are_shown_before_they_are_written() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    hand_in(&server, &[("a.csv", ONE.as_bytes())]);
    let first = server.keyed("/banco/importa/").body;
    let software = folder.read("software.yaml");
    folder.write("software.yaml", format!("# Un'altra mano.\n{software}"));
    let answer = sent_from(&server, &first, &[WRITES]);
    assert!(answer.status == 422 && answer.body.contains("i dati sono cambiati"), "{}", answer.body);
    assert!(answer.body.contains("<ins>Programma di prova</ins>"), "{}", answer.body);
    assert!(!folder.read("software.yaml").contains("Programma di prova"));
    let next = [("nome", "2027-2029"), ("da", "2026-2028")];
    assert_eq!(server.post("/banco/edizioni/", &next).status, 303);
    let before = tree::files(&folder.root().join("data"));
    let answer = sent_from(&server, &first, &[WRITES]);
    assert!(answer.status == 422 && answer.body.contains("altra edizione"), "{}", answer.body);
    assert_eq!(tree::files(&folder.root().join("data")), before);
}
