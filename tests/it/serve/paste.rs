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

/// What a sheet of another office says at its head is no record.
#[test]
fn headings_in_the_words_of_others_are_none_of_the_rows() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let before = folder.read("processi.yaml");
    let block = "Cod.\tProcedimento\tAltro\tSmartabile\n100-8-B\tPubblicazioni\tx\tsì\n";
    let shown = server.post("/banco/processi/incolla/", &[("testo", block), ("_azione", "anteprima")]).body;
    assert!(shown.contains("1 riga: ") && shown.contains("1 voce è nuova"), "{shown}");
    assert!(shown.contains("1 casella non sta sotto nessuna colonna"), "{shown}");
    assert_eq!(server.post("/banco/processi/incolla/", &[("testo", block), ("_azione", "salva")]).status, 303);
    let after = folder.read("processi.yaml");
    let added = after.strip_prefix(before.as_str()).expect("at the end");
    assert_eq!(added, "  - codice: 100-8-B\n    processo: Pubblicazioni\n    smartabilita: si\n");
    let block = "Smart team\tDipendenti\tAgili\nUfficio di prova\t12\t7\n";
    let shown = server.post("/banco/attuazione/incolla/", &[("testo", block), ("_azione", "anteprima")]).body;
    assert!(shown.contains("1 riga: ") && shown.contains("<td"), "{shown}");
    assert_eq!(server.post("/banco/attuazione/incolla/", &[("testo", block), ("_azione", "salva")]).status, 303);
    let rows = folder.read("attuazione.yaml");
    assert!(rows.contains("smart_team: Ufficio di prova\n    dipendenti: 12\n    agili: 7\n"), "{rows}");
}

#[test]
fn a_column_that_is_none_of_the_table_moves_no_heading() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let page =
        |block: &str| server.post("/banco/software/incolla/", &[("testo", block), ("_azione", "anteprima")]).body;
    let shown = page("Pippo\tnome\tPluto\tscopo\tfornitore\nx\tPX\ty\tserve\tACME\n");
    let table = shown.split_once("banco-letto").expect("a table").1.split_once("</table>").expect("its end").0;
    let count = |what: &str| table.matches(what).count();
    assert_eq!((count("<th scope=\"col\">"), count("<td")), (4, 3), "{table}");
    assert!(shown.contains("2 caselle non stanno sotto nessuna colonna della tavola, e non si scrivono."), "{shown}");
    let one = page("Pippo\tnome\tscopo\nx\tPX\tserve\n");
    assert!(one.contains("1 casella non sta sotto nessuna colonna della tavola, e non si scrive."), "{one}");
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

/// A table of two pages, and what its records say in a column.
const PURPOSES: usize = 230;

fn programs(folder: &Folder) -> Vec<String> {
    let programs: String =
        (1..=PURPOSES).map(|number| format!("  - nome: Programma {number:03}\n    scopo: Prova\n")).collect();
    folder.write("software.yaml", format!("software:\n{programs}"));
    changed(folder)
}

/// The numbers of the programs of which something else is said, and how many there are.
fn changed(folder: &Folder) -> Vec<String> {
    let text = folder.read("software.yaml");
    let records = text.split("  - nome: ").skip(1);
    let said = |record: &str| {
        let name = record.lines().next().unwrap_or_default().trim_start_matches("Programma ").to_owned();
        (!record.contains("scopo: Prova")).then_some(name)
    };
    records.filter_map(said).collect()
}

#[test]
fn a_block_goes_on_where_the_page_of_a_long_table_ends() {
    let folder = Folder::starter();
    assert_eq!(programs(&folder), [""; 0]);
    let server = Server::of(&folder);
    let path = "/banco/software/incolla/";
    let sent = |view: &'static str, row: &'static str| {
        [("testo", "A\nB\nC"), ("_riga", row), ("_campo", "scopo"), ("_colonne", "nome\nscopo"), ("_vista", view)]
    };
    let shown = server.post(path, &sent("?pagina=1", "programma-199")).body;
    assert!(!shown.contains("voce nuova") && shown.contains(">Programma 201<"), "{shown}");
    let save = |sent: &[(&str, &str)]| server.post(path, &[sent, &[("_azione", "salva")]].concat()).status;
    assert_eq!(save(&sent("?pagina=1", "programma-199")), 303);
    assert_eq!(changed(&folder), ["199", "200", "201"]);
    // In the order and with the filters in which the rows were seen.
    programs(&folder);
    drop(server);
    let server = Server::of(&folder);
    let save = |sent: &[(&str, &str)]| server.post(path, &[sent, &[("_azione", "salva")]].concat()).status;
    assert_eq!(save(&sent("?ordina=nome&verso=giu&pagina=2", "programma-031")), 303);
    assert_eq!(changed(&folder), ["029", "030", "031"]);
    assert_eq!(save(&sent("?q=programma+1&ordina=nome", "programma-198")), 303);
    assert_eq!(changed(&folder), ["029", "030", "031", "198", "199"]);
    assert!(folder.read("software.yaml").ends_with("  - scopo: C\n"), "the third is a new one");
}

#[test]
fn what_is_kept_is_what_was_shown() {
    let folder = Folder::starter();
    let before = folder.read("processi.yaml");
    let server = Server::of(&folder);
    let block = "Uno\tNO\r\nDue\tforse\r\n";
    let sent = [("testo", block), ("_riga", "100-1-b"), ("_campo", "processo"), ("_colonne", "processo\nsmartabilita")];
    let mark = |page: &str| {
        let (_, rest) = page.split_once("name=\"_letto\" value=\"").expect("the mark of what is shown");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let shown = server.post(PATH, &sent);
    let read = mark(&shown.body);
    let with = |read: &str, more: &[(&str, &str)]| {
        server.post(PATH, &[&sent[..], &[("_azione", "salva"), ("_letto", read)], more].concat())
    };
    // The cell was changed meanwhile: it is shown again.
    assert_eq!(send(&server, "/banco/processi/200-1-m/", &[("processo", "Altro")]).status, 303);
    let between = folder.read("processi.yaml");
    let answer = with(&read, &[]);
    assert!(answer.status == 200 && answer.body.contains("sono cambiati da quando"), "{}", answer.body);
    assert_eq!((folder.read("processi.yaml"), between != before), (between, true));
    let read = mark(&answer.body);
    // What is chosen for a cell that was not understood is no other reading.
    assert_eq!(with(&read, &[("_cella.1.1", "no")]).status, 303);
    let after = folder.read("processi.yaml");
    assert!(after.contains("processo: Due") && !after.contains("processo: Altro"), "{after}");
}

#[test]
fn acceptances_follow_a_record_that_is_called_otherwise() {
    let folder = Folder::starter();
    let text = |code: &str, team: &str| {
        format!(
            "# Quelle di quest'anno\naccettazioni:\n  - controllo: LA309\n    dove: [processi/{code}/input, processi/100-1-B]  # due\n    motivo: Prova\n  - controllo: LA310\n    dove: smart-team/{team}\n    motivo: Prova\n"
        )
    };
    folder.write("accettazioni.yaml", text("200-1-M", "tributi"));
    let server = Server::of(&folder);
    assert_eq!(send(&server, "/banco/smart-team/tributi/", &[("id", "entrate"), ("_rinomina", "si")]).status, 303);
    assert_eq!(folder.read("accettazioni.yaml"), text("200-1-M", "entrate"));
    let block = [("testo", "100-2-M"), ("_riga", "200-1-m"), ("_campo", "codice"), ("_azione", "salva")];
    assert_eq!(server.post(PATH, &block).status, 303);
    assert_eq!(folder.read("accettazioni.yaml"), text("100-2-M", "entrate"));
    let block = [("testo", "gabelle"), ("_riga", "entrate"), ("_campo", "id"), ("_azione", "salva")];
    assert_eq!(server.post("/banco/smart-team/incolla/", &block).status, 303);
    assert!(folder.read("processi.yaml").contains("smart_team: [gabelle]"), "who names it follows, too");
    assert_eq!(folder.read("accettazioni.yaml"), text("100-2-M", "gabelle"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    let told = server.keyed("/banco/").body;
    assert!(told.contains("cambiato anche nell&#39;accettazione che lo nomina"), "{told}");
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(folder.read("accettazioni.yaml"), text("200-1-M", "entrate"), "with the record");
}
