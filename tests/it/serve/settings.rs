//! What stands in no row of a table, changed by forms; and what is said of a form before it is kept.

use super::records::{fields, send};
use super::server::{Answer, Server};
use crate::folder::Folder;

#[test]
fn settings_that_are_sent_as_they_are_change_no_byte() {
    let folder = Folder::real();
    let before = crate::tree::files(folder.root());
    let server = Server::of(&folder);
    for path in [
        "ente",
        "edizione",
        "impostazioni/attuazione",
        "impostazioni/formazione",
        "impostazioni/processi",
        "impostazioni/servizi",
        "impostazioni/esclusioni",
        "impostazioni/indicatori",
        "modello",
        "controlli",
        "colonne/processi",
        "colonne/attuazione",
    ] {
        let path = format!("/banco/{path}/");
        let answer = send(&server, &path, &[]);
        let to = format!("{path}?fatto=0");
        assert_eq!((answer.status, answer.header("location")), (303, Some(to.as_str())), "{}", answer.body);
    }
    let mut after = crate::tree::files(folder.root());
    after.remove(".piao-banco");
    assert_eq!(after, before);
}

#[test]
fn the_model_is_written_by_a_form_where_there_was_none() {
    let folder = Folder::starter();
    assert!(!folder.path("modello.yaml").exists());
    let server = Server::of(&folder);
    let path = "/banco/modello/";
    assert!(server.keyed("/banco/tavole/").body.contains(path));
    let page = server.keyed(path).body;
    assert!(page.contains("Come l&#39;ente chiama lo smart team"), "{page}");
    let answer = send(
        &server,
        path,
        &[("parole.smart_team.singolare", "la struttura"), ("parole.smart_team.plurale", "le strutture")],
    );
    assert_eq!(answer.status, 303, "{}", answer.body);
    let written = "parole:\n  smart_team: { singolare: la struttura, plurale: le strutture }\n";
    assert_eq!(folder.read("modello.yaml"), written);
    assert!(server.keyed("/banco/tavole/").body.contains("Strutture"), "the bench calls them so");
    let answer =
        send(&server, path, &[("scale.rischio", "lieve\nmedio\nforte"), ("tavole.processi.titolo", "I processi")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let after = folder.read("modello.yaml");
    assert!(after.contains("rischio: [lieve, medio, forte]") || after.contains("- lieve"), "{after}");
    assert!(after.contains(written) && after.contains("titolo: I processi"), "{after}");
    for _ in 0..2 {
        assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    }
    assert!(!folder.path("modello.yaml").exists(), "undone, it is gone");
}

#[test]
fn the_administration_is_written_key_by_key() {
    let folder = Folder::starter();
    let before = folder.read("/data/ente.yaml");
    let server = Server::of(&folder);
    let path = "/banco/ente/";
    let answer = send(
        &server,
        path,
        &[("denominazione", "Comune di Prova"), ("contatti.email", "urp@prova.it"), ("pdf", "no"), ("comparto", "")],
    );
    assert_eq!(answer.status, 303, "{}", answer.body);
    let after = folder.read("/data/ente.yaml");
    assert!(after.contains("denominazione: Comune di Prova\n"), "{after}");
    assert!(after.contains("contatti:\n  email: urp@prova.it\n") && after.contains("pdf: no"), "{after}");
    assert!(!after.contains("\ncomparto:"), "{after}");
    for line in before.lines().filter(|line| line.starts_with('#')) {
        assert!(after.contains(line), "a comment is lost: {line}");
    }
    assert_eq!(send(&server, path, &[("contatti.email", "")]).status, 303);
    assert!(!folder.read("/data/ente.yaml").contains("\ncontatti:"), "an empty group goes");
    for _ in 0..2 {
        assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    }
    assert_eq!(folder.read("/data/ente.yaml"), before);
}

#[test]
fn an_edition_has_its_acts_and_versions() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let (path, file) = ("/banco/edizione/", "edizione.yaml");
    let act = [("stato", "approvata"), ("approvazione.organo", "Giunta comunale"), ("approvazione.data", "31/01/2026")];
    assert_eq!(send(&server, path, &act).status, 303);
    let text = folder.read(file);
    assert!(text.contains("stato: approvata"), "{text}");
    assert!(text.contains("approvazione:\n  organo: Giunta comunale\n  data: 2026-01-31\n"), "{text}");
    let second =
        [("approvazione.2.organo", "Consiglio comunale"), ("versioni.1.n", "1"), ("versioni.1.motivo", "Prima")];
    assert_eq!(send(&server, path, &second).status, 303);
    let text = folder.read(file);
    assert!(
        text.contains("- organo: Giunta comunale\n    data: 2026-01-31\n")
            && text.contains("- organo: Consiglio comunale"),
        "{text}"
    );
    assert!(text.contains("versioni:\n  - n: 1\n    motivo: Prima\n"), "{text}");
    assert_eq!(send(&server, path, &[("versioni.1.n", ""), ("versioni.1.motivo", "")]).status, 303);
    assert!(!folder.read(file).contains("versioni"), "an emptied item goes, and the list with the last");
    let columns = [("colonne.processi.codice", "Codice interno"), ("limiti.giorni_settimana_max", "2")];
    assert_eq!(send(&server, path, &columns).status, 303);
    let text = folder.read(file);
    assert!(text.contains("colonne:\n  processi: { codice: Codice interno }\n"), "{text}");
    assert!(text.contains("giorni_settimana_max: 2") && text.contains("materia: lavoro agile"), "{text}");
    folder.piao(["check"]).run();
}

#[test]
fn what_concerns_a_whole_table_is_written_beside_its_rows() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let path = "/banco/impostazioni/formazione/";
    assert_eq!(send(&server, path, &[("legenda", "X: modulo previsto\nO: facoltativo")]).status, 303);
    let text = folder.read("formazione.yaml");
    assert!(text.contains("legenda:\n  X: modulo previsto\n  O: facoltativo\ndestinatari:"), "{text}");
    let refused = send(&server, path, &[("legenda", "X: uno\nX: due")]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("è scritto due volte") && refused.body.contains("X: due"), "{}", refused.body);
    assert_eq!(folder.read("formazione.yaml"), text);
}

/// Sends a form only to hear what is said of it.
pub(super) fn tried(server: &Server, path: &str, changes: &[(&str, &str)]) -> Answer {
    let mut sent = fields(&server.keyed(path).body, path);
    sent.retain(|(name, _)| changes.iter().all(|(changed, _)| name != changed));
    let mut sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sent.extend(changes);
    sent.push(("_azione", "prova"));
    server.post(path, &sent)
}

#[test]
fn a_form_is_checked_before_it_is_kept() {
    let folder = Folder::starter();
    let before = crate::tree::files(folder.root());
    let server = Server::of(&folder);
    let path = "/banco/processi/200-1-m/";
    let said = tried(&server, path, &[("smartabilita", "no"), ("processo", "ACCERTAMENTO DI TUTTI I TRIBUTI")]);
    assert_eq!(said.status, 200, "{}", said.body);
    assert!(said.body.contains("è tutto in maiuscolo"), "{}", said.body);
    assert!(said.body.contains("Non è stato scritto nulla"));
    let again = fields(&said.body, path);
    assert!(again.contains(&("processo".to_owned(), "ACCERTAMENTO DI TUTTI I TRIBUTI".to_owned())));
    let new = [("_azione", "prova"), ("codice", "300-1-B"), ("processo", "Uno"), ("smart_team", "marte")];
    let said = server.post("/banco/processi/", &new);
    assert!(said.status == 200 && said.body.contains("«marte»"), "{}", said.body);
    let said = tried(&server, "/banco/edizione/", &[("ultimo_aggiornamento", "31/02/2026")]);
    assert!(said.status == 200 && said.body.contains("banco-rilievo errore"), "{}", said.body);
    let mut after = crate::tree::files(folder.root());
    after.remove(".piao-banco");
    assert_eq!(after, before, "nothing is written");
}

#[test]
fn indicators_have_their_years_one_a_line() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let indicator = [
        ("id", "giornate"),
        ("dimensione", "Salute organizzativa"),
        ("indicatore", "Giornate di lavoro agile"),
        ("unita", "n."),
        ("base", "1250"),
        ("base.al", "31/12/2025"),
        ("obiettivi", "2026: 1400\r\n2027: 1500"),
    ];
    let answer = server.post("/banco/indicatori/", &indicator);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/banco/indicatori/giornate/?fatto=1")));
    let text = folder.read("indicatori.yaml");
    assert!(text.contains("base: { valore: 1250, al: 2025-12-31 }\n"), "{text}");
    assert!(text.contains("obiettivi: { 2026: 1400, 2027: 1500 }\n"), "{text}");
    let change = [("obiettivi", "2026: 1400\n2027: 1600\n2028: ≥ 1700"), ("base", "1300")];
    assert_eq!(send(&server, "/banco/indicatori/giornate/", &change).status, 303);
    let after = folder.read("indicatori.yaml");
    let expected = text.replace("2027: 1500", "2027: 1600, 2028: ≥ 1700").replace("valore: 1250", "valore: 1300");
    assert_eq!(after, expected);
    assert_eq!(send(&server, "/banco/indicatori/giornate/", &[("obiettivi", "entro l'anno")]).status, 422);
    folder.piao(["check"]).run();
}
