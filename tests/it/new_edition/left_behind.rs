//! What a new edition does not take along is named, and of what it does not say yet nothing is published.

use super::{NEXT, is_clean_but_for_decisions, next};
use crate::folder::Folder;
use piao::scaffold::EDITION;

#[test]
fn an_acceptance_that_still_holds_is_asked_for_without_its_day() {
    let starter = Folder::starter();
    starter.write(
        "accettazioni.yaml",
        "accettazioni:\n  - { controllo: LA703, dove: software, motivo: Uno, scade: 2026-12-31 }\n",
    );
    let ran = starter.piao(["new-edition", NEXT, "--today", "2026-11-01"]).run();
    let left = next(&starter, "accettazioni.yaml");
    assert!(left.contains("motivo: Uno") && !left.contains("scade:"), "{left}");
    let asked =
        "confermare il motivo per l'edizione 2027-2029, e dire se ha una scadenza: quella di prima era 2026-12-31";
    assert!(ran.err.contains(asked), "{}", ran.err);
}

#[test]
fn what_the_old_rows_said_besides_their_numbers_is_named() {
    let starter = Folder::starter();
    starter.edit(
        "attuazione.yaml",
        "    agili: 7\n",
        "    agili: 7\n    nota: Dirigente\n    da_verificare: I giorni.\n",
    );
    starter.edit("attuazione.yaml", "    agili: 4\n", "    agili: 4\n    nota: Due in comando\n");
    let ran = starter.piao(["new-edition", NEXT]).run();
    for asked in [
        "dire il totale, se anche questa edizione ne pubblica uno: in 2026-2028 era «Totale» (21 dipendenti, 11 lavoratori agili)",
        "riscrivere, dove vale ancora, le note dell'edizione 2026-2028 su «Segreteria» e «Tributi»",
        "riscrivere, dove vale ancora, il dubbio dell'edizione 2026-2028 su «Segreteria»",
    ] {
        assert!(ran.err.contains(&format!("da decidere: {asked}\n")), "{}", ran.err);
    }
    is_clean_but_for_decisions(&starter);
}

/// No column for a number that no row has, on pages and paper alike: one sentence says what is missing.
#[test]
fn where_nobody_is_counted_yet_one_sentence_says_so() {
    const SENTENCE: &str =
        "Il numero dei dipendenti e quello di lavoratrici e lavoratori agili sono ancora da indicare.";
    let folder = Folder::real();
    folder.piao(["new-edition", "2026-2028"]).run();
    folder.piao(["build"]).run();
    let read = |path: &str| folder.read(&format!("/public/2026-2028/{path}"));
    for path in ["attuazione/index.html", "stampa/attuazione/index.html", "stampa/allegato/index.html"] {
        let page = read(path);
        assert_eq!(
            (page.matches(SENTENCE).count(), page.contains(">Lavoratrici e lavoratori agili</th>")),
            (1, false),
            "{path}"
        );
        assert!(!page.contains(">da indicare<"), "{path}");
    }
    let chapter = read("stato-di-attuazione/index.html");
    assert!(chapter.contains("La somma delle righe della tabella dà invece [da indicare]."), "{chapter}");
}

/// Of a part of an unknown number, or an unknown part of a number, no sentence is said that has a gap in its middle.
#[test]
fn an_unknown_number_of_employees_is_told_beside_the_known_one() {
    for (counts, said) in [
        ("    agili: 7\n", ["7 (dipendenti da indicare)", "7 lavoratrici e lavoratori agili (dipendenti da indicare)"]),
        (
            "    dipendenti: 12\n",
            ["da indicare, su 12", "Lavoratrici e lavoratori agili da indicare, su 12 dipendenti"],
        ),
    ] {
        let starter = Folder::starter();
        starter.write(
            "attuazione.yaml",
            format!("data: 2025-12-31\nrighe:\n  - area: Risorse\n    servizio: Servizio Tributi\n    smart_team: Tributi\n    da_decidere: il resto\n{counts}"),
        );
        starter.piao(["build"]).run();
        let page = starter.read(&format!("/public/{EDITION}/index.html"));
        for said in said {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("su dipendenti da indicare") && !page.contains("su da indicare"), "{page}");
    }
}

#[test]
fn a_draft_that_counts_some_says_of_the_others_that_they_are_to_be_counted() {
    let starter = Folder::starter();
    starter.piao(["new-edition", NEXT]).run();
    let path = format!("/data/{NEXT}/attuazione.yaml");
    let text = starter.read(&path);
    let (head, row) = text.split_once("smart_team: Segreteria\n").expect("the row");
    let (_, rest) = row.split_once('\n').expect("its decision");
    starter.write(&path, format!("{head}smart_team: Segreteria\n    dipendenti: 12\n    agili: 7\n{rest}"));
    starter.piao(["build"]).run();
    let page = starter.read(&format!("/public/{NEXT}/index.html"));
    assert!(page.contains("grafico_agili") && !page.contains("per classi"), "{page}");
    assert!(page.contains("la barra è vuota") && !page.contains("da indicare su"), "{page}");
    let data = starter.read(&format!("/public/{NEXT}/dati/attuazione.csv"));
    assert!(data.contains(",Segreteria,12,7\r\n") && data.contains(",Tributi,,\r\n"), "{data}");
}

#[test]
fn targets_of_years_that_are_over_stay_behind_and_the_new_ones_are_asked_for() {
    let starter = Folder::starter();
    starter.write(
        "indicatori.yaml",
        "indicatori:\n  # Il primo.\n  - { id: a, dimensione: Salute digitale, indicatore: Portatili, base: { valore: 10, al: 2024-12-31 }, obiettivi: { 2026: 14, 2027: 20, 2028: 30 }, consuntivo: { 2025: 15 } }\n  - dimensione: Benessere\n    indicatore: Adesione\n    obiettivi:\n      2026: 40%\n",
    );
    starter.piao(["new-edition", NEXT]).run();
    let indicators = next(&starter, "indicatori.yaml");
    for gone in ["2026: 14", "2026: 40%", "consuntivo: {"] {
        assert!(!indicators.contains(gone), "{indicators}");
    }
    assert!(
        indicators.contains("# Il primo.\n") && indicators.contains("2027: 20") && indicators.contains("2028: 30"),
        "{indicators}"
    );
    for asked in [
        "l'obiettivo del 2029 e il valore di partenza (consuntivo del 2025: 15)",
        "gli obiettivi del 2027, del 2028 e del 2029",
    ] {
        assert!(indicators.contains(asked), "{indicators}");
    }
    is_clean_but_for_decisions(&starter);
}

/// An edition that still has decisions to take is carried over with them: no key is written twice, no question is lost.
#[test]
fn what_was_never_decided_is_still_asked_in_the_edition_after() {
    let folder = Folder::real();
    let own = "---\nda_decidere: [sentire la rappresentanza sindacale, il titolo]\ntitolo:";
    folder.piao(["new-edition", "2026-2028", "--current", "--today", "2026-01-10"]).run();
    let premise = "/content/2026-2028/01-premessa.md";
    folder.write(premise, folder.read(premise).replacen("---\ntitolo:", own, 1));
    folder.piao(["new-edition", "2027-2029", "--current", "--today", "2027-01-10"]).run();
    let read = |path: &str| folder.read(path);
    let chapter = read("/content/2027-2029/02-stato-di-attuazione.md");
    let mark = "---\nda_decidere: rileggere il testo, che nomina il 2024 e il 2025\ntitolo:";
    assert!(chapter.starts_with(mark), "{chapter}");
    let premise = read("/content/2027-2029/01-premessa.md");
    assert!(premise.contains("sentire la rappresentanza sindacale") && premise.contains("il titolo"), "{premise}");
    let adoption = read("/data/2027-2029/attuazione.yaml");
    for asked in ["era «Totale ente ruolo» (160 dipendenti", "le note dell'edizione 2025-2027", "rileggere la premessa"]
    {
        assert_eq!(adoption.matches(asked).count(), 1, "{asked}: {adoption}");
    }
    let settings = read("/data/2027-2029/edizione.yaml");
    assert_eq!(settings.matches("confermare titolo, piano e sezione").count(), 1, "{settings}");
    folder.piao(["check", "--today", "2027-01-10"]).status(0).run();
}
