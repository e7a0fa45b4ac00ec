//! Files that are cut, or of which bytes are changed: never a panic, and always Italian words.

use crate::dice::Dice;
use crate::folder::repository;
use piao::import::{Answers, Context, read_foreign};
use piao::load::load;
use piao::sheet;
use std::fs;

#[test]
fn a_damaged_file_is_refused_or_read_and_never_a_panic() {
    let edition = load(repository()).expect("the committed annex").annex.editions.remove(0);
    let answers = Answers::default();
    let mut dice = Dice::new(1);
    let mut refused = 0;
    for entry in fs::read_dir(repository().join("tests/foreign")).expect("the workbooks") {
        let path = entry.expect("an entry").path();
        let whole = fs::read(&path).expect("a file");
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if matches!(ending.as_str(), "json" | "py") {
            continue;
        }
        for round in 0..9 {
            let mut bytes = whole.clone();
            if round % 3 == 0 {
                bytes.truncate(dice.roll(whole.len()));
            }
            for _ in 0..(round % 5) {
                let at = dice.roll(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.roll(256)).expect("a byte");
                }
            }
            match sheet::parse("prova", "prova", bytes) {
                Ok(workbook) => {
                    let context = Context { edition: &edition, table: None, answers: &answers };
                    let _ = read_foreign(&workbook, "prova", context);
                }
                Err(trouble) => {
                    refused += 1;
                    let said = trouble.to_string();
                    assert!(said.starts_with("`prova` è ") || said.starts_with("`prova` non è "), "{said}");
                }
            }
        }
    }
    assert!(refused > 20, "only {refused} files were refused");
}
