//! Spreadsheets that are handed in at the workbench: what is shown of them, what is written, and what is refused.

use super::server::{Answer, Server, encoded};
use crate::folder::Folder;
use crate::tree;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const BOUNDARY: &str = "----confine";

/// A form with files, as a browser sends it.
fn body(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

fn kind() -> String {
    format!("Content-Type: multipart/form-data; boundary={BOUNDARY}")
}

/// Sends a body of files with some lines of head.
fn send(server: &Server, path: &str, lines: &[&str], body: &[u8]) -> Answer {
    let length = format!("Content-Length: {}", body.len());
    let lines: Vec<&str> = lines.iter().copied().chain([length.as_str()]).collect();
    let mut request = server.head("POST", path, &lines).into_bytes();
    request.extend_from_slice(body);
    server.raw(&request)
}

pub fn hand_in(server: &Server, files: &[(&str, &[u8])]) -> Answer {
    let (cookie, kind) = (server.cookie(), kind());
    send(server, "/banco/fogli/", &[&cookie, &kind, "Origin: http://127.0.0.1:PORT"], &body(files))
}

/// The value of a hidden field of a page.
pub fn hidden(page: &str, name: &str) -> String {
    let begin = format!("name=\"{name}\" value=\"");
    let value = page.split_once(&begin).and_then(|(_, rest)| rest.split_once('"'));
    value.map_or_else(|| panic!("no {name} in {page}"), |(value, _)| value.to_owned())
}

/// Sends the form of a page on which some of its fields were filled in.
pub fn sent_from(server: &Server, page: &str, fields: &[(&str, &str)]) -> Answer {
    let read = ["_edizione", "_fogli", "_letto"].map(|name| (name, hidden(page, name)));
    let read = read.iter().map(|(name, value)| (*name, value.as_str()));
    server.post("/banco/importa/", &read.chain(fields.iter().copied()).collect::<Vec<_>>())
}

/// The same from the page as it is now.
pub fn decide(server: &Server, fields: &[(&str, &str)]) -> Answer {
    sent_from(server, &server.keyed("/banco/importa/").body, fields)
}

const SHEET: &str = "Nome;Scopo;Xyz\r\nProtocollo;Registrazione della posta;Fornitore di prova\r\n";

#[test]
fn a_column_is_corrected_and_the_rest_is_as_the_command_does_it() {
    let (folder, twin) = (Folder::starter(), Folder::starter());
    let sheet = "Nome;Scopo;Xyz\r\nProgramma di prova;Prova;Fornitore di prova\r\n";
    twin.write("/software.csv", sheet);
    twin.write("/risposte.yaml", "colonne: { Xyz: fornitore }\n");
    twin.piao(["importa", "software.csv", "--si", "--risposte", "risposte.yaml"]).any_status().run();
    let before = tree::files(&folder.root().join("data"));
    let server = Server::of(&folder);
    assert_eq!(server.keyed("/banco/importa/").status, 404, "nothing was handed in");
    let answer = hand_in(&server, &[("software.csv", sheet.as_bytes())]);
    assert_eq!(answer.header("location"), Some("/banco/importa/"), "{}", answer.body);
    let page = server.keyed("/banco/importa/").body;
    let question = "[&quot;colonne&quot;,&quot;software.csv&quot;,&quot;software&quot;,&quot;Xyz&quot;]";
    assert!(page.contains(&format!("name=\"{question}\"")), "{page}");
    assert!(page.contains("non riconosciuta") && page.contains("«Programma di prova»"), "{page}");
    assert_eq!(tree::files(&folder.root().join("data")), before, "nothing is written yet");
    let column = "[\"colonne\",\"software.csv\",\"software\",\"Xyz\"]";
    let decided = decide(&server, &[("_azione", "rileggi"), (column, "fornitore")]);
    assert_eq!(decided.status, 303, "{}", decided.body);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("<ins>Fornitore di prova</ins>") && page.contains("Risposte già date: 1"), "{page}");
    assert_eq!(tree::files(&folder.root().join("data")), before);
    let written = decide(&server, &[("_azione", "scrivi")]);
    assert_eq!(written.header("location"), Some("/banco/?fatto=1"), "{}", written.body);
    assert_eq!(tree::files(&folder.root().join("data")), tree::files(&twin.root().join("data")));
    assert!(folder.read("software.yaml").contains("Fornitore di prova"));
    assert!(server.keyed("/banco/?fatto=1").body.contains("Importato software.csv: 1 voce"));
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert_eq!(tree::files(&folder.root().join("data")), before, "one step back");
    let late = server.post("/banco/importa/", &[("_azione", "scrivi")]);
    assert!(late.status == 422 && late.body.contains("non sono più qui"), "{}", late.body);
}

#[test]
fn what_was_decided_stays_until_it_is_taken_back_and_is_shown_before_it_is_written() {
    let folder = Folder::starter();
    let before = tree::files(&folder.root().join("data"));
    let server = Server::of(&folder);
    let sheet = "Uno;Due\r\nProgramma di prova;Prova\r\n";
    assert_eq!(hand_in(&server, &[("a.csv", sheet.as_bytes())]).status, 303);
    let table = "[\"fogli\",\"a.csv\",\"a\"]";
    let [one, two] = ["Uno", "Due"].map(|heading| format!("[\"colonne\",\"a.csv\",\"a\",\"{heading}\"]"));
    assert_eq!(decide(&server, &[("_azione", "rileggi"), (table, "software")]).status, 303);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("<option value=\"software\" selected>"), "{page}");
    // What the form sends as it is shown changes nothing of what was decided.
    let columns = [("_azione", "rileggi"), (table, "software"), (one.as_str(), "nome"), (two.as_str(), "scopo")];
    assert_eq!(decide(&server, &columns).status, 303);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("Risposte già date: 3") && page.contains("<ins>Programma di prova</ins>"), "{page}");
    let other = decide(&server, &[("_azione", "scrivi"), (table, "software"), (&two, "ignora")]);
    assert!(other.status == 422 && other.body.contains("Le risposte sono cambiate"), "{}", other.body);
    assert_eq!(tree::files(&folder.root().join("data")), before, "it is shown first");
    assert_eq!(decide(&server, &[("_azione", "dimentica")]).status, 303);
    assert!(!server.keyed("/banco/importa/").body.contains("Risposte già date"));
}

#[test]
fn our_own_workbooks_come_back_and_change_what_was_changed() {
    let folder = Folder::starter();
    folder.piao(["export"]).run();
    let name = tree::files(folder.root()).into_keys().find(|path| path.ends_with(".xlsx")).expect("a workbook");
    let bytes = std::fs::read(folder.root().join(&name)).expect("its bytes");
    let server = Server::of(&folder);
    assert_eq!(hand_in(&server, &[(&name, &bytes)]).status, 303);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("esportato da qui") && page.contains("i dati dicono già lo stesso"), "{page}");
    let nothing = decide(&server, &[("_azione", "scrivi")]);
    assert!(nothing.status == 422 && nothing.body.contains("nulla da scrivere"), "{}", nothing.body);
    assert_eq!(decide(&server, &[("_azione", "lascia")]).header("location"), Some("/banco/fogli/"));
    assert_eq!(server.keyed("/banco/importa/").status, 404);
}

#[test]
fn nothing_is_written_into_a_sealed_edition() {
    let folder = Folder::starter();
    folder.piao(["seal", piao::scaffold::EDITION]).run();
    let before = tree::files(&folder.root().join("data"));
    let server = Server::of(&folder);
    assert_eq!(hand_in(&server, &[("software.csv", SHEET.as_bytes())]).status, 303);
    let page = server.keyed("/banco/importa/").body;
    assert!(page.contains("è sigillata") && !page.contains("value=\"scrivi\""), "{page}");
    let refused = decide(&server, &[("_azione", "scrivi")]);
    assert!(refused.status == 422 && refused.body.contains("l&#39;edizione è sigillata"), "{}", refused.body);
    assert_eq!(tree::files(&folder.root().join("data")), before);
}

/// A workbook of a few kilobytes that would fill the memory.
fn bomb() -> Vec<u8> {
    let options = SimpleFileOptions::default();
    let mut small = ZipWriter::new(Cursor::new(Vec::new()));
    small.start_file("xl/workbook.xml", options).expect("a part");
    let block = vec![b' '; 1 << 20];
    for _ in 0..32 {
        small.write_all(&block).expect("written");
    }
    let small = small.finish().expect("an archive").into_inner();
    let mut archive = zip::ZipArchive::new(Cursor::new(small)).expect("an archive");
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..20 {
        let part = archive.by_index_raw(0).expect("the part");
        let name = if number == 0 { "xl/workbook.xml".to_owned() } else { format!("xl/worksheets/sheet{number}.xml") };
        bomb.raw_copy_file_rename(part, name).expect("copied");
    }
    bomb.finish().expect("an archive").into_inner()
}

#[test]
fn what_is_no_spreadsheet_is_refused_with_its_reason_and_nothing_is_kept() {
    let folder = Folder::starter();
    let before = tree::files(folder.root());
    let server = Server::of(&folder);
    let bomb = bomb();
    assert!(bomb.len() < 2 << 20, "{}", bomb.len());
    let rows: [(&str, &[u8], &str); 5] = [
        ("bando.pdf", b"%PDF-1.7 prova", "è un PDF"),
        ("bomba.xlsx", &bomb, "è troppo grande"),
        ("rotto.xlsx", b"PK\x03\x04 nulla", "danneggiato"),
        ("C:\\Utenti\\..\\bando.pdf", b"%PDF-1.7", "«bando.pdf»"),
        ("../../../etc/bando.pdf", b"%PDF-1.7", "«bando.pdf»"),
    ];
    for (name, bytes, why) in rows {
        let answer = hand_in(&server, &[(name, bytes)]);
        assert!(answer.status == 422 && answer.body.contains(why), "{name}: {}", answer.body);
    }
    let none = hand_in(&server, &[("", b"")]);
    assert!(none.status == 422 && none.body.contains("Non è stato scelto nessun file"), "{}", none.body);
    assert_eq!(server.keyed("/banco/importa/").status, 404);
    let quoted = hand_in(&server, &[("<script>alert(1)</script>.csv", SHEET.as_bytes())]);
    assert_eq!(quoted.status, 303);
    assert!(!server.keyed("/banco/importa/").body.contains("<script>alert"));
    drop(server);
    let mut after = tree::files(folder.root());
    after.remove(".piao-banco");
    assert_eq!(after, before);
}

/// What is sent, where, with which lines of head and which body, and the status that it gets.
type Case<'a> = (&'a str, &'a str, Vec<&'a str>, &'a [u8], u16);

#[test]
fn files_are_taken_from_nobody_else_and_nowhere_else() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let (cookie, kind, ours) = (server.cookie(), kind(), "Origin: http://127.0.0.1:PORT");
    let good = body(&[("software.csv", SHEET.as_bytes())]);
    let cases: [Case<'_>; 8] = [
        ("without the key", "/banco/fogli/", vec![&kind, ours], &good, 403),
        ("from another site", "/banco/fogli/", vec![&cookie, &kind, "Origin: https://esempio.it"], &good, 403),
        ("to another page", "/banco/correggi", vec![&cookie, &kind, ours], &good, 415),
        ("to the site", "/", vec![&cookie, &kind, ours], &good, 415),
        (
            "without what parts them",
            "/banco/fogli/",
            vec![&cookie, "Content-Type: multipart/form-data", ours],
            &good,
            415,
        ),
        ("as JSON", "/banco/fogli/", vec![&cookie, "Content-Type: application/json", ours], &good, 415),
        ("cut off", "/banco/fogli/", vec![&cookie, &kind, ours], &good[..good.len() - 30], 400),
        ("parted otherwise", "/banco/fogli/", vec![&cookie, &kind, ours], b"--altro\r\n\r\nx\r\n--altro--", 400),
    ];
    for (what, path, lines, body, status) in cases {
        let answer = send(&server, path, &lines, body);
        assert_eq!(answer.status, status, "{what}: {}", answer.body);
    }
    let long = server.head("POST", "/banco/fogli/", &[&cookie, &kind, ours, "Content-Length: 1073741824"]);
    assert_eq!(server.raw(long.as_bytes()).status, 413, "a gigabyte is not listened to");
    let many: Vec<(&str, &[u8])> = vec![("a.csv", b"a;b\r\n1;2\r\n"); 300];
    assert_eq!(hand_in(&server, &many).status, 413);
    assert_eq!(server.keyed("/banco/importa/").status, 404, "nothing of all that was taken");
    assert_eq!(server.post(&format!("/banco/{}", encoded("importa")), &[("_azione", "scrivi")]).status, 422);
}
