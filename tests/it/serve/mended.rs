//! What is typed stays where it cannot be written, with the reason; and nothing is offered that would write it twice.

use super::records::{fields, send};
use super::server::Server;
use crate::folder::Folder;

fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The form of a page with some of its fields changed.
fn form_with(page: &str, path: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut form = fields(page, path);
    form.retain(|(name, _)| changes.iter().all(|(other, _)| other != name));
    form.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    form
}

#[test]
fn a_form_waits_for_its_record_while_the_file_is_broken() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let path = "/banco/processi/200-1-m/";
    let right = folder.read("processi.yaml");
    let form = form_with(&server.keyed(path).body, path, &[("processo", "Altro")]);
    folder.edit("processi.yaml", "finalita: Recuperare", "finalita: \"Recuperare");
    let answer = server.post(path, &pairs(&form));
    assert!(answer.status == 422 && answer.body.contains("non si può leggere"), "{}", answer.body);
    assert!(
        !answer.body.contains(">Aggiungi</button>") && answer.body.contains(">\nAltro</textarea>"),
        "{}",
        answer.body
    );
    let again = fields(&answer.body, path);
    let page = server.keyed(path);
    assert!(page.status == 404 && !page.body.contains("Aggiungi"), "{}", page.body);
    let new = server.post("/banco/processi/", &[("codice", "300-1-M")]);
    assert!(new.status == 422 && new.body.contains("300-1-M"), "{}", new.body);
    folder.write("processi.yaml", &right);
    assert_eq!(server.post(path, &pairs(&again)).status, 303);
    assert_eq!(folder.read("processi.yaml"), right.replace("processo: Accertamento dei tributi", "processo: Altro"));
}

#[test]
fn the_text_of_a_chapter_that_was_removed_is_kept() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let (path, file) = ("/banco/capitoli/01-premessa/", format!("/content/{}/01-premessa.md", piao::scaffold::EDITION));
    let text = folder.read(&file);
    let form = form_with(&server.keyed(path).body, path, &[("testo", &format!("{text}Una riga mia.\n"))]);
    folder.remove(&file);
    let answer = server.post(path, &pairs(&form));
    assert!(answer.status == 409 && answer.body.contains("Una riga mia."), "{}: {}", answer.status, answer.body);
    assert!(!folder.path(&file).exists());
    assert!(
        answer.body.contains("<h1>01-premessa</h1>") && !answer.body.contains("Togli il capitolo"),
        "{}",
        answer.body
    );
    let again = fields(&answer.body, path);
    assert_eq!(server.post(path, &pairs(&again)).status, 303);
    assert_eq!(folder.read(&file), format!("{text}Una riga mia.\n"));
    assert_eq!(server.post("/banco/capitoli/../x/", &[("testo", "x")]).status, 400);
    assert_eq!(server.post("/banco/capitoli/.x/", &[("testo", "x")]).status, 404);
    assert_eq!(server.post("/banco/testo/data/nulla.yaml", &[("testo", "x")]).status, 409);
    assert!(!folder.path("/data/nulla.yaml").exists());
}

#[test]
fn a_chapter_that_says_nothing_is_one_all_the_same() {
    let folder = Folder::starter();
    let file = format!("/content/{}/01-premessa.md", piao::scaffold::EDITION);
    folder.write(&file, folder.read(&file).trim_end());
    let server = Server::of(&folder);
    let path = "/banco/capitoli/01-premessa/";
    assert_eq!(send(&server, path, &[("testo", "")]).status, 303);
    assert_eq!(folder.read(&file), "");
    assert_eq!(server.keyed(path).status, 200);
    assert_eq!(send(&server, path, &[("testo", "---\r\ntitolo: Premessa\r\nordine: 1\r\n---\r\n")]).status, 303);
    assert_eq!(folder.read(&file), "---\ntitolo: Premessa\nordine: 1\n---\n");
}

#[test]
fn what_is_typed_stays_where_its_edition_is_not_read() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let path = "/banco/processi/200-1-m/";
    let before = folder.read("processi.yaml");
    let form = form_with(&server.keyed(path).body, path, &[("processo", "Scritto da me")]);
    let edition = folder.path("");
    let aside = folder.path("/altrove");
    std::fs::rename(&edition, &aside).expect("a folder");
    let answer = server.post(path, &pairs(&form));
    assert!(
        answer.status == 422 && answer.body.contains("Scritto da me</textarea>"),
        "{}: {}",
        answer.status,
        answer.body
    );
    assert!(
        !answer.body.contains("un'altra edizione") && !answer.body.contains("un&#39;altra edizione"),
        "{}",
        answer.body
    );
    std::fs::rename(&aside, &edition).expect("a folder");
    let again = fields(&answer.body, "/banco/processi/200-1-m/");
    let saved = server.post(path, &pairs(&again));
    assert_eq!(saved.status, 303, "{again:?}\n{}", saved.body);
    assert_eq!(folder.read("processi.yaml"), before.replace("Accertamento dei tributi", "Scritto da me"));
}

#[test]
fn the_title_of_a_chapter_that_cannot_be_begun_is_kept() {
    let folder = Folder::starter();
    let folder_of = format!("/content/{}", piao::scaffold::EDITION);
    // A chapter that cannot be read has the name already.
    let count = std::fs::read_dir(folder.path(&folder_of)).expect("chapters").count();
    folder.write(&format!("{folder_of}/{:02}-regole.md", count + 1), b"\xff\xfe\xff");
    let server = Server::of(&folder);
    let answer = server.post("/banco/capitoli/", &[("titolo", "Regole")]);
    assert!(answer.status == 422 && answer.body.contains("value=\"Regole\""), "{}", answer.body);
    assert!(!answer.body.contains("non è un file che manca"), "{}", answer.body);
}

#[test]
fn a_chapter_goes_behind_one_of_the_largest_order() {
    let folder = Folder::starter();
    let file = format!("/content/{}/01-premessa.md", piao::scaffold::EDITION);
    folder.edit(&file, "ordine: 1", &format!("ordine: {}", i64::MAX));
    let server = Server::of(&folder);
    let answer = server.post("/banco/capitoli/", &[("titolo", "Regole")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[test]
fn what_was_changed_by_hand_is_told_where_it_keeps_a_change_from_being_undone() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    assert_eq!(send(&server, "/banco/processi/200-1-m/", &[("processo", "Altro")]).status, 303);
    let changed = format!("{}# a mano\n", folder.read("processi.yaml"));
    folder.write("processi.yaml", &changed);
    let refused = server.post("/banco/annulla", &[]);
    assert!(refused.status == 422 && refused.body.contains("a mano o con un altro programma"), "{}", refused.body);
    assert!(!refused.body.contains("riprovare"), "{}", refused.body);
    assert_eq!(folder.read("processi.yaml"), changed);
}
