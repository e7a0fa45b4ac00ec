//! Files that are cut, or of which bytes are changed: never a panic, and always Italian words.

use crate::folder::repository;
use piao::import::{Answers, Context, read_foreign};
use piao::load::load;
use piao::sheet;
use std::fs;

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("a number")).expect("a number")
    }
}

#[test]
fn a_damaged_file_is_refused_or_read_and_never_a_panic() {
    let edition = load(repository()).expect("the committed annex").annex.editions.remove(0);
    let answers = Answers::default();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
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
                bytes.truncate(dice.below(whole.len()));
            }
            for _ in 0..(round % 5) {
                let at = dice.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).expect("a byte");
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
