//! Records: keys, identifiers and whole rows that are missing, written twice or exchanged.

use super::{Make, head, mistake, somewhere, without};
use crate::annex::{Files, data};
use crate::dice::Dice;
use crate::mistake::{Mistake, field, revalued, with_line};

pub const MAKES: &[Make] = &[
    missing_key,
    missing_list,
    repeated_key,
    repeated_code,
    code_with_zero,
    repeated_phase,
    repeated_row,
    repeated_id,
    renamed_team,
    removed_area,
    wrong_row_total,
    both_scopes,
    no_scope,
    swapped_columns,
    swapped_numbers,
    repeated_module,
    repeated_order,
    no_heading,
    missing_dash,
];

fn missing_key(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = dice.pick(&["processi", "smart-team", "servizi", "software", "attuazione", "valutazione"]);
    let lines: Vec<&str> = files[&data(name)].lines().collect();
    let needed =
        ["rischio", "processo", "finalita", "smartabilita", "nome", "servizio", "scopo", "dipendenti", "agili"];
    let at = somewhere(&lines, dice, |at| {
        field(lines[at]).is_some_and(|(head, key, _)| head == "    " && needed.contains(&key))
    })?;
    mistake("chiave tolta", data(name), without(&lines, at, at + 1), head(&lines, at) + 1, &["LA008", "LA323"])
}

fn missing_list(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| ["    input:", "    fasi:", "    output:"].contains(&lines[at]))?;
    let end = (at + 1..lines.len()).find(|line| !lines[*line].starts_with("      "))?;
    mistake("elenco tolto", data("processi"), without(&lines, at, end), head(&lines, at) + 1, &["LA323"])
}

fn repeated_key(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = dice.pick(&["processi", "smart-team", "servizi", "software", "attuazione"]);
    let lines: Vec<&str> = files[&data(name)].lines().collect();
    let at =
        somewhere(&lines, dice, |at| field(lines[at]).is_some_and(|(head, _, value)| head == "    " && value != ">-"))?;
    mistake("chiave ripetuta", data(name), with_line(&lines, at, &format!("{0}\n{0}", lines[at])), at + 2, &["LA009"])
}

fn repeated_code(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let codes: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("  - codice")).collect();
    let later = 1 + dice.roll(codes.len() - 1);
    let earlier = dice.roll(later);
    mistake(
        "codice di un altro processo",
        data("processi"),
        with_line(&lines, codes[later], lines[codes[earlier]]),
        codes[later] + 1,
        &["LA105"],
    )
}

/// The code of another process with a zero before its number.
fn code_with_zero(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let codes: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("  - codice")).collect();
    let later = 1 + dice.roll(codes.len() - 1);
    let earlier = lines[codes[dice.roll(later)]].replacen('-', "\u{0}", 1).replacen('-', "-0", 1).replace('\u{0}', "-");
    mistake(
        "codice di un altro processo con uno zero in più",
        data("processi"),
        with_line(&lines, codes[later], &earlier),
        codes[later] + 1,
        &["LA105"],
    )
}

fn repeated_phase(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| lines[at].starts_with("      - "))?;
    let twice = format!("{0}\n{0}", lines[at]);
    mistake("voce di un elenco scritta due volte", data("processi"), with_line(&lines, at, &twice), at + 2, &["LA121"])
}

fn repeated_row(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("attuazione")].lines().collect();
    let start = somewhere(&lines, dice, |at| lines[at].starts_with("  - area"))?;
    let end = (start + 1..lines.len()).find(|at| !lines[*at].starts_with("    "))?;
    let team = (start..end).find(|at| lines[*at].starts_with("    smart_team"))?;
    let text = [&lines[..end], &lines[start..]].concat().join("\n") + "\n";
    mistake("riga scritta due volte", data("attuazione"), text, team + 1 + (end - start), &["LA321"])
}

fn repeated_id(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("smart-team")].lines().collect();
    let ids: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("  - id")).collect();
    let later = 1 + dice.roll(ids.len() - 1);
    let earlier = dice.roll(later);
    mistake(
        "identificativo di un altro smart team",
        data("smart-team"),
        with_line(&lines, ids[later], lines[ids[earlier]]),
        ids[later] + 1,
        &["LA104"],
    )
}

/// A team is renamed where it is defined and nowhere else: the first process that names it should say so.
fn renamed_team(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("smart-team")].lines().collect();
    let users: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| {
        lines[at].strip_prefix("  - id: ").is_some_and(|id| users.contains(&&*format!("    smart_team: [{id}]")))
    })?;
    mistake(
        "smart team rinominato in un solo posto",
        data("smart-team"),
        with_line(&lines, at, &format!("{}-nuovo", lines[at])),
        0,
        &["LA201"],
    )
}

fn removed_area(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("servizi")].lines().collect();
    let area = *dice.pick(&["risorse", "servizi-al-territorio", "servizi-al-cittadino-e-di-staff"]);
    let at = lines.iter().position(|line| *line == format!("  - id: {area}"))?;
    let text = without(&lines, at, at + 3);
    let user = text.lines().position(|line| line == format!("    area: {area}"))?;
    mistake("area tolta", data("servizi"), text, user + 1, &["LA203"])
}

fn wrong_row_total(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("attuazione")].lines().collect();
    let at = somewhere(&lines, dice, |at| field(lines[at]).is_some_and(|(_, key, _)| key == "dipendenti"))?;
    let more = 1 + dice.roll(20);
    let changed = revalued(lines[at], "dipendenti", |value| Some((value.parse::<usize>().ok()? + more).to_string()))?;
    let total = lines.iter().position(|line| line.starts_with("totale_dichiarato"))?;
    mistake(
        "dipendenti di una riga sbagliati",
        data("attuazione"),
        with_line(&lines, at, &changed),
        total + 1,
        &["LA304"],
    )
}

fn both_scopes(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| lines[at].starts_with("    smart_team: "))?;
    let both = format!("{}\n    servizio: servizio-tributi", lines[at]);
    mistake("smart team e servizio insieme", data("processi"), with_line(&lines, at, &both), at + 2, &["LA013"])
}

fn no_scope(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| lines[at].starts_with("    smart_team: "))?;
    mistake(
        "né smart team né servizio",
        data("processi"),
        without(&lines, at, at + 1),
        head(&lines, at) + 1,
        &["LA323"],
    )
}

/// The risk stands in the column of smartability and the other way round.
fn swapped_columns(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let mut lines: Vec<&str> = files[&data("processi")].lines().collect();
    let risk = somewhere(&lines, dice, |at| lines[at].starts_with("    rischio: "))?;
    let answer = (risk..lines.len()).find(|at| lines[*at].starts_with("    smartabilita: "))?;
    let (left, right) =
        (format!("    rischio: {}", field(lines[answer])?.2), format!("    smartabilita: {}", field(lines[risk])?.2));
    (lines[risk], lines[answer]) = (&left, &right);
    mistake("colonne scambiate", data("processi"), lines.join("\n") + "\n", risk + 1, &["LA101"])
}

fn swapped_numbers(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let mut lines: Vec<&str> = files[&data("attuazione")].lines().collect();
    let number = |at: usize| field(lines[at]).and_then(|(_, _, value)| value.parse::<usize>().ok()).unwrap_or(0);
    let at = somewhere(&lines, dice, |at| lines[at].starts_with("    dipendenti: ") && number(at) > number(at + 1))?;
    let (left, right) = (format!("    dipendenti: {}", number(at + 1)), format!("    agili: {}", number(at)));
    (lines[at], lines[at + 1]) = (&left, &right);
    mistake("dipendenti e agili scambiati", data("attuazione"), lines.join("\n") + "\n", at + 2, &["LA305"])
}

fn repeated_module(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("formazione")].lines().collect();
    let at = somewhere(&lines, dice, |at| {
        at > 2 && lines[at].starts_with("      - nome") && lines[at - 2].starts_with("      - nome")
    })?;
    mistake("modulo ripetuto", data("formazione"), with_line(&lines, at, lines[at - 2]), at + 1, &["LA109"])
}

fn repeated_order(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let chapters: Vec<&String> = files.keys().filter(|path| path.starts_with("content/")).collect();
    let later = 1 + dice.roll(chapters.len() - 1);
    let lines: Vec<&str> = files[chapters[later]].lines().collect();
    let at = lines.iter().position(|line| line.starts_with("ordine: "))?;
    let order = format!("ordine: {}", 1 + dice.roll(later));
    mistake(
        "numero d'ordine di un altro capitolo",
        chapters[later].clone(),
        with_line(&lines, at, &order),
        at + 1,
        &["LA110"],
    )
}

fn no_heading(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let chapters: Vec<&String> = files.keys().filter(|path| path.starts_with("content/")).collect();
    let path = (*dice.pick(&chapters)).clone();
    let lines: Vec<&str> = files[&path].lines().collect();
    mistake("capitolo senza la prima riga di trattini", path, without(&lines, 0, 1), 1, &["LA014"])
}

fn missing_dash(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let at = somewhere(&lines, dice, |at| at > 10 && lines[at].starts_with("  - codice"))?;
    mistake(
        "manca il trattino di una voce",
        data("processi"),
        with_line(&lines, at, &lines[at].replacen('-', " ", 1)),
        at + 1,
        &["LA009"],
    )
}
