//! One fault, one finding: what follows from a fault that is told is not told again, and nothing is concluded from it.

use crate::folder::Folder;
use crate::found::{Found, checked, findings};
use crate::run::Run;
use piao::diagnostic::Edit;
use piao::load::Overlay;

fn found(edits: &[Edit]) -> Vec<Found> {
    findings(Folder::with(edits).root())
}

/// The codes of all that is found with these changes.
pub(super) fn codes(edits: &[Edit]) -> Vec<&'static str> {
    found(edits).into_iter().map(|found| found.code).collect()
}

/// What the findings of a rule say.
fn told(code: &str, edits: &[Edit]) -> Vec<String> {
    found(edits).into_iter().filter(|found| found.code == code).map(|found| found.message).collect()
}

const MODEL: &str = "modello.yaml";

#[test]
fn a_row_that_contradicts_itself_has_no_small_cells() {
    let more = [
        Edit::new("attuazione.yaml", "    agili: 7", "    agili: 13"),
        Edit::new("attuazione.yaml", "  agili: 11", "  agili: 17"),
    ];
    assert_eq!(codes(&more), ["LA305"]);
}

#[test]
fn the_key_of_a_badly_described_column_is_known() {
    for column in
        ["fascia: { titolo: Fascia, tipo: scelta }", "fascia: { titolo: Fascia, tipo: testi }", "fascia: Fascia"]
    {
        let folder = Folder::starter();
        folder.edit(MODEL, "", &format!("tavole: {{ processi: {{ colonne: {{ {column} }} }} }}\n"));
        folder.edit("processi.yaml", "smartabilita: si\n", "smartabilita: si\n    fascia: prima\n");
        let found: Vec<_> = findings(folder.root()).into_iter().map(|found| found.file).collect();
        assert_eq!(found, ["data/2026-2028/modello.yaml"], "{column}");
    }
}

#[test]
fn a_value_of_a_choice_stands_once() {
    let choice = |values: &str| {
        let folder = Folder::starter();
        let column = format!("fascia: {{ titolo: Fascia, tipo: scelta, valori: {values} }}");
        folder.edit(MODEL, "", &format!("tavole: {{ processi: {{ colonne: {{ {column} }} }} }}\n"));
        folder.edit("processi.yaml", "smartabilita: si\n", "smartabilita: si\n    fascia: x\n");
        findings(folder.root()).into_iter().map(|found| found.message).collect::<Vec<_>>()
    };
    assert_eq!(choice("[x, X, y]"), ["«X» sta due volte in `valori`"]);
    assert_eq!(choice("[x, y]"), Vec::<String>::new());
}

#[test]
fn a_list_with_something_unread_in_it_is_not_empty() {
    for input in ["[[Domanda]]", "[{ a: b }]"] {
        let folder = Folder::starter();
        folder.edit("processi.yaml", "input: [Atto adottato]", &format!("input: {input}"));
        let found: Vec<_> = findings(folder.root()).into_iter().map(|found| found.code).collect();
        assert_eq!(found, ["LA006"], "{input}");
    }
}

#[test]
fn an_owner_that_could_not_be_read_leaves_nobody_empty() {
    let area = Edit::new("servizi.yaml", "    area: risorse\n", "    area: [risorse]\n");
    assert_eq!(codes(&[area]), ["LA006"]);
    // What is empty beside it, and has every owner read, is still told.
    let other = Edit::new("servizi.yaml", "servizi:\n", "  - { id: tecnica, nome: Area Tecnica }\nservizi:\n");
    assert_eq!(codes(&[other]), ["LA319"]);
}

#[test]
fn an_empty_list_beside_another_key_is_taken_away() {
    for (before, after) in [
        ("area: [risorse]\n    smart_team: []\n", "area: [risorse]\n"),
        ("smart_team: []\n    servizio: tributi\n", "servizio: tributi\n"),
        ("servizio: []\n    smart_team: [tributi]\n", "smart_team: [tributi]\n"),
    ] {
        let folder = Folder::starter();
        folder.edit("processi.yaml", "area: [risorse]\n    smart_team: [tributi]\n", before);
        let found: Vec<_> = findings(folder.root()).into_iter().filter(|found| found.code == "LA013").collect();
        let [only] = &found[..] else { panic!("{found:?}") };
        assert!(only.message.contains("è vuoto, e a chi compete lo dice già un'altra chiave"), "{only:?}");
        folder.piao(["check", "--fix"]).any_status().run();
        assert!(folder.read("processi.yaml").contains(&format!("    {after}    smartabilita: in parte")), "{before}");
    }
    let nobody = |text| told("LA013", &[Edit::new("processi.yaml", "smart_team: [segreteria]", text)]);
    let neither = ["il processo non dice a chi compete: manca `smart_team`, `servizio` o `area`"];
    assert_eq!(nobody("smart_team: []"), neither);
    assert_eq!(nobody("smart_team: []\n    servizio: []"), neither);
}

#[test]
fn a_word_in_typographic_quotes_is_understood() {
    assert_eq!(codes(&[Edit::new("edizione.yaml", "stato: bozza", "stato: “bozza”")]), ["LA021"]);
    assert_eq!(codes(&[Edit::new("processi.yaml", "rischio: medio", "rischio: “medio”")]), ["LA021"]);
    assert_eq!(codes(&[Edit::new("attuazione.yaml", "data: 2025-12-31", "data: “2025-12-31”")]), ["LA021"]);
    // These are in the text itself, and no word.
    assert_eq!(codes(&[Edit::new("edizione.yaml", "stato: bozza", "stato: \"“bozza”\"")]), ["LA101"]);
    assert_eq!(codes(&[Edit::new("edizione.yaml", "stato: bozza", "stato: “boh”")]), ["LA021", "LA101"]);
}

#[test]
fn of_a_repeated_code_no_part_is_read() {
    let edits = [Edit::new("processi.yaml", "codice: 200-1-M", "codice: 100-1-b")];
    assert_eq!(codes(&edits), ["LA102", "LA105"]);
}

#[test]
fn an_undeclared_mark_is_probably_the_one_that_seems_unused() {
    let edits = [
        Edit::new("formazione.yaml", "  X: modulo previsto\n", "  X: modulo previsto\n  O: obbligatorio\n"),
        Edit::new("formazione.yaml", "dipendenti: X", "dipendenti: Z"),
    ];
    assert_eq!(codes(&edits), ["LA206"]);
}

#[test]
fn every_place_is_told() {
    let purpose = |text| [Edit::new("processi.yaml", "finalita: Recuperare i tributi non versati", text)];
    assert_eq!(told("LA505", &purpose("finalita: Rilascio ??? e poi XXX")).len(), 2);
    let words = told("LA507", &purpose("finalita: Rilascio dei dei permessi permessi"));
    assert_eq!(words, ["«dei» è scritto due volte", "«permessi» è scritto due volte"]);
    assert_eq!(told("LA507", &purpose("finalita: Rilascio dei dei dei permessi")).len(), 1);
}

#[test]
fn a_space_on_the_wrong_side_is_moved() {
    for (before, after) in
        [("Rilascio ,dei permessi", "Rilascio, dei permessi"), ("le opere ;e altro", "le opere; e altro")]
    {
        let folder = Folder::starter();
        folder.edit("processi.yaml", "Recuperare i tributi non versati", before);
        let found: Vec<_> = findings(folder.root()).into_iter().map(|found| found.code).collect();
        assert_eq!(found, ["LA502"], "{before}");
        folder.piao(["check", "--fix"]).run();
        assert!(folder.read("processi.yaml").contains(after), "{before}");
    }
    for right in ["1 ,5 metri", "sì ;D", "quadro ,. e punti"] {
        let folder = Folder::starter();
        folder.edit("processi.yaml", "Recuperare i tributi non versati", right);
        assert!(findings(folder.root()).iter().all(|found| !found.message.contains("e non dopo")), "{right}");
    }
}

#[test]
fn the_second_of_two_chapters_is_told_by_its_file() {
    let order = Edit::new("/content/2026-2028/02-stato-di-attuazione.md", "ordine: 2", "ordine: 1");
    let title = Edit::new("/content/2026-2028/02-stato-di-attuazione.md", "titolo: ", "titolo: A ");
    let found: Vec<_> = found(&[order, title]).into_iter().filter(|found| found.code == "LA110").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].file, "content/2026-2028/02-stato-di-attuazione.md");
}

#[test]
fn the_letter_of_a_code_is_one_of_the_steps_beside_its_own() {
    let scale = Edit::new(MODEL, "", "scale: { rischio: [minimo, basso, medio, alto, altissimo] }\n");
    let risk = |word| {
        let folder = Folder::with(&[scale]);
        folder.edit("processi.yaml", "rischio: medio", &format!("rischio: {word}"));
        findings(folder.root()).iter().filter(|found| found.code == "LA301").count()
    };
    // The code ends in M.
    assert_eq!(["minimo", "basso", "medio", "alto", "altissimo"].map(risk), [0, 1, 0, 1, 1]);
    let other = Edit::new(MODEL, "", "scale: { rischio: [minore, maggiore] }\n");
    let folder = Folder::with(&[other]);
    folder.edit("processi.yaml", "rischio: medio", "rischio: maggiore");
    folder.edit("processi.yaml", "rischio: basso", "rischio: minore");
    assert!(findings(folder.root()).iter().all(|found| found.code != "LA301"));
}

#[test]
fn the_words_of_the_program_agree_with_those_of_the_edition() {
    let words = "parole:\n  area: { singolare: il Settore, plurale: i Settori }\n  servizio: { singolare: la Struttura, plurale: le Strutture }\n";
    let folder = Folder::starter();
    folder.edit(MODEL, "", words);
    folder.edit("servizi.yaml", "area: risorse", "area: zzzzzz");
    folder.edit("smart-team.yaml", "servizio: tributi", "servizio: zzzzzz");
    let (_, findings) = checked(folder.root(), &Overlay::new());
    let text = findings.into_iter().filter_map(|finding| finding.help).collect::<Vec<_>>().join("\n");
    assert!(text.contains("quelli definiti in `servizi.yaml` sono affari-generali, risorse"), "{text}");
    assert!(text.contains("quelle definite in `servizi.yaml` sono segreteria, tributi"), "{text}");
}

#[test]
fn one_person_is_said_of_one() {
    let one = [Edit::new("attuazione.yaml", "  dipendenti: 21\n  agili: 11", "  dipendenti: 1\n  agili: 1")];
    assert_eq!(
        told("LA304", &one),
        [
            "il totale dichiarato è 1 dipendente, ma la somma delle righe è 21",
            "il totale dichiarato è 1 lavoratrice o lavoratore agile, ma la somma delle righe è 11"
        ]
    );
}

#[test]
fn the_command_line_says_what_was_meant() {
    let starter = Folder::starter();
    let said = |arguments: &[&str]| starter.piao(arguments).status(2).run().err;
    assert!(said(&["chek"]).starts_with("errore: il comando `chek` non esiste (forse si intendeva `check`)\n"));
    assert!(
        said(&["check", "B"])
            .starts_with("errore: `B` qui non è previsto: la cartella dell'ente si indica con `--cartella B`\n")
    );
    assert!(said(&["check", "--boh"]).starts_with("errore: l'opzione `--boh` non esiste qui"));
    let empty = Folder::empty();
    for kind in ["università", "Universita"] {
        empty.piao(["init", "--kind", kind, kind]).run();
        assert!(empty.read(&format!("/{kind}/data/ente.yaml")).contains("universita"), "{kind}");
    }
    assert!(empty.piao(["init", "--kind", "boh", "a"]).status(2).run().err.contains("i valori possibili sono comune"));
    Run::new(starter.root(), ["check"]).env("SOURCE_DATE_EPOCH", "").run();
}

#[test]
fn an_act_is_cited_once_for_a_matter_however_it_is_written() {
    let law = "riferimenti:\n  - atto: Legge 22 maggio 2017 n. 81\n    data: 2017-05-22\n    materia: lavoro agile\n";
    for (more, is_told) in [
        ("  - atto: Legge 22 maggio 2017 n. 81\n    data: 2017-05-22\n    materia: lavoro agile\n", true),
        ("  - { atto: Legge n. 81/2017, data: 2017-05-22 }\n", true),
        ("  - { atto: \"Legge 22 maggio 2017, n. 81\", materia: Lavoro agile }\n", true),
        ("  - { atto: \"Legge 22 maggio 2017, n. 81, art. 18\", materia: lavoro agile }\n", false),
        ("  - { atto: Legge 22 maggio 2017 n. 82, materia: lavoro agile }\n", false),
        ("  - { atto: CCNL 2019-2021, data: 2022-11-16 }\n  - { atto: C.C.N.L. 2019-2021, data: 2022-05-09 }\n", false),
        ("  - { atto: CCNL 2019-2021, data: 2022-11-16 }\n  - { atto: ccnl 2019-2021, data: 2022-11-16 }\n", true),
        (
            "  - { atto: CCNL 2019-2021, materia: lavoro agile }\n  - { atto: CCNL 2019-2021, materia: lavoro da remoto }\n",
            false,
        ),
        (
            "  - { atto: \"L. 7 agosto 1990, n. 241, art. 1\" }\n  - { atto: \"Legge 7 agosto 1990 n. 241, articolo 1\" }\n",
            true,
        ),
    ] {
        let starter = Folder::starter();
        starter.edit("edizione.yaml", law, &format!("{law}{more}"));
        let told = findings(starter.root()).iter().any(|found| found.code == "LA121");
        assert_eq!(told, is_told, "{more}");
    }
}
