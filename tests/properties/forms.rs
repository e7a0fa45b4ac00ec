//! What holds of every change that a form of the workbench makes: the files read as what was typed, and the lines of other records are
//! the same bytes.

use crate::chunks::chunks;
use crate::dice::Dice;
use crate::settings;
use piao::edit::{Document, Step, Written};
use piao::publish::CheckedAnnex;
use piao::workbench::{Bench, Session, Shown, Visit, act};
use std::fs;
use std::path::Path;

/// Texts that YAML would like to read as something else.
const TEXTS: [&str; 16] = [
    "Un testo",
    "no",
    "sì",
    "1.0",
    "2025-01-31",
    "a: b",
    "- trattino",
    "# cancelletto",
    "coda #",
    "[quadre]",
    "{graffe}",
    "\"virgolette\"",
    "l'apostrofo",
    "due\nrighe",
    "& ancora",
    "à è ì ò ù – «»",
];

/// Lists, one item a line.
const LISTS: [&str; 6] = ["Uno", "Uno\nDue", "a, b\nc: d\n- e", "no\nsì", "[x]\n#y", "Atto adottato\nAltro"];

/// Records whose fields are changed: table, file, key of the list, fields of text and of lists.
type Changed = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const TABLES: [Changed; 3] = [
    (
        "processi",
        "processi.yaml",
        "processi",
        &["processo", "finalita", "motivazione", "nota"],
        &["input", "fasi", "output"],
    ),
    ("smart-team", "smart-team.yaml", "smart_team", &["nome", "nota"], &["alias"]),
    ("software", "software.yaml", "software", &["scopo", "fornitore", "nota"], &["richiami"]),
];

/// One random change by a form, held against what the files say then.
fn change(root: &Path, dice: &mut Dice, session: &mut Session) {
    let (table, file, list, texts, lists) = TABLES[dice.roll(TABLES.len())];
    let path = root.join("data").join(piao::scaffold::EDITION).join(file);
    let before = fs::read_to_string(&path).expect("the file");
    let document = Document::parse(&before).expect("YAML");
    let records = document.read().at(&[Step::from(list)]).expect("the list").items().len();
    let number = dice.roll(records);
    let is_list = dice.roll(2) == 0;
    let (key, typed) = if is_list {
        (lists[dice.roll(lists.len())], LISTS[dice.roll(LISTS.len())])
    } else {
        (texts[dice.roll(texts.len())], TEXTS[dice.roll(TEXTS.len())])
    };
    let record = &document.read().at(&[Step::from(list), Step::from(number)]).expect("a record").clone();
    let names = ["codice", "id", "nome"].iter().find_map(|name| record.get(name)?.scalar());
    let id = piao::model::slug(names.expect("a name"));
    let annex = CheckedAnnex::read(root, settings()).expect("the folder");
    let bench = Bench::new(root, settings(), Ok(&annex), None, None);
    let visit = Visit { path: format!("{table}/{id}/"), has_key: true, ..Visit::default() };
    let done = act(&bench, session, &visit, &vec![(key.to_owned(), typed.replace('\n', "\r\n"))]);
    let after = fs::read_to_string(&path).expect("the file");
    match done.shown {
        Shown::Elsewhere(_) => {}
        // What cannot be written as it is asked stays in the form, and the file as it was.
        Shown::Refused(_) => return assert_eq!(after, before),
        other => panic!("{table}/{id}: {other:?}"),
    }
    let read = Document::parse(&after).expect("YAML").read().clone();
    let all = read.at(&[Step::from(list)]).expect("the list").items();
    let mut expected = document.read().at(&[Step::from(list)]).expect("the list").items().to_vec();
    let said = all[number].get(key);
    if is_list {
        let items: Vec<&str> = said.expect("the key").items().iter().filter_map(Written::scalar).collect();
        assert_eq!(items.join("\n"), typed, "{key} in\n{after}");
    } else {
        assert_eq!(said.and_then(Written::scalar), Some(typed), "{key} in\n{after}");
    }
    expected[number] = all[number].clone();
    assert_eq!(all, expected, "another record reads otherwise in\n{after}");
    let (old, new) = (chunks(&before), chunks(&after));
    assert_eq!(old.len(), new.len(), "{after}");
    for (place, (old, new)) in old.iter().zip(&new).enumerate().filter(|(place, _)| *place != number + 1) {
        assert_eq!(old, new, "record {place} is not the one that was changed");
    }
}

/// Many changes one after the other, then all of them undone.
#[test]
fn forms_write_what_was_typed_and_nothing_else() {
    for seed in 0..crate::cases(6) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("ente");
        piao::scaffold::create(&root, piao::model::BodyKind::default()).expect("the starter");
        let data = root.join("data").join(piao::scaffold::EDITION);
        let texts = || TABLES.map(|(_, file, ..)| fs::read_to_string(data.join(file)).expect("a file"));
        let before = texts();
        let (mut dice, mut session) = (Dice::new(u64::from(seed)), Session::default());
        for _ in 0..8 {
            change(&root, &mut dice, &mut session);
        }
        for _ in 0..8 {
            let annex = CheckedAnnex::read(&root, settings()).expect("the folder");
            let bench = Bench::new(&root, settings(), Ok(&annex), None, None);
            let visit = Visit { path: "annulla".to_owned(), has_key: true, ..Visit::default() };
            act(&bench, &mut session, &visit, &Vec::new());
        }
        assert_eq!(texts(), before, "everything is undone");
    }
}
