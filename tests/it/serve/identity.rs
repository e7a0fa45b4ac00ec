//! Which record a form is of, and what becomes of those that name it.

use super::records::{fields, send};
use super::server::Server;
use crate::folder::Folder;

#[test]
fn a_reference_to_what_is_not_there_stays_and_none_is_asked_for() {
    let folder = Folder::starter();
    folder.write("smart-team.yaml", "smart_team: []\n");
    let server = Server::of(&folder);
    let before = folder.read("processi.yaml");
    let page = server.keyed("/banco/processi/200-1-m/").body;
    assert!(page.contains("selected>«tributi», che non c&#39;è</option>"), "{page}");
    assert_eq!(send(&server, "/banco/processi/200-1-m/", &[]).status, 303);
    assert_eq!(folder.read("processi.yaml"), before);
    // No program has an identifier yet.
    let asked = |server: &Server| server.keyed("/banco/processi/nuova").body.contains("name=\"software\"");
    assert!(!asked(&server));
    drop(server);
    folder.edit(
        "software.yaml",
        "  - nome: Protocollo informatico",
        "  - id: protocollo\n    nome: Protocollo informatico",
    );
    assert!(asked(&Server::of(&folder)));
}

/// Three records of a table in which names may stand more than once, and the numbers that tell them apart.
const OFFICES: &str = "righe:\n  - smart_team: Uffici\n    dipendenti: 10\n  - smart_team: Uffici\n    dipendenti: 20\n  - smart_team: Uffici\n    dipendenti: 30\n";

fn offices(folder: &Folder) -> Vec<String> {
    let text = folder.read("attuazione.yaml");
    text.lines().filter_map(|line| line.trim().strip_prefix("dipendenti: ")).map(str::to_owned).collect()
}

#[test]
fn a_form_finds_its_record_among_those_called_the_same() {
    let folder = Folder::starter();
    folder.write("attuazione.yaml", OFFICES);
    let server = Server::of(&folder);
    let form = |path: &str| fields(&server.keyed(path).body, path);
    let post = |path: &str, form: &[(String, String)], more: &[(&str, &str)]| {
        let form = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let form: Vec<(&str, &str)> = form.chain(more.iter().copied()).collect();
        server.post(path, &form)
    };
    let (first, second) = ("/banco/attuazione/uffici/", "/banco/attuazione/uffici-2/");
    let (one, two) = (form(first), form(second));
    assert_eq!(post(first, &one, &[("_azione", "togli")]).status, 303);
    assert_eq!(offices(&folder), ["20", "30"]);
    // Sent again it is not the next one that goes.
    assert_eq!(post(first, &one, &[("_azione", "togli")]).status, 409);
    assert_eq!(post(first, &one, &[("_azione", "giu")]).status, 409);
    assert_eq!(post(first, &one, &[("agili", "5")]).status, 409);
    assert_eq!(offices(&folder), ["20", "30"]);
    // The second one is the first by now.
    let answer = post(second, &two, &[("_azione", "giu")]);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/attuazione/uffici-2/?fatto=1")));
    assert_eq!(offices(&folder), ["30", "20"]);
    let answer = post(first, &two, &[("_azione", "togli")]);
    assert_eq!((answer.status, offices(&folder)), (303, vec!["30".to_owned()]));
}

#[test]
fn a_record_is_found_by_its_address_before_its_name() {
    let folder = Folder::starter();
    let records = "smart_team:\n  - id: Formazione\n    nome: Grande\n  - id: formazione\n    nome: Piccola\n";
    folder.write("smart-team.yaml", records);
    let server = Server::of(&folder);
    assert_eq!(send(&server, "/banco/smart-team/formazione-2/", &[("nome", "Minima")]).status, 303);
    assert_eq!(send(&server, "/banco/smart-team/formazione/", &[("nome", "Massima")]).status, 303);
    assert_eq!(folder.read("smart-team.yaml"), records.replace("Grande", "Massima").replace("Piccola", "Minima"));
}

#[test]
fn what_was_typed_is_not_lost_by_a_button_that_writes_nothing_of_it() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let before = folder.read("processi.yaml");
    for way in ["su", "giu", "copia", "togli"] {
        let path = "/banco/processi/200-1-m/";
        let mut form = fields(&server.keyed(path).body, path);
        form.retain(|(name, _)| name != "processo");
        form.extend([("processo".to_owned(), "Scritto a metà".to_owned()), ("_azione".to_owned(), way.to_owned())]);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = server.post(path, &form);
        assert!(answer.status == 422 && answer.body.contains(">\nScritto a metà</textarea>"), "{way}: {}", answer.body);
        assert_eq!(folder.read("processi.yaml"), before);
    }
}

#[test]
fn an_identifier_that_is_taken_does_not_take_the_references_over() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let read = || ["smart-team.yaml", "processi.yaml"].map(|file| folder.read(file));
    let before = read();
    let answer = send(&server, "/banco/smart-team/tributi/", &[("id", "segreteria"), ("_rinomina", "si")]);
    assert!(answer.status == 422 && answer.body.contains("è già l&#39;identificativo"), "{}", answer.body);
    assert_eq!(read(), before);
}

#[test]
fn a_file_without_anything_takes_its_first_record() {
    let folder = Folder::starter();
    folder.write("software.yaml", "");
    let server = Server::of(&folder);
    assert_eq!(server.post("/banco/software/", &[("nome", "Protocollo")]).status, 303);
    assert!(
        folder.read("software.yaml").contains("software:\n  - nome: Protocollo"),
        "{}",
        folder.read("software.yaml")
    );
}
