//! The annex as a Word document: when `piao build` makes it, keeps it and takes it away, and what stands in it.

use crate::folder::Folder;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

const DOCUMENT: &str = "2026-2028/stampa/allegato.docx";

/// The parts of the document that a folder has, by their names.
fn parts(folder: &Folder) -> BTreeMap<String, String> {
    let bytes = fs::read(folder.root().join("public").join(DOCUMENT)).expect("the document");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        let name = part.name().expect("a name").to_string();
        assert!(roxmltree::Document::parse(&text).is_ok(), "{name} is no XML");
        parts.insert(name, text);
    }
    parts
}

/// The words of a part.
fn words(part: &str) -> String {
    let xml = roxmltree::Document::parse(part).expect("XML");
    xml.descendants()
        .filter(|node| node.has_tag_name("t") || node.tag_name().name() == "t")
        .filter_map(|node| node.text())
        .collect()
}

#[test]
fn the_document_is_made_kept_and_taken_away() {
    let starter = Folder::starter();
    let there = || starter.root().join("public").join(DOCUMENT).exists();
    let said = starter.piao(["build"]).run().err;
    assert!(!there() && !said.contains("Word"), "{said}");
    let said = starter.piao(["build", "--docx"]).run().err;
    assert!(there() && said.contains("Documento di Word: 1"), "{said}");
    let made = fs::read(starter.root().join("public").join(DOCUMENT)).unwrap();
    let page = fs::read_to_string(starter.root().join("public/2026-2028/index.html")).unwrap();
    assert!(page.contains("href=\"stampa/allegato.docx\"") && page.contains("Word, DOCX"), "the page leads to it");
    let said = starter.piao(["build"]).run().err;
    assert!(there() && said.contains("--no-docx"), "{said}");
    assert_eq!(fs::read(starter.root().join("public").join(DOCUMENT)).unwrap(), made, "taken over as it was");
    starter.piao(["build", "--docx"]).run();
    assert_eq!(fs::read(starter.root().join("public").join(DOCUMENT)).unwrap(), made, "the same data, the same bytes");
    starter.piao(["build", "--senza-docx"]).run();
    assert!(!there(), "only --no-docx takes it away");
    starter.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: istituzionale\ndocx: si");
    starter.piao(["build"]).run();
    assert!(there(), "`docx: si` asks for it at every build");
    starter.piao(["build", "--no-docx"]).run();
    assert!(!there());
    starter.piao(["build", "--docx", "--no-docx"]).status(2).run();
}

#[test]
fn the_package_holds_the_document_that_was_asked_for() {
    let starter = Folder::starter();
    starter.piao(["package", "--no-pdf", "--docx", "--out", "p.zip"]).run();
    let archive = ZipArchive::new(fs::File::open(starter.root().join("p.zip")).unwrap()).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().to_string()).collect();
    assert_eq!(names.iter().filter(|name| name.ends_with(".docx")).count(), 2, "{names:#?}");
}

#[test]
fn everything_of_the_annex_stands_in_the_document() {
    let starter = Folder::starter();
    starter.piao(["build", "--docx"]).run();
    let parts = parts(&starter);
    let document = &parts["word/document.xml"];
    let words = words(document);
    let processes = fs::read_to_string(starter.path("processi.yaml")).unwrap();
    let codes: Vec<&str> =
        processes.lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("codice: ")).collect();
    assert!(!codes.is_empty());
    for code in codes {
        assert!(words.contains(code), "{code}");
    }
    let titles = fs::read_dir(starter.root().join("content/2026-2028")).unwrap().filter_map(|entry| {
        let text = fs::read_to_string(entry.unwrap().path()).ok()?;
        text.lines().find_map(|line| line.strip_prefix("titolo: ").map(str::to_owned))
    });
    for title in titles {
        assert!(words.contains(&title), "{title}");
    }
    assert!(document.contains("w:orient=\"landscape\""), "Tavola 1 lies");
    assert!(document.contains("<w:tblHeader/>") && document.contains("<w:cantSplit/>"));
    assert!(document.contains("w:val=\"Heading1\"") && document.contains("PAGEREF"));
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"it-IT\""));
    assert!(parts["docProps/core.xml"].contains("<dc:language>it-IT</dc:language>"));
    assert!(parts["word/footer1.xml"].contains(" PAGE "));
}

#[test]
fn a_draft_says_so_on_every_sheet() {
    for (state, mark) in [("bozza", "BOZZA"), ("proposta", "PROPOSTA")] {
        let starter = Folder::starter();
        let text = fs::read_to_string(starter.path("edizione.yaml")).unwrap();
        let kept: String =
            text.lines().filter(|line| !line.starts_with("stato:")).map(|line| format!("{line}\n")).collect();
        starter.write("edizione.yaml", kept + &format!("stato: {state}\n"));
        starter.piao(["build", "--docx"]).run();
        let parts = parts(&starter);
        for header in ["word/header0.xml", "word/header1.xml", "word/header2.xml"] {
            assert!(words(&parts[header]).contains(mark), "{header} of {state}");
        }
    }
}

/// Chapters stand below those whose number they continue, and the sheets go on from those of the plan.
#[test]
fn chapters_are_nested_and_sheets_go_on() {
    let starter = Folder::starter();
    starter.edit("edizione.yaml", "stato: bozza", "stato: bozza\nprima_pagina: 41\nspazio_protocollo: si");
    let chapter = "---\ntitolo: Modi\nordine: 9\nnumero: \"2.1\"\n---\n\nTesto.\n\n## Sezione\n\nAltro.\n";
    starter.edit("/content/2026-2028/09-modi.md", "", chapter);
    let chapter = "---\ntitolo: Regole\nordine: 10\nnumero: \"7.2\"\nparte: Modalità\n---\n\nTesto.\n";
    starter.edit("/content/2026-2028/10-regole.md", "", chapter);
    starter.piao(["build", "--docx"]).status(0).run();
    let parts = parts(&starter);
    let document = &parts["word/document.xml"];
    let xml = roxmltree::Document::parse(document).unwrap();
    let styled = |paragraph: &roxmltree::Node<'_, '_>| {
        let style = paragraph.descendants().find(|node| node.tag_name().name() == "pStyle")?;
        let style = style.attributes().next()?.value().to_owned();
        let words: String =
            paragraph.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        (style.starts_with("Heading")).then_some((style, words))
    };
    let headings: Vec<_> =
        xml.descendants().filter(|node| node.tag_name().name() == "p").filter_map(|p| styled(&p)).collect();
    for (style, words) in [
        ("Heading1", "2. Lo stato di attuazione"),
        ("Heading2", "2.1. Modi"),
        ("Heading3", "Sezione"),
        ("Heading1", "7. Modalità"),
        ("Heading2", "7.2. Regole"),
    ] {
        assert!(headings.contains(&(style.to_owned(), words.to_owned())), "{words}: {headings:?}");
    }
    assert!(document.contains("<w:pgNumType w:start=\"41\"/>"));
    assert!(words(document).contains("Spazio per il protocollo"));
    let feet: String = parts
        .iter()
        .filter(|(name, _)| name.contains("footer") || name.contains("piede"))
        .map(|(_, part)| part.as_str())
        .collect();
    assert!(feet.contains("pag. ") && !feet.contains("NUMPAGES"), "{feet}");
}

/// The head of every sheet tells the state, as pages and PDFs do; where none is stated, nothing is.
#[test]
fn the_sheets_tell_the_state_of_their_edition() {
    for (state, told, untold) in [
        ("stato: bozza\n", "BOZZA", "vigente"),
        ("stato: proposta\n", "PROPOSTA", "vigente"),
        ("stato: approvata\n", "edizione 2026-2028 (vigente)", "BOZZA"),
        ("", "edizione 2026-2028", "vigente"),
    ] {
        let starter = Folder::starter();
        starter.edit("edizione.yaml", "stato: bozza\n", state);
        starter.piao(["build", "--docx"]).status(0).run();
        let parts = parts(&starter);
        let heads: Vec<_> =
            parts.iter().filter(|(_, part)| part.contains("<w:hdr ")).map(|(_, part)| words(part)).collect();
        assert!(heads.iter().any(|head| head.contains(told)), "{told}: {heads:?}");
        assert!(!heads.iter().any(|head| head.contains(untold)), "{untold}: {heads:?}");
    }
}

#[test]
fn the_colophon_closes_the_document_with_what_is_known() {
    let starter = Folder::starter();
    starter.edit(
        "/data/ente.yaml",
        "denominazione: Comune di Esempio\n",
        "denominazione: Comune di Esempio\nindirizzo: piazza della Prova 1\n",
    );
    starter.piao(["build", "--docx"]).run();
    let document = words(&parts(&starter)["word/document.xml"]);
    let colophon = &document[document.rfind("Colophon").expect("the colophon")..];
    for said in
        ["Ente: ", "Comune di Esempio", "Indirizzo: ", "piazza della Prova 1", "Edizione: ", "2026-2028", "Licenza: "]
    {
        assert!(colophon.contains(said.trim()), "{said} in {colophon}");
    }
    assert!(!colophon.contains("Approvazione"), "a draft names no act: {colophon}");
}

#[test]
fn a_picture_that_word_would_not_show_is_named_and_its_words_stand_in_its_place() {
    let starter = Folder::starter();
    let chapter = "/content/2026-2028/01-premessa.md";
    let drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\"/></svg>";
    starter.write("/content/2026-2028/immagini/schema.svg", drawing);
    starter.write(chapter, format!("{}\n\n![Schema dei processi](immagini/schema.svg)\n", starter.read(chapter)));
    let ran = starter.piao(["build", "--docx"]).run();
    let notice =
        "avviso: nel documento di Word un'immagine è sostituita dalla sua descrizione: `immagini/schema.svg`. ";
    assert!(ran.err.contains(notice), "{}", ran.err);
    assert!(ran.err.lines().last().is_some_and(|last| last.starts_with("Sito scritto in ")), "{}", ran.err);
    assert!(words(&parts(&starter)["word/document.xml"]).contains("[Figura: Schema dei processi]"));
    // Nothing is said where no document is made.
    let ran = starter.piao(["build", "--no-docx"]).run();
    assert!(!ran.err.contains("schema.svg"), "{}", ran.err);
}

#[test]
fn where_nobody_is_counted_yet_the_document_has_no_columns_of_numbers() {
    let starter = Folder::starter();
    let text = starter.read("attuazione.yaml");
    let (rows, _) = text.split_once("totale_dichiarato").expect("the total");
    let left = rows.lines().filter(|line| !line.starts_with("    agili:"));
    let left =
        left.map(|line| if line.starts_with("    dipendenti:") { "    da_decidere: quante persone" } else { line });
    let left: Vec<_> = left.collect();
    starter.write("attuazione.yaml", left.join("\n"));
    starter.piao(["build", "--docx"]).run();
    let document = words(&parts(&starter)["word/document.xml"]);
    assert!(
        document
            .contains("Il numero dei dipendenti e quello di lavoratrici e lavoratori agili sono ancora da indicare.")
    );
    assert!(!document.contains("Smart teamGiorni alla settimanaDipendenti"), "{document}");
    assert!(document.contains("erano [da indicare] su [da indicare]."), "{document}");
    assert_eq!(document.replace("[da indicare]", "").matches("da indicare").count(), 1, "{document}");
}

#[test]
fn a_table_without_rows_says_so() {
    let starter = Folder::starter();
    starter.empty_tables();
    starter.piao(["build", "--docx"]).run();
    let words = words(&parts(&starter)["word/document.xml"]);
    assert!(words.matches("Questa tavola non ha nessuna riga.").count() > 5, "{words}");
    assert!(words.contains("Solo chi è di ruolo.") && !words.contains("A che cosa serve"), "{words}");
}
