//! What agrees with nothing in several lines, or in another file.

use super::{Make, mistake, somewhere};
use crate::annex::{Files, data};
use crate::dice::Dice;
use crate::mistake::{Mistake, field, with_line};

pub const MAKES: &[Make] = &[
    empty_list,
    copied_purpose,
    smartable_in_closed_team,
    team_without_processes,
    same_name,
    module_for_nobody,
    impossible_severity,
    unchangeable_severity,
    impossible_threshold,
    useless_control,
    unknown_key_of_a_chapter_table,
];

fn empty_list(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| ["    input:", "    fasi:", "    output:"].contains(&lines[at]))?;
    let end = (at + 1..lines.len()).find(|line| !lines[*line].starts_with("      "))?;
    let emptied = format!("{} []", lines[at]);
    let text = [&lines[..at], &[emptied.as_str()], &lines[end..]].concat().join("\n") + "\n";
    mistake("elenco senza voci", data("processi"), text, at + 1, &["LA309"])
}

fn copied_purpose(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let long = |at: usize| field(lines[at]).is_some_and(|(_, key, value)| key == "finalita" && value.len() > 60);
    let from = somewhere(&lines, dice, long)?;
    let to = (from + 1..lines.len()).find(|at| long(*at) && lines[*at] != lines[from])?;
    mistake(
        "finalità copiata da un altro processo",
        data("processi"),
        with_line(&lines, to, lines[from]),
        to + 1,
        &["LA316"],
    )
}

fn smartable_in_closed_team(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| {
        lines[at].starts_with("    smart_team: ") && lines.get(at + 1) == Some(&"    smartabilita: si")
    })?;
    let team = *dice.pick(&["nidi-d-infanzia", "semplice", "biblioteca-c-pavese"]);
    let text = with_line(&lines, at, &format!("    smart_team: [{team}]"));
    mistake("processo smartabile di chi non lo è", data("processi"), text, at + 2, &["LA307"])
}

fn team_without_processes(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let text = &files[&data("smart-team")];
    let service = *dice.pick(&["servizio-tributi", "servizi-istituzionali", "servizi-finanziari"]);
    let record =
        format!("  - id: progetti\n    nome: Progetti\n    servizio: {service}\n    smartabilita: smartabile\n");
    let line = text.lines().count() + 1;
    mistake("smart team senza processi", data("smart-team"), format!("{text}{record}"), line, &["LA308"])
}

/// Two teams of one service, or two services of one area, with the same name.
fn same_name(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let (name, parent) = *dice.pick(&[("smart-team", "servizio"), ("servizi", "area")]);
    let lines: Vec<&str> = files[&data(name)].lines().collect();
    let record = |at: usize| {
        let key = |line: &&str, wanted: &str| field(line).is_some_and(|(_, key, _)| key == wanted);
        Some((lines.get(at).filter(|line| key(line, "nome"))?, lines.get(at + 1).filter(|line| key(line, parent))?))
    };
    let pair = |at: usize| {
        let (_, owner) = record(at)?;
        (0..at).find(|before| record(*before).is_some_and(|(_, other)| other == owner))
    };
    let at = somewhere(&lines, dice, |at| pair(at).is_some())?;
    let text = with_line(&lines, at, lines[pair(at)?]);
    mistake("nome di un altro, nello stesso ufficio", data(name), text, at + 1, &["LA117"])
}

fn module_for_nobody(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("formazione")].lines().collect();
    let at = somewhere(&lines, dice, |at| lines[at].starts_with("        destinatari: {"))?;
    let text = super::without(&lines, at, at + 1);
    mistake("modulo formativo per nessuno", data("formazione"), text, at, &["LA317"])
}

fn controls(kind: &'static str, line: &str, rules: &'static [&'static str]) -> Option<Mistake> {
    mistake(kind, "data/controlli.yaml".to_owned(), format!("{line}\n"), 1, rules)
}

fn impossible_severity(_: &Files, dice: &mut Dice) -> Option<Mistake> {
    let line = *dice.pick(&["gravita: { LA999: nota }", "gravita: { LA3O4: nota }", "gravita: { totali: nota }"]);
    controls("gravità di un controllo che non c'è", line, &["LA801"])
}

fn unchangeable_severity(_: &Files, dice: &mut Dice) -> Option<Mistake> {
    let line = *dice.pick(&["gravita: { LA201: nota }", "gravita: { LA101: spento }", "gravita: { LA904: nota }"]);
    controls("gravità che non si può cambiare", line, &["LA802"])
}

fn impossible_threshold(_: &Files, dice: &mut Dice) -> Option<Mistake> {
    let line = *dice.pick(&["soglie: { celle_piccole: 0 }", "soglie: { celle_piccole: tre }"]);
    controls("soglia impossibile", line, &["LA803", "LA012"])
}

fn useless_control(_: &Files, dice: &mut Dice) -> Option<Mistake> {
    let line = *dice.pick(&["gravita: { LA304: avviso }", "gravita: { LA315: nota }"]);
    controls("riga dei controlli che non cambia nulla", line, &["LA804"])
}

/// A table of a chapter whose name is another word of the same data.
fn unknown_key_of_a_chapter_table(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let chapters: Vec<&String> =
        files.iter().filter(|(_, text)| text.contains("{{ tabella(\"")).map(|(path, _)| path).collect();
    let path = (*dice.pick(&chapters)).clone();
    let lines: Vec<&str> = files[&path].lines().collect();
    let at = somewhere(&lines, dice, |at| lines[at].starts_with("{{ tabella(\""))?;
    let call = *dice.pick(&[
        "{{ tabella(\"team\") }}",
        "{{ tabella() }}",
        "{{ tabelle(\"processi\") }}",
        "{{ tabella(“processi”) }}",
    ]);
    mistake("tabella chiamata con un'altra parola", path, with_line(&lines, at, call), at + 1, &["LA208"])
}
