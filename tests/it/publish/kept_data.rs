//! What was made of the data of a large folder is not made again, and the files are those of a first build.

use crate::dice::Dice;
use crate::folder::Folder;
use crate::tree::files;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Programs with so many words each that it takes time to deflate them.
const PROGRAMS: usize = 200;
const WORDS: usize = 200;

fn software(name: impl Fn(usize) -> String) -> String {
    let (mut dice, mut text) = (Dice::new(1), "software:\n".to_owned());
    for row in 0..PROGRAMS {
        let _ = write!(text, "  - nome: {}\n    scopo: Scrive", name(row));
        for _ in 0..WORDS {
            let _ = write!(text, " {:x}", dice.roll(1 << 20));
        }
        text.push('\n');
    }
    text
}

fn plain(row: usize) -> String {
    format!("Programma {row}")
}

/// The open data of a build with a cache.
fn data(folder: &Folder, cache: &Path) -> BTreeMap<String, Vec<u8>> {
    let built = tempfile::tempdir().unwrap();
    let site = built.path().join("sito");
    folder.piao(["build", "--out"]).arguments([&site]).env("XDG_CACHE_HOME", cache).run();
    files(&site.join("2026-2028/dati"))
}

#[test]
fn a_later_build_makes_the_files_of_a_first_one() {
    let (folder, cache) = (Folder::starter(), tempfile::tempdir().unwrap());
    let kept = cache.path().join("piao/dati");
    let as_first = |folder: &Folder| {
        let later = data(folder, cache.path());
        assert!(later == data(folder, Path::new("/dev/null")));
        later
    };
    data(&folder, cache.path());
    assert!(!kept.exists(), "of little nothing is kept");
    folder.write("software.yaml", software(plain));
    let first = as_first(&folder);
    let bytes = files(&kept);
    assert_eq!(bytes.len(), 1);
    assert!(data(&folder, cache.path()) == first && files(&kept) == bytes, "the same is not written again");
    folder.write("software.yaml", software(|row| if row == 100 { "Altro".to_owned() } else { plain(row) }));
    assert!(as_first(&folder) != first && files(&kept) != bytes);
    folder.edit("edizione.yaml", "titolo: ", "titolo: Nuova ");
    as_first(&folder);
    folder.edit("edizione.yaml", "titolo: Nuova ", "titolo: ");
    folder.write("software.yaml", software(plain));
    assert!(data(&folder, cache.path()) == first);
    for (name, whole) in &files(&kept) {
        let mut changed = whole.clone();
        changed[whole.len() / 2] ^= 0x55;
        for damaged in [&whole[..whole.len() - 1], &changed] {
            fs::write(kept.join(name), damaged).unwrap();
            assert!(data(&folder, cache.path()) == first, "what is damaged is made anew");
        }
    }
}
