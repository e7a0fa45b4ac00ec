//! What holds of blocks that are pasted into tables and of settings that forms change: the files read as what was typed, and every line
//! that is not concerned is the same bytes.

use crate::chunks::chunks;
use crate::dice::Dice;
use crate::settings;
use piao::edit::{Document, Step, Written};
use piao::publish::CheckedAnnex;
use piao::workbench::{Bench, Form, Session, Shown, Visit, act};
use std::fs;
use std::path::Path;

/// Texts of one line that YAML would like to read as something else.
const TEXTS: [&str; 12] = [
    "Un testo",
    "no",
    "1.0",
    "2025-01-31",
    "a: b",
    "- trattino",
    "# cancelletto",
    "[quadre]",
    "{graffe}",
    "\"virgolette\"",
    "l'apostrofo",
    "à è ì – «»",
];

fn send(root: &Path, session: &mut Session, path: &str, form: &Form) -> Shown {
    let annex = CheckedAnnex::read(root, settings()).expect("the folder");
    let bench = Bench::new(root, settings(), Ok(&annex), None, None);
    let visit = Visit { path: path.to_owned(), query: Vec::new(), has_key: true, ..Visit::default() };
    act(&bench, session, &visit, form).shown
}

/// A cell as a spreadsheet copies it.
fn cell(text: &str) -> String {
    if text.contains('"') { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn paste(root: &Path, dice: &mut Dice, session: &mut Session) {
    let path = root.join("data").join(piao::scaffold::EDITION).join("processi.yaml");
    let before = fs::read_to_string(&path).expect("the file");
    let list = [Step::from("processi")];
    let old = Document::parse(&before).expect("YAML").read().at(&list).expect("the list").items().to_vec();
    let first = dice.roll(old.len());
    let name = old[first].get("codice").and_then(Written::scalar).map(piao::model::slug).unwrap_or_default();
    let count = 1 + dice.roll(3);
    let rows: Vec<[&str; 2]> =
        (0..count).map(|_| [TEXTS[dice.roll(TEXTS.len())], TEXTS[dice.roll(TEXTS.len())]]).collect();
    let block: Vec<String> = rows.iter().map(|[one, two]| format!("{}\t{}", cell(one), cell(two))).collect();
    let text = block.join("\r\n");
    let form = [
        ("testo", text.as_str()),
        ("_riga", if name.is_empty() { "" } else { &name }),
        ("_campo", "processo"),
        ("_colonne", "processo\nfinalita"),
        ("_azione", "salva"),
    ];
    let form: Form = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let shown = send(root, session, "processi/incolla/", &form);
    let after = fs::read_to_string(&path).expect("the file");
    match shown {
        Shown::Elsewhere(_) => {}
        Shown::Refused(_) => return assert_eq!(after, before),
        other => panic!("{block:?}: {other:?}"),
    }
    let read = Document::parse(&after).expect("YAML").read().at(&list).expect("the list").items().to_vec();
    let start = if name.is_empty() { old.len() } else { first };
    assert_eq!(read.len(), old.len().max(start + count), "{after}");
    for (number, record) in read.iter().enumerate() {
        let Some([one, two]) = number.checked_sub(start).and_then(|at| rows.get(at)) else {
            assert_eq!(Some(record), old.get(number), "another record reads otherwise in\n{after}");
            continue;
        };
        let said = |key: &str| record.get(key).and_then(Written::scalar);
        assert_eq!((said("processo"), said("finalita")), (Some(*one), Some(*two)), "in\n{after}");
    }
    let (old, new) = (chunks(&before), chunks(&after));
    let untouched = |at: &usize| *at < start + 1 || *at > start + count;
    for at in (0..old.len()).filter(untouched) {
        assert_eq!(old[at], new[at], "lines {at} are not of the block");
    }
}

/// A key at the top of a file of settings, with the key inside it; both may be absent.
const SETTINGS: [(&str, &str, &str, &str); 9] = [
    ("ente/", "data/ente.yaml", "denominazione", ""),
    ("ente/", "data/ente.yaml", "unione", ""),
    ("ente/", "data/ente.yaml", "contatti", "ufficio"),
    ("ente/", "data/ente.yaml", "contatti", "telefono"),
    ("edizione/", "data/2026-2028/edizione.yaml", "titolo", ""),
    ("edizione/", "data/2026-2028/edizione.yaml", "approvazione", "organo"),
    ("edizione/", "data/2026-2028/edizione.yaml", "approvazione", "numero"),
    ("impostazioni/attuazione/", "data/2026-2028/attuazione.yaml", "premessa", ""),
    ("impostazioni/attuazione/", "data/2026-2028/attuazione.yaml", "totale_dichiarato", "etichetta"),
];

/// The lines of each key at the top, with the lines of comments before it.
fn tops(text: &str) -> Vec<(String, String)> {
    let mut tops: Vec<(String, String)> = vec![(String::new(), String::new())];
    for line in text.split_inclusive('\n') {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((key, _)) = line.split_once(':').filter(|_| begins) {
            tops.push((key.to_owned(), String::new()));
        }
        if let Some((_, last)) = tops.last_mut() {
            last.push_str(line);
        }
    }
    tops
}

fn set(root: &Path, dice: &mut Dice, session: &mut Session) {
    let (address, file, key, inner) = SETTINGS[dice.roll(SETTINGS.len())];
    let path = root.join(file);
    let before = fs::read_to_string(&path).expect("the file");
    let typed = if inner.is_empty() || dice.roll(4) > 0 { TEXTS[dice.roll(TEXTS.len())] } else { "" };
    let name = if inner.is_empty() { key.to_owned() } else { format!("{key}.{inner}") };
    let shown = send(root, session, address, &vec![(name, typed.to_owned())]);
    let after = fs::read_to_string(&path).expect("the file");
    match shown {
        Shown::Elsewhere(_) => {}
        Shown::Refused(_) => return assert_eq!(after, before),
        other => panic!("{file} {key}: {other:?}"),
    }
    let (old, new) = (Document::parse(&before).expect("YAML"), Document::parse(&after).expect("YAML"));
    let at: Vec<Step> = [key, inner].into_iter().filter(|key| !key.is_empty()).map(Step::from).collect();
    assert_eq!(new.read().at(&at).and_then(Written::scalar).unwrap_or_default(), typed, "in\n{after}");
    let others = |document: &Document| {
        let entries = document.read().entries().to_vec();
        entries.into_iter().filter(|(own, _)| own != key).collect::<Vec<_>>()
    };
    assert_eq!(others(&old), others(&new), "another key reads otherwise in\n{after}");
    let lines = tops(&after);
    for (own, text) in tops(&before).into_iter().filter(|(own, _)| own != key) {
        let now = lines.iter().find(|(other, _)| *other == own).map(|(_, text)| text.trim_end());
        assert_eq!(now, Some(text.trim_end()), "the lines of {own} are touched in\n{after}");
    }
}

#[test]
fn blocks_and_settings_write_what_was_typed_and_nothing_else() {
    for seed in 0..crate::cases(6) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("ente");
        piao::scaffold::create(&root, piao::model::BodyKind::default()).expect("the starter");
        let files = ["data/ente.yaml", "data/2026-2028/edizione.yaml", "data/2026-2028/processi.yaml"];
        let texts = || files.map(|file| fs::read_to_string(root.join(file)).expect("a file"));
        let before = texts();
        let (mut dice, mut session) = (Dice::new(u64::from(seed) + 77), Session::default());
        for _ in 0..8 {
            if dice.roll(2) == 0 {
                paste(&root, &mut dice, &mut session);
            } else {
                set(&root, &mut dice, &mut session);
            }
        }
        for _ in 0..8 {
            send(&root, &mut session, "annulla", &Vec::new());
        }
        assert_eq!(texts(), before, "everything is undone");
    }
}
