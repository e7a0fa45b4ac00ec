//! The findings in every form.

mod sarif;

use crate::folder::Folder;
use serde_json::Value;
use std::fmt::Write;

/// A starter with an error that has a cure and another end, a warning, a note, and an accepted warning.
fn faulty() -> Folder {
    let starter = Folder::starter();
    starter.edit("processi.yaml", "smart_team: [tributi]", "smart_team: [tributti]");
    starter.edit("processi.yaml", "smartabilita: si", "smartabilita: Sì");
    starter.edit("attuazione.yaml", "agili: 11", "agili: 10");
    let accepted = "accettazioni:\n  - { controllo: LA304, dove: attuazione, motivo: Come nel testo pubblicato }\n";
    starter.edit("accettazioni.yaml", "", accepted);
    starter.edit("processi.yaml", "rischio: medio", "rischio: alto");
    starter
}

#[test]
fn short_is_one_line_a_finding() {
    let ran = faulty().piao(["check", "--formato", "breve"]).status(1).run();
    assert_eq!(
        ran.out,
        "data/2026-2028/processi.yaml:12:19: nota[LA102] `Sì` è inteso come `si`\n\
         data/2026-2028/processi.yaml:14:14: avviso[LA301] il codice `200-1-M` indica rischio medio, ma la riga dice alto\n\
         data/2026-2028/processi.yaml:21:18: errore[LA201] lo smart team `tributti` non esiste\n"
    );
    assert_eq!(ran.err, "1 errore, 1 avviso, 1 nota; 1 rilievo accettato\n");
}

#[test]
fn github_draws_findings_on_the_lines() {
    let ran = faulty().piao(["check", "--format", "github"]).status(1).run();
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines[2],
        "::error file=data/2026-2028/processi.yaml,line=21,col=18,endLine=21,endColumn=26,title=LA201 smart-team-sconosciuto\
         ::lo smart team `tributti` non esiste%0Adata/2026-2028/smart-team.yaml:8:9: il più vicino è definito qui%0Aaiuto: forse si intendeva `tributi`"
    );
    assert!(lines[0].starts_with("::notice ") && lines[1].starts_with("::warning "));
    assert_eq!(lines.len(), 3);
}

#[test]
fn json_says_whether_a_correction_is_certain() {
    let ran = faulty().piao(["check", "--format", "json"]).status(1).err("").run();
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let fix = &report["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|found| found["rule"] == "LA201")
        .expect("the error")["fix"];
    assert_eq!((&fix["replacement"], &fix["safe"]), (&Value::from("tributi"), &Value::from(true)));
}

/// A starter with many processes, each of a team and with an answer.
fn crowded(processes: usize, team: impl Fn(usize) -> String, answer: &str) -> Folder {
    let starter = Folder::starter();
    let mut rows = String::new();
    for number in 2..processes + 2 {
        let _ = write!(
            rows,
            "  - codice: 100-{number}-B\n    rischio: basso\n    processo: Processo {number}\n    finalita: Fine {number}\n    input: [Avvio]\n    fasi: [Fase]\n    output: [Esito]\n    smart_team: [segreteria, {}]\n    smartabilita: {answer}\n",
            team(number)
        );
    }
    starter.edit("processi.yaml", "  - codice: 200-1-M", &format!("{rows}  - codice: 200-1-M"));
    starter
}

#[test]
fn what_is_wrong_in_many_places_is_drawn_once() {
    let ran = crowded(4, |_| "tributi".to_owned(), "forse").piao(["check"]).status(1).run();
    assert_eq!(ran.err.matches("errore[LA101]").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("e in altri 3 punti: processi.yaml:30:19, 39:19, 48:19\n"), "{}", ran.err);
    assert!(ran.err.ends_with("4 errori, nessun avviso, nessuna nota\n"), "{}", ran.err);
    let ran = crowded(40, |_| "tributi".to_owned(), "forse").piao(["check"]).status(1).run();
    assert!(ran.err.contains("e in altri 39 punti: ") && ran.err.contains(", … (altri 27)\n"), "{}", ran.err);
}

#[test]
fn of_a_great_many_only_the_first_are_drawn() {
    let starter = crowded(30, |number| format!("fantasma-{number}"), "si");
    starter.edit("processi.yaml", "rischio: medio", "rischio: enorme");
    let ran = starter.piao(["check"]).status(1).run();
    assert_eq!(ran.err.matches("errore[LA201]").count(), 10);
    let end = "\naltri 20 rilievi non sono mostrati: LA201 (20); con `piao check --all` si vedono tutti\n\n31 errori, nessun avviso, nessuna nota\n";
    assert!(ran.err.ends_with(end), "{}", ran.err);
    let ran = starter.piao(["check", "--tutti"]).status(1).run();
    assert_eq!(ran.err.matches("errore[LA201]").count(), 30);
    assert!(ran.err.ends_with("31 errori, nessun avviso, nessuna nota\n") && !ran.err.contains("mostrati"));
}

#[test]
fn other_commands_name_the_one_that_shows_them_all() {
    let starter = crowded(30, |number| format!("fantasma-{number}"), "si");
    for command in [&["build"][..], &["package"], &["check", "--fix"]] {
        let said = starter.piao(command).status(1).run().err;
        assert!(said.contains("; con `piao check --all` si vedono tutti\n"), "{command:?}: {said}");
    }
    starter.piao(["check", "--all"]).status(1).run();
}

/// More groups than are drawn, each of a message of its own, all before the one error of the folder.
#[test]
fn an_error_is_drawn_before_a_great_many_milder_findings() {
    let starter = Folder::starter();
    let names = ["Mario", "Bruno", "Carlo", "Dario", "Elena", "Franco", "Giulia", "Hilde", "Ivano", "Laura"];
    let row = |(number, name): (usize, &str)| {
        let word = name.to_lowercase();
        format!(
            "  - {{ codice: 100 - 1{number} -B, rischio: alto, processo: Pratica {word} {word}, finalita: Sentire il dott. {name}, \
             input: [AVVIO{number} DELLA PRATICA URGENTE], fasi: [Fase], output: [\"{word}  doppio\"], smart_team: [segreteria], \
             smartabilita: si }}\n"
        )
    };
    let rows: String = names.into_iter().enumerate().map(row).collect();
    starter.edit("processi.yaml", "  - codice: 200-1-M", &format!("{rows}  - codice: 200-1-M"));
    starter.edit("smart-team.yaml", "smartabilita: parzialmente smartabile", "smartabilita: incerta");
    let ran = starter.piao(["check"]).status(1).run();
    let drawn = |kind: &str| ran.err.lines().filter(|line| line.starts_with(&format!("{kind}["))).count();
    assert_eq!(drawn("errore"), 1, "{}", ran.err);
    assert_eq!(drawn("avviso"), 20, "{}", ran.err);
    assert_eq!(drawn("errore") + drawn("avviso") + drawn("nota"), 50, "{}", ran.err);
    let (note, error) = (ran.err.find("nota[").expect("a note"), ran.err.find("errore[LA101]").expect("the error"));
    assert!(note < error, "in the order of the places: {}", ran.err);
}

#[test]
fn what_commands_a_terminal_is_an_error_and_reaches_none() {
    for sign in ["\u{9b}2J", "\u{85}", "\u{202e}", "\u{2066}", "\\e[31m", "\\u009b2J", "\\u202e", "\\0"] {
        let folder = Folder::starter();
        folder.edit(
            "software.yaml",
            "nome: Protocollo informatico",
            &format!("nome: \"Protocollo {sign} informatico\""),
        );
        folder.edit(
            "/content/2026-2028/01-premessa.md",
            "\n---\n\n",
            &format!("\n---\n\nUno{}due tre.\n\n", sign.trim_start_matches('\\')),
        );
        for format in ["text", "short", "github", "json", "sarif"] {
            let ran = folder.piao(["check", "--format", format]).any_status().run();
            let raw = |c: &char| {
                (c.is_control() && *c != '\n')
                    || matches!(c, '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            let found = ran.out.chars().chain(ran.err.chars()).find(raw);
            assert_eq!(found, None, "{sign:?} in {format}: {}{}", ran.out, ran.err);
            assert_eq!(ran.status, Some(1), "{sign:?} in {format}: {}{}", ran.out, ran.err);
        }
    }
}

#[test]
fn json_of_a_great_many_is_one_object_in_their_order() {
    let starter = crowded(1_100, |number| format!("fantasma-{number}"), "si");
    let ran = starter.piao(["check", "--format", "json"]).status(1).run();
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let lines: Vec<u64> =
        report["diagnostics"].as_array().expect("a list").iter().filter_map(|found| found["line"].as_u64()).collect();
    assert!(lines.len() >= 1_100 && lines.is_sorted(), "{}", lines.len());
    assert_eq!(lines.len() as u64, report["summary"]["errors"].as_u64().expect("a number") + others(&report));
    assert_eq!(ran.out, serde_json::to_string_pretty(&report).expect("JSON") + "\n");
}

/// The warnings and the notes of a report.
fn others(report: &Value) -> u64 {
    ["warnings", "notes"].iter().filter_map(|kind| report["summary"][kind].as_u64()).sum()
}
