//! The PDFs of the real annex, read back.

use super::reading::{bookmarks, dict, get, pages, parsed, sizes, tags, text};
use super::{CSV, converter, documents_of};
use crate::folder::{Folder, repository};
use lopdf::Object;
use piao::output::Output;
use piao::pdf::typst::make;
use std::sync::OnceLock;

/// Every PDF of the real annex, made once.
pub fn pdfs() -> &'static [Output] {
    static PDFS: OnceLock<Vec<Output>> = OnceLock::new();
    PDFS.get_or_init(|| make(&converter(), &documents_of(repository(), None), None).expect("every PDF is made").outputs)
}

fn pdf(name: &str) -> &'static [u8] {
    let path = format!("2025-2027/stampa/{name}.pdf");
    &pdfs().iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}")).bytes
}

fn codes() -> Vec<String> {
    let loaded = piao::load::load(repository()).unwrap();
    let rows = loaded.annex.editions[0].processes.rows.iter();
    rows.map(|process| process.label().to_owned()).collect()
}

/// Every process code of a text, in order.
fn found_codes(text: &str) -> Vec<String> {
    let known = codes();
    text.split_whitespace().filter(|word| known.iter().any(|code| code == word)).map(str::to_owned).collect()
}

#[test]
fn every_table_that_is_present_has_its_pdf() {
    let names: Vec<_> = pdfs().iter().map(|output| output.path.as_str()).collect();
    let expected = ["allegato", "processi", "smart-team", "software", "formazione", "attuazione", "valutazione"];
    assert_eq!(names, expected.map(|name| format!("2025-2027/stampa/{name}.pdf")));
}

#[test]
fn each_pdf_names_both_standards() {
    for output in pdfs() {
        let document = parsed(&output.bytes);
        let catalog = document.catalog().unwrap();
        let metadata = get(&document, catalog, "Metadata").as_stream().unwrap();
        let xmp = metadata.get_plain_content().unwrap_or_else(|_| metadata.content.clone());
        let xmp = String::from_utf8(xmp).unwrap();
        let part = if output.path.ends_with("allegato.pdf") { 2 } else { 3 };
        for piece in [
            format!("<pdfaid:part>{part}</pdfaid:part>"),
            "<pdfaid:conformance>A</pdfaid:conformance>".to_owned(),
            "<pdfuaid:part>1</pdfuaid:part>".to_owned(),
            "<xmp:CreateDate>2025-01-01T00:00:00Z".to_owned(),
            "<rdf:li>Comune di Casalecchio di Reno</rdf:li>".to_owned(),
        ] {
            assert!(xmp.contains(&piece), "{}: no {piece} in\n{xmp}", output.path);
        }
        assert_eq!(text(get(&document, catalog, "Lang")), "it", "{}", output.path);
        assert_eq!(*get(&document, dict(&document, catalog, "MarkInfo"), "Marked"), Object::Boolean(true));
        assert_eq!(
            *get(&document, dict(&document, catalog, "ViewerPreferences"), "DisplayDocTitle"),
            Object::Boolean(true)
        );
        assert!(xmp.contains("Disciplina del Lavoro Agile"), "{}", output.path);
        assert!(!bookmarks(&document).is_empty(), "{}", output.path);
        // Every font that is used is carried inside.
        let fonts = document.objects.values().filter_map(|object| object.as_dict().ok());
        for font in
            fonts.filter(|font| font.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"FontDescriptor"))
        {
            assert!(
                [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| font.has(key)),
                "{}: {font:?}",
                output.path
            );
        }
    }
}

#[test]
fn tables_are_tagged_with_their_headers() {
    for (name, rows, tables) in
        [("processi", 59, 1), ("smart-team", 18, 1), ("software", 69, 1), ("formazione", 19, 1), ("attuazione", 17, 1)]
    {
        let tags = tags(&parsed(pdf(name)));
        assert_eq!(tags.get("Table"), Some(&tables), "{name}: {tags:?}");
        assert_eq!(tags.get("H1"), Some(&1), "{name}: {tags:?}");
        assert!(tags["TR"] > rows, "{name}: {tags:?}");
        // A heading for each column, one for each row, and those of the bands.
        assert!(tags["TH"] >= rows + 2, "{name}: {tags:?}");
        assert!(tags["TD"] >= rows, "{name}: {tags:?}");
    }
    let tags = tags(&parsed(pdf("allegato")));
    for kind in ["Document", "H1", "H2", "H3", "P", "L", "LI", "Table", "TOC", "TOCI", "Link", "Note", "Caption"] {
        assert!(tags.contains_key(kind), "no {kind}: {tags:?}");
    }
}

#[test]
fn the_annex_has_its_contents_in_order() {
    let document = parsed(pdf("allegato"));
    let titles = bookmarks(&document);
    let chapters = [
        "Premessa",
        "Stato di attuazione",
        "Mappatura dei processi",
        "Gruppi di lavoro (smart team)",
        "Profili esclusi",
        "Misurazione e valutazione della performance",
        "Piano formativo",
        "Riferimenti normativi",
        "Tavola 1 – Mappatura dei processi",
        "Elenco dei programmi informatici (software)",
    ];
    let places: Vec<_> =
        chapters.iter().map(|wanted| titles.iter().position(|title| title.ends_with(wanted))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {titles:?}");
    let pages = pages(pdf("allegato"));
    let cover = pages[0].replace(['\n', '’'], " ");
    for words in [
        "Comune di Casalecchio di Reno",
        "Piano Integrato di Attività e Organizzazione 2025-2027",
        "Allegato 2A",
        "Disciplina del Lavoro Agile",
    ] {
        assert!(cover.contains(words), "{words}: {cover}");
    }
    // Nobody says by which act it was approved, nor that it was.
    assert!(!cover.contains("Approvato"), "{cover}");
    let end = pages[pages.len() - 1].split("Colophon").nth(1).expect("a colophon at the end");
    let lines = ["Ente: Comune di Casalecchio di Reno", "Edizione: 2025-2027", "Licenza: CC BY 4.0"];
    assert!(lines.iter().all(|line| end.contains(line)), "{end}");
    assert!(!end.contains("Approvazione") && !end.contains("Pubblicazione"), "{end}");
    assert!(pages[pages.len() - 1].contains("A che cosa serve"), "a short colophon has no sheet of its own");
    assert!(pages[1].contains("Indice") && pages[1].contains("Tavola 1"), "{}", pages[1]);
    let last = pages.len();
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("pag. {} di {last}", number + 1)), "page {}: {page}", number + 1);
        assert!(page.contains("Sito dimostrativo"), "page {}", number + 1);
        assert!(
            number == 0 || page.contains("Allegato 2A – Disciplina del Lavoro Agile – edizione 2025-2027"),
            "page {}",
            number + 1
        );
    }
}

#[test]
fn every_code_stands_once_in_reading_order() {
    assert_eq!(codes().len(), 59);
    assert_eq!(found_codes(&pages(pdf("processi")).join("\n")), codes());
    let document = parsed(pdf("allegato"));
    let wide: Vec<bool> = sizes(&document).iter().map(|(width, height)| width > height).collect();
    let texts = pages(pdf("allegato"));
    let table: Vec<_> = texts.iter().zip(&wide).filter(|(_, wide)| **wide).map(|(page, _)| page.as_str()).collect();
    assert_eq!(found_codes(&table.join("\n")), codes());
}

/// Words of narrow columns are divided in syllables with a hyphen, or not at all.
#[test]
fn words_are_not_cut_anywhere() {
    let text = pages(pdf("processi")).join("\n").replace('\u{200b}', "").replace("’\n", "’");
    for word in ["dall’amministrazione", "dell’amministrazione", "iniziative", "Generale", "Comunicazione"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    for stump in ["amm\n", "Genera-\n", "/ini\n"] {
        assert!(!text.contains(stump), "{stump:?}: {text}");
    }
}

/// What the letters of the matrix mean is said before they are met.
#[test]
fn the_legend_comes_before_the_matrix() {
    for name in ["formazione", "allegato"] {
        let text = pages(pdf(name)).join("\n");
        let legend = text.find("Legenda:").expect("a legend");
        assert!(text[legend..].contains("Tutti i dipendenti") && text[legend..].contains("Modulo 1"), "{name}: {text}");
    }
}

#[test]
fn headers_repeat_on_every_page() {
    for (name, words) in [
        ("processi", &["CODICE", "Finalità", "Fasi", "Smartabilità"][..]),
        ("software", &["Programma", "A che cosa serve"]),
    ] {
        let pages = pages(pdf(name));
        assert!(pages.len() > 1, "{name}");
        for (number, page) in pages.iter().enumerate() {
            assert!(words.iter().all(|word| page.contains(word)), "{name}, page {}: {page}", number + 1);
        }
    }
}

#[test]
fn the_published_total_keeps_its_note() {
    for name in ["attuazione", "allegato"] {
        let text = pages(pdf(name)).join("\n").replace('\n', " ");
        assert!(
            text.contains("Totale ente ruolo") && text.contains("La somma delle righe della tabella dà 89"),
            "{name}: {text}"
        );
    }
    let training = pages(pdf("formazione")).join("\n").replace('\n', " ");
    assert!(
        training.contains("Legenda:")
            && training.contains("significato non indicato")
            && training.contains("Da verificare"),
        "{training}"
    );
}

#[test]
fn sheets_are_upright_but_for_tavola_1() {
    let annex = sizes(&parsed(pdf("allegato")));
    assert_eq!((annex[0], annex[annex.len() - 1]), ((210, 297), (210, 297)));
    assert!(annex.iter().all(|size| matches!(size, (210, 297) | (297, 210))), "{annex:?}");
    assert_eq!(annex.iter().filter(|size| **size == (297, 210)).count(), sizes(&parsed(pdf("processi"))).len());
    assert!(sizes(&parsed(pdf("processi"))).iter().all(|size| *size == (297, 210)));
    assert!(sizes(&parsed(pdf("software"))).iter().all(|size| *size == (210, 297)));
}

#[test]
fn single_tables_carry_their_data() {
    for name in ["processi", "software"] {
        let document = parsed(pdf(name));
        let catalog = document.catalog().unwrap();
        let files = get(&document, catalog, "AF").as_array().unwrap();
        assert_eq!(files.len(), 1);
        let file = document.dereference(&files[0]).unwrap().1.as_dict().unwrap();
        assert_eq!(text(get(&document, file, "UF")), format!("{name}.csv"));
        assert_eq!(get(&document, file, "AFRelationship").as_name().unwrap(), b"Data");
        let stream = get(&document, dict(&document, file, "EF"), "F").as_stream().unwrap();
        assert_eq!(stream.get_plain_content().unwrap_or_else(|_| stream.content.clone()), CSV);
    }
    assert!(!parsed(pdf("allegato")).catalog().unwrap().has(b"AF"));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let again = make(&converter(), &documents_of(repository(), None), None).unwrap().outputs;
    for (first, second) in pdfs().iter().zip(&again) {
        assert_eq!(first.path, second.path);
        assert!(first.bytes == second.bytes, "{}", first.path);
    }
}

/// What the rule of the checks takes for drawable, the converter draws: the first and the last character of every range, in every weight
/// that the sheets use. One that it does not is named by its number.
#[test]
fn every_character_that_is_said_to_be_drawn_is_drawn() {
    let folder = Folder::starter();
    let ends = piao::model::drawn_ranges().iter().flat_map(|(first, last)| [*first, *last]);
    // What has a meaning in Markdown would have to be escaped, and is drawn by any font.
    let drawn: String = ends.filter_map(char::from_u32).filter(|c| !c.is_ascii()).collect();
    assert!(drawn.chars().count() > 300);
    let pieces: Vec<_> = drawn.chars().map(String::from).collect();
    let text = pieces.join(" ");
    let chapter = folder.read("/content/2026-2028/01-premessa.md");
    folder.write("/content/2026-2028/01-premessa.md", format!("{chapter}\n{text}\n\n**{text}**\n\n即 📅\n"));
    let made = make(&converter(), &documents_of(folder.root(), None)[..1], None).expect("the annex is made").outputs;
    let read: String = pages(&made[0].bytes).concat();
    for named in ["[U+5373]", "[U+1F4C5]"] {
        assert!(read.contains(named), "{named}");
    }
}

/// An approved edition says by which act on its first page and, with all that is known, at its end; a draft of it does not.
#[test]
fn the_colophon_says_what_is_known_and_a_draft_names_no_act() {
    let folder = Folder::starter();
    let kept = ["stato", "approvazione", "ultimo_aggiornamento", "pubblicato_il", "documento_approvato"];
    let edition: String = folder
        .read("edizione.yaml")
        .lines()
        .filter(|line| !kept.iter().any(|key| line.starts_with(key)))
        .map(|line| format!("{line}\n"))
        .collect();
    let act = "approvazione: { organo: Giunta comunale, atto: Deliberazione, numero: \"12\", data: 2026-01-29 }";
    let shown = |state: &str| {
        folder.write("edizione.yaml", format!("{edition}stato: {state}\npubblicato_il: 2026-02-03\n{act}\n"));
        let made =
            make(&converter(), &documents_of(folder.root(), None)[..1], None).expect("the annex is made").outputs;
        pages(&made[0].bytes)
    };
    let approved = shown("approvata");
    let first = approved[0].replace('\n', " ");
    assert!(first.contains("Approvato con Deliberazione (Giunta comunale) n. 12 del 29 gennaio 2026"), "{first}");
    let end = approved[approved.len() - 1].replace('\n', " ");
    for line in
        ["Approvazione: Deliberazione (Giunta comunale) n. 12 del 29 gennaio 2026", "Pubblicazione: 3 febbraio 2026"]
    {
        assert!(end.contains(line), "{line}: {end}");
    }
    assert!(approved[1].contains("edizione 2026-2028 (vigente)"), "{}", approved[1]);
    let draft = shown("bozza");
    assert!(!draft.concat().contains("Approvato con") && !draft.concat().contains("Approvazione:"));
    assert!(draft[1].contains("edizione 2026-2028") && draft[1].contains("BOZZA"), "{}", draft[1]);
}
