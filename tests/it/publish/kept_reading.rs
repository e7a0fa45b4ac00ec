//! What the records of a large folder said is not parsed again, and what is said of them is what a first reading says.

use crate::folder::Folder;
use crate::tree::files;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// As many programs as it takes for something to be kept.
const PROGRAMS: usize = 1_200;

fn software(change: impl Fn(usize) -> Option<&'static str>) -> String {
    let mut text = "software:\n".to_owned();
    for row in 0..PROGRAMS {
        let changed = change(row).unwrap_or("Registrazione della  parte");
        let _ = writeln!(text, "  - nome: Programma numero {row}\n    scopo: {changed} {row}");
    }
    text
}

/// What a check says, of a folder and with a cache.
fn said(folder: &Folder, cache: &Path) -> String {
    let run = folder.piao(["check", "--format", "json"]).env("XDG_CACHE_HOME", cache).any_status().run();
    run.out
}

#[test]
fn a_later_reading_says_what_a_first_one_says() {
    let (folder, cache) = (Folder::starter(), tempfile::tempdir().unwrap());
    let kept = cache.path().join("piao/letture");
    let as_first = |folder: &Folder| {
        let later = said(folder, cache.path());
        assert_eq!(later, said(folder, Path::new("/dev/null")));
        assert!(later.contains("LA"), "{later}");
        later
    };
    folder.write("software.yaml", software(|_| None));
    let first = as_first(&folder);
    assert_eq!(files(&kept).len(), 1);
    let bytes = files(&kept);
    assert_eq!(as_first(&folder), first);
    assert!(files(&kept) == bytes, "the same is not written again");
    // A record in the middle, one that is broken, one that is gone, and all of them further down.
    let changes: [fn(usize) -> Option<&'static str>; 3] = [
        |row| (row == 600).then_some("=SOMMA(A1) della parte"),
        |row| (row == 600).then_some("\"Registrazione della parte"),
        |row| (row % 2 == 0).then_some("da verificare: parte"),
    ];
    for change in changes {
        folder.write("software.yaml", software(change));
        assert_ne!(as_first(&folder), first);
    }
    folder.write("software.yaml", format!("# Programmi\n\n{}", software(|_| None)));
    assert_ne!(as_first(&folder), first, "all stand two lines further down");
    folder.write("software.yaml", software(|_| None));
    assert_eq!(as_first(&folder), first);
}

#[test]
fn what_is_damaged_is_read_anew() {
    let (folder, cache) = (Folder::starter(), tempfile::tempdir().unwrap());
    folder.write("software.yaml", software(|_| None));
    let first = said(&folder, cache.path());
    let kept = cache.path().join("piao/letture");
    let whole = files(&kept);
    for (name, bytes) in &whole {
        let mut changed = bytes.clone();
        changed[bytes.len() / 2] ^= 0x55;
        for damaged in [&b""[..], b"{", &bytes[..bytes.len() - 1], &changed] {
            fs::write(kept.join(name), damaged).unwrap();
            assert_eq!(said(&folder, cache.path()), first);
            assert!(files(&kept) != [(name.clone(), damaged.to_vec())].into(), "it is written anew");
        }
    }
}
