use super::{Recovery, division};
use crate::load::line::lines;

/// How sound records are broken, and the name of that.
type Shape = (&'static str, fn(&str) -> String);

/// The lists inside a record are gone through once, however they stand one above the other.
#[test]
fn lists_inside_a_record_are_told_apart_and_not_told_twice() {
    let lists = |text: &str| {
        let lines = lines(text);
        division::nested_lists(&lines, &(0..lines.len()))
    };
    let sound = "- a: 1\n  b:\n    - c: 1\n      d:\n        - e: 2\n  # n\n  f:\n\n  - g: 1\n  h: 2\n";
    assert_eq!(lists(sound), [2..6, 7..9]);
    let tabs = format!("- a: [\n{}", "\tb:\n\t\t- c: 1\n".repeat(1000));
    assert_eq!(lists(&tabs).len(), 1);
}

/// Bytes that are parsed to learn what is broken in a text.
fn work(text: &str) -> usize {
    let mut recovery = Recovery::new(text);
    let allowed = recovery.search.left() + recovery.trials.left();
    recovery.run();
    assert!(!recovery.faults.is_empty(), "{text:.60}");
    allowed - recovery.search.left() - recovery.trials.left()
}

#[test]
fn the_work_grows_with_the_text_and_not_with_its_square() {
    let record = |number: usize| format!("  - codice: A{number}\n    nome: Uno\n    fasi:\n      - Una\n");
    let records = |count: usize| (0..count).map(record).collect::<String>();
    let shapes: [Shape; 5] = [
        ("tabulations", |text| text.replace("  ", "\t")),
        ("no dashes", |text| text.replace("  - codice", "    codice: :")),
        ("a tabulation in a mapping", |text| {
            format!("{}\tx: y\n", text.replace("  - ", "    ").replace("      ", "    - "))
        }),
        ("an open quote", |text| format!("  x: \"y\n{}", text.replace("  - ", "    "))),
        ("colons in each record", |text| text.replace("Uno", "a: b")),
    ];
    for (name, broken) in shapes {
        let text = |count: usize| format!("righe:\n{}", broken(&records(count)));
        let (few, many) = (work(&text(100)), work(&text(800)));
        assert!(many <= 9 * few, "{name}: {few} bytes for 100 records, {many} for 800");
    }
}
