//! The targets of cargo-fuzz over damaged seeds, a bounded number of times: `PIAO_CASES=10000` runs more.

use crate::dice::Dice;
use crate::targets::TARGETS;
use crate::{cases, checked, starter};
use piao::load::Overlay;
use piao::package::{Archive, Origins, Piece};
use rayon::prelude::*;
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// Pieces of what the readers look for.
const PIECES: [&str; 24] = [
    "\n", "\t", "  ", "- ", ": ", "\"", "'", "[", "]", "{", "}", "|", "#", "&a", "*a", "---", "{{", "}}", "{%", "%}",
    "](", "<", "\0", "\u{202e}",
];

/// A seed, damaged: bytes are taken away, doubled, changed, or pieces put in.
fn damaged(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len() + 1);
        let length = dice.roll(bytes.len().min(64) + 1).min(bytes.len() - at);
        match dice.roll(5) {
            0 => drop(bytes.drain(at..at + length)),
            1 => {
                let copy = bytes[at..at + length].repeat(1 + dice.roll(3));
                bytes.splice(at..at, copy);
            }
            2 if at < bytes.len() => bytes[at] = u8::try_from(dice.roll(256)).expect("a byte"),
            3 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, dice.pick(&PIECES).bytes())),
        }
    }
    bytes
}

/// A small archive as the program writes it.
fn archive() -> Vec<u8> {
    let (loaded, _) = checked(starter().path(), &Overlay::new());
    let origins = Origins::new(&loaded.annex, None);
    let pieces = ["a.txt", "b/c.txt"].map(|path| Piece {
        path: path.to_owned(),
        bytes: b"testo",
        origin: origins.archive_only(),
    });
    let mut archive = Archive::new(Cursor::new(Vec::new()), None);
    archive.put(&pieces).expect("pieces");
    archive.finish().expect("an archive").0.into_inner()
}

/// The workbooks that offices keep.
fn workbooks() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the workbooks").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "json" && ending != "py"));
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a workbook")).collect()
}

#[test]
fn the_targets_of_fuzzing_take_any_damaged_seed() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    for (name, target) in TARGETS {
        let folder = seeds.join(if name == "fixer" { "loader" } else { name });
        let mut known: Vec<Vec<u8>> = fs::read_dir(folder).map_or_else(
            |_| Vec::new(),
            |entries| {
                let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
                paths.sort();
                paths.iter().map(|path| fs::read(path).expect("a seed")).collect()
            },
        );
        if name == "package" {
            known.push(archive());
        }
        if name == "spreadsheet" {
            known.extend(workbooks());
        }
        assert!(!known.is_empty(), "{name} has no seeds");
        let mut dice = Dice::new(29);
        let mut another = || {
            let seed = dice.pick(&known);
            damaged(seed, &mut dice)
        };
        let tried: Vec<_> = (0..cases(40)).map(|_| another()).collect();
        known.par_iter().chain(&tried).for_each(|seed| target(seed));
    }
}
