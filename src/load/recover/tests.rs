use super::Recovery;

/// How sound records are broken, and the name of that.
type Shape = (&'static str, fn(&str) -> String);

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
