//! What cannot be done as it was asked for: nothing is written, what was typed comes back, and the reason is the true one.

use super::records::{fields, send};
use super::server::Server;
use crate::folder::Folder;

#[test]
fn an_heir_must_be_there_and_another_one() {
    let folder = Folder::starter();
    let before = (folder.read("smart-team.yaml"), folder.read("processi.yaml"));
    let server = Server::of(&folder);
    for heir in ["che-non-esiste", "tributi", "a: b"] {
        let answer = server.post("/banco/smart-team/tributi/", &[("_azione", "togli"), ("_a", heir)]);
        assert!(answer.status == 422 && answer.body.contains("name=\"_a\""), "{heir}: {}", answer.body);
    }
    assert_eq!((folder.read("smart-team.yaml"), folder.read("processi.yaml")), before);
}

#[test]
fn an_address_without_a_record_changes_no_other() {
    let folder = Folder::starter();
    let before = folder.read("software.yaml");
    let server = Server::of(&folder);
    let path = "/banco/software/che-non-esiste/";
    assert_eq!(server.post(path, &[("_azione", "togli")]).status, 404);
    for form in [&[("scopo", "x")][..], &[("scopo", "x"), ("_azione", "prova")], &[("scopo", "x"), ("_azione", "su")]] {
        let answer = server.post(path, form);
        assert!(answer.status == 409 && answer.body.contains(">\nx</textarea>"), "{form:?}: {}", answer.body);
    }
    assert_eq!(folder.read("software.yaml"), before);
}

#[test]
fn a_file_that_is_no_utf8_is_said_to_be_none() {
    let folder = Folder::starter();
    let bytes = b"software:\n  - nome: Citt\xe0\n    scopo: Prova\n";
    folder.write("software.yaml", bytes);
    let server = Server::of(&folder);
    let page = server.keyed("/banco/software/").body;
    assert!(page.contains("non è in UTF-8"));
    // What cannot be read is not what is not there.
    assert!(page.contains("Le voci di un file che non si può leggere qui non si vedono."), "{page}");
    assert!(!page.contains("non c'è ancora nessuna voce"), "{page}");
    assert!(page.contains("<caption class=\"visually-hidden\">Elenco dei programmi"), "{page}");
    let answer = server.post("/banco/software/", &[("nome", "Altro"), ("scopo", "x")]);
    assert!(answer.status == 422 && answer.body.contains("non è in UTF-8"), "{}", answer.body);
    assert!(answer.body.contains(">\nAltro</textarea>"), "{}", answer.body);
    assert_eq!(std::fs::read(folder.path("software.yaml")).expect("a file"), bytes);
}

#[test]
fn a_copy_of_what_is_gone_says_so() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let table = "/banco/smart-team/";
    let form = fields(&server.keyed(&format!("{table}nuova/?da=segreteria")).body, table);
    let team = folder.read("smart-team.yaml");
    folder.write("smart-team.yaml", team.replace("segreteria", "protocollo"));
    let mut form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    form.push(("id", "nuova-segreteria"));
    let answer = server.post(table, &form);
    assert!(answer.status == 409 && answer.body.contains("non c&#39;è più"), "{}", answer.body);
    assert!(!folder.read("smart-team.yaml").contains("nuova-segreteria"));
    let again = fields(&answer.body, table);
    assert!(again.iter().all(|(name, value)| name != "_come" || value.is_empty()), "{again:?}");
}

#[test]
fn a_finding_is_the_same_one_when_others_before_it_have_changed() {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "smartabilita: in parte", "smartabilita: In  Parte");
    let server = Server::of(&folder);
    let page = server.keyed("/banco/").body;
    let (_, rest) = page.split_once("action=\"/banco/correggi/").expect("a correction");
    let path = format!("/banco/correggi/{}", rest.split('"').next().unwrap_or_default());
    assert_eq!(send(&server, "/banco/processi/100-1-b/", &[("processo", "Un nome molto più lungo")]).status, 303);
    assert_eq!(server.post(&path, &[]).status, 303);
    assert!(folder.read("processi.yaml").contains("smartabilita: in parte"), "{}", folder.read("processi.yaml"));
}

#[test]
fn an_empty_file_takes_its_first_acceptance() {
    let folder = Folder::starter();
    folder.write("accettazioni.yaml", "");
    folder.edit("processi.yaml", "rischio: medio", "rischio: alto");
    let server = Server::of(&folder);
    let page = server.keyed("/banco/").body;
    // What is told of the empty file itself comes first.
    let (_, rest) = page.rsplit_once("href=\"/banco/accetta/").expect("something to accept");
    let path = format!("/banco/accetta/{}", rest.split('"').next().unwrap_or_default());
    for wrong in [("scade", "2020-01-31"), ("valore", "ciò che non c'è")] {
        let answer = server.post(&path, &[("motivo", "Prova"), wrong]);
        assert!(answer.status == 422 && answer.body.contains("resterebbe aperto"), "{wrong:?}: {}", answer.body);
    }
    assert_eq!(folder.read("accettazioni.yaml"), "");
    let answer = server.post(&path, &[("motivo", "riga uno\r\nriga due")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let text = folder.read("accettazioni.yaml");
    assert!(
        text.starts_with("accettazioni:\n  - controllo: ") && !text.contains('\r') && !text.contains("\\r"),
        "{text}"
    );
}

#[test]
fn what_was_undone_is_told_without_scripts() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    assert_eq!(send(&server, "/banco/smart-team/tributi/", &[("nome", "Entrate")]).status, 303);
    for (path, told) in [("/banco/annulla", "Annullato: "), ("/banco/ripeti", "Rifatto: ")] {
        let answer = server.post(path, &[]);
        let page = server.keyed(answer.header("location").expect("a page")).body;
        assert!(page.contains(told) && page.contains("Entrate"), "{page}");
    }
}
