//! Chapters and broken files changed as text, and findings that are accepted.

use super::records::fields;
use super::server::Server;
use crate::folder::{Folder, repository};

#[test]
fn a_chapter_is_edited_as_text_and_keeps_the_ends_of_its_lines() {
    let folder = Folder::starter();
    let chapter = format!("/content/{}/01-premessa.md", piao::scaffold::EDITION);
    folder.write(&chapter, folder.read(&chapter).replace('\n', "\r\n"));
    let before = folder.read(&chapter);
    let server = Server::of(&folder);
    let path = "/banco/capitoli/01-premessa/";
    let page = server.keyed(path).body;
    assert!(page.contains("totali."), "figures that can be put in");
    let typed = format!("{}\r\nUna riga nuova.\r\n", before.trim_end());
    let file = fields(&page, path).into_iter().find(|(name, _)| name == "_file").expect("a fingerprint").1;
    assert_eq!(server.post(path, &[("_file", &file), ("testo", &typed)]).status, 303);
    assert_eq!(folder.read(&chapter), typed);
    // Sent again there is nothing to write; what was written in other lines meanwhile stays.
    let again = server.post(path, &[("_file", &file), ("testo", &typed)]);
    assert!(again.header("location").is_some_and(|to| to.ends_with("?fatto=0")), "{:?}", again.header("location"));
    let first = before.lines().next().expect("a line").to_owned();
    let other = before.replacen(&first, "--- # altro", 1);
    let answer = server.post(path, &[("_file", &file), ("testo", &other)]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(folder.read(&chapter), typed.replacen(&first, "--- # altro", 1), "both windows");
    let answer =
        server.post(path, &[("_file", &file), ("testo", &format!("{}\r\nAltra riga.\r\n", before.trim_end()))]);
    assert!(answer.status == 409 && answer.body.contains("nelle stesse righe"), "{}", answer.body);
    folder.write(&chapter, &before);
    let answer = server.post(path, &[("_file", "0"), ("testo", "altro ancora")]);
    assert!(answer.status == 409 && answer.body.contains("altro ancora"), "{}", answer.body);
    assert_eq!(folder.read(&chapter), before);
}

#[test]
fn a_finding_is_accepted_with_a_reason() {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "input: [Atto adottato]", "input: []");
    let server = Server::of(&folder);
    let page = server.keyed("/banco/processi/100-1-b/").body;
    let link = page.split_once("href=\"/banco/accetta/").expect("a link").1.split_once('"').expect("its end").0;
    let path = format!("/banco/accetta/{link}");
    let form = server.keyed(&path).body;
    assert!(form.contains("</strong> Tavola 1 – Mappatura dei processi: 100-1-B, «Avvio (input)»</p>"), "{form}");
    assert!(form.contains("name=\"dove\" value=\"processi/100-1-B/input\""), "{form}");
    assert_eq!(server.post(&path, &[("motivo", " ")]).status, 422);
    let nowhere = server.post(&path, &[("motivo", "Così nel testo"), ("dove", "processi/nulla/input")]);
    assert!(nowhere.status == 422 && nowhere.body.contains("resterebbe aperto"), "{}", nowhere.body);
    assert_eq!(server.post(&path, &[("motivo", "Così nel testo"), ("scade", "2026-12-31")]).status, 303);
    let text = folder.read("accettazioni.yaml");
    assert!(text.contains("dove: processi/100-1-B/input") && text.contains("scade: 2026-12-31"), "{text}");
    folder.piao(["check", "--strict"]).run();
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert!(!folder.path("accettazioni.yaml").exists());
}

#[test]
fn rows_with_few_people_are_accepted_each_with_its_own_number() {
    let folder = Folder::starter();
    for (right, wrong) in
        [("\n  agili: 11", "\n  agili: 19"), ("    agili: 4", "    agili: 8"), ("    agili: 7", "    agili: 11")]
    {
        folder.edit("attuazione.yaml", right, wrong);
    }
    let server = Server::of(&folder);
    let page = server.keyed("/banco/").body;
    let item =
        page.split("<li").find(|item| item.contains("così poche")).unwrap_or_else(|| panic!("the finding in {page}"));
    let link = item.split_once("/banco/accetta/").expect("a link").1.split_once('"').expect("its end").0;
    let path = format!("/banco/accetta/{link}");
    let form = server.keyed(&path).body;
    assert!(form.contains(": «8»") && form.contains(": «11»"), "{form}");
    assert!(!form.contains("name=\"valore\""), "no one value of several rows: {form}");
    let answer = server.post(&path, &[("motivo", "Le persone lo sanno"), ("dove", "")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let text = folder.read("accettazioni.yaml");
    assert!(text.matches("controllo: LA603").count() == 2 && text.matches("valore: ").count() == 2, "{text}");
    let checked = folder.piao(["check", "--format", "short"]).any_status().run();
    assert!(!checked.err.contains("LA603"), "{}", checked.err);
}

#[test]
fn what_was_written_is_named_by_its_sending_and_nothing_else_is() {
    let folder = Folder::starter();
    let chapter = format!("/content/{}/01-premessa.md", piao::scaffold::EDITION);
    let text = folder.read(&chapter);
    let server = Server::of(&folder);
    let path = "/banco/capitoli/01-premessa/";
    let send = |text: &str, sending: &str| {
        let answer = server.post(path, &[("testo", text), ("_invio", sending)]);
        (answer.status, answer.header("location").unwrap_or_default().to_owned())
    };
    assert_eq!(send(&text, "abc1"), (303, format!("{path}?fatto=0&invio=abc1")));
    let longer = format!("{text}\nAncora.\n");
    assert_eq!(send(&longer, "abc2"), (303, format!("{path}?fatto=1&invio=abc2")));
    assert_eq!(send(&text, ""), (303, format!("{path}?fatto=1")));
    assert_eq!(send(&longer, "a\r\nSet-Cookie: x"), (303, format!("{path}?fatto=1")), "no name of a sending");
    let refused = server.post(path, &[("_file", "0"), ("testo", "altro"), ("_invio", "abc3")]);
    assert_eq!((refused.status, refused.header("location")), (409, None));
    assert!(server.keyed(&format!("{path}?fatto=0")).body.contains("Nulla da salvare"));
}

#[test]
fn what_is_broken_is_edited_as_text() {
    let folder = Folder::starter();
    folder.edit("software.yaml", "software:", "software: [");
    let server = Server::of(&folder);
    let path = format!("/banco/testo/data/{}/software.yaml", piao::scaffold::EDITION);
    let page = server.keyed("/banco/software/").body;
    assert!(page.contains(&path), "{page}");
    // So does the address of a record that may stand in it.
    let record = server.keyed("/banco/software/firma-certa/");
    assert!(record.status == 404 && record.body.contains(&format!("href=\"{path}\"")), "{}", record.body);
    let right = folder.read("software.yaml").replace("software: [", "software:");
    assert_eq!(server.post(&path, &[("testo", &right)]).status, 303);
    assert_eq!(folder.read("software.yaml"), right);
    assert_eq!(server.post("/banco/testo/data/../Cargo.toml", &[("testo", "x")]).status, 400);
    assert_eq!(server.post("/banco/testo/Cargo.toml", &[("testo", "x")]).status, 404);
    assert!(repository().join("Cargo.toml").exists());
}

/// Whoever edits a chapter sees its heading as it is written, keys and all.
#[test]
fn a_finding_of_a_chapter_names_the_keys_that_stand_in_its_text() {
    let folder = Folder::starter();
    folder.write(&format!("/content/{}/01-premessa.md", piao::scaffold::EDITION), "Un testo senza intestazione.\n");
    let page = Server::of(&folder).keyed("/banco/capitoli/01-premessa/").body;
    assert!(page.contains("«titolo: …»") && !page.contains("«Titolo: …»"), "{page}");
}

#[test]
fn a_record_leads_to_the_line_of_its_file() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let text = folder.read("processi.yaml");
    let line = text.lines().position(|line| line.contains("200-1-M")).expect("the record") + 1;
    let path = format!("/banco/testo/data/{}/processi.yaml", piao::scaffold::EDITION);
    let page = server.keyed("/banco/processi/200-1-m/").body;
    assert!(page.contains(&format!("href=\"{path}?riga={line}\"")), "{page}");
    assert_eq!(server.keyed(&format!("{path}?riga={line}")).status, 200);
}

#[test]
fn a_chapter_is_begun_and_removed() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let before = crate::tree::files(folder.root());
    let chapters = "/banco/capitoli/";
    for (title, why) in [("  ", "manca il titolo"), ("Premessa", "c&#39;è già un capitolo"), ("!!!", "manca il titolo")]
    {
        let refused = server.post(chapters, &[("titolo", title)]);
        assert!(refused.status == 422 && refused.body.contains(why), "{title}: {}", refused.body);
    }
    let answer = server.post(chapters, &[("titolo", "Regole: le nostre")]);
    let to = answer.header("location").expect("a chapter").split('?').next().expect("a path").to_owned();
    let name = to.trim_start_matches(chapters).trim_end_matches('/').to_owned();
    assert!(name.ends_with("-regole-le-nostre"), "{name}");
    let file = format!("/content/{}/{name}.md", piao::scaffold::EDITION);
    let text = folder.read(&file);
    assert!(text.starts_with("---\ntitolo: \"Regole: le nostre\"\nordine: "), "{text}");
    let form = fields(&server.keyed(&to).body, &to);
    let send = |changes: &[(&str, &str)]| {
        let kept = form.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
        let form: Vec<_> =
            kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(changes.iter().copied()).collect();
        server.post(&to, &form)
    };
    let refused = send(&[("_azione", "togli"), ("testo", "altro")]);
    assert!(refused.status == 422 && refused.body.contains("non è ancora salvato"), "{}", refused.body);
    assert_eq!(send(&[("_azione", "togli"), ("_file", "0")]).status, 409);
    assert_eq!(folder.read(&file), text);
    assert_eq!(send(&[("_azione", "togli")]).status, 303);
    assert!(!folder.path(&file).exists());
    // The first of an edition that has none.
    let bare = Folder::starter();
    std::fs::remove_dir_all(bare.path("/content")).expect("a folder");
    let first = Server::of(&bare).post(chapters, &[("titolo", "Premessa")]);
    assert_eq!(first.status, 303, "{}", first.body);
    assert!(bare.path(&format!("/content/{}/01-premessa.md", piao::scaffold::EDITION)).exists());
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read(&file), text, "it is there again");
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    let mut after = crate::tree::files(folder.root());
    after.remove(".piao-banco");
    let mut before = before;
    before.remove(".piao-banco");
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
}
