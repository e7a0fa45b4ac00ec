//! Records that are copied: where the new one stands, and what it says that its form does not show.

use super::records::fields;
use super::server::{Answer, Server};
use crate::folder::Folder;

/// Copies the record at a path by its button and the form to which that leads, with some fields changed.
fn copy(server: &Server, table: &str, id: &str, changes: &[(&str, &str)]) -> Answer {
    let copied = server.post(&format!("{table}{id}/"), &[("_azione", "copia")]);
    let form = server.keyed(copied.header("location").expect("a form")).body;
    let mut form = fields(&form, table);
    for (key, value) in changes {
        form.retain(|(name, _)| name != key);
        form.push(((*key).to_owned(), (*value).to_owned()));
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    server.post(table, &form)
}

#[test]
fn what_the_form_does_not_show_is_copied_and_told() {
    let folder = Folder::starter();
    let team = "  - id: sport\n    nome: Sport\n    servizio: segreteria\n    smartabilita: in parte\n    anno: 2026\n    altro: { uno: \"due\", sette: 7 }\n";
    let before = format!("{}{team}", folder.read("smart-team.yaml"));
    folder.write("smart-team.yaml", before.as_str());
    let server = Server::of(&folder);
    let page = server.keyed("/banco/smart-team/nuova/?da=sport").body;
    assert!(page.contains("resta anche ciò che qui non si vede: «anno», «altro»"), "{page}");
    let answer = copy(&server, "/banco/smart-team/", "sport", &[("id", "cultura"), ("nome", "Cultura")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let after = folder.read("smart-team.yaml");
    let added = after.strip_prefix(&before).expect("after the one that was copied");
    assert_eq!(
        added,
        "  - id: cultura\n    nome: Cultura\n    servizio: segreteria\n    smartabilita: in parte\n    anno: 2026\n    altro: { uno: \"due\", sette: 7 }\n"
    );
    // What tells records apart is not copied, not even where nothing is typed in its place.
    assert_eq!(copy(&server, "/banco/smart-team/", "sport", &[("nome", "Turismo")]).status, 303);
    let text = folder.read("smart-team.yaml");
    assert!(text.contains("  - nome: Turismo\n") && text.matches("id: sport").count() == 1, "{text}");
}

#[test]
fn what_was_emptied_in_a_copy_is_not_in_it_and_nothing_is_dropped() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let table = "/banco/processi/";
    let answer = copy(&server, table, "200-1-m", &[("codice", "200-9-M"), ("smart_team", "")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let text = folder.read("processi.yaml");
    let copied = text.split("codice: 200-9-M").nth(1).expect("the copy");
    let copied = copied.split("  - codice:").next().expect("itself");
    assert!(!copied.contains("smart_team") && copied.contains("processo: Accertamento dei tributi"), "{copied}");
    // A value without keys stands where the form has keys.
    let own = Folder::starter();
    own.edit(
        "formazione.yaml",
        "nome: Introduzione al lavoro agile",
        "nome: Copiato\n        destinatari: tutti\n      - nome: Altro",
    );
    let server = Server::of(&own);
    let before = own.read("formazione.yaml");
    let answer = copy(&server, "/banco/formazione/", "copiato", &[("nome", "Nuovo"), ("destinatari.dipendenti", "X")]);
    assert!(answer.status == 422 && answer.body.contains("andrebbe perduto"), "{}", answer.body);
    assert_eq!(own.read("formazione.yaml"), before);
}

#[test]
fn a_copy_goes_into_the_group_of_its_record_whatever_that_is_called() {
    let folder = Folder::starter();
    let group = |module: &str| format!("  - nome: Sicurezza\n    moduli:\n      - nome: {module}\n");
    let text = folder.read("formazione.yaml");
    let (start, _) = text.split_once("gruppi:\n").expect("groups");
    let before = format!("{start}gruppi:\n{}{}", group("Primo"), group("Secondo"));
    folder.write("formazione.yaml", before.as_str());
    let server = Server::of(&folder);
    let page = server.keyed("/banco/formazione/nuova/?da=secondo").body;
    assert!(page.contains("<option value=\"sicurezza-2\" selected>Sicurezza (2º)</option>"), "{page}");
    assert_eq!(copy(&server, "/banco/formazione/", "secondo", &[("nome", "Terzo")]).status, 303);
    assert_eq!(folder.read("formazione.yaml"), format!("{before}      - nome: Terzo\n"));
    let into_first = [("nome", "Quarto"), ("_gruppo", "sicurezza")];
    assert_eq!(server.post("/banco/formazione/", &into_first).status, 303);
    let text = folder.read("formazione.yaml");
    assert!(text.contains("- nome: Primo\n      - nome: Quarto\n  - nome: Sicurezza\n"), "{text}");
    let twin = server.post("/banco/formazione/", &[("nome", "Quinto"), ("_gruppo_nuovo", "SICUREZZA")]);
    assert!(twin.status == 422 && twin.body.contains("c&#39;è già"), "{}", twin.body);
}
