//! `piao new-edition`: what is carried over, what is emptied, what is left to decide.

mod left_behind;

use crate::folder::Folder;
use piao::scaffold::EDITION;
use std::fs;

const NEXT: &str = "2027-2029";

fn next(folder: &Folder, file: &str) -> String {
    folder.read(&format!("/data/{NEXT}/{file}"))
}

/// Whether `check` finds neither errors nor, but for what is to be decided, warnings.
fn is_clean_but_for_decisions(folder: &Folder) {
    let ran = folder.piao(["check", "--format", "json"]).run();
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    for finding in report["diagnostics"].as_array().expect("findings") {
        let severity = finding["severity"].as_str().expect("a severity");
        // The day of the rows to be filled in may still be to come, where next year's edition is begun early.
        let is_decision = finding["rule"] == "LA710" || finding["rule"] == "LA406";
        assert!(severity == "note" || finding["waived"] == true || severity == "warning" && is_decision, "{finding:#}");
    }
}

#[test]
fn the_starter_is_carried_over_to_the_next_year() {
    let starter = Folder::starter();
    starter.edit("edizione.yaml", "stato: bozza", "stato: approvata\napprovazione: { organo: Giunta, atto: deliberazione, numero: \"1\", data: 2026-01-10 }\npubblicato_il: 2026-01-12\nversioni:\n  - { n: 1, data: 2026-01-10, atto: deliberazione n. 1, motivo: prima approvazione }");
    let ran = starter.piao(["nuova-edizione", NEXT]).out("").run();
    let last = format!("\nEdizione {NEXT} preparata da {EDITION}: 11 file, 5 decisioni da prendere.\n");
    assert!(ran.err.ends_with(&last), "{}", ran.err);
    assert!(ran.err.contains(&format!("  data/{NEXT}/attuazione.yaml:9: da decidere: dipendenti, lavoratori agili e giorni alla settimana di Segreteria al 31 dicembre 2026\n")), "{}", ran.err);
    let settings = "\
# yaml-language-server: $schema=../../schemi/edizione.json
# L'edizione: titolo, piano di cui è allegato, stato di approvazione.
titolo: Disciplina del Lavoro Agile
allegato: 2A
piano: Piano Integrato di Attività e Organizzazione 2027-2029
sezione: Sezione III - Organizzazione e capitale umano
stato: bozza
";
    assert!(next(&starter, "edizione.yaml").starts_with(settings), "{}", next(&starter, "edizione.yaml"));
    for gone in ["approvazione", "pubblicato_il", "versioni"] {
        assert!(!next(&starter, "edizione.yaml").contains(&format!("\n{gone}:")), "{gone}");
    }
    let adoption = next(&starter, "attuazione.yaml");
    assert!(adoption.contains("data: 2026-12-31") && !adoption.contains("totale_dichiarato"), "{adoption}");
    assert!(!adoption.contains("dipendenti: 12") && adoption.contains("smart_team: Tributi"), "{adoption}");
    // Everything else is as it was, byte for byte.
    for file in
        ["processi.yaml", "servizi.yaml", "smart-team.yaml", "software.yaml", "formazione.yaml", "esclusioni.yaml"]
    {
        assert_eq!(next(&starter, file), starter.read(file), "{file}");
    }
    assert!(starter.read("/data/ente.yaml").contains(&format!("edizione_corrente: {EDITION}")));
    is_clean_but_for_decisions(&starter);
    let ran = starter.piao(["diff", EDITION, NEXT]).run();
    assert!(ran.out.contains("Piano: Piano Integrato") || ran.out.contains("Piano:"), "{}", ran.out);
    assert!(!ran.out.contains("Mappatura dei processi"), "{}", ran.out);
}

#[test]
fn a_site_of_both_editions_tells_what_is_not_decided() {
    let starter = Folder::starter();
    starter.piao(["new-edition", NEXT]).run();
    starter.piao(["build"]).run();
    let page = starter.read(&format!("/public/{NEXT}/attuazione/index.html"));
    assert!(page.matches("da indicare").count() == 1 && page.contains("Bozza: testo non approvato"), "{page}");
    assert!(!page.contains("18446744073709551615"), "{page}");
    let data = starter.read(&format!("/public/{NEXT}/dati/attuazione.csv"));
    // Nobody is counted yet: no column of the data, no column, chart or sentence of persons.
    assert!(data.starts_with("area,servizio,smart_team\r\n"), "{data}");
    let data = starter.read(&format!("/public/{NEXT}/dati/attuazione.json"));
    assert!(!data.contains("dipendenti") && !data.contains("agili"), "{data}");
    for path in ["index", "servizi/index", "smart-team/tributi/index", "servizi/tributi/index"] {
        let page = starter.read(&format!("/public/{NEXT}/{path}.html"));
        for said in ["da indicare", "grafico_agili", "Dipendenti", "In modalità agile", "modalità agile?"] {
            assert!(!page.contains(said), "{path}: {said}");
        }
    }
    let old = starter.read(&format!("/public/{EDITION}/attuazione/index.html"));
    assert!(!old.contains("da indicare"));
}

#[test]
fn the_real_annex_is_carried_over_and_is_clean() {
    let folder = Folder::real();
    folder.piao(["new-edition", "2026-2028"]).run();
    is_clean_but_for_decisions(&folder);
    let read = |edition: &str, file: &str| folder.read(&format!("/data/{edition}/{file}"));
    for file in ["processi.yaml", "software.yaml", "formazione.yaml", "valutazione.yaml", "esclusioni.yaml"] {
        assert_eq!(read("2026-2028", file), read("2025-2027", file), "{file}");
    }
    // The comments of what stays are there still.
    assert!(
        read("2026-2028", "edizione.yaml")
            .contains("# Le norme e gli atti citati, nell'ordine in cui il testo li nomina.\n")
    );
    let chapter = folder.read("/content/2026-2028/02-stato-di-attuazione.md");
    assert!(
        chapter.starts_with("---\nda_decidere: rileggere il testo, che nomina il 2024 e il 2025\ntitolo:"),
        "{chapter}"
    );
    let ran = folder.piao(["diff", "2025-2027", "2026-2028", "--format", "json"]).run();
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let tables: std::collections::BTreeSet<&str> =
        report["changes"].as_array().expect("changes").iter().filter_map(|change| change["table"].as_str()).collect();
    let expected = ["attuazione", "edizione"];
    assert!(tables.iter().all(|table| expected.contains(table) || *table == "aree"), "{tables:?}");
}

#[test]
fn acceptances_that_expired_go_and_the_others_are_asked_for_again() {
    let starter = Folder::starter();
    let all = "\
# Le accettazioni dell'ufficio.
accettazioni:
  # Scaduta.
  - { controllo: LA703, dove: software, motivo: Uno, scade: 2025-12-31 }
  # Delle righe di allora.
  - controllo: LA304
    dove: [attuazione/totale_dichiarato/agili, attuazione/Segreteria]
    motivo: Due
  # Di ciò che resta.
  - controllo: LA704
    dove: [processi/100-1-B, attuazione/Segreteria]
    motivo: Tre
";
    starter.write("accettazioni.yaml", all);
    let ran = starter.piao(["new-edition", NEXT]).run();
    assert!(ran.err.contains("2 accettazioni non sono state portate"), "{}", ran.err);
    let left = next(&starter, "accettazioni.yaml");
    for gone in ["Uno", "Due", "attuazione"] {
        assert!(!left.contains(gone), "{left}");
    }
    assert!(left.contains("# Le accettazioni dell'ufficio.\n") && left.contains("# Di ciò che resta.\n"), "{left}");
    assert!(left.contains("processi/100-1-B") && left.contains("motivo: Tre"), "{left}");
    assert!(left.contains("da_decidere: confermare il motivo per l'edizione 2027-2029"), "{left}");
}

#[test]
fn previous_codes_and_ceased_areas_stay_behind_and_aliases_go_along() {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "codice: 200-1-M\n", "codice: 200-1-M\n    codice_precedente: 200-7-M # di allora\n");
    starter.edit("servizi.yaml", "servizi:\n", "  - { id: vecchia, nome: Vecchia, cessata: si }\nservizi:\n");
    starter.edit("attuazione.yaml", "area: Risorse", "area: Vecchia");
    starter.piao(["new-edition", NEXT, "--da", EDITION]).run();
    assert!(!next(&starter, "processi.yaml").contains("precedente"), "{}", next(&starter, "processi.yaml"));
    let services = next(&starter, "servizi.yaml");
    assert!(!services.contains("vecchia") && services.contains("alias: [Servizio Entrate]"), "{services}");
    assert!(starter.read("processi.yaml").contains("codice_precedente: 200-7-M"));
}

#[test]
fn pictures_and_folders_of_files_go_along() {
    let starter = Folder::starter();
    let picture = [0x89, b'P', b'N', b'G', 0, 255];
    starter.write(&format!("/content/{EDITION}/immagini/a.png"), picture);
    starter.write("software/uno.yaml", starter.read("software.yaml"));
    starter.remove("software.yaml");
    starter.piao(["new-edition", NEXT]).any_status().run();
    assert_eq!(fs::read(starter.root().join(format!("content/{NEXT}/immagini/a.png"))).expect("the picture"), picture);
    assert_eq!(next(&starter, "software/uno.yaml"), starter.read("software/uno.yaml"));
}

/// A run that is killed in between has made the edition, and not made it the current one.
#[test]
fn an_edition_that_is_as_it_was_prepared_becomes_the_current_one() {
    let (starter, twin) = (Folder::starter(), Folder::starter());
    let whole = twin.piao(["new-edition", NEXT, "--current"]).any_status().run();
    starter.piao(["new-edition", NEXT]).any_status().run();
    let again = starter.piao(["new-edition", NEXT, "--current"]).any_status().run();
    assert_eq!(again.status, whole.status, "{}", again.err);
    assert_eq!(crate::tree::files(starter.root()), crate::tree::files(twin.root()));
    starter.piao(["new-edition", NEXT, "--current"]).status(2).run();
    // One in which somebody has worked is not touched.
    let worked = Folder::starter();
    worked.piao(["new-edition", NEXT]).any_status().run();
    let path = format!("/data/{NEXT}/software.yaml");
    worked.write(&path, format!("{}# mio\n", worked.read(&path)));
    let before = crate::tree::files(worked.root());
    let ran = worked.piao(["new-edition", NEXT, "--current"]).status(2).run();
    assert!(ran.err.contains("c'è già: non è stato toccato"), "{}", ran.err);
    assert_eq!(crate::tree::files(worked.root()), before);
}

#[test]
fn what_is_there_is_not_overwritten() {
    let starter = Folder::starter();
    let ran = starter.piao(["new-edition", EDITION]).status(2).run();
    assert!(ran.err.contains("c'è già: non è stata toccata"), "{}", ran.err);
    starter.write(&format!("/content/{NEXT}/nota.txt"), "mia");
    let ran = starter.piao(["new-edition", NEXT]).status(2).run();
    assert!(ran.err.starts_with(&format!("errore: `content/{NEXT}` c'è già")), "{}", ran.err);
    assert!(!starter.root().join(format!("data/{NEXT}")).exists());
    let left: Vec<_> =
        fs::read_dir(starter.root().join("data")).expect("data").flatten().map(|it| it.file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    for wrong in ["../x", "risorse", "nul", "a b"] {
        starter.piao(["new-edition", wrong]).status(2).run();
    }
    starter.piao(["new-edition", "2030-2032", "--from", "2001-2003"]).status(2).run();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [nessuno]");
    starter.piao(["new-edition", "2030-2032"]).status(1).run();
    assert!(!starter.root().join("data/2030-2032").exists());
}

#[test]
fn the_current_edition_changes_only_if_it_is_asked_for() {
    let starter = Folder::starter();
    let before = starter.read("/data/ente.yaml");
    starter.piao(["new-edition", NEXT, "--corrente"]).run();
    let after = starter.read("/data/ente.yaml");
    assert_eq!(after, before.replace("edizione_corrente: 2026-2028", "edizione_corrente: 2027-2029"));
}

#[test]
fn a_decision_may_stand_in_every_record_and_file_until_it_is_taken() {
    let starter = Folder::starter();
    starter.edit("software.yaml", "    scopo: Registrazione dei documenti", "    da_decidere: lo scopo");
    let ran = starter.piao(["check", "--format", "json"]).run();
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let finding = &report["diagnostics"][0];
    assert_eq!((&finding["rule"], &finding["severity"]), (&"LA710".into(), &"warning".into()), "{report:#}");
    assert_eq!((&finding["message"], &finding["line"]), (&"da decidere: lo scopo".into(), &5.into()));
    starter.piao(["check", "--strict"]).status(1).run();
}

/// The lines of the rows of the new state of adoption, without the decisions.
fn names_of_rows(folder: &Folder) -> Vec<String> {
    let text = next(folder, "attuazione.yaml");
    let rows = text.split_once("righe:\n").expect("rows").1.split("  - ").skip(1);
    let row = |row: &str| {
        row.lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("da_decidere") && !line.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    rows.map(row).collect()
}

#[test]
fn the_state_of_adoption_is_asked_for_as_it_was_published_and_no_closer() {
    for (rows, names) in [
        ("{ area: Risorse, dipendenti: 50, agili: 20 }", &["area: Risorse", "area: Affari Generali"][..]),
        (
            "{ servizio: Servizio Segreteria, dipendenti: 12, agili: 7 }, { servizio: Servizio Tributi, dipendenti: 9, agili: 4 }",
            &["servizio: Servizio Segreteria", "servizio: Servizio Tributi"],
        ),
        (
            "{ smart_team: Tributi, dipendenti: 9, agili: 4 }, { area: Affari Generali, dipendenti: 12, agili: 7 }",
            &["area: Risorse, smart_team: Tributi", "area: Affari Generali"],
        ),
        (
            "{ servizio: Servizio Entrate, dipendenti: 9, agili: 4 }, { servizio: Ufficio di staff, dipendenti: 2, agili: 1 }",
            &["servizio: Servizio Tributi", "servizio: Ufficio di staff", "servizio: Servizio Segreteria"],
        ),
    ] {
        let starter = Folder::starter();
        starter.write("attuazione.yaml", format!("data: 2025-12-31\nrighe:\n  - {}\n", rows.replace("}, ", "}\n  - ")));
        starter.piao(["new-edition", NEXT]).run();
        assert_eq!(names_of_rows(&starter), names, "{rows}");
    }
}

#[test]
fn what_the_old_rows_said_is_what_is_asked() {
    let starter = Folder::starter();
    let genders = "donne: { dipendenti: 8, agili: 5 }, uomini: { dipendenti: 4, agili: 2 }";
    starter.write(
        "attuazione.yaml",
        format!("data: 2025-12-31\nrighe:\n  - {{ smart_team: Segreteria, giorni: 8 al mese, dipendenti: 12, agili: 7, {genders} }}\n  - {{ smart_team: Staff, dipendenti: 3, agili: 3 }}\n"),
    );
    let ran = starter.piao(["new-edition", NEXT]).run();
    let asked = "da decidere: dipendenti, lavoratori agili, donne, uomini e giorni di lavoro agile di Segreteria al 31 dicembre 2026\n";
    assert!(ran.err.contains(asked), "{}", ran.err);
    let unknown =
        "di Staff al 31 dicembre 2026; non è fra gli uffici dell'edizione: se non c'è più, togliere la riga\n";
    assert!(ran.err.contains(unknown), "{}", ran.err);
}
