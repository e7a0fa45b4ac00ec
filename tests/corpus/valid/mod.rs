//! Annexes that are as right as the real one: the same facts in another guise, or other facts that agree.

mod body;
mod form;
mod guise;
mod lookalike;

use crate::annex::{Files, Found, data, findings_in};
use crate::dice::Dice;
use crate::mistake::field;
use guise::{comment, indent, quote, reorder_keys, shuffle_processes, shuffle_teams, single, split_processes};
use lookalike::{add_exclusion, add_homonym, cite_old_law, split_row};
use std::fs;

/// How many are made.
pub const COUNT: u64 = 105;

/// A valid annex, and how it was made.
pub struct Valid {
    files: Files,
    pub changes: Vec<&'static str>,
}

impl Valid {
    /// What the program says of it.
    pub fn findings(&self) -> Vec<Found> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in &self.files {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
            fs::write(file, text).expect("a file");
        }
        findings_in(folder.path(), &piao::load::Overlay::new())
    }
}

type Change = (&'static str, fn(&mut Files, &mut Dice));

const CHANGES: &[Change] = &[
    ("an identifier renamed everywhere", rename_id),
    ("processes in another order", shuffle_processes),
    ("teams in another order", shuffle_teams),
    ("a new process", add_process),
    ("a new team with its process", add_team),
    ("a new program", add_software),
    ("an optional table left out", drop_table),
    ("values between quotes", quote),
    ("lists of one as a single value", single),
    ("comments", comment),
    ("more people, and the total with them", grow),
    ("notes, percentages and reasons", annotate),
    ("keys in another order", reorder_keys),
    ("optional keys left out", drop_paper),
    ("a team called like one of another service", add_homonym),
    ("a row in two, for other days", split_row),
    ("an old law", cite_old_law),
    ("one more letter of exclusions", add_exclusion),
];

/// The last change of an annex, after which its lines are no longer found by their endings.
const GUISES: &[Change] = &[
    ("Windows line endings", |files, dice| each(files, dice, |text| text.replace('\n', "\r\n"))),
    ("byte-order marks", |files, dice| each(files, dice, |text| format!("\u{feff}{text}"))),
    ("processes in two files of a folder", split_processes),
    ("deeper indentation", indent),
    ("as it is", |_, _| {}),
];

/// Annexes of different kinds: other administrations, and other ways of writing.
pub fn kinds() -> Vec<Valid> {
    let bodies = body::bodies().into_iter().map(|body| Valid { files: body.files(), changes: vec![body.name] });
    let forms = form::FORMS.iter().map(|form| Valid { files: form::files(form), changes: vec![form.0] });
    bodies.chain(forms).collect()
}

/// The valid annex of a seed.
pub fn annex(files: &Files, seed: u64) -> Valid {
    let mut dice = Dice::new(seed + 1);
    let mut valid = Valid { files: files.clone(), changes: Vec::new() };
    for round in 0..=dice.roll(4) {
        // Every kind of change begins some annex.
        let first = usize::try_from(seed).expect("a small number") % CHANGES.len();
        let (name, change) = if round == 0 { &CHANGES[first] } else { dice.pick(CHANGES) };
        if !valid.changes.contains(name) {
            change(&mut valid.files, &mut dice);
            valid.changes.push(name);
        }
    }
    let (name, change) = dice.pick(GUISES);
    change(&mut valid.files, &mut dice);
    valid.changes.push(name);
    valid
}

fn each(files: &mut Files, dice: &mut Dice, change: impl Fn(&str) -> String) {
    for text in files.values_mut() {
        if dice.roll(2) == 0 {
            *text = change(text);
        }
    }
}

fn edit(files: &mut Files, name: &str, change: impl FnOnce(&str) -> String) {
    if let Some(text) = files.get_mut(&data(name)) {
        *text = change(text);
    }
}

/// Changes the lines of a file one by one; `None` leaves a line out.
fn lines(files: &mut Files, name: &str, mut change: impl FnMut(&str) -> Option<String>) {
    edit(files, name, |text| text.lines().filter_map(&mut change).map(|line| line + "\n").collect());
}

/// The text before the records of a file, and the records.
fn records<'a>(text: &'a str, start: &str) -> (&'a str, Vec<&'a str>) {
    let begins: Vec<usize> = text.match_indices(start).map(|(at, _)| at + 1).collect();
    let ends = begins[1..].iter().copied().chain([text.len()]);
    (&text[..begins[0]], begins.iter().zip(ends).map(|(from, to)| &text[*from..to]).collect())
}

fn rename_id(files: &mut Files, dice: &mut Dice) {
    let id = *dice.pick(&[
        "linfa",
        "semplice",
        "avvocatura-civica",
        "servizio-tributi",
        "segretario-generale",
        "risorse",
        "mobilita",
    ]);
    let new = format!("{id}-{}", dice.pick(&["nuovo", "di-staff", "2"]));
    for (path, text) in files.iter_mut() {
        if path.ends_with(".md") {
            *text = text.replace(&format!("smart-team/{id}/"), &format!("smart-team/{new}/"));
            continue;
        }
        for (before, after) in [
            ("[", "]"),
            ("[", ","),
            (", ", "]"),
            (", ", ","),
            (": ", "\n"),
            ("  - ", "\n"),
            (": \"", "\""),
            (": '", "'"),
            (": ", " # "),
            (": ", "  \n"),
        ] {
            *text = text.replace(&format!("{before}{id}{after}"), &format!("{before}{new}{after}"));
        }
    }
}

fn process(code: &str, risk: &str, number: usize, scope: &str) -> String {
    format!(
        "  - codice: {code}\n    rischio: {risk}\n    processo: Attività aggiunta numero {number}\n    finalita: Svolgere l'attività {number}\n    input: [Istanza {number}]\n    fasi: [Esame {number}, Esito {number}]\n    output: [Atto {number}]\n    {scope}\n    smartabilita: in parte\n"
    )
}

fn add_process(files: &mut Files, dice: &mut Dice) {
    let (prefix, team) =
        *dice.pick(&[("500", "avvocatura-civica"), ("120", "servizio-tributi"), ("100", "servizi-finanziari")]);
    let (letter, risk) = *dice.pick(&[("B", "basso"), ("M", "medio"), ("A", "alto")]);
    let highest = files[&data("processi")]
        .lines()
        .filter_map(|line| {
            line.trim_matches(['"', ' ']).split_once(&format!("codice: {prefix}-"))?.1.split('-').next()?.parse().ok()
        })
        .max()
        .unwrap_or(0);
    let number: usize = highest + 1;
    // Renamed in the same annex, perhaps.
    let id = files[&data("smart-team")]
        .lines()
        .find_map(|line| line.trim().strip_prefix("- id: ").filter(|id| id.starts_with(team)).map(str::to_owned));
    let Some(id) = id else { return };
    let scope = if dice.roll(2) == 0 { format!("smart_team: {id}") } else { format!("smart_team: [{id}]") };
    edit(files, "processi", |text| {
        text.to_owned() + &process(&format!("{prefix}-{number}-{letter}"), risk, number + 50, &scope)
    });
}

fn add_team(files: &mut Files, dice: &mut Dice) {
    let number = 70 + dice.roll(9);
    edit(files, "smart-team", |text| {
        format!(
            "{text}  - id: gruppo-{number}\n    nome: Gruppo di progetto {number}\n    servizio: servizi-finanziari\n    smartabilita: parzialmente smartabile\n"
        )
    });
    edit(files, "processi", |text| {
        text.to_owned() + &process("100-77-B", "basso", number, &format!("smart_team: [gruppo-{number}]"))
    });
}

fn add_software(files: &mut Files, dice: &mut Dice) {
    let name = *dice.pick(&["Albo pretorio telematico", "Posta certificata", "Conservazione a norma"]);
    edit(files, "software", |text| {
        format!("{text}  - {{ nome: {name}, scopo: Gestione quotidiana degli atti, fornitore: Ente regionale }}\n")
    });
}

/// Leaves out a table with its acceptances and what the chapters say of it.
fn drop_table(files: &mut Files, dice: &mut Dice) {
    let table = *dice.pick(&["software", "valutazione", "formazione", "esclusioni"]);
    files.remove(&data(table));
    let spoken = [
        format!("tabella(\"{table}\")"),
        format!("]({table}/)"),
        if table == "formazione" { "totali.moduli".to_owned() } else { format!("totali.{table}") },
    ];
    for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with(".md")) {
        *text = text
            .split_inclusive('\n')
            .filter(|line| !spoken.iter().any(|words| line.contains(words.as_str())))
            .collect();
    }
    edit(files, "accettazioni", |text| {
        let (before, rows) = records(text, "\n  - controllo");
        let other = rows.into_iter().filter(|row| !row.contains(&format!("{table}/")));
        before.to_owned() + &other.collect::<String>()
    });
}

fn grow(files: &mut Files, dice: &mut Dice) {
    let more = 1 + dice.roll(9);
    let mut first = true;
    lines(files, "attuazione", |line| {
        if let Some((head, "dipendenti", value)) = field(line) {
            let value = value.split('#').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
            if std::mem::take(&mut first) {
                return Some(format!("{head}dipendenti: {}", value.parse::<usize>().expect("a number") + more));
            }
        }
        Some(line.replace("dipendenti: 160", &format!("dipendenti: {}", 160 + more)))
    });
}

fn annotate(files: &mut Files, dice: &mut Dice) {
    lines(files, "processi", |line| {
        let partly =
            line.trim().trim_end_matches(['"', '\'']).ends_with("in parte") && line.starts_with("    smartabilita");
        Some(match dice.roll(3) {
            0 if partly => format!(
                "{line}\n    percentuale: {}\n    motivazione: Alcune fasi richiedono la presenza",
                10 + dice.roll(80)
            ),
            1 if partly => {
                format!("{line}\n    nota: Si svolge a giorni alterni\n    percentuale: \"{},5\"", 10 + dice.roll(80))
            }
            _ => line.to_owned(),
        })
    });
}

fn drop_paper(files: &mut Files, dice: &mut Dice) {
    lines(files, "processi", |line| {
        (!line.trim_start().starts_with("supporti_cartacei") || dice.roll(2) == 0).then(|| line.to_owned())
    });
}
