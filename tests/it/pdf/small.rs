//! The PDFs of small administrations with something unusual in them.

use super::reading::{boxes, dict, get, pages, parsed, sizes, tags, text};
use super::real::pdfs;
use super::{converter, documents_of};
use crate::folder::Folder;
use piao::pdf::typst::make;
use piao::picture::Picture;

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
    let made = make(&converter(), &documents_of(starter.root(), Some(&picture))[..1], None).unwrap();
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
    let chapter: String = long.iter().map(|word| format!("\n\nDetto `{word}` e `{word}{word}`.\n")).collect();
    starter.edit("/content/2026-2028/01-premessa.md", "", &format!("---\ntitolo: Premessa\nordine: 1\n---\n{chapter}"));
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

#[test]
fn a_picture_of_a_chapter_is_set_with_its_text_and_its_words() {
    let starter = Folder::starter();
    starter.write(
        "/content/2026-2028/immagini/schema.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><rect width=\"4\" height=\"3\"/></svg>\n",
    );
    starter.write(
        "/content/2026-2028/01-premessa.md",
        "---\ntitolo: Premessa\nordine: 1\n---\n\n![Gli uffici](immagini/schema.svg \"Lo schema\")\n\nCon ![icona](immagini/schema.svg).\n",
    );
    let documents = documents_of(starter.root(), None);
    let file = |document: usize, path: &str| documents[document].files.iter().find(|file| file.path == path).cloned();
    let path = "risorse/immagini/2026-2028/schema.svg";
    let picture = serde_json::json!({ "file": path, "text": "Gli uffici", "width": 480 });
    assert!(file(0, path).is_some() && file(1, path).is_none());
    let data: serde_json::Value = serde_json::from_slice(&file(0, "data.json").expect("the data").bytes).expect("JSON");
    let blocks = &data["parts"][0]["blocks"];
    assert_eq!(blocks[0], serde_json::json!({ "kind": "figure", "picture": picture, "caption": "Lo schema" }));
    assert_eq!(blocks[1]["body"][1]["picture"]["text"], "icona");
    let made = make(&converter(), &documents[..1], None).unwrap();
    assert!(pages(&made.outputs[0].bytes).concat().contains("Lo schema"));
}

/// Of numbers that nobody has counted yet there is a sentence and no column.
#[test]
fn a_table_of_adoption_without_numbers_has_no_columns_of_them() {
    let starter = Folder::starter();
    starter.write(
        "attuazione.yaml",
        "data: 2025-12-31\nrighe:\n  - { area: Risorse, servizio: Servizio Tributi, smart_team: Tributi, da_decidere: le persone }\n",
    );
    let one: Vec<_> = documents_of(starter.root(), None)
        .into_iter()
        .filter(|document| document.path.ends_with("attuazione.pdf"))
        .collect();
    let made = make(&converter(), &one, None).unwrap();
    let text = pages(&made.outputs[0].bytes).join(" ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("agili sono ancora da indicare."), "{text}");
    assert!(!text.contains("Dipendenti") && text.contains("Servizio Tributi"), "{text}");
}

#[test]
fn a_table_without_rows_says_so() {
    let starter = Folder::starter();
    starter.empty_tables();
    let made = make(&converter(), &documents_of(starter.root(), None), None).unwrap();
    let tables = ["processi", "software", "formazione", "attuazione", "valutazione", "indicatori"];
    for (document, least) in tables.map(|table| (table, 1)).into_iter().chain([("allegato", 6)]) {
        let path = format!("2026-2028/stampa/{document}.pdf");
        let output = made.outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("no {path}"));
        let text = pages(&output.bytes).join(" ").replace('\n', " ");
        let told = text.matches("Questa tavola non ha nessuna riga.").count();
        assert!(told >= least && !text.contains("A che cosa serve"), "{document}: {text}");
        let has_premise = matches!(document, "attuazione" | "allegato");
        assert_eq!(text.contains("Solo chi è di ruolo."), has_premise, "{document}: {text}");
    }
}
