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

#[test]
fn a_new_record_is_shown_whatever_it_is_called() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let table = "/banco/software/";
    let add = |name: &str| {
        let answer = server.post(table, &[("nome", name), ("scopo", "Prova")]);
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.header("location").expect("an address").to_owned()
    };
    let shown = |address: &str| {
        let page = server.keyed(address).body;
        let path = address.split('?').next().unwrap_or_default().to_owned();
        let form = fields(&page, &path);
        form.into_iter().find(|(name, _)| name == "nome").expect("a name").1
    };
    assert_eq!(add("Protocollo informatico"), format!("{table}protocollo-informatico-2/?fatto=1"));
    for name in ["Nuova", "Incolla", "???", "!!!", "日本"] {
        let to = add(name);
        assert!(to.is_ascii(), "{to}");
        let to = percent_encoding::percent_decode_str(&to).decode_utf8().expect("an address").into_owned();
        assert_eq!(shown(&to), name, "{to}");
    }
    assert!(server.keyed("/banco/software/nuova/").body.contains("Nuova voce"));
    assert_eq!(server.keyed("/banco/software/incolla/").status, 200);
    // A record that is called like another once it was changed.
    let answer = send(&server, "/banco/software/nuova-2/", &[("nome", "Protocollo informatico")]);
    assert_eq!(answer.header("location"), Some("/banco/software/protocollo-informatico-3/?fatto=1"));
}

#[test]
fn a_record_that_is_gone_takes_what_was_typed_as_a_new_one() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let answer = server.keyed("/banco/software/che-non-esiste/");
    assert!(answer.status == 404 && answer.body.contains("qualcuno l&#39;ha tolta"), "{}", answer.body);
    assert!(fields(&answer.body, "/banco/software/").iter().any(|(name, _)| name == "nome"));
    assert_eq!(server.get("/banco/nulla/che-non-esiste/").status, 404);
}

#[test]
fn what_stands_first_and_last_is_told_so() {
    let folder = Folder::starter();
    let before = folder.read("processi.yaml");
    let server = Server::of(&folder);
    let answer = server.post("/banco/processi/100-1-b/", &[("_azione", "su")]);
    assert!(answer.status == 200 && answer.body.contains("è già la prima della tavola"), "{}", answer.body);
    assert_eq!(folder.read("processi.yaml"), before);
}

#[test]
fn a_change_that_cannot_be_undone_may_be_left_for_the_one_before_it() {
    let folder = Folder::starter();
    let (processes, teams) = (folder.read("processi.yaml"), folder.read("smart-team.yaml"));
    let server = Server::of(&folder);
    assert_eq!(send(&server, "/banco/smart-team/tributi/", &[("nome", "Entrate")]).status, 303);
    assert_eq!(send(&server, "/banco/processi/200-1-m/", &[("processo", "Altro")]).status, 303);
    let changed = format!("{}# a mano\n", folder.read("processi.yaml"));
    folder.write("processi.yaml", changed.as_str());
    let refused = server.post("/banco/annulla", &[]);
    assert!(refused.status == 422 && refused.body.contains("value=\"lascia\""), "{}", refused.body);
    assert_eq!(server.post("/banco/annulla", &[("_azione", "lascia")]).status, 303);
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!((folder.read("smart-team.yaml"), folder.read("processi.yaml")), (teams, changed));
    assert_ne!(folder.read("processi.yaml"), processes);
    assert_eq!(server.post("/banco/ripeti", &[]).status, 303);
    assert!(folder.read("smart-team.yaml").contains("Entrate"));
}

#[test]
fn links_of_chapters_follow_a_record_that_is_called_otherwise() {
    let folder = Folder::starter();
    let chapter = format!("/content/{}/01-premessa.md", piao::scaffold::EDITION);
    folder.edit(
        &chapter,
        "(processi/)",
        "(processi/200-1-m/), [qui](processi/200-1-m/#altro) e [là](processi/100-1-b/)",
    );
    let before = folder.read(&chapter);
    let server = Server::of(&folder);
    assert_eq!(send(&server, "/banco/processi/200-1-m/", &[("codice", "100-7-M")]).status, 303);
    assert_eq!(folder.read(&chapter), before.replace("200-1-m", "100-7-m"));
    assert!(server.keyed("/banco/").body.contains("cambiato anche in 2 collegamenti dei capitoli"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read(&chapter), before, "with the record");
}
