//! Values written in another shape than the forms make: none is lost, and what was typed over one is kept on the page.

use super::records::send;
use super::server::{Answer, Server};
use crate::folder::Folder;

/// A refusal that shows what was typed, after which every file is as it was.
fn refused(answer: &Answer, why: &str, typed: &str) {
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(answer.body.contains(why), "{why}: {}", answer.body);
    assert!(answer.body.contains(typed), "{typed} is kept: {}", answer.body);
}

#[test]
fn what_is_typed_over_what_a_field_cannot_show_is_refused() {
    let folder = Folder::starter();
    let text = "ruoli:\n  - nome: Dir\n    natura: { a: 1 }\n    voci:\n      - c\n      - { b: 2 }\n  - nome: Vice\n    voci:\n      - c\n      -\n";
    folder.write("valutazione.yaml", text);
    let server = Server::of(&folder);
    let path = "/banco/valutazione/dir/";
    assert_eq!(send(&server, path, &[]).status, 303, "as it is");
    refused(&send(&server, path, &[("natura", "scritta")]), "in «Natura", "scritta");
    refused(&send(&server, path, &[("voci", "c\r\nnuova voce")]), "va corretto prima nel testo del file", "nuova voce");
    assert_eq!(folder.read("valutazione.yaml"), text);
    assert_eq!(send(&server, "/banco/valutazione/vice/", &[("voci", "c\r\nd")]).status, 303);
    assert_eq!(folder.read("valutazione.yaml"), text.replace("      -\n", "      - d\n"));
}

#[test]
fn nothing_is_added_over_what_is_no_list() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    for text in ["software:\n  nome: Word # mio\n  scopo: Testi\n", "software: Word, Excel\n"] {
        folder.write("software.yaml", text);
        let added = server.post("/banco/software/", &[("nome", "Writer")]);
        refused(&added, "sotto «software» c&#39;è già qualcosa che non è un elenco", "Writer");
        let pasted = server.post("/banco/software/incolla/", &[("testo", "nome\nCalc\n"), ("_azione", "salva")]);
        refused(&pasted, "non è un elenco", "Calc");
        assert_eq!(folder.read("software.yaml"), text);
    }
    for (text, after) in [
        ("software: [] # qui\n", "software: # qui\n  - nome: Writer\n"),
        ("# da fare\n", "# da fare\nsoftware:\n  - nome: Writer\n"),
    ] {
        folder.write("software.yaml", text);
        assert_eq!(server.post("/banco/software/", &[("nome", "Writer")]).status, 303, "{text}");
        assert_eq!(folder.read("software.yaml"), after);
    }
}

#[test]
fn no_finding_is_accepted_over_what_is_no_list() {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "input: [Atto adottato]", "input: []");
    let server = Server::of(&folder);
    let page = server.keyed("/banco/processi/100-1-b/").body;
    let link = page.split_once("href=\"/banco/accetta/").expect("a link").1.split_once('"').expect("its end").0;
    let text = "accettazioni: nessuna per ora\n";
    folder.write("accettazioni.yaml", text);
    let answer = server.post(&format!("/banco/accetta/{link}"), &[("motivo", "Così nel testo")]);
    refused(&answer, "Le accettazioni non si leggono", "Così nel testo");
    assert_eq!(folder.read("accettazioni.yaml"), text);
}

#[test]
fn a_key_is_not_put_in_the_place_of_what_has_no_keys() {
    let folder = Folder::starter();
    let file = "/data/ente.yaml";
    let text = format!("{}contatti: Mario Rossi\n", folder.read(file));
    folder.write(file, &text);
    let server = Server::of(&folder);
    let answer = send(&server, "/banco/ente/", &[("contatti.email", "a@b.it")]);
    refused(&answer, "«Mario Rossi», scritto senza chiavi", "a@b.it");
    assert_eq!(folder.read(file), text);
}

#[test]
fn items_that_are_no_groups_outlive_the_form_of_a_list() {
    let folder = Folder::starter();
    let text = format!("{}versioni: [solo testo, {{ n: 2 }}]\n", folder.read("edizione.yaml"));
    folder.write("edizione.yaml", &text);
    let server = Server::of(&folder);
    let path = "/banco/edizione/";
    assert_eq!(send(&server, path, &[]).status, 303, "as it is");
    assert_eq!(folder.read("edizione.yaml"), text);
    refused(&send(&server, path, &[("versioni.1.n", "17")]), "«Versioni 1» nel file", "17");
    assert_eq!(folder.read("edizione.yaml"), text);
    assert_eq!(send(&server, path, &[("versioni.2.n", "3")]).status, 303);
    assert_eq!(folder.read("edizione.yaml"), text.replace("n: 2 }", "n: 3 }"));
}
