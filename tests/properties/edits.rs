//! Edits of YAML and workbooks: the text reads as it was meant to, what was not touched keeps its bytes, and what goes out comes back.

use super::{Dice, config};
use piao::edit::{Change, Document, Ledger, Step, Written};
use piao::import::Target;
use piao::import::own::{OwnFile, apply, combine};
use piao::load::{Overlay, load_with};
use piao::model::Graph;
use piao::scaffold;
use piao::sheet;
use piao::workbook::{Book, BookFormat, Returned, Scope};
use proptest::prelude::*;
use std::path::Path;

/// Texts that a spreadsheet, YAML or both might take for something else.
const TEXTS: [&str; 26] = [
    "si",
    "no",
    "NO",
    "1.0",
    "007",
    "12",
    "0,5-1",
    "2024-01-01",
    "31/12/2025",
    "- x",
    "a: b",
    "x # y",
    "a, b",
    "[x]",
    "{x}",
    "D'ufficio",
    "«è»",
    "\"q\"",
    "'q'",
    "=1+1",
    "+39",
    "@x",
    "VERO",
    "null",
    "~",
    "un testo più lungo degli altri, che supera la larghezza di una riga e che perciò a volte va a capo nel file",
];

fn text(dice: &mut Dice) -> Written {
    Written::text(TEXTS[dice.roll(TEXTS.len())])
}

/// Every path of a value.
fn paths(value: &Written, at: &mut Vec<Step>, all: &mut Vec<Vec<Step>>) {
    all.push(at.clone());
    let inner: Vec<(Step, &Written)> = match value {
        Written::Group(entries) => entries.iter().map(|(key, value)| (Step::from(key.as_str()), value)).collect(),
        list => list.items().iter().enumerate().map(|(item, value)| (Step::from(item), value)).collect(),
    };
    for (step, value) in inner {
        at.push(step);
        paths(value, at, all);
        at.pop();
    }
}

/// A change somewhere in a document, and whether it only adds lines.
fn change(document: &Document, dice: &mut Dice) -> (Change, bool) {
    let mut all = Vec::new();
    paths(document.read(), &mut Vec::new(), &mut all);
    let at = all[1 + dice.roll(all.len() - 1)].clone();
    let value = document.read().at(&at).expect("a value").clone();
    let list = value.items();
    match (dice.roll(5), &value) {
        (0, _) => (Change::Remove { at }, false),
        (1, Written::List(_)) if list.iter().any(|item| !item.entries().is_empty()) => {
            let items = vec![list[dice.roll(list.len())].clone()];
            let place = dice.roll(list.len() + 1);
            (Change::Insert { list: at, at: place, items }, true)
        }
        (2, Written::List(_)) if list.len() > 1 => {
            let (from, to) = (dice.roll(list.len()), dice.roll(list.len()));
            (Change::Move { list: at, from, to }, false)
        }
        (_, Written::Group(_)) => {
            let at = at.into_iter().chain([Step::from("chiave_nuova")]).collect();
            (Change::Set { at, value: text(dice) }, false)
        }
        (_, Written::List(_)) => {
            let mut items = list.to_vec();
            items.insert(dice.roll(items.len() + 1), text(dice));
            (Change::Set { at, value: Written::List(items) }, false)
        }
        _ => (Change::Set { at, value: text(dice) }, false),
    }
}

/// The files of the starter and of the real annex.
fn files() -> Vec<String> {
    let mut texts: Vec<String> = scaffold::files().into_iter().map(|(_, text)| text.to_owned()).collect();
    texts.retain(|text| Document::parse(text).is_ok_and(|document| !document.read().entries().is_empty()));
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2025-2027");
    for file in ["servizi", "formazione", "esclusioni", "attuazione"] {
        texts.push(std::fs::read_to_string(data.join(file).with_extension("yaml")).expect("a file of the annex"));
    }
    texts
}

/// The text in the shapes in which editors leave it.
fn shaped(text: &str, dice: &mut Dice) -> String {
    match dice.roll(4) {
        0 => text.replace('\n', "\r\n"),
        1 => format!("\u{feff}{text}"),
        2 => text.trim_end().to_owned(),
        _ => text.to_owned(),
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn an_edit_reads_as_it_was_meant_and_leaves_the_rest(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let files = files();
        let before = shaped(&files[dice.roll(files.len())], &mut dice);
        let mut document = Document::parse(&before).expect("YAML");
        for _ in 0..6 {
            let (text, read) = (document.text().to_owned(), document.read().clone());
            if read.entries().is_empty() {
                break;
            }
            let (change, only_adds) = change(&document, &mut dice);
            let done = document.apply(&change, &["id", "nome"]);
            prop_assert!(done.is_ok(), "{:?}: {:?}\n{}", done, change, text);
            // Read by another pair of eyes than those of the editor.
            let again = Document::parse(document.text()).expect("still YAML");
            prop_assert!(again.read().means(document.read()), "{:?}", change);
            if let Change::Set { at, value } = &change {
                prop_assert!(again.read().at(at).is_some_and(|now| now.means(value)), "{:?}\n{}", change, document.text());
            }
            prop_assert_eq!(text.contains("\r\n"), document.text().contains("\r\n"));
            prop_assert_eq!(text.starts_with('\u{feff}'), document.text().starts_with('\u{feff}'));
            if only_adds && !text.contains('[') {
                let mut lines = document.text().lines();
                prop_assert!(text.lines().all(|line| lines.any(|now| now == line)), "{:?}", change);
            }
        }
    }

    #[test]
    fn a_workbook_of_any_edition_comes_back_as_it_was(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut overlay = Overlay::new();
        for (path, text) in scaffold::files() {
            let mut document = match Document::parse(text) {
                Ok(document) if path.starts_with("data/2") => document,
                _ => continue,
            };
            for _ in 0..dice.roll(6) {
                let (change, _) = change(&document, &mut dice);
                let _ = document.apply(&change, &[]);
                if document.read().entries().is_empty() {
                    break;
                }
            }
            overlay.insert(path, shaped(document.text(), &mut dice));
        }
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("data")).expect("data");
        let ente = scaffold::files().into_iter().find(|(path, _)| path == "data/ente.yaml").expect("ente.yaml");
        overlay.insert(ente.0, ente.1.to_owned());
        for (path, text) in &overlay {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            std::fs::write(path, text).expect("a file");
        }
        let loaded = load_with(folder.path(), &Overlay::new()).expect("a folder");
        let Some(edition) = loaded.annex.editions.first() else { return Ok(()) };
        let files = loaded.sources.iter().map(|source| (source.path().to_owned(), source.text().to_owned()));
        let ledger = Ledger::new("data/2026-2028", files.filter(|(_, text)| !text.is_empty()));
        let mut target = Target::new(edition, ledger);
        let graph = Graph::new(edition);
        let book = Book::of(None, edition, &graph, (&target.grids, &target.labels), &Scope::whole());
        let format = if dice.roll(2) == 0 { BookFormat::Excel } else { BookFormat::OpenDocument };
        let workbook = sheet::parse("foglio", "foglio", book.bytes(format).expect("a workbook")).expect("a spreadsheet");
        let returned = Returned::of(&workbook).expect("a workbook of ours");
        prop_assert!(returned.is_untouched(), "{:?}", overlay);
        let changes = OwnFile { file: "foglio".to_owned(), returned }.changes(&target);
        let effect = apply(&mut target, combine(vec![changes]));
        prop_assert_eq!(target.ledger.changed(), vec![]);
        prop_assert_eq!(effect.problems, vec![]);
    }
}
