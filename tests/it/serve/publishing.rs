//! What is made at the workbench: it is what the commands make, one at a time, and what is stopped leaves nothing.

use super::server::{Answer, Server};
use crate::folder::Folder;
use crate::stand_in::{GOOD, StandIn, after_greeting};
use crate::tree;
use std::fs;
use std::thread::sleep;
use std::time::Duration;

/// Waits until nothing is being made any more, and gives the page that says what came of it.
fn done(server: &Server) -> Answer {
    loop {
        let page = server.keyed("/banco/lavoro/");
        assert_eq!(page.status, 200, "{}", page.body);
        if !page.body.contains("id=\"passo\"") {
            return page;
        }
        sleep(Duration::from_millis(30));
    }
}

fn begin(server: &Server, what: &str) -> Answer {
    server.post("/banco/pubblica/", &[("che", what)])
}

/// Served with a converter that does what the lines say, or with none at all.
fn serve(folder: &Folder, stand_in: Option<&StandIn>) -> Server {
    let nowhere = folder.path("/vuota");
    match stand_in {
        Some(it) => Server::within(folder.root(), &[("PIAO_TYPST", &it.program()), ("XDG_CACHE_HOME", it.cache())]),
        None => Server::within(folder.root(), &[("PATH", &nowhere), ("XDG_CACHE_HOME", &nowhere)]),
    }
}

#[test]
fn the_site_and_the_package_are_those_of_the_commands() {
    let stand_in = StandIn::new(GOOD);
    let (folder, twin) = (Folder::starter(), Folder::starter());
    stand_in.piao(twin.root(), ["build", "--pdf"]).run();
    stand_in.piao(twin.root(), ["package"]).run();
    let server = serve(&folder, Some(&stand_in));
    assert_eq!(server.keyed("/banco/lavoro/").status, 404, "nothing was begun");
    assert_eq!(begin(&server, "sito-con-pdf").header("location"), Some("/banco/lavoro/"));
    let page = done(&server).body;
    assert!(page.contains("Fatto: ") && page.contains(" PDF.") && !page.contains("va rifatto"), "{page}");
    assert_eq!(tree::files(&folder.root().join("public")), tree::files(&twin.root().join("public")));
    assert_eq!(begin(&server, "pacchetto").status, 303);
    let page = done(&server).body;
    let name = tree::files(twin.root()).into_keys().find(|path| path.ends_with(".zip")).expect("a package");
    let package = fs::read(folder.root().join(&name)).expect("a package");
    assert!(package == fs::read(twin.root().join(&name)).expect("a package"), "{page}");
    assert!(page.contains(&piao::digest::Sha256::of(&package)), "{page}");
    let taken = server.keyed("/banco/pubblica/pacchetto");
    assert_eq!((taken.status, taken.header("content-type")), (200, Some("application/zip")));
    assert_eq!(begin(&server, "altro").status, 404);
    stand_in.piao(twin.root(), ["build", "--docx"]).run();
    assert_eq!(begin(&server, "sito-con-word").status, 303);
    assert!(done(&server).body.contains("Fatto: "));
    let made = tree::files(&folder.root().join("public"));
    assert!(made.keys().any(|path| path.ends_with("/stampa/allegato.docx")), "{:?}", made.keys());
    assert_eq!(made, tree::files(&twin.root().join("public")), "the PDFs are those that were there");
    assert_eq!(server.post("/banco/processi/200-1-m/", &[("processo", "Altro")]).status, 303);
    assert!(done(&server).body.contains("va rifatto"), "what was made is of other data");
}

#[test]
fn without_a_converter_it_says_how_to_have_one_and_keeps_the_pdfs() {
    let stand_in = StandIn::new(GOOD);
    let folder = Folder::starter();
    stand_in.piao(folder.root(), ["build", "--pdf"]).run();
    let before = tree::files(&folder.root().join("public"));
    let server = serve(&folder, None);
    let page = server.keyed("/banco/pubblica/").body;
    assert!(page.contains("piao installa-pdf") && !page.contains("value=\"sito-con-pdf\""), "{page}");
    assert_eq!(begin(&server, "sito").status, 303);
    let page = done(&server).body;
    assert!(page.contains("I PDF sono quelli di prima"), "{page}");
    assert_eq!(tree::files(&folder.root().join("public")), before);
}

#[test]
fn findings_are_counted_there_and_listed_on_the_first_page() {
    let folder = Folder::starter();
    folder.edit("processi.yaml", "rischio: medio", "rischio: mezzo");
    let server = serve(&folder, None);
    let page = server.keyed("/banco/pubblica/").body;
    assert!(page.contains("<dt>Errori</dt><dd>1 <a href=\"/banco/#rilievi\">Vedi i rilievi"), "{page}");
    assert!(!page.contains(".yaml"), "{page}");
}

#[test]
fn data_with_errors_are_not_published() {
    let folder = Folder::starter();
    folder.edit("software.yaml", "software:", "software: [");
    let server = serve(&folder, None);
    assert!(!server.keyed("/banco/pubblica/").body.contains("value=\"sito\""));
    assert_eq!(begin(&server, "sito").status, 303);
    let page = done(&server).body;
    assert!(page.contains("errore") && !page.contains("Fatto:"), "{page}");
    assert!(!folder.path("/public").exists());
}

/// Shell lines of a converter that writes its number beside itself, and then takes its time.
fn slow() -> StandIn {
    StandIn::greeting(&after_greeting("echo $$ >> \"$(dirname \"$0\")/avviati\"; exec sleep 300"))
}

/// Waits until a converter runs.
fn running(stand_in: &StandIn) -> String {
    let begun = stand_in.cache().join("avviati");
    loop {
        if let Some(number) = fs::read_to_string(&begun).ok().and_then(|all| all.lines().next().map(str::to_owned)) {
            return number;
        }
        sleep(Duration::from_millis(10));
    }
}

#[cfg(target_os = "linux")]
fn is_gone(number: &str) -> bool {
    let state = fs::read_to_string(format!("/proc/{number}/stat")).unwrap_or_default();
    state.is_empty() || state.contains(") Z ")
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_stopped_leaves_nothing_and_its_converter_ends() {
    let folder = Folder::starter();
    let before = tree::files(folder.root());
    let stand_in = slow();
    let server = serve(&folder, Some(&stand_in));
    for what in ["sito-con-pdf", "pacchetto"] {
        let _ = fs::remove_file(stand_in.cache().join("avviati"));
        assert_eq!(begin(&server, what).status, 303);
        let number = running(&stand_in);
        let page = server.keyed("/banco/lavoro/").body;
        assert!(page.contains("Si compongono i PDF") && page.contains("/banco/lavoro/ferma"), "{page}");
        let second = begin(&server, "sito");
        assert!(second.status == 422 && second.body.contains("un lavoro alla volta"), "{}", second.body);
        assert_eq!(server.get("/").status, 200, "everything else goes on");
        assert_eq!(server.post("/banco/lavoro/ferma", &[]).status, 303);
        let page = done(&server).body;
        assert!(page.contains("nterrotto") || page.contains("fermato"), "{page}");
        assert!(is_gone(&number), "{what}");
        let mut after = tree::files(folder.root());
        after.remove(".piao-banco");
        assert_eq!(after, before, "{what}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_closes_the_workbench_stops_what_is_being_made() {
    let folder = Folder::starter();
    let before = tree::files(folder.root());
    let stand_in = slow();
    let server = serve(&folder, Some(&stand_in));
    assert_eq!(begin(&server, "sito-con-pdf").status, 303);
    let number = running(&stand_in);
    let pid = server.pid().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().expect("kill").success());
    let (status, said) = server.ended();
    assert!(status == Some(0) && said.contains("Il banco è chiuso."), "{said}");
    assert!(is_gone(&number));
    assert_eq!(tree::files(folder.root()), before);
}

#[test]
fn progress_is_told_to_the_page_that_listens() {
    let folder = Folder::starter();
    let server = serve(&folder, None);
    let listen = |server: &Server| server.keyed("/banco/eventi?lavoro=1");
    assert!(listen(&server).body.contains("event: finito"), "nothing was begun");
    assert_eq!(begin(&server, "sito").status, 303);
    let told = listen(&server);
    assert_eq!(told.header("content-type"), Some("text/event-stream; charset=utf-8"));
    assert!(told.body.ends_with("event: finito\ndata: 1\n\n\r\n0\r\n\r\n"), "{}", told.body);
    assert!(done(&server).body.contains("Fatto:"));
}
