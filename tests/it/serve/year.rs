//! The year's commands at the workbench do what they do on the command line, and are undone like any other change.

use super::records::{fields, send};
use super::server::{Answer, Server, encoded};
use crate::folder::Folder;
use crate::tree;
use piao::scaffold::EDITION;

const NEXT: &str = "2027-2029";

#[test]
fn the_new_edition_is_that_of_the_command_and_is_worked_on_from_then_on() {
    let (folder, twin) = (Folder::starter(), Folder::starter());
    twin.piao(["nuova-edizione", NEXT]).run();
    let server = Server::of(&folder);
    assert!(server.keyed("/banco/edizioni/").body.contains(&format!("value=\"{NEXT}\"")), "it is proposed");
    let refused = server.post("/banco/edizioni/", &[("nome", EDITION), ("da", EDITION)]);
    assert!(refused.status == 422 && refused.body.contains("già: non è stata toccata"), "{}", refused.body);
    let answer = server.post("/banco/edizioni/", &[("nome", NEXT), ("da", EDITION)]);
    assert_eq!(answer.header("location"), Some(&*format!("/banco/edizioni/{NEXT}/?preparata=1")));
    for above in ["data", "content"] {
        assert_eq!(tree::files(&folder.root().join(above)), tree::files(&twin.root().join(above)), "{above}");
    }
    let page = server.keyed(&format!("/banco/edizioni/{NEXT}/?preparata=1")).body;
    assert!(page.contains("preparata. Da qui in poi") && page.contains("al 31 dicembre 2026"), "{page}");
    assert!(server.keyed("/banco/processi/").body.contains(&format!("edizione {NEXT}</a>")));
    // A form of the edition that another window still shows writes nothing.
    let path = "/banco/capitoli/01-premessa/";
    let other = server.post(path, &[("_edizione", EDITION), ("testo", "altro")]);
    assert!(other.status == 422 && other.body.contains("altra edizione"), "{}", other.body);
    assert_eq!(tree::files(&folder.root().join("content")), tree::files(&twin.root().join("content")));
    assert_eq!(server.post(&format!("/banco/edizioni/{EDITION}/scegli"), &[]).status, 303);
    assert!(server.keyed("/banco/").body.contains(&format!("edizione {EDITION}</a>")));
    assert_eq!(server.post("/banco/edizioni/nulla/scegli", &[]).status, 404);
}

/// What publication asks for is asked of the edition that is worked on, where it is written.
#[test]
fn readiness_is_that_of_the_edition_that_is_worked_on() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let plan = || {
        let page = server.keyed("/banco/pubblica/").body;
        let (_, plan) = page.split_once("con il piano di cui è parte, «").expect("what goes to the portal");
        let verdict = page.split_once("banco-verdetto").expect("a verdict").1.split_once("</p>").expect("its end").0;
        (plan.split_once('»').expect("its name").0.to_owned(), verdict.to_owned())
    };
    let (before, verdict) = plan();
    assert!(before.contains(EDITION) && verdict.contains(&format!("Edizione {EDITION}.")), "{before} {verdict}");
    assert_eq!(server.post("/banco/edizioni/", &[("nome", NEXT), ("da", EDITION)]).status, 303);
    let (after, verdict) = plan();
    assert!(after.contains(NEXT) && verdict.contains(&format!("Edizione {NEXT}.")), "{after} {verdict}");
    assert_eq!(server.post(&format!("/banco/edizioni/{EDITION}/scegli"), &[]).status, 303);
    assert_eq!(plan().0, before);
}

#[test]
fn a_new_edition_is_undone_where_it_is_as_it_was_prepared() {
    let folder = Folder::starter();
    let files = || {
        let mut files = tree::files(folder.root());
        files.retain(|path, _| !path.starts_with(".piao-banco"));
        files
    };
    let before = files();
    let server = Server::of(&folder);
    let make = [("nome", NEXT), ("da", EDITION), ("corrente", "si")];
    assert_eq!(server.post("/banco/edizioni/", &make).status, 303);
    let after = files();
    assert!(server.keyed("/banco/").body.contains(&format!("Edizione {NEXT} preparata da {EDITION}")), "it is told");
    // What was changed in it goes first; a file that somebody put there keeps it.
    let path = format!("data/{NEXT}/altro.yaml");
    folder.write(&format!("/{path}"), "a: b\n");
    let refused = server.post("/banco/annulla", &[]);
    assert!(refused.status == 422 && refused.body.contains("non è stata tolta"), "{}", refused.body);
    std::fs::remove_file(folder.root().join(&path)).expect("the file goes");
    assert_eq!(files(), after, "nothing went");
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(files(), before);
    assert!(server.keyed("/banco/").body.contains(&format!("edizione {EDITION}</a>")));
    assert_eq!(server.post("/banco/ripeti", &[]).status, 303);
    assert_eq!(files(), after, "and it is done again");
}

/// The forms had no field for what is still to be decided: a decision that was taken stayed to be taken.
#[test]
fn decisions_are_taken_in_the_forms_of_records_and_of_settings() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    assert_eq!(server.post("/banco/edizioni/", &[("nome", NEXT), ("da", EDITION)]).status, 303);
    let read = |name: &str| folder.read(&format!("/data/{NEXT}/{name}.yaml"));
    let (edition, adoption) = (read("edizione"), read("attuazione"));
    let mark = |text: &str, of: &str| {
        let line = text.lines().find(|line| line.contains("da_decidere") && line.contains(of));
        format!("{}\n", line.expect("a decision"))
    };
    let record = "/banco/attuazione/segreteria/";
    let page = server.keyed(record).body;
    assert!(page.contains("togliere «Da decidere»") && !page.contains("«da_decidere»"), "{page}");
    assert_eq!(send(&server, record, &[("dipendenti", "6"), ("agili", "4"), ("da_decidere", "")]).status, 303);
    let filled = "    dipendenti: 6\n    agili: 4\n";
    let after = adoption.replacen(&mark(&adoption, "di Segreteria"), filled, 1);
    assert_eq!(read("attuazione"), after);
    let total = mark(&adoption, "dire il totale");
    assert_eq!(send(&server, "/banco/impostazioni/attuazione/", &[("da_decidere", "")]).status, 303);
    assert_eq!(read("attuazione"), after.replacen(&total, "", 1));
    // One of two decisions, then the other.
    let left = "confermare o cambiare i limiti della giornata agile";
    assert_eq!(send(&server, "/banco/edizione/", &[("da_decidere", left)]).status, 303);
    let standing = mark(&edition, left);
    assert_eq!(read("edizione"), edition.replacen(&standing, &format!("da_decidere: [{left}]\n"), 1));
    assert_eq!(send(&server, "/banco/edizione/", &[("da_decidere", "")]).status, 303);
    assert_eq!(read("edizione"), edition.replacen(&standing, "", 1));
    assert!(!server.keyed("/banco/edizione/").body.contains("da_decidere"), "nothing is left to be decided");
}

#[test]
fn an_edition_is_sealed_and_opened_with_a_reason_and_no_undoing_takes_it_back() {
    let (folder, twin) = (Folder::starter(), Folder::starter());
    twin.piao(["sigilla", EDITION]).run();
    let server = Server::of(&folder);
    let path = format!("/banco/edizioni/{EDITION}/sigillo/");
    let page = server.keyed(&path).body;
    assert!(page.contains("value=\"sigilla\""), "{page}");
    assert_eq!(server.post(&path, &[("_azione", "riapri"), ("motivo", "prima")]).status, 422, "it is not sealed");
    assert_eq!(server.post(&path, &[("_azione", "sigilla")]).status, 303);
    let sealed = folder.read("sigillo.yaml");
    assert_eq!(sealed, twin.read("sigillo.yaml"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 422, "nothing is left to be undone");
    assert_eq!(folder.read("sigillo.yaml"), sealed);
    let is_told = |page: &str| server.keyed(page).body.contains("è sigillata, cioè chiusa");
    assert!(is_told("/banco/processi/") && is_told("/banco/capitoli/01-premessa/") && !is_told("/banco/ente/"));
    assert_eq!(server.post(&path, &[("_azione", "riapri"), ("motivo", " ")]).status, 422, "a reason is needed");
    assert_eq!(folder.read("sigillo.yaml"), sealed);
    assert_eq!(server.post(&path, &[("_azione", "riapri"), ("motivo", "Un refuso")]).status, 303);
    assert!(folder.read("sigillo.yaml").contains("azione: dissigillata, motivo: \"Un refuso\""));
    assert!(server.keyed(&path).body.contains("Un refuso") && !is_told("/banco/processi/"));
    let opened = folder.read("sigillo.yaml");
    assert_eq!(server.post("/banco/annulla", &[]).status, 422);
    assert_eq!(folder.read("sigillo.yaml"), opened);
    folder.edit("software.yaml", "software:", "software: [");
    let refused = server.post(&path, &[("_azione", "sigilla")]);
    assert!(refused.status == 422 && refused.body.contains("prima vanno corretti gli errori"), "{}", refused.body);
    assert_eq!(folder.read("sigillo.yaml"), opened);
}

/// What is typed stays in its field, and the page says what to do first; a page that was opened before the seal as well.
#[test]
fn nothing_of_a_sealed_edition_is_written_or_undone() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let (record, chapter) = ("/banco/processi/100-1-b/", "/banco/capitoli/01-premessa/");
    assert_eq!(send(&server, record, &[("finalita", "Tenere i conti.")]).status, 303);
    let opened_before: Vec<_> = fields(&server.keyed(chapter).body, chapter);
    folder.piao(["seal", EDITION]).run();
    let sealed = tree::files(&folder.root().join("data"));
    let refused = |answer: Answer, typed: &str| {
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert!(answer.body.contains(&format!("edizione {EDITION} è sigillata")), "{}", answer.body);
        assert!(answer.body.contains("dalla pagina «Edizioni»") && answer.body.contains(typed), "{}", answer.body);
        assert_eq!(tree::files(&folder.root().join("data")), sealed);
    };
    refused(send(&server, record, &[("finalita", "Altro scopo.")]), "Altro scopo.");
    let sent = opened_before.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let sent: Vec<_> = sent.filter(|(name, _)| *name != "testo").chain([("testo", "Parole nuove.")]).collect();
    refused(server.post(chapter, &sent), "Parole nuove.");
    refused(server.post("/banco/annulla", &[]), "Non è stato annullato nulla");
}

#[test]
fn two_editions_are_compared_on_a_page_and_as_files() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    assert!(server.keyed("/banco/confronto/").body.contains("una sola edizione"));
    folder.piao(["nuova-edizione", NEXT]).run();
    let path = format!("/data/{NEXT}/processi.yaml");
    folder.write(&path, folder.read(&path).replacen("smartabilita: si", "smartabilita: in parte", 1));
    let ran = folder.piao(["diff", EDITION, NEXT, "--format", "markdown"]).run();
    // What changes in the folder is seen a moment later.
    let compared = || server.keyed(&format!("/banco/confronto/?da={EDITION}&a={NEXT}")).body;
    let mut page = compared();
    for _ in 0..300 {
        if page.contains("<ins>in parte</ins>") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
        page = compared();
    }
    assert!(page.contains("<del>sì</del>") && page.contains("<ins>in parte</ins>"), "{page}");
    let file = |ending: &str| server.keyed(&format!("/banco/confronto/scarica?da={EDITION}&a={NEXT}&formato={ending}"));
    assert_eq!(file("md").body, ran.out);
    let document = file("docx");
    let name = format!("attachment; filename=\"confronto-{EDITION}-{NEXT}.docx\"");
    assert_eq!((document.status, document.header("content-disposition")), (200, Some(&*name)));
    assert!(document.body.starts_with("PK") && file("xlsx").body.starts_with("PK"));
    assert_eq!((file("exe").status, file("").status), (404, 404));
    let same = server.keyed(&format!("/banco/confronto/?da={NEXT}&a={NEXT}"));
    assert!(same.body.contains("due volte la stessa edizione"), "{}", same.body);
}

#[test]
fn workbooks_are_taken_away_whole_and_for_each_office() {
    let folder = Folder::starter();
    let before = tree::files(folder.root());
    let server = Server::of(&folder);
    let page = server.keyed("/banco/fogli/").body;
    assert!(page.contains("formato=ods") && page.contains("per=smart-team"), "{page}");
    for (query, name) in [
        ("formato=xlsx", format!("piao-{EDITION}.xlsx")),
        ("formato=ods", format!("piao-{EDITION}.ods")),
        ("per=servizio&formato=zip", format!("piao-{EDITION}-per-servizio.zip")),
    ] {
        let answer = server.keyed(&format!("/banco/fogli/esporta?{query}"));
        assert!(answer.status == 200 && answer.body.starts_with("PK"), "{query}");
        let disposition = answer.header("content-disposition").unwrap_or_default();
        assert_eq!(disposition, format!("attachment; filename=\"{name}\""), "{query}");
    }
    for query in ["", "formato=exe", "per=nulla", &format!("per={}&formato=zip", encoded("../servizio"))] {
        assert_eq!(server.keyed(&format!("/banco/fogli/esporta?{query}")).status, 404, "{query}");
    }
    drop(server);
    let mut after = tree::files(folder.root());
    after.retain(|path, _| !path.starts_with(".piao-banco"));
    assert_eq!(after, before, "nothing is written");
}
