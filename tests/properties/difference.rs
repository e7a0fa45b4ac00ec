//! Random edits of the real annex: a comparison tells each of them, and nothing else.

use super::{Dice, config};
use piao::comparison::{ChangeKind, Comparison};
use piao::edit::{Change, Document, Step, Written};
use piao::load::{Overlay, load_with};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

const FILE: &str = "data/2025-2027/processi.yaml";

/// What is told of a process: how it differs, its code, and the keys that differ.
type Told = (ChangeKind, String, BTreeSet<String>);

/// Makes a random edit of a process, and says what must be told of it.
fn edit(document: &mut Document, row: usize, number: usize, dice: &mut Dice) -> Told {
    let at = |key: &str| -> Vec<Step> { vec!["processi".into(), row.into(), key.into()] };
    let scalar = |document: &Document, key: &str| {
        document.read().at(&at(key)).and_then(Written::scalar).unwrap_or_default().to_owned()
    };
    let code = scalar(document, "codice");
    let (key, value) = match dice.roll(6) {
        0 => ("processo", Written::text(format!("Denominazione del tutto diversa numero {number}"))),
        1 => ("finalita", Written::text(format!("Un altro fine, il numero {number}"))),
        2 => ("fasi", Written::List(vec![Written::text(format!("Fase nuova {number}")), Written::text("Chiusura")])),
        3 => ("smartabilita", Written::text(if scalar(document, "smartabilita") == "no" { "si" } else { "no" })),
        4 => (
            "supporti_cartacei",
            Written::text(if scalar(document, "supporti_cartacei") == "si" { "no" } else { "si" }),
        ),
        _ => ("motivazione", Written::text(format!("Perché così, e sono {number} volte"))),
    };
    document.apply(&Change::Set { at: at(key), value }, &[]).expect("an edit");
    let kind = if key == "processo" { ChangeKind::Renamed } else { ChangeKind::Changed };
    (kind, code, BTreeSet::from([key.to_owned()]))
}

/// Takes a process away.
fn remove(document: &mut Document, row: usize) -> Told {
    let record: Vec<Step> = vec!["processi".into(), row.into()];
    let code = document.read().at(&record).and_then(|record| record.get("codice")).and_then(Written::scalar);
    let code = code.unwrap_or_default().to_owned();
    document.apply(&Change::Remove { at: record }, &[]).expect("a removal");
    (ChangeKind::Removed, code, BTreeSet::new())
}

/// Adds a process like no other.
fn add(document: &mut Document, number: usize) -> Told {
    let code = format!("AVV-{}-B", 900 + number);
    let fields =
        [("codice", code.as_str()), ("rischio", "basso"), ("processo", "Xilografie e mosaici"), ("smartabilita", "no")];
    let mut record: Vec<(String, Written)> = fields.map(|(key, text)| (key.to_owned(), Written::text(text))).to_vec();
    record[2].1 = Written::text(format!("Xilografie e mosaici della sala {number}"));
    record.push(("smart_team".to_owned(), Written::List(vec![Written::text("avvocatura-civica")])));
    let insert = Change::Insert { list: vec!["processi".into()], at: 0, items: vec![Written::Group(record)] };
    document.apply(&insert, &[]).expect("an insertion");
    (ChangeKind::Added, code, BTreeSet::new())
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn a_comparison_tells_the_edits_and_nothing_else(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let before = load_with(root, &Overlay::new()).expect("the annex");
        let text = std::fs::read_to_string(root.join(FILE)).expect("the processes");
        let mut document = Document::parse(&text).expect("YAML");
        let count = document.read().get("processi").map_or(0, |list| list.items().len());
        // Each process once, from the last, so that the places of the others stay.
        let rows: BTreeSet<usize> = (0..=dice.roll(8)).map(|_| dice.roll(count)).collect();
        let mut right: BTreeSet<Told> = BTreeSet::new();
        for (number, row) in rows.into_iter().rev().enumerate() {
            let told = if dice.roll(6) == 0 { remove(&mut document, row) } else { edit(&mut document, row, number, &mut dice) };
            right.insert(told);
        }
        for number in 0..dice.roll(3) {
            right.insert(add(&mut document, number));
        }
        let overlay = Overlay::from([(FILE.to_owned(), document.text().to_owned())]);
        let after = load_with(root, &overlay).expect("the annex");
        let comparison = Comparison::between(&before.annex.editions[0], &after.annex.editions[0]);
        let mut read: BTreeSet<Told> = BTreeSet::new();
        for (table, change) in comparison.changes() {
            prop_assert_eq!(table.table, "processi", "{:?}", change);
            let called = change.after.as_ref().or(change.before.as_ref()).expect("a record");
            let keys = change.fields.iter().map(|field| field.key.to_string()).collect();
            read.insert((change.kind, called.id.clone(), keys));
        }
        prop_assert_eq!(read, right);
    }
}
