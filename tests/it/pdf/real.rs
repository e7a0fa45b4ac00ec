//! The PDFs of the real annex, read back with another library's eyes.

use super::{CSV, converter, documents_of};
use crate::folder::{Folder, repository};
use lopdf::{Dictionary, Object};
use piao::output::Output;
use piao::pdf::typst::make;
use piao::picture::Picture;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Every PDF of the real annex, made once.
fn pdfs() -> &'static [Output] {
    static PDFS: OnceLock<Vec<Output>> = OnceLock::new();
    PDFS.get_or_init(|| make(&converter(), &documents_of(repository(), None), None).expect("every PDF is made").outputs)
}

fn pdf(name: &str) -> &'static [u8] {
    let path = format!("2025-2027/stampa/{name}.pdf");
    &pdfs().iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}")).bytes
}

fn parsed(bytes: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(bytes).expect("a PDF that another library can read")
}

/// A key of a dictionary, references followed.
fn get<'a>(document: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    let object = dictionary.get(key.as_bytes()).unwrap_or_else(|_| panic!("no {key} in {dictionary:?}"));
    document.dereference(object).expect("a reference to something").1
}

fn dict<'a>(document: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> &'a Dictionary {
    get(document, dictionary, key).as_dict().expect("a dictionary")
}

/// Text of a PDF page by page, in the order in which it is read.
fn pages(bytes: &[u8]) -> Vec<String> {
    let mut child = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("manca pdftotext (pacchetto poppler-utils)");
    let mut input = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// Width and height of each page, in millimetres.
#[expect(clippy::cast_possible_truncation)] // Sheets are smaller than that.
fn sizes(document: &lopdf::Document) -> Vec<(i64, i64)> {
    let millimetres = |object: &Object| (object.as_float().expect("a number") * 25.4 / 72.0).round() as i64;
    let size = |id| {
        let page = document.get_dictionary(id).unwrap();
        let corners = get(document, page, "MediaBox").as_array().unwrap();
        (millimetres(&corners[2]), millimetres(&corners[3]))
    };
    document.get_pages().into_values().map(size).collect()
}

/// How many structure elements of each kind there are.
fn tags(document: &lopdf::Document) -> BTreeMap<String, usize> {
    let root = dict(document, document.catalog().unwrap(), "StructTreeRoot");
    let mut counts = BTreeMap::new();
    let mut waiting = vec![get(document, root, "K")];
    while let Some(object) = waiting.pop() {
        match document.dereference(object).unwrap().1 {
            Object::Array(kids) => waiting.extend(kids),
            Object::Dictionary(element) => {
                if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
                    *counts.entry(String::from_utf8_lossy(kind).into_owned()).or_insert(0) += 1;
                }
                waiting.extend(element.get(b"K").ok());
            }
            _ => {}
        }
    }
    counts
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("a text")
}

/// The titles of the bookmarks, nested ones after their parents.
fn bookmarks(document: &lopdf::Document) -> Vec<String> {
    fn walk(document: &lopdf::Document, parent: &Dictionary, titles: &mut Vec<String>) {
        let mut next = parent.get(b"First").ok();
        while let Some(reference) = next {
            let item = document.dereference(reference).unwrap().1.as_dict().unwrap();
            titles.push(text(get(document, item, "Title")));
            walk(document, item, titles);
            next = item.get(b"Next").ok();
        }
    }
    let mut titles = Vec::new();
    walk(document, dict(document, document.catalog().unwrap(), "Outlines"), &mut titles);
    titles
}

fn codes() -> Vec<String> {
    let loaded = piao::load::load(repository()).unwrap();
    let rows = loaded.annex.editions[0].processes.rows.iter();
    rows.map(|process| process.code.as_str().to_owned()).collect()
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
        "Approvato con",
        "n.",
    ] {
        assert!(cover.contains(words), "{words}: {cover}");
    }
    assert!(pages[1].contains("Indice") && pages[1].contains("Tavola 1"), "{}", pages[1]);
    let last = pages.len();
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("pag. {} di {last}", number + 1)), "page {}: {page}", number + 1);
        assert!(page.contains("Sito dimostrativo"), "page {}", number + 1);
        assert!(number == 0 || page.contains("Allegato 2A – Disciplina del Lavoro Agile"), "page {}", number + 1);
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

#[test]
fn a_draft_says_so_on_every_page_and_the_edition_chooses_the_sheet() {
    let starter = Folder::starter();
    let path = starter.path("edizione.yaml");
    let settings = std::fs::read_to_string(&path).unwrap();
    let kept: String = settings
        .lines()
        .filter(|line| !line.starts_with("stato:") && !line.starts_with("ultimo_aggiornamento:"))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(&path, kept + "stato: bozza\nformato: A3\nultimo_aggiornamento: 2026-02-03\n").unwrap();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 5\"><path d=\"M0 0h4v5H0z\"/></svg>".to_vec();
    let picture = Picture::coat_of_arms("immagini/stemma.svg", svg).unwrap();
    let made = make(&converter(), &documents_of(starter.root(), Some(&picture)), None).unwrap();
    let annex = &made.outputs[0];
    for (number, page) in pages(&annex.bytes).iter().enumerate() {
        assert!(page.contains("BOZZA"), "page {}: {page}", number + 1);
    }
    let document = parsed(&annex.bytes);
    assert!(sizes(&document).contains(&(420, 297)), "{:?}", sizes(&document));
    assert!(tags(&document).contains_key("Figure"));
    let information = dict(&document, &document.trailer, "Info");
    assert!(text(get(&document, information, "CreationDate")).starts_with("D:20260203"));
}

/// Whatever stands in the data or in a chapter is text: it neither breaks the making nor becomes markup.
#[test]
fn data_is_never_markup() {
    let starter = Folder::starter();
    let nasty = "#panic() $x$ *a* _b_ `c` @d <e> \\ [f] \"g\" // h /* i */ = j ~ -- ' \u{202e}k\u{7}";
    starter.edit(
        "software.yaml",
        "",
        &format!("software:\n  - nome: {}\n    scopo: Prova\n", serde_json::json!(nasty)),
    );
    starter.edit("/content/2026-2028/01-premessa.md", "", "---\ntitolo: \"#panic() <&> $x\"\nordine: 1\n---\n\nTesto #panic() $x$ \\*a\\* `#b` <c> @d[^n] {{ ente.denominazione }}\n\n[^n]: Una nota.\n\n    Due capoversi.\n\n#### Salto\n\n| a | b |\n|---|---|\n| #x | $y$ |\n");
    let made = make(&converter(), &documents_of(starter.root(), None), None).unwrap();
    let text = pages(&made.outputs[0].bytes).join("\n").replace('\n', " ");
    for words in ["#panic()", "$x$", "#b", "@d", "/* i */", "= j", "<&>"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// A word that stands on one line: left, top, right and bottom in points, and its letters.
type Boxed = ([f64; 4], String);

/// The width of each page, and its words.
fn boxes(bytes: &[u8]) -> Vec<(f64, Vec<Boxed>)> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let output =
        Command::new("pdftotext").arg("-bbox").arg(file.path()).arg("-").stderr(Stdio::null()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let number = |line: &str, key: &str| -> f64 {
        let value = line.split_once(&format!("{key}=\"")).unwrap().1;
        value[..value.find('"').unwrap()].parse().unwrap()
    };
    let mut pages = Vec::new();
    for line in text.lines().map(str::trim_start) {
        if line.starts_with("<page ") {
            pages.push((number(line, "width"), Vec::new()));
        } else if line.starts_with("<word ") {
            let corners = ["xMin", "yMin", "xMax", "yMax"].map(|key| number(line, key));
            let word = line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            // A divided word is read whole, and its box is that of all its lines.
            if corners[3] - corners[1] < 16.0 {
                pages.last_mut().unwrap().1.push((corners, word));
            }
        }
    }
    pages
}

/// However long a word is, it stays in its column and on its sheet.
#[test]
fn nothing_sticks_out_or_lies_over_anything_else() {
    let starter = Folder::starter();
    let path = starter.path("processi.yaml");
    let processes = std::fs::read_to_string(&path).unwrap();
    let long = [
        "precipitevolissimevolmente",
        "qwrtpsdfghjklzxcvbnmqwrtpsdf",
        "https://www.comune.esempio.it/amministrazione-trasparente/altri_contenuti?voce=lavoro%20agile&anno=2026",
        "dell'amministrazione/dell'organizzazione/sull'internazionalizzazione",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "nell'aggiornamento",
        "dell'accreditamento",
        "(dell'organizzazione)",
    ];
    let row = |number: usize, word: &str| {
        let word = serde_json::json!(word);
        format!(
            "  - {{ codice: 100-9{number}-B, rischio: basso, processo: {word}, finalita: {word}, input: [{word}, {word}], fasi: [{word}, {word}], \
             output: [{word}, {word}], smart_team: tutti, smartabilita: in parte, motivazione: {word}, percentuale: 50 }}\n"
        )
    };
    let rows: String = long.iter().enumerate().map(|(number, word)| row(number, word)).collect();
    std::fs::write(&path, processes + &rows).unwrap();
    let made = make(&converter(), &documents_of(starter.root(), None), None).unwrap();
    for output in made.outputs.iter().chain(pdfs()) {
        for (number, (width, words)) in boxes(&output.bytes).into_iter().enumerate() {
            let page = format!("{}, page {}", output.path, number + 1);
            for (place, ([left, top, right, bottom], word)) in words.iter().enumerate() {
                assert!(*left > 20.0 && *right < width - 20.0, "{page}: «{word}» sticks out");
                for ([other_left, other_top, other_right, other_bottom], other) in &words[place + 1..] {
                    let wide = right.min(*other_right) - left.max(*other_left);
                    let high = bottom.min(*other_bottom) - top.max(*other_top);
                    assert!(wide < 1.5 || high < 5.0, "{page}: «{word}» and «{other}» lie over one another");
                }
            }
        }
    }
}
