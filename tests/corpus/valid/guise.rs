//! The same facts in another guise.

use super::{edit, lines, records};
use crate::annex::{Files, data};
use crate::dice::Dice;
use crate::mistake::field;

fn shuffle(files: &mut Files, name: &str, start: &str, dice: &mut Dice) {
    edit(files, name, |text| {
        let (before, mut rows) = records(text, start);
        for at in (1..rows.len()).rev() {
            rows.swap(at, dice.roll(at + 1));
        }
        before.to_owned() + &rows.iter().map(|row| format!("{}\n", row.trim_end())).collect::<String>()
    });
}

pub fn shuffle_processes(files: &mut Files, dice: &mut Dice) {
    shuffle(files, "processi", "\n  - codice", dice);
}

pub fn shuffle_teams(files: &mut Files, dice: &mut Dice) {
    shuffle(files, "smart-team", "\n  - id", dice);
}

pub fn quote(files: &mut Files, dice: &mut Dice) {
    for name in ["processi", "smart-team", "servizi", "attuazione", "edizione", "software"] {
        lines(files, name, |line| {
            let quoted = field(line).filter(|(_, key, value)| {
                *key != "codice" && *key != "id" && !value.contains(['"', '\'', '[', '{', '>', '\\', '#', '|'])
            });
            let Some((head, key, value)) = quoted.filter(|_| dice.roll(3) == 0) else { return Some(line.to_owned()) };
            let mark = dice.pick(&["\"", "'"]);
            Some(format!("{head}{key}: {mark}{value}{mark}"))
        });
    }
}

pub fn single(files: &mut Files, dice: &mut Dice) {
    lines(files, "processi", |line| {
        let list = field(line)
            .filter(|(_, key, value)| ["smart_team", "area", "servizio"].contains(key) && value.starts_with('['));
        let Some((head, key, value)) = list else { return Some(line.to_owned()) };
        // Spaces and a comment may follow the list.
        let inside = value.split_once(']').map_or(value, |(inside, _)| inside);
        let ids: Vec<&str> = inside.trim_start_matches('[').split(", ").collect();
        Some(match dice.roll(3) {
            0 if ids.len() == 1 => format!("{head}{key}: {}", ids[0]),
            1 => format!("{head}{key}:{}", ids.iter().map(|id| format!("\n{head}  - {id}")).collect::<String>()),
            _ => line.to_owned(),
        })
    });
}

pub fn comment(files: &mut Files, dice: &mut Dice) {
    for name in ["processi", "smart-team", "servizi", "attuazione", "edizione"] {
        lines(files, name, |line| {
            let simple = field(line).is_some_and(|(_, _, value)| !value.contains(['"', '\'', '>', '|']));
            Some(match dice.roll(6) {
                0 if simple => format!("{line} # da «Tavola 1»: controllato"),
                1 if line.starts_with("    ") && simple => format!("    # verificato: sì [ok] {{x}}\n{line}"),
                2 if simple => format!("{line}  "),
                _ => line.to_owned(),
            })
        });
    }
}

pub fn indent(files: &mut Files, dice: &mut Dice) {
    let name = *dice.pick(&["processi", "smart-team", "servizi", "software", "attuazione", "formazione"]);
    lines(files, name, |line| {
        let depth = line.len() - line.trim_start().len();
        Some(format!("{}{line}", " ".repeat(depth)))
    });
    // A record's keys stand two columns after its dash: where all is doubled, the dash moves with them.
    edit(files, name, |text| {
        text.lines()
            .map(|line| line.replacen("- ", "-   ", usize::from(line.trim_start().starts_with("- "))) + "\n")
            .collect()
    });
}

pub fn reorder_keys(files: &mut Files, _: &mut Dice) {
    edit(files, "smart-team", |text| {
        let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
        for at in 1..rows.len() {
            let (first, second) = (rows[at - 1].trim_start(), rows[at].trim_start());
            if first.starts_with("nome: ") && second.starts_with("servizio: ") {
                rows.swap(at - 1, at);
            }
        }
        rows.join("\n") + "\n"
    });
}

pub fn split_processes(files: &mut Files, _: &mut Dice) {
    let text = files.remove(&data("processi")).expect("the processes");
    let (before, rows) = records(&text, "\n  - codice");
    for (name, half) in [("a", &rows[..20]), ("b", &rows[20..])] {
        files.insert(format!("data/2025-2027/processi/{name}.yaml"), before.to_owned() + &half.concat());
    }
}
