//! Blocks copied from spreadsheets; and what a form changes beyond its record.

use super::records::send;
use super::server::Server;
use crate::folder::Folder;

const PATH: &str = "/banco/processi/incolla/";

#[test]
fn a_block_is_shown_before_it_is_kept_and_kept_as_one_change() {
    let folder = Folder::starter();
    let before = folder.read("processi.yaml");
    let server = Server::of(&folder);
    let block = "Uno\tNO\r\nDue\tparzialmente\r\nTre\tSì\r\n";
    let sent = [("testo", block), ("_riga", "100-1-b"), ("_campo", "processo"), ("_colonne", "processo\nsmartabilita")];
    let shown = server.post(PATH, &sent);
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert!(shown.body.contains("3 righe") && shown.body.contains("1 voce è nuova"), "{}", shown.body);
    assert_eq!(folder.read("processi.yaml"), before);
    let kept = [&sent[..], &[("_azione", "salva")]].concat();
    let answer = server.post(PATH, &kept);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/processi/?fatto=1")));
    let after = folder.read("processi.yaml");
    let start = before
        .replace("processo: Pubblicazione degli atti", "processo: Uno")
        .replace("smartabilita: si\n", "smartabilita: no\n")
        .replace("processo: Accertamento dei tributi", "processo: Due");
    let added = after.strip_prefix(start.as_str()).unwrap_or_else(|| panic!("other lines changed:\n{after}"));
    assert_eq!(added, "  - processo: Tre\n    smartabilita: si\n");
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read("processi.yaml"), before, "one change, undone at once");
}

#[test]
fn headings_in_the_first_row_say_the_columns() {
    let folder = Folder::starter();
    let before = folder.read("smart-team.yaml");
    let server = Server::of(&folder);
    let block = "id\tnome\tservizio\nbiblioteca\tBiblioteca\tSEGRETERIA\nsport\t\"Sport e\ntempo libero\"\tMarte\n";
    let sent = [("testo", block), ("_azione", "anteprima")];
    let shown = server.post("/banco/smart-team/incolla/", &sent);
    assert!(shown.status == 200 && shown.body.contains("«Marte» non è fra le scelte"), "{}", shown.body);
    let kept = [("testo", block), ("_cella.1.2", "tributi"), ("_azione", "salva")];
    assert_eq!(server.post("/banco/smart-team/incolla/", &kept).status, 303);
    let after = folder.read("smart-team.yaml");
    let added = after.strip_prefix(before.as_str()).expect("at the end");
    assert!(added.contains("id: biblioteca\n    nome: Biblioteca\n    servizio: segreteria\n"), "{added}");
    assert!(added.contains("id: sport") && added.contains("servizio: tributi"), "{added}");
    assert_eq!(server.post("/banco/smart-team/incolla/", &[("testo", " \n"), ("_azione", "salva")]).status, 422);
    assert_eq!(server.keyed("/banco/smart-team/incolla/").status, 200);
}

#[test]
fn an_identifier_is_changed_wherever_it_is_named() {
    let folder = Folder::starter();
    let (teams, processes) = (folder.read("smart-team.yaml"), folder.read("processi.yaml"));
    let server = Server::of(&folder);
    let answer = send(&server, "/banco/smart-team/tributi/", &[("id", "entrate"), ("_rinomina", "si")]);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/smart-team/entrate/?fatto=1")));
    assert_eq!(folder.read("processi.yaml"), processes.replace("smart_team: [tributi]", "smart_team: [entrate]"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!((folder.read("smart-team.yaml"), folder.read("processi.yaml")), (teams, processes));
    assert_eq!(server.post("/banco/smart-team/tributi/", &[("id", "entrate")]).status, 303);
    assert!(folder.read("processi.yaml").contains("[tributi]"), "only where it is asked for");
}

#[test]
fn a_module_goes_into_its_group_and_a_group_is_made_for_it() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let file = "formazione.yaml";
    folder.edit(file, "gruppi:\n", "gruppi:\n  - nome: Sicurezza\n    moduli: []\n");
    let module = [("nome", "Rischi"), ("destinatari.dipendenti", "X"), ("_gruppo", "Sicurezza")];
    assert_eq!(server.post("/banco/formazione/", &module).status, 303);
    let text = folder.read(file);
    assert!(text.contains("- nome: Sicurezza\n    moduli:\n      - nome: Rischi\n        destinatari:\n"), "{text}");
    let other = [("nome", "Ascolto"), ("destinatari.dipendenti", "X"), ("_gruppo_nuovo", "Relazioni")];
    assert_eq!(server.post("/banco/formazione/", &other).status, 303);
    let text = folder.read(file);
    assert!(text.contains("  - nome: Relazioni\n    moduli:\n      - nome: Ascolto\n"), "{text}");
    assert!(text.contains("nome: Introduzione al lavoro agile"), "{text}");
    assert_eq!(server.post("/banco/formazione/", &[("nome", "Y"), ("_gruppo", "Nulla")]).status, 422);
    folder.piao(["check"]).run();
}
