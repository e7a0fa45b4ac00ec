//! How a workbench begins and ends.

use super::server::Server;
use crate::folder::Folder;

#[test]
fn the_key_in_the_address_becomes_a_cookie_and_leaves_the_address() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let answer = server.get(&format!("/banco/?chiave={}&filtro=a%20b", server.key));
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/?filtro=a+b")));
    let cookie = answer.header("set-cookie").expect("a cookie");
    assert_eq!(cookie, format!("{}; Path=/; HttpOnly; SameSite=Strict", &server.cookie()["Cookie: ".len()..]));
    let without = server.get("/banco/?chiave=sbagliata");
    assert!(without.status == 200 && without.header("set-cookie").is_none());
    assert!(without.body.contains("Si può solo guardare") && !without.body.contains("<button"));
    assert!(server.keyed("/banco/").body.contains("Chiudi il banco"));
}

#[test]
fn every_answer_says_what_browsers_must_not_do() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    for (path, policy) in
        [("/", "default-src 'self'"), ("/banco/", "default-src 'none'"), ("/banco/nulla/", "default-src 'none'")]
    {
        let answer = server.get(path);
        assert!(answer.header("content-security-policy").is_some_and(|it| it.starts_with(policy)), "{path}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}: {name}");
        }
    }
}

#[test]
fn it_is_closed_from_the_page_and_leaves_nothing() {
    let folder = Folder::starter();
    let before = crate::tree::files(folder.root());
    let server = Server::of(&folder);
    let answer = server.post("/banco/chiudi", &[]);
    assert!(answer.status == 200 && answer.body.contains("Il banco è chiuso"), "{}", answer.body);
    let (status, said) = server.ended();
    assert!(status == Some(0) && said.contains("Il banco è chiuso."), "{said}");
    assert_eq!(crate::tree::files(folder.root()), before);
}

#[test]
fn a_second_one_says_where_the_first_answers() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let ran = folder.piao(["banco", "--porta", "0", "--senza-browser"]).status(2).out("").run();
    assert!(
        ran.err.contains(&format!("è già aperto: risponde a http://127.0.0.1:{}/banco/", server.port)),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains(&server.key));
    let other = Folder::starter();
    let taken = server.port.to_string();
    let ran = other.piao(["serve", "--port", &taken, "--no-browser"]).status(2).run();
    assert!(ran.err.contains(&format!("non è possibile rispondere sulla porta {taken}")), "{}", ran.err);
    drop(server);
    // The file that the first one left when it was killed holds nobody.
    let again = Server::of(&folder);
    assert_eq!(again.get("/").status, 200);
}

#[test]
fn where_nothing_is_it_offers_to_begin() {
    let folder = Folder::empty();
    let server = Server::of(&folder);
    assert_eq!(server.get("/").status, 503);
    let page = server.keyed("/banco/");
    assert!(page.body.contains("Crea la cartella di partenza"), "{}", page.body);
    assert_eq!(server.raw(server.head("POST", "/banco/crea", &["Content-Length: 0"]).as_bytes()).status, 403);
    assert!(!folder.path("/data").exists());
    assert_eq!(server.post("/banco/crea", &[("tipo", "comune")]).status, 303);
    assert_eq!(server.get("/").status, 200);
    assert!(folder.path("/data/ente.yaml").exists());
    assert_eq!(server.post("/banco/crea", &[("tipo", "comune")]).status, 422, "once");
    drop(server);
    folder.piao(["check", "--strict"]).run();
}

#[test]
fn what_cannot_be_read_is_no_beginning() {
    let folder = Folder::empty();
    folder.write("/data", "un file al posto della cartella");
    let server = Server::of(&folder);
    let page = server.keyed("/banco/");
    assert!(page.body.contains("<h1>L&#39;allegato non si legge</h1>"), "{}", page.body);
    assert!(page.body.contains("ciò che si chiama «data» non è una cartella"), "{}", page.body);
    assert!(!page.body.contains("Si comincia") && !page.body.contains("Crea la cartella"), "{}", page.body);
}

#[test]
fn a_folder_that_is_not_there_is_trouble() {
    let folder = Folder::empty();
    let ran = folder.piao(["serve", "--cartella", "nulla", "--no-browser", "--port", "0"]).status(2).out("").run();
    assert!(ran.err.contains("nella cartella `nulla`"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_request_of_the_system_to_end_ends_it_well() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let pid = server.pid().to_string();
    let sent = std::process::Command::new("kill").args(["-TERM", &pid]).status().expect("kill");
    assert!(sent.success());
    let (status, said) = server.ended();
    assert!(status == Some(0) && said.contains("Il banco è chiuso."), "{said}");
    assert!(!folder.path("/.piao-banco").exists());
}
