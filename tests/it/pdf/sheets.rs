//! What a reader of the sheets holds in hand: levels, numbers of pages, rows over several pages, words of paper.

use super::reading::{dict, get, pages, parsed, tags, text};
use super::real::pdfs;
use super::{converter, documents_of};
use crate::folder::{Folder, repository};
use lopdf::Dictionary;
use piao::pdf::typst::make;

fn annex(folder: &Folder) -> Vec<u8> {
    make(&converter(), &documents_of(folder.root(), None)[..1], None).unwrap().outputs.swap_remove(0).bytes
}

/// Every bookmark, and the one that it stands below.
fn nested(bytes: &[u8]) -> Vec<(String, String)> {
    fn walk(document: &lopdf::Document, above: (&Dictionary, &str), pairs: &mut Vec<(String, String)>) {
        let mut next = above.0.get(b"First").ok();
        while let Some(reference) = next {
            let item = document.dereference(reference).unwrap().1.as_dict().unwrap();
            let title = text(get(document, item, "Title"));
            pairs.push((title.clone(), above.1.to_owned()));
            walk(document, (item, &title), pairs);
            next = item.get(b"Next").ok();
        }
    }
    let document = parsed(bytes);
    let mut pairs = Vec::new();
    walk(&document, (dict(&document, document.catalog().unwrap(), "Outlines"), ""), &mut pairs);
    pairs
}

#[test]
fn chapters_stand_below_those_whose_number_they_continue() {
    let annex = pdfs().iter().find(|output| output.path.ends_with("allegato.pdf")).unwrap();
    let nested = nested(&annex.bytes);
    for (chapter, above) in [
        ("Modalità attuative", ""),
        ("Mappatura dei processi", "Modalità attuative"),
        ("Gruppi di lavoro (smart team)", "Modalità attuative"),
        ("Misurazione e valutazione della performance", "Condizioni per accedere al lavoro agile"),
        ("Il legame con la programmazione", "Mappatura dei processi"),
        ("Riferimenti normativi", ""),
    ] {
        let found = nested.iter().find(|(title, _)| title.ends_with(chapter));
        assert!(found.is_some_and(|(_, found)| found.ends_with(above)), "{chapter}: {nested:?}");
    }
}

#[test]
fn the_sheets_go_on_from_those_of_the_plan_and_leave_room_for_the_stamp() {
    let starter = Folder::starter();
    let stamp = "Spazio per il protocollo";
    let usual = pages(&annex(&starter));
    assert!(usual[0].contains(&format!("pag. 1 di {}", usual.len())) && !usual[0].contains(stamp), "{}", usual[0]);
    starter.edit("edizione.yaml", "stato: bozza", "stato: bozza\nprima_pagina: 41\nspazio_protocollo: si");
    let pages = pages(&annex(&starter));
    let last = 40 + pages.len();
    assert!(pages[0].contains(stamp) && !pages[1].contains(stamp), "{}", pages[0]);
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("pag. {} di {last}", 41 + number)), "{number}: {page}");
    }
    // The index names the pages as they are numbered.
    assert!(pages[1].lines().any(|line| line.starts_with("1 Premessa") && line.ends_with("43")), "{}", pages[1]);
}

/// Whatever makes the row long: its phases, one text, or a word without end.
#[test]
fn a_row_over_several_pages_repeats_its_code() {
    let phases = |count: u32| -> Vec<_> {
        (1..count).map(|n| format!("Verifica numero {n} della documentazione che è stata presentata")).collect()
    };
    for (key, count, long) in [
        ("fasi", 90, serde_json::json!(phases(90))),
        ("finalita", 90, serde_json::json!(phases(90).join(". "))),
        ("nota", 90, serde_json::json!(phases(90).join(". "))),
        ("input", 1, serde_json::json!(["x".repeat(4000)])),
    ] {
        let starter = Folder::starter();
        let row = serde_json::json!({ "codice": "100-9-B", "rischio": "basso", "processo": "Un processo lungo", "finalita": "Provare", "input": ["a"], "fasi": ["b"], "output": ["c"], "smart_team": ["segreteria"], "smartabilita": "si" });
        let mut row = row.as_object().unwrap().clone();
        row.insert(key.to_owned(), long);
        if key == "fasi" {
            row.insert("nota".to_owned(), serde_json::json!(phases(3).join(". ")));
        }
        let row = serde_json::Value::Object(row);
        starter.edit("processi.yaml", "processi:\n", &format!("processi:\n  - {row}\n"));
        let bytes = annex(&starter);
        let all = pages(&bytes);
        let whole = all.join("\n");
        let held: Vec<_> = all.iter().filter(|page| page.contains("100-9-B")).collect();
        assert!(held.len() > 1, "{key}: {whole}");
        assert!(whole.contains("(segue)"), "{key}: {whole}");
        // Nothing of it is lost, and no sheet shows a piece of it without its code.
        let marks: Vec<_> = (1..count).map(|n| format!("numero {n} della")).collect();
        for page in all.iter().filter(|page| marks.iter().any(|mark| page.replace('\n', " ").contains(mark))) {
            assert!(page.contains("100-9-B"), "{key}: {page}");
        }
        if key == "input" {
            assert!(whole.matches('x').count() >= 4000, "{whole}");
        } else {
            let flat = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            let lost = marks.iter().filter(|mark| !flat.contains(mark.split(' ').nth(1).unwrap())).count();
            assert_eq!(lost, 0, "{key}: {flat}");
        }
        assert!(tags(&parsed(&bytes))["TH"] > 4, "{key}");
    }
}

/// Below the last piece of its row, beside the code, on one sheet.
#[test]
fn a_note_below_a_divided_row_stands_whole_beside_its_code() {
    let note =
        "Questa annotazione riguarda tutte le fasi del processo e si legge una volta sola, intera, sotto la riga.";
    let phases: Vec<_> =
        (1..90).map(|n| format!("Verifica numero {n} della documentazione che è stata presentata")).collect();
    let row = serde_json::json!({ "codice": "100-9-B", "rischio": "basso", "processo": "Un processo lungo", "finalita": "Provare", "input": ["a"], "fasi": phases, "output": ["c"], "smart_team": ["segreteria"], "smartabilita": "si", "nota": note });
    let starter = Folder::starter();
    starter.edit("processi.yaml", "processi:\n", &format!("processi:\n  - {row}\n"));
    let sheets = pages(&annex(&starter)).into_iter().map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "));
    let held: Vec<_> = sheets.filter(|page| page.contains("Questa annotazione")).collect();
    let [sheet] = &held[..] else { panic!("{held:?}") };
    let (before, _) = sheet.split_once(note).unwrap_or_else(|| panic!("{sheet}"));
    let last_phase = before.find("Verifica numero 89 ").unwrap_or(0);
    assert!(before.contains("100-9-B") && before[last_phase..].contains("(segue)"), "{sheet}");
}

/// A sheet has nothing to be touched, and no page to be opened.
#[test]
fn no_sheet_speaks_of_the_screen() {
    let starter = Folder::starter();
    let starter = annex(&starter);
    let real = pdfs().iter().map(|output| (output.path.as_str(), output.bytes.as_slice()));
    for (path, bytes) in real.chain([("starter", starter.as_slice())]) {
        let text = pages(bytes).join(" ").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        for word in [
            "clic",
            "cliccare",
            "filtra",
            "toccare",
            "qui sotto",
            "menù",
            "menu",
            "link",
            "sito web",
            "propria pagina",
            "una sua pagina",
            "ha una pagina",
            "nella pagina",
            "della pagina",
            "in questa pagina",
            "pagina dedicata",
            "schermo",
            "scaricare",
            "scarica",
        ] {
            let found = text.match_indices(word).find(|(at, _)| {
                let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                ends(text[..*at].chars().next_back()) && ends(text[at + word.len()..].chars().next())
            });
            assert_eq!(found, None, "{path}");
        }
    }
}

/// A table whose presentation, and the heading over that, stand on the sheet before would be met without them.
#[test]
fn what_presents_a_table_stands_on_its_sheet() {
    let annex = pdfs().iter().find(|output| output.path.ends_with("allegato.pdf")).unwrap();
    let sheets = pages(&annex.bytes);
    for [presented, first] in [
        ["La tabella elenca i moduli formativi", "Alfabetizzazione informatica di base"],
        ["La tabella raccoglie le norme", "Decreto del Ministro"],
    ] {
        let sheet = sheets.iter().find(|sheet| sheet.contains(presented)).expect("what presents the table");
        let text = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = text.find(presented).expect("its words") + presented.len();
        assert!(text[end..].contains(first), "«{presented}» without its table: {text}");
    }
}

/// In columns where no word could lie the names of those who are trained stand upright, each on one line.
#[test]
fn the_names_of_many_audiences_can_be_read() {
    let names = ["Istruttori amministrativi", "Funzionari tecnici", "Agenti di Polizia locale", "Educatrici"];
    let audiences: String = (1..21).map(|n| format!("  - {{ id: d{n}, nome: {} }}\n", names[n % 4])).collect();
    let starter = Folder::starter();
    starter.write(
        "formazione.yaml",
        format!(
            "legenda: {{ X: previsto }}\ndestinatari:\n{audiences}gruppi: [{{ nome: Tutti, moduli: [{{ nome: Uno, destinatari: {{ d7: X }} }}] }}]\n"
        ),
    );
    let documents: Vec<_> = documents_of(starter.root(), None);
    let one: Vec<_> = documents.into_iter().filter(|document| document.path.ends_with("formazione.pdf")).collect();
    let made = make(&converter(), &one, None).unwrap().outputs.swap_remove(0);
    let text = pages(&made.bytes).join("\n");
    for name in names {
        assert_eq!(text.lines().filter(|line| line.contains(name)).count(), 5, "{name}: {text}");
    }
}

/// Women and men counted apart make nine columns or more: a heading is divided in two at most, and stays over its numbers.
#[test]
fn headings_of_numbers_stay_over_their_columns() {
    let root = repository().join("tests/administrations/azienda-ospedaliera-con-colonne");
    let documents: Vec<_> = documents_of(&root, None);
    let one: Vec<_> = documents.into_iter().filter(|document| document.path.ends_with("attuazione.pdf")).collect();
    let made = make(&converter(), &one, None).unwrap().outputs.swap_remove(0);
    let text = pages(&made.bytes).join("\n");
    assert!(text.contains("Dipen\u{ad}\ndenti") && text.contains("Lavora\u{ad}\ntrici"), "{text}");
}

/// Three lines would have a sheet to themselves.
#[test]
fn the_colophon_stands_on_the_last_sheet_of_a_wide_table() {
    let root = repository().join("tests/administrations/comune-senza-team");
    let made = make(&converter(), &documents_of(&root, None)[..1], None).unwrap().outputs.swap_remove(0);
    let pages = pages(&made.bytes);
    let last = pages.last().expect("a sheet");
    assert!(last.contains("Tavola 1") && last.contains("Colophon"), "{last}");
}
