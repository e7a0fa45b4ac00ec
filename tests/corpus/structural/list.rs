//! Lists whose items YAML joins into one text, and lines that break a list or a file.

use super::{Make, mistake, somewhere};
use crate::annex::{Files, data};
use crate::dice::Dice;
use crate::mistake::{Mistake, with_line};

pub const MAKES: &[Make] = &[
    no_first_dash,
    deeper_dash,
    numbers_for_dashes,
    signs_for_dashes,
    item_without_dash,
    conflict,
    line_of_dashes,
    bare_line,
    repeated_table,
    unclosed_front_matter,
];

/// The lines, from 0, of the items of a list somewhere: two or more.
fn items(lines: &[&str], dice: &mut Dice) -> Option<Vec<usize>> {
    let key = |at: usize| ["    input:", "    fasi:", "    output:"].contains(&lines[at]);
    let listed = |at: usize| lines[at].starts_with("      - ") && !lines[at].contains(['"', '\'', ':']);
    let first = somewhere(lines, dice, |at| key(at) && at + 2 < lines.len() && listed(at + 1) && listed(at + 2))?;
    Some((first + 1..lines.len()).take_while(|at| listed(*at)).collect())
}

/// The text with some lines changed.
fn changed(lines: &[&str], at: &[usize], change: impl Fn(usize, &str) -> String) -> String {
    let line = |number: usize| match at.iter().position(|at| *at == number) {
        Some(position) => change(position, lines[number]) + "\n",
        None => format!("{}\n", lines[number]),
    };
    (0..lines.len()).map(line).collect()
}

fn no_first_dash(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let items = items(&lines, dice)?;
    let text = changed(&lines, &items[..1], |_, line| line.replacen("- ", "", 1));
    mistake("manca il primo trattino di un elenco", data("processi"), text, items[1] + 1, &["LA018"])
}

fn deeper_dash(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let items = items(&lines, dice)?;
    let at = items[1 + dice.roll(items.len() - 1)];
    let text = changed(&lines, &[at], |_, line| format!(" {line}"));
    mistake("trattino più a destra degli altri", data("processi"), text, at + 1, &["LA018"])
}

fn numbers_for_dashes(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let items = items(&lines, dice)?;
    let mark = *dice.pick(&[".", ")"]);
    let text = changed(&lines, &items, |number, line| line.replacen('-', &format!("{}{mark}", number + 1), 1));
    mistake("numeri al posto dei trattini", data("processi"), text, items[1] + 1, &["LA018"])
}

fn signs_for_dashes(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let items = items(&lines, dice)?;
    let mark = *dice.pick(&["•", "·", "–", "—"]);
    let text = changed(&lines, &items, |_, line| line.replacen('-', mark, 1));
    mistake("altri segni al posto dei trattini", data("processi"), text, items[1] + 1, &["LA018"])
}

fn item_without_dash(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let lines: Vec<&str> = files[&data("processi")].lines().collect();
    let items = items(&lines, dice)?;
    let text = changed(&lines, &items[1..2], |_, line| line.replacen("- ", "", 1));
    mistake("voce di un elenco senza trattino", data("processi"), text, items[1] + 1, &["LA001"])
}

/// A line of a file, from 0, at which a record begins, though not the first.
fn record(lines: &[&str], dice: &mut Dice) -> Option<usize> {
    somewhere(lines, dice, |at| {
        at > 10 && lines[at].starts_with("  - ") && !lines[at - 1].trim_start().starts_with('#')
    })
}

/// A line more, before a record of a table.
fn before_record(kind: &'static str, added: &str, files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = dice.pick(&["processi", "smart-team", "software", "attuazione"]);
    let lines: Vec<&str> = files[&data(name)].lines().collect();
    let at = record(&lines, dice)?;
    let text = with_line(&lines, at, &format!("{added}\n{}", lines[at]));
    mistake(kind, data(name), text, at + 1, &["LA001"])
}

fn conflict(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let mark = *dice.pick(&["<<<<<<< HEAD", "=======", ">>>>>>> bozza"]);
    before_record("segni di due versioni non ancora riunite", mark, files, dice)
}

fn line_of_dashes(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let mark = *dice.pick(&["---", "---------------", "- - -"]);
    before_record("riga di trattini fra due voci", mark, files, dice)
}

fn bare_line(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let text = *dice.pick(&["AREA RISORSE", "  Area Servizi al Territorio", "    continua dalla pagina precedente"]);
    before_record("titolo senza il cancelletto dei commenti", text, files, dice)
}

fn repeated_table(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = *dice.pick(&["processi", "smart-team", "software"]);
    let lines: Vec<&str> = files[&data(name)].lines().collect();
    let at = record(&lines, dice)?;
    let text = with_line(&lines, at, &format!("{}:\n{}", name.replace('-', "_"), lines[at]));
    mistake("nome della tabella scritto due volte", data(name), text, at + 1, &["LA009"])
}

fn unclosed_front_matter(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let chapters: Vec<&String> = files.keys().filter(|path| path.starts_with("content/")).collect();
    let path = (*dice.pick(&chapters)).clone();
    let lines: Vec<&str> = files[&path].lines().collect();
    let end = (1..lines.len()).find(|at| lines[*at] == "---")?;
    let text = super::without(&lines, end, end + 1);
    mistake("intestazione di un capitolo mai chiusa", path, text, 1, &["LA014"])
}
