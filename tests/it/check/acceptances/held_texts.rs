//! The text that an acceptance remembers, and what only such an acceptance may cover.

use super::{ACCEPTANCES, folder, said};
use piao::diagnostic::Edit;

#[test]
fn an_acceptance_holds_while_its_text_stands() {
    let wrong = Edit::new("attuazione.yaml", "agili: 11", "agili: 10");
    let accepted = "  - { controllo: LA304, dove: attuazione/totale_dichiarato/agili, valore: 10, motivo: Come nel testo pubblicato }\n";
    let folder = folder(&[wrong], accepted);
    assert_eq!(said(&folder, &["LA304", "LA904", "LA908"]), Vec::<String>::new());
    folder.edit("attuazione.yaml", "agili: 10", "agili: 9");
    let found = said(&folder, &["LA304", "LA904", "LA908"]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(
        found[0],
        "LA908 l'accettazione di LA304 vale per «10», ma in `attuazione/totale_dichiarato/agili` ora si legge «9»"
    );
    assert!(found[1].starts_with("LA304 "), "{found:?}");
}

#[test]
fn a_folded_or_quoted_text_is_the_same_text() {
    for written in
        ["scopo: >-\n      Prestiti\n      (M. Rossi)", "scopo: \"Prestiti (M. Rossi)\"", "scopo: Prestiti (M. Rossi)"]
    {
        for accepted in ["Prestiti (M. Rossi)", "M. Rossi", ">-\n      Prestiti\n      (M. Rossi)"] {
            let folder = folder(
                &[Edit::new("software.yaml", "scopo: Registrazione dei documenti", written)],
                &format!(
                    "  - controllo: LA601\n    dove: software/Protocollo informatico/scopo\n    valore: {accepted}\n    motivo: È una biblioteca\n"
                ),
            );
            assert_eq!(
                said(&folder, &["LA601", "LA904", "LA908", "LA909"]),
                Vec::<String>::new(),
                "{written} {accepted}"
            );
        }
    }
}

#[test]
fn personal_data_are_accepted_text_by_text_and_never_for_a_whole_table() {
    let named = Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: Prestiti (M. Rossi)");
    for (rest, expected) in [
        ("dove: software/Protocollo informatico/scopo", "LA909 l'accettazione di LA601 non dice per quale testo vale"),
        (
            "dove: software, valore: Prestiti (M. Rossi)",
            "LA909 i rilievi LA601 non si accettano per un'intera tabella o un intero elenco",
        ),
        (
            "dove: software/software, valore: Prestiti (M. Rossi)",
            "LA909 i rilievi LA601 non si accettano per un'intera tabella o un intero elenco",
        ),
    ] {
        let folder = folder(&[named], &format!("  - {{ controllo: LA601, {rest}, motivo: Prova }}\n"));
        assert_eq!(said(&folder, ACCEPTANCES), [expected]);
        assert_eq!(said(&folder, &["LA601"]), ["LA601 «M. Rossi» sembra il nome di una persona"]);
        folder.piao(["check"]).status(1).run();
    }
    // In a chapter the words themselves are remembered.
    let said_in_text = Edit::new(
        "/content/2026-2028/01-premessa.md",
        "Questo allegato descrive",
        "Risponde il dott. Verdi.\n\nQuesto allegato descrive",
    );
    for accepted in ["dott. Verdi", "Risponde il dott. Verdi."] {
        let folder = folder(
            &[said_in_text],
            &format!("  - {{ controllo: LA601, dove: capitoli/premessa, valore: {accepted}, motivo: Prova }}\n"),
        );
        assert_eq!(said(&folder, &["LA601", "LA904", "LA908"]), Vec::<String>::new(), "{accepted}");
        folder.edit("/content/2026-2028/01-premessa.md", "dott. Verdi", "dott. Neri");
        assert_eq!(said(&folder, &["LA601", "LA908"]).len(), 2, "{accepted}");
    }
}

#[test]
fn a_person_who_is_accepted_hides_nobody_else() {
    let text = "Risponde il sig. Mario Rossi.\n\nIl sig. Mario Verdi e la dott.ssa Anna Bianchi: tel. 333 1234567, \
                mario.rossi@ente.esempio.it, RSSMRA80A01H501U.\n\nQuesto allegato descrive";
    let edit = Edit::new("/content/2026-2028/01-premessa.md", "Questo allegato descrive", text);
    let accepted = |rule: &str, text: &str| {
        format!("  - {{ controllo: {rule}, dove: capitoli/premessa, valore: \"{text}\", motivo: Prova }}\n")
    };
    let person = |name: &str| format!("LA601 «{name}» sembra il nome di una persona");
    let folder = folder(&[edit], &accepted("LA601", "sig. Mario Rossi"));
    let (others, contacts) = ([person("sig. Mario Verdi"), person("dott.ssa Anna Bianchi")], &["LA602"][..]);
    assert_eq!(said(&folder, &["LA601"]), others);
    assert_eq!(said(&folder, contacts).len(), 3);
    // What no text begins with is accepted by nothing.
    folder.write("accettazioni.yaml", format!("accettazioni:\n{}", accepted("LA601", "sig. Mario")));
    assert_eq!(said(&folder, &["LA601"]).len(), 3);
    assert_eq!(said(&folder, ACCEPTANCES).len(), 1);
    let mail = accepted("LA602", "mario.rossi@ente.esempio.it");
    folder.write("accettazioni.yaml", format!("accettazioni:\n{mail}"));
    let rest = ["LA602 c'è un numero di cellulare", "LA602 c'è un codice fiscale"];
    assert_eq!(said(&folder, &["LA602", "LA904", "LA908"]), rest);
}

#[test]
fn each_person_of_a_text_has_a_place() {
    let text = "scopo: Registrazione (dott. Mario Rossi, ing. Anna Verdi; cell. 333 1234567 o 347 1234567)";
    let folder = folder(&[Edit::new("software.yaml", "scopo: Registrazione dei documenti", text)], "  []\n");
    folder.remove("accettazioni.yaml");
    let json = folder.piao(["check", "--format", "json"]).run().out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let source = folder.read("software.yaml");
    let marked = |found: &serde_json::Value| {
        let place = |key: &str| usize::try_from(found[key].as_u64().expect("a number")).expect("a place") - 1;
        let line = source.lines().nth(place("line")).expect("the line");
        let length = place("end_column") - place("column");
        line.chars().skip(place("column")).take(length).collect::<String>()
    };
    let found: Vec<String> = json["diagnostics"].as_array().expect("findings").iter().map(marked).collect();
    assert_eq!(found, ["dott. Mario Rossi", "ing. Anna Verdi", "333 1234567", "347 1234567"]);
}

#[test]
fn another_accepted_text_beside_it_is_not_the_new_text() {
    let named = Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: Prestiti (M. Rossi)");
    let both =
        "  - { controllo: LA601, dove: software/Protocollo informatico, valore: Prestiti (M. Rossi), motivo: Uno }
  - { controllo: LA601, dove: software/Protocollo informatico, valore: Prestiti (A. Verdi), motivo: Due }
";
    let folder = folder(&[named], both);
    assert_eq!(said(&folder, &["LA601"]), Vec::<String>::new());
    // The second has nothing to accept: what stands there is accepted by the first.
    assert_eq!(
        said(&folder, ACCEPTANCES),
        ["LA904 nessun rilievo LA601 da accettare in `software/Protocollo informatico`"]
    );
}

#[test]
fn a_finding_of_several_records_says_how_many_are_accepted() {
    let twice = Edit::new(
        "software.yaml",
        "    scopo: Registrazione dei documenti",
        "    scopo: Registrazione\n  - nome: Protocollo informatico\n    scopo: Appuntamenti",
    );
    let one = "  - { controllo: LA314, dove: software/Protocollo informatico (Appuntamenti), motivo: Prova }\n";
    let folder = folder(&[twice], one);
    assert_eq!(said(&folder, ACCEPTANCES), Vec::<String>::new());
    let ran = folder.piao(["check"]).run();
    assert!(
        ran.err.contains("avviso[LA314]") && ran.err.contains("accettato soltanto per una voce su 2"),
        "{}",
        ran.err
    );
}
