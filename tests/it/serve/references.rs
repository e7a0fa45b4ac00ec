//! What names a record follows it: references, places of acceptances, links of chapters; what cannot follow keeps it as it is.

use super::records::send;
use super::server::{Answer, Server};
use crate::folder::Folder;

fn chapter() -> String {
    format!("/content/{}/01-premessa.md", piao::scaffold::EDITION)
}

fn undo(server: &Server) {
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
}

fn refused(answer: &Answer, why: &str) {
    assert!(answer.status == 422 && answer.body.contains(why), "{}: {}", answer.status, answer.body);
}

#[test]
fn marks_of_modules_follow_their_audience() {
    let folder = Folder::starter();
    let file = "formazione.yaml";
    let before = folder.read(file);
    let server = Server::of(&folder);
    let audience = "/banco/destinatari/dipendenti/";
    assert_eq!(send(&server, audience, &[("id", "tutti"), ("_rinomina", "si")]).status, 303);
    let renamed = before.replace("id: dipendenti", "id: tutti").replace("dipendenti: X", "tutti: X");
    assert_eq!(folder.read(file), renamed);
    undo(&server);
    let block = [("testo", "tutti"), ("_riga", "dipendenti"), ("_campo", "id"), ("_azione", "salva")];
    assert_eq!(server.post("/banco/destinatari/incolla/", &block).status, 303);
    assert_eq!(folder.read(file), renamed);
    undo(&server);
    assert_eq!(folder.read(file), before);
    let asked = server.post(audience, &[("_azione", "togli")]);
    assert!(asked.status == 200 && asked.body.contains("vi si riferisce Introduzione"), "{}", asked.body);
    assert!(asked.body.contains("<option value=\"nuovi-assunti\">Nuovi assunti</option>"), "{}", asked.body);
    assert_eq!(folder.read(file), before);
    assert_eq!(server.post(audience, &[("_azione", "togli"), ("_a", "nuovi-assunti")]).status, 303);
    let given = before.replace("  - id: dipendenti\n    nome: Tutti i dipendenti\n", "");
    assert_eq!(folder.read(file), given.replace("          dipendenti: X\n", ""), "the heir has its own mark");
    folder.piao(["check"]).run();
}

/// Programs that are called the same, told apart by what they are for.
const PROGRAMS: &str = "software:\n  - nome: Foglio\n    scopo: Paghe\n  - nome: Foglio\n    scopo: Presenze\n  - nome: Altro\n    scopo: Ferie\n";

fn accepted(places: &[&str]) -> String {
    let rows: String =
        places.iter().map(|place| format!("  - controllo: LA601\n    dove: {place}\n    motivo: Prova\n")).collect();
    format!("accettazioni:\n{rows}")
}

#[test]
fn acceptances_follow_what_tells_a_record_apart() {
    let folder = Folder::starter();
    folder.write("software.yaml", PROGRAMS);
    folder.write("accettazioni.yaml", accepted(&["software/Foglio (Paghe)/nome", "software/Altro/nome"]));
    let server = Server::of(&folder);
    let (first, other) = ("/banco/software/foglio/", "/banco/software/altro/");
    let says = |places: &[&str]| assert_eq!(folder.read("accettazioni.yaml"), accepted(places));
    // What the name is not made of is no matter, what it is told apart by is.
    assert_eq!(send(&server, first, &[("scopo", "Stipendi")]).status, 303);
    says(&["software/Foglio (Stipendi)/nome", "software/Altro/nome"]);
    // Another record takes the name of one that has an acceptance, by a form or as a new one.
    assert_eq!(send(&server, "/banco/software/foglio-2/", &[("nome", "Altro")]).status, 303);
    says(&["software/Foglio (Stipendi)/nome", "software/Altro (Ferie)/nome"]);
    undo(&server);
    assert_eq!(server.post("/banco/software/", &[("nome", "Altro"), ("scopo", "Turni")]).status, 303);
    says(&["software/Foglio (Stipendi)/nome", "software/Altro (Ferie)/nome"]);
    undo(&server);
    let block = [("testo", "Altro\tTurni"), ("_colonne", "nome\nscopo"), ("_azione", "salva")];
    assert_eq!(server.post("/banco/software/incolla/", &block).status, 303);
    says(&["software/Foglio (Stipendi)/nome", "software/Altro (Ferie)/nome"]);
    undo(&server);
    // Where nothing tells two apart, there is no such change.
    let before = folder.read("software.yaml");
    refused(&send(&server, other, &[("nome", "Foglio"), ("scopo", "Stipendi")]), "non distinguerebbe più");
    assert_eq!(folder.read("software.yaml"), before);
    // One after the other all are called otherwise.
    assert_eq!(send(&server, "/banco/software/foglio-2/", &[("nome", "Presenze")]).status, 303);
    assert_eq!(send(&server, first, &[("nome", "Stipendi")]).status, 303);
    says(&["software/Stipendi/nome", "software/Altro/nome"]);
}

#[test]
fn a_code_that_is_taken_does_not_take_the_acceptances_over() {
    let folder = Folder::starter();
    let text = accepted(&["processi/100-1-B/area", "processi/200-1-M/area"]);
    folder.write("accettazioni.yaml", &text);
    let before = folder.read("processi.yaml");
    let server = Server::of(&folder);
    refused(&send(&server, "/banco/processi/200-1-m/", &[("codice", "100-1-B")]), "non distinguerebbe più");
    assert_eq!((folder.read("processi.yaml"), folder.read("accettazioni.yaml")), (before.clone(), text.clone()));
    // Two that change places keep their own.
    let block = [("testo", "200-1-M\n100-1-B"), ("_riga", "100-1-b"), ("_campo", "codice"), ("_azione", "salva")];
    assert_eq!(server.post("/banco/processi/incolla/", &block).status, 303);
    assert_eq!(folder.read("accettazioni.yaml"), accepted(&["processi/200-1-M/area", "processi/100-1-B/area"]));
    undo(&server);
    // Nor does a file that cannot be read keep the old names in silence.
    folder.write("accettazioni.yaml", text.replace("motivo: Prova", "motivo: \"Prova"));
    refused(&send(&server, "/banco/processi/200-1-m/", &[("codice", "200-9-M")]), "non si può leggere");
    assert_eq!(send(&server, "/banco/processi/200-1-m/", &[("finalita", "Altra")]).status, 303, "its name is the same");
}

#[test]
fn links_of_chapters_follow_blocks_and_are_asked_for_by_removals() {
    let folder = Folder::starter();
    folder.edit(&chapter(), "(processi/)", "(processi/200-1-M/#x), [essi](smart-team/tributi/) e [sé](#i-numeri)");
    let (before, teams) = (folder.read(&chapter()), folder.read("smart-team.yaml"));
    let server = Server::of(&folder);
    let paste = |table: &str, row: &str, field: &str, text: &str| {
        let block = [("testo", text), ("_riga", row), ("_campo", field), ("_azione", "salva")];
        assert_eq!(server.post(&format!("/banco/{table}/incolla/"), &block).status, 303);
    };
    paste("processi", "200-1-m", "codice", "200-9-M");
    assert_eq!(folder.read(&chapter()), before.replace("processi/200-1-M", "processi/200-9-m"));
    undo(&server);
    paste("smart-team", "tributi", "id", "entrate");
    assert_eq!(folder.read(&chapter()), before.replace("smart-team/tributi", "smart-team/entrate"));
    undo(&server);
    // A process is named by nothing else.
    let process = "/banco/processi/200-1-m/";
    let asked = server.post(process, &[("_azione", "togli")]);
    assert!(
        asked.status == 200 && asked.body.contains("vi si riferisce 1 collegamento dei capitoli"),
        "{}",
        asked.body
    );
    assert_eq!(server.post(process, &[("_azione", "togli"), ("_a", "100-1-b")]).status, 303);
    assert_eq!(folder.read(&chapter()), before.replace("processi/200-1-M", "processi/100-1-b"));
    undo(&server);
    assert_eq!(server.post(process, &[("_azione", "togli"), ("_comunque", "si")]).status, 303);
    assert_eq!(folder.read(&chapter()), before);
    undo(&server);
    let team = "/banco/smart-team/tributi/";
    assert_eq!(server.post(team, &[("_azione", "togli"), ("_a", "segreteria")]).status, 303);
    assert_eq!(folder.read(&chapter()), before.replace("smart-team/tributi", "smart-team/segreteria"));
    folder.piao(["check"]).run();
    undo(&server);
    assert_eq!((folder.read(&chapter()), folder.read("smart-team.yaml")), (before, teams));
}

#[test]
fn a_chapter_that_others_link_to_is_removed_once_that_was_told() {
    let folder = Folder::starter();
    folder.edit(&chapter(), "(processi/)", "(02-stato-di-attuazione.md)");
    let server = Server::of(&folder);
    let path = "/banco/capitoli/02-stato-di-attuazione/";
    let file = format!("/content/{}/02-stato-di-attuazione.md", piao::scaffold::EDITION);
    let asked = server.post(path, &[("_azione", "togli")]);
    assert!(asked.status == 200 && asked.body.contains("vi porta un collegamento di «Premessa»"), "{}", asked.body);
    assert!(folder.path(&file).exists());
    assert_eq!(server.post(path, &[("_azione", "togli"), ("_comunque", "si")]).status, 303);
    assert!(!folder.path(&file).exists());
}

#[test]
fn an_identifier_stays_as_long_as_a_file_that_may_name_it_cannot_be_read() {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "processo: Accertamento dei tributi", "processo: \"Accertamento dei tributi");
    let read = || ["smart-team.yaml", "processi.yaml"].map(|file| folder.read(file));
    let before = read();
    let server = Server::of(&folder);
    let team = "/banco/smart-team/tributi/";
    let form = [("id", "entrate"), ("_rinomina", "si")];
    refused(&server.post(team, &form), "un file non si può leggere");
    refused(&server.post(team, &[("_azione", "togli"), ("_a", "segreteria")]), "un file non si può leggere");
    let block = [("testo", "entrate"), ("_riga", "tributi"), ("_campo", "id"), ("_azione", "salva")];
    refused(&server.post("/banco/smart-team/incolla/", &block), "un file non si può leggere");
    assert_eq!(read(), before);
    assert_eq!(server.post(team, &[("nome", "Entrate")]).status, 303, "who names it is no matter here");
}
