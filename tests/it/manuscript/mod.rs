//! Chapters that go to Word and come back: by the program's own documents, by those of Word and `LibreOffice`, by hostile ones.

mod hostile;

use crate::folder::{Folder, repository};
use crate::tree::files;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A document of the folder `tests/documents`.
fn document(name: &str) -> Vec<u8> {
    fs::read(repository().join("tests/documents").join(name)).expect("the document")
}

/// A document in which a text of its main part is another.
fn edited(bytes: &[u8], replace: &str, with: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        if name == "word/document.xml" {
            let text = String::from_utf8(bytes).expect("text");
            assert_eq!(text.matches(replace).count(), 1, "{replace}");
            bytes = text.replace(replace, with).into_bytes();
        }
        made.start_file(name, SimpleFileOptions::default()).expect("a part");
        made.write_all(&bytes).expect("its bytes");
    }
    made.finish().expect("an archive").into_inner()
}

/// Exports the chapters of a folder and imports each: nothing may change, and nothing be said.
fn nothing_changes(folder: &Folder) {
    let before = files(&folder.root().join("content"));
    folder.piao(["export", "--chapters", "capitoli"]).run();
    let documents: Vec<String> =
        files(&folder.root().join("capitoli")).into_keys().filter(|name| name.ends_with(".docx")).collect();
    assert!(!documents.is_empty());
    for document in documents {
        let slug = document.trim_end_matches(".docx").to_owned();
        let ran = folder.piao(["import", &format!("capitoli/{document}"), "--chapter", &slug, "--yes"]).out("").run();
        assert!(ran.err.contains("nulla da cambiare"), "{slug}: {}", ran.err);
    }
    assert_eq!(files(&folder.root().join("content")), before);
}

#[test]
fn chapters_come_back_byte_for_byte() {
    nothing_changes(&Folder::real());
    nothing_changes(&Folder::starter());
    let administrations = repository().join("tests/administrations");
    for entry in fs::read_dir(administrations).expect("the administrations") {
        let root = entry.expect("an entry").path();
        if root.join("content").is_dir() {
            nothing_changes(&copy(&root));
        }
    }
}

fn copy(root: &Path) -> Folder {
    let folder = Folder::empty();
    for (path, bytes) in files(root) {
        folder.write(&format!("/{path}"), bytes);
    }
    folder
}

#[test]
fn only_the_paragraph_that_changed_is_written() {
    let folder = Folder::real();
    folder.piao(["esporta", "--capitoli", "capitoli"]).run();
    let path = folder.path("/capitoli/stato-di-attuazione.docx");
    let bytes = fs::read(&path).unwrap();
    let (was, is) = ("sono quelli del 2024.", "restano quelli del 2024, 1 * 1.");
    fs::write(&path, edited(&bytes, was, is)).unwrap();
    let chapter = folder.path("/content/2025-2027/02-stato-di-attuazione.md");
    let before = fs::read_to_string(&chapter).unwrap();
    let arguments = ["importa", "capitoli/stato-di-attuazione.docx", "--capitolo", "stato-di-attuazione"];
    let ran = folder.piao(arguments).run();
    assert!(
        ran.out.contains("\n+La tabella mostra") && ran.err.contains("nulla è stato scritto"),
        "{}{}",
        ran.out,
        ran.err
    );
    assert_eq!(fs::read_to_string(&chapter).unwrap(), before, "without --si nothing is written");
    folder.piao(arguments.into_iter().chain(["--si"])).run();
    assert_eq!(fs::read_to_string(&chapter).unwrap(), before.replace(was, "restano quelli del 2024, 1 \\* 1."));
    // Whoever wrote in a document keeps it.
    let ran = folder.piao(["export", "--chapters", "capitoli"]).status(2).run();
    assert!(ran.err.contains("nessuno ha scritto"), "{}", ran.err);
}

/// What the documents of Word and of `LibreOffice` say.
const EXPECTED: &str = "---
titolo: Il lavoro agile nell'ente
ordine: 3
---

## Chi può

Può chiedere il lavoro agile **tutto il personale**, anche *a tempo determinato*. Si veda [la norma](https://www.example.org/norme).[^n1]

- prima voce;
  - dentro la prima;
- seconda voce.

1. chiedere;
2. firmare.

### Quanti giorni

| Ufficio | Giorni |
|---|---|
| Anagrafe | 1 |
| Tributi | 2 \\* 3 |

> Una citazione.

\\# Non è un titolo, 1 \\* 2 \\* 3 e {{ totali.processi }}.

[^n1]: La legge 81 del 2017.
";

#[test]
fn documents_of_word_and_libreoffice_become_a_chapter() {
    for name in ["word.docx", "libreoffice.docx"] {
        let starter = Folder::starter();
        starter.write("/nuovo.docx", document(name));
        let ran = starter.piao(["import", "nuovo.docx", "--chapter", "chi-puo", "--yes"]).run();
        assert!(ran.err.contains("Capitolo nuovo `chi-puo`"), "{name}: {}", ran.err);
        let text = fs::read_to_string(starter.path("/content/2026-2028/03-chi-puo.md")).unwrap();
        assert_eq!(text, EXPECTED, "{name}");
        starter.piao(["check"]).run();
        // Again it says the same.
        let ran = starter.piao(["import", "nuovo.docx", "--chapter", "chi-puo"]).out("").run();
        assert!(ran.err.contains("nulla da cambiare"), "{name}: {}", ran.err);
    }
}

#[test]
fn what_is_lost_is_said_with_its_place() {
    let starter = Folder::starter();
    starter.write("/perdite.docx", document("perdite.docx"));
    let ran = starter.piao(["import", "perdite.docx", "--chapter", "perdite", "--yes"]).status(1).run();
    for said in [
        "1 inserimento in revisione, preso come accettato (presso «Testo con aggiunta»)",
        "1 cancellazione in revisione, presa come accettata",
        "1 commento, che non si porta",
        "1 immagine o oggetto, che non si porta (presso «Figura:»)",
        "1 casella di testo, le cui parole non si leggono (presso «Riquadro:»)",
        "1 formula, che non si porta (presso «Formula:»)",
        "1 cella unita ad altre",
        "1 testo con colori, sottolineature, apici o pedici: restano le sole parole (presso «Rosso: attenzione»)",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    let text = fs::read_to_string(starter.path("/content/2026-2028/03-perdite.md")).unwrap();
    assert!(text.contains("Testo con aggiunta\n") && !text.contains("tolto"), "{text}");
    let ran = starter.piao(["import", "perdite.docx", "--chapter", "perdite", "--format", "json"]).status(1).run();
    let object: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&object["chapter"], &object["new"], &object["changed"]), (&"perdite".into(), &false.into(), &0.into()));
    assert_eq!(object["lost"].as_array().map(Vec::len), Some(8), "{object:#}");
}

#[test]
fn wrong_use_is_told() {
    let starter = Folder::starter();
    starter.write("/nuovo.docx", document("word.docx"));
    for (arguments, said) in [
        (vec!["import", "nuovo.docx", "nuovo.docx", "--chapter", "premessa"], "un documento alla volta"),
        (vec!["import", "nuovo.docx", "--chapter", "Chi Può?"], "non può essere l'indirizzo di un capitolo"),
        (vec!["import", "nuovo.docx", "--chapter", "stampa"], "non può essere l'indirizzo di un capitolo"),
        (vec!["import", "manca.docx", "--chapter", "premessa"], "non si può leggere"),
        (vec!["import", "nuovo.docx"], "--chapter"),
        (vec!["import", "nuovo.docx", "--chapter", "premessa", "--edition", "2030-2032"], "2030-2032"),
        (vec!["export", "--chapters", "x", "--per", "servizio"], "--per"),
    ] {
        let ran = starter.piao(arguments.clone()).status(2).run();
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
}
