//! Acceptances: what they name, what they hold on to, and what is wrong with them.

mod held_texts;
mod moved_rows;
mod useless;

use crate::folder::Folder;
use crate::found::{Found, checked, findings};
use piao::diagnostic::Edit;
use piao::load::Overlay;

/// The starter with edits and with some acceptances.
fn folder(edits: &[Edit], acceptances: &str) -> Folder {
    let folder = Folder::with(edits);
    folder.write("accettazioni.yaml", format!("accettazioni:\n{acceptances}"));
    folder
}

/// The codes and messages of the open findings of some rules.
fn said(folder: &Folder, codes: &[&str]) -> Vec<String> {
    let found = findings(folder.root()).into_iter().filter(|found| codes.contains(&found.code));
    found.map(|Found { code, message, .. }| format!("{code} {message}")).collect()
}

const ACCEPTANCES: &[&str] =
    &["LA901", "LA902", "LA903", "LA904", "LA905", "LA906", "LA907", "LA908", "LA909", "LA910"];

const ROLE: &str =
    "  - nome: Dirigente\n    natura: competenze\n    voci: [Definizione degli obiettivi, Capacità di delega]";

/// A placeholder in every table whose records have a name, a code or an identifier.
const PLACEHOLDERS: &[(&str, &str, &str, &[&str])] = &[
    (
        "software.yaml",
        "scopo: Registrazione dei documenti",
        "scopo: Registrazione entro XXX giorni",
        &["software/Protocollo informatico/scopo", "software/PROTOCOLLO  informatico", "software"],
    ),
    (
        "processi.yaml",
        "finalita: Pubblicare gli atti nei tempi previsti",
        "finalita: Pubblicare gli atti entro XXX giorni",
        &["processi/100-1-B/finalita", "processi/100 - 1 - B"],
    ),
    (
        "valutazione.yaml",
        ROLE,
        "  - nome: Dirigente / Titolare EQ\n    voci: [Definizione degli obiettivi, Capacità di XXX]",
        &["valutazione/Dirigente / Titolare EQ/voci", "valutazione/Dirigente / Titolare EQ/voci/Capacità di XXX"],
    ),
    (
        "/content/2026-2028/01-premessa.md",
        "Questo allegato descrive",
        "XXX Questo allegato descrive",
        &["capitoli/premessa", "capitoli"],
    ),
];

#[test]
fn a_record_is_accepted_by_identifier_code_or_name_in_any_spelling() {
    for (file, old, new, places) in PLACEHOLDERS {
        for place in *places {
            let folder = folder(
                &[Edit::new(file, old, new)],
                &format!("  - {{ controllo: LA505, dove: \"{place}\", motivo: Come nel testo pubblicato }}\n"),
            );
            assert_eq!(said(&folder, &["LA505"]), Vec::<String>::new(), "{place}");
            assert_eq!(said(&folder, ACCEPTANCES), Vec::<String>::new(), "{place}");
        }
    }
}

#[test]
fn an_item_is_accepted_by_its_text_and_another_item_is_not() {
    let two = Edit::new(
        "valutazione.yaml",
        ROLE,
        "  - nome: Dirigente / Titolare EQ\n    voci:\n      - Capacità di XXX\n      - Ascolto entro XXX giorni",
    );
    for one in [
        "dove: valutazione/Dirigente / Titolare EQ/voci/Capacità di XXX",
        "dove: valutazione/Dirigente / Titolare EQ/voci\n    valore: Capacità di XXX",
    ] {
        let folder =
            folder(&[two], &format!("  - controllo: LA505\n    {one}\n    motivo: Come nel testo pubblicato\n"));
        let found: Vec<Found> = findings(folder.root()).into_iter().filter(|found| found.code == "LA505").collect();
        let second =
            folder.read("valutazione.yaml").lines().position(|line| line.contains("Ascolto")).expect("a line") + 1;
        assert_eq!(found.iter().map(|found| found.line).collect::<Vec<_>>(), [second], "{one}");
    }
}

#[test]
fn a_row_number_is_an_error_that_gives_the_name() {
    let broken =
        Edit::new("software.yaml", "scopo: Registrazione dei documenti", "scopo: Registrazione entro XXX giorni");
    let folder =
        folder(&[broken], "  - { controllo: LA505, dove: software/1/scopo, motivo: Come nel testo pubblicato }\n");
    assert_eq!(said(&folder, ACCEPTANCES), ["LA906 `software/1/scopo` indica una voce con il numero di riga"]);
    assert_eq!(said(&folder, &["LA505"]).len(), 1, "what a number names is not accepted");
    folder.piao(["check", "--fix"]).run();
    assert!(folder.read("accettazioni.yaml").contains("dove: software/Protocollo informatico/scopo,"));
    assert_eq!(said(&folder, &["LA505", "LA906"]), Vec::<String>::new());
}

#[test]
fn a_row_number_of_no_row_is_an_error_without_a_correction() {
    for (place, help) in [
        ("software/9/scopo", "la riga 9 non c'è"),
        ("attuazione/riga 7", "la riga 7 non c'è"),
        ("formazione/gruppo 9", "la riga 9 non c'è"),
    ] {
        let folder = folder(&[], &format!("  - {{ controllo: LA505, dove: {place}, motivo: Prova }}\n"));
        let before = folder.read("accettazioni.yaml");
        let ran = folder.piao(["check", "--fix"]).status(1).run();
        assert!(ran.err.contains("errore[LA906]") && ran.err.contains(help), "{}", ran.err);
        assert_eq!(folder.read("accettazioni.yaml"), before);
    }
}

#[test]
fn every_old_form_of_a_row_number_becomes_a_name() {
    let root = Folder::real();
    let path = "/data/2025-2027/accettazioni.yaml";
    let acceptances = [
        ("LA505", "attuazione/8/agili", "attuazione/Biblioteca C. Pavese/agili"),
        ("LA505", "smart-team/2", "smart-team/servizi-educativi-scolastici"),
        ("LA505", "aree/1", "aree/risorse"),
        ("LA505", "processi/1/input", "processi/500-1-B/input"),
        ("LA505", "formazione/gruppo 1", "formazione/gruppi/"),
        ("LA505", "edizione/riferimenti 1", "edizione/riferimenti/"),
        ("LA505", "esclusioni/1", "esclusioni/"),
    ];
    for (code, old, new) in acceptances {
        root.write(path, format!("accettazioni:\n  - {{ controllo: {code}, dove: {old}, motivo: Prova }}\n"));
        root.piao(["check", "--fix"]).any_status().run();
        let text = root.read(path);
        assert!(text.contains(&format!("dove: {new}")) || text.contains(&format!("dove: \"{new}")), "{old}: {text}");
        root.piao(["check", "--format", "short"]).any_status().run();
    }
}

/// Two rows with one name in two services, and in the third line what is wrong with the second.
const NAMESAKES: &str = "  - { area: Affari Generali, servizio: Servizio Segreteria, smart_team: Sportello, continua_in: segreteria, giorni_settimana: non smartabile, dipendenti: 12, agili: 7 }
  - { area: Risorse, servizio: Servizio Tributi, smart_team: Sportello, continua_in: tributi, giorni_settimana: non smartabile, dipendenti: 9, agili: 4 }
";

fn namesakes(place: &str) -> Folder {
    let folder = Folder::starter();
    let text = folder.read("attuazione.yaml");
    let (before, rest) = text.split_once("righe:\n").expect("rows");
    let after = &rest[rest.find("totale_dichiarato").expect("a total")..];
    folder.write("attuazione.yaml", format!("{before}righe:\n{NAMESAKES}{after}"));
    let acceptance =
        format!("accettazioni:\n  - {{ controllo: LA306, dove: \"{place}\", motivo: Come nel testo pubblicato }}\n");
    folder.write("accettazioni.yaml", acceptance);
    folder
}

#[test]
fn where_names_repeat_the_owner_tells_which() {
    for place in [
        "attuazione/Sportello (Servizio Tributi)/agili",
        "attuazione/Servizio Tributi/Sportello/agili",
        "attuazione/Risorse/Servizio Tributi/Sportello",
        "attuazione/Sportello/Servizio Tributi/agili",
    ] {
        let folder = namesakes(place);
        let open: Vec<usize> =
            findings(folder.root()).iter().filter(|found| found.code == "LA306").map(|found| found.line).collect();
        let first =
            folder.read("attuazione.yaml").lines().position(|line| line.contains("Segreteria")).expect("a row") + 1;
        assert_eq!(open, [first], "{place}");
        assert_eq!(said(&folder, ACCEPTANCES), Vec::<String>::new(), "{place}");
    }
}

#[test]
fn a_name_that_two_records_have_accepts_neither() {
    let folder = namesakes("attuazione/Sportello/agili");
    let ran = folder.piao(["check"]).status(1).run();
    assert!(ran.err.contains("errore[LA907]: `attuazione/Sportello/agili` può essere una di 2 voci"), "{}", ran.err);
    assert!(
        ran.err.contains(
            "`attuazione/Sportello (Servizio Segreteria)/agili` e `attuazione/Sportello (Servizio Tributi)/agili`"
        ),
        "{}",
        ran.err
    );
    assert_eq!(said(&folder, &["LA306"]).len(), 2);
}

#[test]
fn a_fourth_row_is_not_accepted_with_three() {
    let path = "/data/2025-2027/software.yaml";
    let folder = Folder::real();
    assert_eq!(said(&folder, &["LA314", "LA904"]), Vec::<String>::new());
    folder.edit(
        path,
        "  - nome: Joomla\n",
        "  - nome: Software in economia\n    scopo: Altro ancora\n  - nome: Joomla\n",
    );
    assert_eq!(
        said(&folder, &["LA314", "LA904", "LA907"]),
        ["LA314 il programma «Software in economia» compare 4 volte, con scopi diversi"]
    );
    // A new mark without meaning is not accepted with those of before.
    folder.edit("/data/2025-2027/formazione.yaml", "legenda:\n", "legenda:\n  Z: \"\"\n");
    assert_eq!(said(&folder, &["LA211"]), ["LA211 il significato del segno `Z` non è scritto"]);
}

#[test]
fn an_acceptance_is_written_once() {
    let wrong = Edit::new("attuazione.yaml", "agili: 11", "agili: 10");
    let twice = "  - { controllo: LA304, dove: attuazione, motivo: Uno }\n  - { controllo: LA304, dove: ATTUAZIONE, motivo: Due }\n";
    assert_eq!(
        said(&folder(&[wrong], twice), ACCEPTANCES),
        ["LA910 l'accettazione di LA304 in `ATTUAZIONE` è già scritta"]
    );
}

#[test]
fn whether_readers_may_see_the_reason_is_read() {
    let wrong = Edit::new("attuazione.yaml", "agili: 11", "agili: 10");
    for word in ["no", "\"no\"", "si"] {
        let folder = folder(
            &[wrong],
            &format!("  - {{ controllo: LA304, dove: attuazione, motivo: Prova, pubblica: {word} }}\n"),
        );
        assert_eq!(findings(folder.root()), []);
        let (loaded, _) = checked(folder.root(), &Overlay::new());
        let is_public = loaded.annex.editions[0].waivers.rows[0].is_public.as_ref().map(|word| word.value);
        assert_eq!(is_public, Some(word == "si"));
    }
    let folder = folder(&[wrong], "  - { controllo: LA304, dove: attuazione, motivo: Prova, pubblica: forse }\n");
    assert_eq!(said(&folder, &["LA101"]).len(), 1);
}

#[test]
fn the_signs_of_an_identifier_count() {
    let wrong = [Edit::new("processi.yaml", "input: [Atto adottato]", "input: []")];
    for (place, right) in [
        ("processi/100-1-B/input", true),
        ("processi/100 - 1 - b/input", true),
        ("processi/100--1-B/input", false),
        ("processi/100_1-B/input", false),
        ("processi/1001B/input", false),
    ] {
        let folder = folder(&wrong, &format!("  - controllo: LA309\n    dove: {place}\n    motivo: Come nel testo\n"));
        let said = said(&folder, &["LA309", "LA904"]);
        assert_eq!(said.is_empty(), right, "{place}: {said:#?}");
        let found = findings(folder.root());
        let unneeded = found.iter().find(|found| found.code == "LA904");
        assert_eq!(unneeded.is_none(), right, "{place}");
    }
}

#[test]
fn of_a_table_that_lost_its_records_one_thing_is_said() {
    let accepted = "  - controllo: LA309\n    dove: [processi/100-1-B/input, processi/200-1-M/input]\n    motivo: Come nel testo\n  \
                    - controllo: LA501\n    dove: [software/Uno/nome, software/Due/nome]\n    motivo: Come nel testo\n";
    let folder = folder(
        &[Edit::new("processi.yaml", "", "processi: []\n"), Edit::new("software.yaml", "", "software: []\n")],
        accepted,
    );
    assert_eq!(
        said(&folder, &["LA709", "LA904", "LA318"]),
        [
            "LA904 nessun rilievo LA501 da accettare in `software/Uno/nome`: la tabella non ha più voci",
            "LA709 la Tavola 1 è vuota: l'edizione `2026-2028` non ha processi",
        ]
    );
}
