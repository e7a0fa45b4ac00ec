//! The site as it will be, and how open pages hear of their changes.

use super::server::Server;
use crate::folder::Folder;
use piao::scaffold::EDITION;
use std::io::{BufRead, BufReader, Write};

/// What a page says it shows.
fn fingerprint(page: &str) -> String {
    let rest = page.split_once("data-impronta=\"").expect("a script").1;
    rest.split_once('"').expect("an end").0.to_owned()
}

/// Listens for a page until it is told to have changed.
fn hears(server: &Server, page: &str, fingerprint: &str, change: impl FnOnce()) {
    let mut stream = server.connect();
    let path = format!("/banco/eventi?pagina={page}&impronta={fingerprint}");
    stream.write_all(server.head("GET", &path, &[]).as_bytes()).expect("sent");
    let mut lines = BufReader::new(stream).lines().map(|line| line.expect("a line"));
    assert!(lines.any(|line| line.starts_with("retry:")), "it listens");
    change();
    assert!(lines.any(|line| line == "event: cambiata"), "it hears");
}

#[test]
fn the_site_is_the_one_that_a_build_writes() {
    let folder = Folder::starter();
    folder.piao(["build"]).run();
    let server = Server::of(&folder);
    holds_what_was_built(&server, &folder);
    let moved = server.get(&format!("/{EDITION}/processi"));
    assert_eq!((moved.status, moved.header("location")), (301, Some(format!("/{EDITION}/processi/").as_str())));
    // After a change pages come before the open data that they list; a file of these is waited for.
    let page = format!("/{EDITION}/");
    hears(&server, &page, &fingerprint(&server.keyed(&page).body), || {
        folder.edit("edizione.yaml", "titolo: ", "titolo: Nuova ");
        let programs: String =
            (1..=900).map(|number| format!("  - nome: Programma {number}\n    scopo: Prova\n")).collect();
        folder.write("software.yaml", format!("software:\n{programs}"));
    });
    folder.piao(["build"]).run();
    holds_what_was_built(&server, &folder);
}

/// Asks for every file that a build wrote.
fn holds_what_was_built(server: &Server, folder: &Folder) {
    let built = crate::tree::files(&folder.path("/public"));
    let mut pages = 0;
    for (path, bytes) in built.iter().filter(|(path, _)| !path.starts_with('.')) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let Ok(text) = std::str::from_utf8(bytes) else {
            assert_eq!(server.get(&address).status, 200, "{path}");
            continue;
        };
        let mut got = shown(server, &address);
        // The last of several readings may be under way, or its open data, which wait until nobody has asked for anything for a moment.
        for _ in 0..60 {
            if got.0 == 200 && got.1 == text {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(500));
            got = shown(server, &address);
        }
        assert!(got.0 == 200 && got.1 == text, "{path}: {got:?}");
        pages += usize::from(path.ends_with(".html"));
        assert!(!text.contains("/banco/"), "{path}: a build knows nothing of the workbench");
    }
    assert!(pages > 20, "{pages}");
}

/// The status and the text at an address, for one who has not opened the workbench.
fn shown(server: &Server, address: &str) -> (u16, String) {
    let answer = server.get(address);
    (answer.status, answer.body)
}

#[test]
fn a_page_hears_that_what_it_shows_has_changed() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let page = format!("/{EDITION}/");
    let shown = fingerprint(&server.keyed(&page).body);
    hears(&server, &page, "0", || {});
    hears(&server, &page, &shown, || folder.edit("edizione.yaml", "titolo: ", "titolo: Nuova "));
    let after = server.keyed(&page).body;
    assert!(after.contains("Nuova ") && fingerprint(&after) != shown);
    let bench = fingerprint(&server.get("/banco/").body);
    hears(&server, "/banco/", &bench, || folder.edit("edizione.yaml", "titolo: Nuova ", "titolo: Altra "));
    // An editor writes a file beside, and lets it take the place.
    let text = folder.read("edizione.yaml").replace("titolo: Altra ", "titolo: Terza ");
    folder.write("edizione.yaml.tmp", text);
    let bench = fingerprint(&server.get("/banco/").body);
    hears(&server, "/banco/", &bench, || {
        std::fs::rename(folder.path("edizione.yaml.tmp"), folder.path("edizione.yaml")).expect("a rename");
    });
    assert!(server.get(&page).body.contains("Terza "));
}

#[test]
fn broken_data_keep_the_last_good_page_with_the_findings_over_it() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let before = server.keyed("/").body;
    hears(&server, "/", &fingerprint(&before), || {
        folder.edit("/data/ente.yaml", "edizione_corrente: ", "edizione_corrente: 1999-");
    });
    let broken = server.keyed("/");
    assert_eq!(broken.status, 200);
    assert!(broken.body.contains("Nei dati c") && broken.body.contains("banco-banda"), "{}", broken.body);
    let title = before.split_once("<title>").expect("a title").1.split_once("</title>").expect("its end").0;
    assert!(broken.body.contains(title));
    hears(&server, "/", &fingerprint(&broken.body), || {
        folder.edit("/data/ente.yaml", "edizione_corrente: 1999-", "edizione_corrente: ");
    });
    assert_eq!(server.keyed("/").body, before);
}

#[test]
fn where_there_is_no_site_yet_the_page_hears_that_there_is_one() {
    let folder = Folder::starter();
    folder.edit("/data/ente.yaml", "edizione_corrente: ", "edizione_corrente: 1999-");
    let server = Server::of(&folder);
    let nothing = server.get("/");
    assert_eq!(nothing.status, 503);
    hears(&server, "/", &fingerprint(&nothing.body), || {
        folder.edit("/data/ente.yaml", "edizione_corrente: 1999-", "edizione_corrente: ");
    });
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn what_can_be_corrected_is_corrected_by_a_button_and_undone() {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "rischio: medio", "rischio: MEDIO");
    let wrong = folder.read("processi.yaml");
    let server = Server::of(&folder);
    let page = server.keyed("/banco/").body;
    let id = page.split_once("action=\"/banco/correggi/").expect("a button").1.split_once('"').expect("its end").0;
    let answer = server.post(&format!("/banco/correggi/{id}"), &[("da", "/banco/")]);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/?fatto=1")));
    let right = wrong.replace("rischio: MEDIO", "rischio: medio");
    assert_eq!(folder.read("processi.yaml"), right);
    assert!(server.keyed("/banco/?fatto=1").body.contains("da «MEDIO» a «medio»"));
    assert_eq!(server.post(&format!("/banco/correggi/{id}"), &[]).status, 422, "it is gone");
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read("processi.yaml"), wrong);
    assert_eq!(server.post("/banco/ripeti", &[]).status, 303);
    assert_eq!(folder.read("processi.yaml"), right);
    folder.write("processi.yaml", format!("# scritto a mano\n{right}"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 422, "what somebody wrote meanwhile stays");
    assert!(folder.read("processi.yaml").starts_with("# scritto a mano"));
    folder.write("processi.yaml", &wrong);
    assert_eq!(server.post("/banco/correggi", &[]).status, 303, "all of them");
    assert_eq!(folder.read("processi.yaml"), right);
    let elsewhere = server.post("/banco/correggi", &[("da", "https://esempio.it/")]);
    assert!(elsewhere.header("location").is_some_and(|to| to.starts_with("/banco/")));
}
