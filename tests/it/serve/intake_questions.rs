//! What is asked of spreadsheets: each question is of one column of one sheet of one file, and stands on the page once.

use super::intake::{decide, hand_in};
use super::server::Server;
use crate::folder::Folder;

const READS: (&str, &str) = ("_azione", "rileggi");

fn of_column(file: &str, sheet: &str, heading: &str) -> String {
    serde_json::json!(["colonne", file, sheet, heading]).to_string()
}

/// The names of the fields of a page, those that are not hidden.
fn fields(page: &str) -> Vec<String> {
    let selects = page.split("<select ").skip(1).chain(page.split("<input type=\"text\"").skip(1));
    let rests = selects.filter_map(|select| select.split_once("name=\"")).map(|(_, rest)| rest);
    rests.filter_map(|rest| Some(rest.split_once('"')?.0.replace("&quot;", "\""))).collect()
}

fn assert_asked_once(page: &str) {
    let mut names = fields(page);
    let count = names.len();
    names.sort();
    names.dedup();
    assert!(count > 0 && names.len() == count, "a field stands twice: {names:?}");
}

#[test]
fn columns_with_one_heading_are_asked_each_for_itself() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    hand_in(&server, &[("d.csv", b"Nome;Scopo;Xyz;Xyz\r\nAlfa;s;uno;due\r\n")]);
    let [third, fourth] = ["C1", "D1"].map(|cell| of_column("d.csv", "d", &format!("Xyz ({cell})")));
    let page = server.keyed("/banco/importa/").body;
    assert_asked_once(&page);
    assert!(fields(&page).contains(&third) && fields(&page).contains(&fourth), "{:?}", fields(&page));
    for (column, value) in [(&third, "uno"), (&fourth, "due")] {
        decide(&server, &[("_azione", "dimentica")]);
        assert_eq!(decide(&server, &[READS, (column, "fornitore")]).status, 303);
        let page = server.keyed("/banco/importa/").body;
        assert!(page.contains(&format!("<ins>{value}</ins>")) && page.contains("date: 1"), "{column}: {page}");
    }
    // Both for one key: the second is told, and stands in what is to be verified.
    decide(&server, &[READS, (&third, "fornitore"), (&fourth, "fornitore")]);
    let page = server.keyed("/banco/importa/").body;
    assert!(
        page.contains("un'altra colonna dice già «uno»") || page.contains("altra colonna dice già «uno»"),
        "{page}"
    );
    assert_eq!(decide(&server, &[("_azione", "scrivi")]).status, 303);
    let written = folder.read("software.yaml");
    assert!(written.contains("fornitore: uno") && written.contains("«due»"), "{written}");
}

#[test]
fn files_of_one_name_are_asked_each_for_itself() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let sheets: [&[u8]; 2] = [b"Nome;Scopo;Boh\r\nAlfa;s;uno\r\n", b"Nome;Scopo;Boh\r\nBeta;s;due\r\n"];
    hand_in(&server, &[("a.csv", sheets[0]), ("a.csv", sheets[1])]);
    let page = server.keyed("/banco/importa/").body;
    assert_asked_once(&page);
    assert!(page.contains("a.csv (2)"), "{page}");
    for (file, value, other) in [("a.csv", "uno", "due"), ("a.csv (2)", "due", "uno")] {
        decide(&server, &[("_azione", "dimentica")]);
        assert_eq!(decide(&server, &[READS, (&of_column(file, "a", "Boh"), "fornitore")]).status, 303);
        let page = server.keyed("/banco/importa/").body;
        let has = |value: &str| page.contains(&format!("<ins>{value}</ins>"));
        assert!(has(value) && !has(other), "{file}: {page}");
    }
}

#[test]
fn what_several_sheets_ask_alike_is_asked_once() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let table = "Processo;Servizio;Smartabilità;Fasi\r\nAlfa;Ufficio del Faro;forse;a / b\r\nBeta;Ufficio del faro;Forse;c / d\r\n";
    hand_in(&server, &[("a.csv", table.as_bytes()), ("b.csv", table.as_bytes())]);
    let page = server.keyed("/banco/importa/").body;
    assert_asked_once(&page);
    for asked in ["[\"nomi\",\"Ufficio del Faro\"]", "[\"uffici_nuovi\"]", "[\"parole\",\"forse\"]"] {
        assert!(fields(&page).contains(&asked.to_owned()), "{asked} in {:?}", fields(&page));
    }
    decide(&server, &[READS, ("[\"uffici_nuovi\"]", "no"), ("[\"parole\",\"forse\"]", "no")]);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("Risposte già date: 2") && !page.contains("«forse» significa"), "{page}");
}

#[test]
fn a_table_without_headings_takes_answers_too() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let rows = "900-1-B;Alfa;si;uno\r\n900-2-M;Beta;no;due\r\n900-3-B;Gamma;si;tre\r\n";
    hand_in(&server, &[("s.csv", rows.as_bytes())]);
    let page = server.keyed("/banco/importa/").body;
    let column = of_column("s.csv", "s", "(D)");
    assert!(fields(&page).contains(&column), "{page}");
    decide(&server, &[READS, (&column, "finalita")]);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("<ins>tre</ins>"), "{page}");
}

#[test]
fn the_page_says_what_was_supposed_and_nothing_of_a_terminal() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode("Nome;Scopo\r\nAlfa;Attività\r\n\"Beta;Uno\r\nGamma;Due\r\n");
    hand_in(&server, &[("w.csv", &windows), ("boh.csv", b"Uno;Due\r\nTre;Quattro\r\n")]);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("letto come Windows-1252"), "{page}");
    assert!(page.contains("riga 3: una virgoletta si apre") && page.contains("<ins>Gamma</ins>"), "{page}");
    assert!(page.contains("Righe con dubbi: 1"), "{page}");
    assert!(page.contains("se ne contiene una, va detto quale") && !page.contains("--"), "{page}");
}

#[test]
fn each_table_of_a_sheet_is_asked_for_itself() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let sheet = "Codice;Processo;Smart team;Smartabilità\r\n900-1-B;Alfa;Tributi;si\r\n900-2-M;Beta;Tributi;no\r\n;;;\r\n;;;\r\nElenco software;;;\r\nProgramma;A che cosa serve;;\r\nGamma;Prova;;\r\n";
    hand_in(&server, &[("d.csv", sheet.as_bytes())]);
    let part = |number: &str| serde_json::json!(["fogli", "d.csv", "d", number]).to_string();
    let page = server.keyed("/banco/importa/").body;
    assert_asked_once(&page);
    assert!(fields(&page).contains(&part("1")) && fields(&page).contains(&part("2")), "{:?}", fields(&page));
    let read = |page: &str| (page.contains("900-2-M"), page.contains("Gamma"), page.contains("1 riga letta"));
    assert_eq!(read(&page), (true, true, true), "{page}");
    assert!(page.contains("<td>«Tributi»</td>") && page.contains("<td>«sì», «no»</td>"), "{page}");
    // What was recognised is said once more: nothing changes, least of all in the other table.
    decide(&server, &[READS, (&part("1"), "processi")]);
    let page = server.keyed("/banco/importa/").body;
    assert!(read(&page) == (true, true, true) && page.contains("2 righe lette"), "{page}");
    assert!(page.contains("tavola 1 del foglio «d» di «d.csv»: Tavola 1"), "{page}");
    // One column of it is left out: there still are two tables.
    decide(&server, &[READS, (&of_column("d.csv", "d", "Smart team"), "ignora")]);
    assert!(server.keyed("/banco/importa/").body.contains("1 riga letta"));
    decide(&server, &[READS, (&of_column("d.csv", "d", "Smart team"), ""), (&part("2"), "ignora")]);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("2 righe lette") && !page.contains("<strong>Gamma</strong>"), "{page}");
    decide(&server, &[READS, (&part("2"), "software")]);
    decide(&server, &[("_azione", "scrivi")]);
    assert!(folder.read("software.yaml").contains("nome: Gamma"), "{}", folder.read("software.yaml"));
    let processes = folder.read("processi.yaml");
    assert!(processes.contains("900-2-M") && !processes.contains("Programma"), "{processes}");
}

#[test]
fn examples_of_a_word_are_those_of_its_column() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let sheet = "Codice;Processo;Smart team;Rischio;Smartabilità\r\n900-1-B;Alfa;Tributi;boh;forse\r\n";
    hand_in(&server, &[("r.csv", sheet.as_bytes())]);
    let page = server.keyed("/banco/importa/").body;
    let about = |word: &str| {
        let rest = page.split_once(&format!("«{word}» significa")).unwrap_or_else(|| panic!("{word}: {page}")).1;
        rest.split_once("</p>").expect("its end").0.to_owned()
    };
    assert!(about("boh").contains("Per esempio: basso, medio, alto"), "{}", about("boh"));
    assert!(about("forse").contains("Per esempio: sì, no, in parte"), "{}", about("forse"));
    assert!(page.contains("avranno 1 errore (ora 0); il primo: manca «Smartabilità» per il processo"), "{page}");
    assert!(!page.contains("«rischio»") && !page.contains("«smartabilita»"), "{page}");
}

#[test]
fn an_empty_file_is_not_said_to_say_the_same() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    hand_in(&server, &[("v.csv", b"")]);
    let page = server.keyed("/banco/importa/");
    assert!(!page.body.contains("dicono già lo stesso"), "{}", page.body);
}
