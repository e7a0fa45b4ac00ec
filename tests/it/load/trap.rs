//! YAML that reads well and says something else than its author meant.

use crate::folder::Folder;
use crate::found::findings;
use piao::diagnostic::Severity;

const INPUT: &str = "input: [Atto adottato]";
const NAME: &str = "nome: Tributi";

/// The findings of the starter with one edit: code, severity, line counted from that of the edit (0).
fn after(file: &str, replace: &str, with: &str) -> Vec<(&'static str, Severity, usize)> {
    let starter = Folder::starter();
    let first = starter.read(file).split(replace).next().unwrap().matches('\n').count() + 1;
    starter.edit(file, replace, with);
    findings(starter.root())
        .iter()
        .map(|found| (found.code, found.severity, found.line.saturating_sub(first)))
        .collect()
}

#[track_caller]
fn mended(file: &str, replace: &str, with: &str, right: &str) {
    let starter = Folder::starter();
    starter.edit(file, replace, with);
    starter.piao(["check", "--fix"]).any_status().run();
    let expected = Folder::starter();
    expected.edit(file, replace, right);
    assert_eq!(starter.read(file), expected.read(file));
    assert!(findings(starter.root()).iter().all(|found| found.severity != Severity::Error));
}

#[test]
fn items_joined_into_one_text_are_said_at_the_first_that_is_joined() {
    for (with, line) in [
        ("input:\n      Atto adottato\n      - Nota", 2),
        ("input:\n      - Atto adottato\n       - Nota", 2),
        ("input:\n      - Atto\n      - Atto adottato\n        - Nota", 3),
        ("input: Atto adottato\n      - Nota", 1),
        ("input:\n      • Atto adottato\n      • Nota", 2),
        ("input:\n      1. Atto adottato\n      2. Nota", 2),
        ("input:\n      1) Atto adottato\n      2) Nota", 2),
        ("input:\n      – Atto adottato\n      – Nota", 2),
        ("input:\n      a) Atto adottato\n      b) Nota", 2),
    ] {
        let found = after("processi.yaml", INPUT, with);
        assert!(found.contains(&("LA018", Severity::Error, line)), "{with}: {found:?}");
    }
}

#[test]
fn items_joined_into_one_text_are_parted_where_that_is_certain() {
    let right = "input:\n      - Atto adottato\n      - Nota, letta da tutti";
    for with in [
        "input:\n      Atto adottato\n      - Nota, letta da tutti",
        "input:\n      - Atto adottato\n       - Nota, letta da tutti",
        "input: Atto adottato\n      - Nota, letta da tutti",
        "input:\n      • Atto adottato\n      • Nota, letta da tutti",
    ] {
        mended("processi.yaml", INPUT, with, right);
    }
    // A number is lost with its mark: nobody writes that unasked.
    let numbers = "input:\n      1. Atto adottato\n      2. Nota";
    let starter = Folder::starter();
    starter.edit("processi.yaml", INPUT, numbers);
    starter.piao(["check", "--fix"]).any_status().run();
    assert!(starter.read("processi.yaml").contains(numbers));
}

#[test]
fn texts_that_only_look_like_lists_are_right() {
    for with in [
        "input:\n      - Legge 22 maggio 2017, n.\n        81. Testo",
        "input:\n      - \"Atto adottato\n        - Nota\"",
        "input:\n      - >-\n        Atto adottato\n        - Nota",
        "input:\n      - Atto adottato – prima\n        – e Nota",
        "input:\n      - Atto\n        adottato -\n        e Nota",
    ] {
        assert!(after("processi.yaml", INPUT, with).iter().all(|found| found.0 != "LA018"), "{with}");
    }
}

#[test]
fn a_text_that_a_comment_cuts_is_a_warning() {
    for with in [
        "nome: Tributi #difesa",
        "nome: Tributi (pratica #88)",
        "nome: Tributi (pratica # 88)",
        "nome: Tributi\n    nota: #88 nuova",
    ] {
        let found = after("smart-team.yaml", NAME, with);
        let line = with.matches('\n').count();
        assert!(found.contains(&("LA019", Severity::Warning, line)), "{with}: {found:?}");
    }
    for with in [
        "nome: Tributi # nota",
        "nome: \"Tributi\" #nota",
        "nome: \"Tributi #1\"",
        "nome: Tributi ### qui",
        "#nota: x\n    nome: Tributi",
        "nome: Tributi#1",
    ] {
        let found = after("smart-team.yaml", NAME, with);
        assert!(found.iter().all(|found| found.0 != "LA019"), "{with}: {found:?}");
    }
}

#[test]
fn a_word_that_yaml_drops_is_an_error() {
    for with in ["nome: !Nuovo Tributi", "nome: ! Tributi", "nome: &Nuovo Tributi", "nome: Tributi\n    nota: !nuova"] {
        let found = after("smart-team.yaml", NAME, with);
        assert!(found.contains(&("LA020", Severity::Error, with.matches('\n').count())), "{with}: {found:?}");
    }
    for with in
        ["nome: !!str Tributi", "nome: Tributi!", "nome: \"!Tributi\"", "nome: Tributi & altro", "nome: Tributi !nuovo"]
    {
        let found = after("smart-team.yaml", NAME, with);
        assert!(found.iter().all(|found| found.0 != "LA020"), "{with}: {found:?}");
    }
}

#[test]
fn typographic_quotes_around_a_whole_value_are_mended() {
    for with in ["nome: “Tributi”", "nome: „Tributi“", "nome: ‘Tributi’", "nome: “Tributi\""] {
        let found = after("smart-team.yaml", NAME, with);
        assert!(found.contains(&("LA021", Severity::Warning, 0)), "{with}: {found:?}");
        mended("smart-team.yaml", NAME, with, "nome: \"Tributi\"");
    }
    for with in ["nome: «Tributi»", "nome: “Tributi” e “altro”", "nome: Tributi “locali”", "nome: \"“Tributi”\""]
    {
        let found = after("smart-team.yaml", NAME, with);
        assert!(found.iter().all(|found| found.0 != "LA021"), "{with}: {found:?}");
    }
}

#[test]
fn an_empty_tavola_1_is_said_once() {
    for text in ["processi: []\n", "processi:\n"] {
        let starter = Folder::starter();
        starter.write("processi.yaml", text);
        let codes: Vec<_> = findings(starter.root()).into_iter().map(|found| found.code).collect();
        assert_eq!(codes.iter().filter(|code| **code == "LA709").count(), 1, "{codes:?}");
        assert!(!codes.contains(&"LA307"), "{codes:?}");
    }
    let starter = Folder::starter();
    starter.write("processi.yaml", "# da scrivere\n");
    let found = findings(starter.root());
    assert!(found.iter().any(|found| found.code == "LA002" && found.message.ends_with("è vuoto")), "{found:?}");
}

#[test]
fn a_file_of_comments_is_like_an_absent_one_and_an_empty_one_is_told() {
    for file in ["accettazioni", "software", "formazione", "valutazione", "esclusioni", "glossario", "/data/controlli"]
    {
        for (text, told) in
            [("", &[("LA029", Severity::Warning)][..]), ("# niente, quest'anno\n", &[]), ("---\n# niente\n", &[])]
        {
            let starter = Folder::starter();
            starter.write(&format!("{file}.yaml"), text);
            if file == "esclusioni" {
                starter.without_shown_exclusions();
            }
            let found = findings(starter.root());
            let found: Vec<_> = found.iter().map(|found| (found.code, found.severity)).collect();
            assert_eq!(found, told, "{file}: «{text}»");
        }
    }
}

#[test]
fn a_list_between_brackets_loses_nothing_to_a_comment() {
    mended("processi.yaml", INPUT, "input: [Atto #2, Nota]", "input: [\"Atto #2\", Nota]");
    mended("processi.yaml", INPUT, "input: [Nota, Pratica #88]", "input: [Nota, \"Pratica #88\"]");
    // A comment may have swallowed the bracket: which of the two was meant is not known.
    let doubtful = "input: [Atto # da verificare]";
    let starter = Folder::starter();
    starter.edit("processi.yaml", INPUT, doubtful);
    starter.piao(["check", "--fix"]).status(1).run();
    assert!(starter.read("processi.yaml").contains(doubtful));
}

#[test]
fn a_quoted_item_that_its_commas_divide_is_one() {
    for quoted in ["“Atto, anche breve”", "„Atto, anche breve“"] {
        let with = format!("input: [{quoted}, Nota]");
        assert_eq!(after("processi.yaml", INPUT, &with), [("LA021", Severity::Warning, 0)], "{with}");
        mended("processi.yaml", INPUT, &with, "input: [\"Atto, anche breve\", Nota]");
    }
    assert_eq!(after("processi.yaml", INPUT, "input: [Atto “A”, Nota “B”, «Circolare»]"), []);
}

#[test]
fn items_with_asterisks_are_mended_together() {
    mended(
        "processi.yaml",
        INPUT,
        "input:\n      * Atto adottato\n      * Nota",
        "input:\n      - Atto adottato\n      - Nota",
    );
}
