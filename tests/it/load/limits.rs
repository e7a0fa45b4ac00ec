//! Files that nobody would write: each is refused where it is too much, and none ends the program.

use super::findings;
use crate::folder::Folder;

const FILE: &str = "data/2026-2028/software.yaml";

/// What is found in the starter when its list of programs reads so, in that file alone.
fn found(text: &str) -> Vec<(&'static str, usize)> {
    let starter = Folder::starter();
    starter.write("software.yaml", text);
    let all = findings(starter.root()).into_iter();
    all.filter(|(_, file, _)| file == FILE).map(|(code, _, line)| (code, line)).collect()
}

#[test]
fn what_is_too_deep_or_too_long_is_refused_at_its_place() {
    let times = 20_000;
    let stairs: String = (0..3_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    for (text, line) in [
        (format!("software:\n  {}a\n", "- ".repeat(times)), 2),
        (format!("software:\n  {}1{}\n", "{a: ".repeat(times), "}".repeat(times)), 2),
        (stairs, 25),
        (format!("# uno\nsoftware:\n  - nome: {}\n", "a".repeat(300 * 1024)), 3),
    ] {
        assert_eq!(found(&text), [("LA004", line)], "{text:.60}");
    }
}

#[test]
fn what_calls_itself_without_end_is_refused_as_a_whole() {
    let letters: Vec<String> = ('a'..='k').map(String::from).collect();
    let laughs: String = letters
        .windows(2)
        .map(|pair| format!("{}: &{} [{}]\n", pair[1], pair[1], vec![format!("*{}", pair[0]); 9].join(",")))
        .collect();
    let many = format!("software:\n  - &a\n    nome: x\n    scopo: y\n{}", "  - *a\n".repeat(60_000));
    for text in [format!("a: &a [{}]\n{laughs}", ["x"; 9].join(",")), many] {
        assert_eq!(found(&text).iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["LA001"], "{text:.60}");
    }
}

#[test]
fn of_very_many_keys_the_first_are_told_and_the_others_counted() {
    let keys: String = (0..30_000).map(|number| format!("    chiave{number}: valore\n")).collect();
    let found = found(&format!("software:\n  - nome: Uno\n    scopo: due\n{keys}"));
    assert_eq!((found.len(), found[0], found[20_000]), (20_001, ("LA007", 4), ("LA007", 20_004)));
}

#[test]
fn more_keys_than_any_record_has_are_refused() {
    let keys: String = (0..60_000).map(|number| format!("    chiave{number}: valore\n")).collect();
    assert_eq!(found(&format!("software:\n  - nome: Uno\n    scopo: due\n{keys}")), [("LA004", 50_002)]);
    let flat: String = (0..60_000).map(|number| format!("chiave{number}: valore\n")).collect();
    assert_eq!(found(&flat), [("LA004", 50_001)]);
}

#[test]
fn a_chapter_of_a_thousand_pages_is_refused() {
    let starter = Folder::starter();
    let text = format!("---\ntitolo: Prova\nordine: 90\n---\n\n{}", "Una riga di prova.\n\n".repeat(60_000));
    starter.write("/content/2026-2028/90-prova.md", text);
    let path = "content/2026-2028/90-prova.md".to_owned();
    assert!(findings(starter.root()).contains(&("LA004", path, 1)));
}

/// Whatever else is broken in it, the first fault is told: what is broken is looked for in files that somebody may have written.
#[test]
fn a_very_long_file_that_is_broken_is_one_finding() {
    let line = "nota: Una riga di prova che non dice nulla\n---\n";
    let times = 9 * 1024 * 1024 / line.len();
    assert_eq!(found(&line.repeat(times)), [("LA001", 3)]);
    let open = format!("software:\n  - nome: [Uno\n{}", "  - nome: Due\n    scopo: tre\n".repeat(times * 2));
    assert_eq!(found(&open), [("LA001", 2)]);
    let few = format!("software:\n{}", "  - nome: [Uno\n    scopo: due\n".repeat(3));
    assert_eq!(found(&few).len(), 3);
}

/// What is many times as large in memory as in its file is refused before it is there; `load::yaml` tries more of its shapes, in small.
#[test]
fn what_would_take_many_times_its_length_of_memory_is_refused() {
    assert_eq!(found(&format!("software:\n{}", "  - {}\n".repeat(100_000)))[0].0, "LA004");
}
