//! YAML broken in the ways in which people break it: each at the line where it is, and nothing else said.

use super::TABLES;
use crate::mistake::{Kind, field, prose, revalued};

/// Files whose records begin two spaces in and hold their keys four spaces in.
const RECORDS: &[&str] = &["processi", "smart-team", "software", "servizi", "attuazione"];

const LA001: &[&str] = &["LA001"];

/// The head of a record, changed.
fn head(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    line.strip_prefix("  - ").filter(|rest| rest.contains(": ")).map(change)
}

/// A line of a key of a record, changed.
fn key(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    let (head, _, value) = field(line)?;
    (head == "    " && !value.is_empty()).then(|| change(line.trim_start()))
}

/// An item of a list inside a record, changed.
fn item(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    line.strip_prefix("      - ").filter(|rest| !rest.contains(": ")).map(change)
}

pub const KINDS: &[Kind] = &[
    Kind {
        name: "trattino di una voce uno spazio più a destra",
        files: RECORDS,
        rules: LA001,
        change: |line, _| head(line, |rest| format!("   - {rest}")),
    },
    Kind {
        name: "trattino di una voce a margine",
        files: RECORDS,
        rules: LA001,
        change: |line, _| head(line, |rest| format!("- {rest}")),
    },
    Kind {
        name: "voce senza trattino, alla colonna dei trattini",
        files: RECORDS,
        rules: LA001,
        change: |line, _| head(line, |rest| format!("  {rest}")),
    },
    Kind {
        name: "manca lo spazio dopo il trattino di una voce",
        files: RECORDS,
        rules: LA001,
        change: |line, _| head(line, |rest| format!("  -{rest}")),
    },
    Kind {
        name: "pallino al posto del trattino di una voce",
        files: RECORDS,
        rules: LA001,
        change: |line, dice| {
            let mark = *dice.pick(&["•", "*", "–", "·"]);
            head(line, |rest| format!("  {mark} {rest}"))
        },
    },
    Kind {
        name: "tabulazione prima del trattino",
        files: RECORDS,
        rules: LA001,
        change: |line, _| head(line, |rest| format!("\t- {rest}")),
    },
    Kind {
        name: "chiave alla colonna dei trattini",
        files: RECORDS,
        rules: LA001,
        change: |line, _| key(line, |rest| format!("  {rest}")),
    },
    Kind {
        name: "chiave a margine",
        files: &["processi", "servizi"],
        rules: LA001,
        change: |line, _| {
            key(line, str::to_owned).filter(|line| !line.starts_with("supporti") && !line.starts_with("alias"))
        },
    },
    Kind {
        name: "rientro fatto con spazi unificatori",
        files: RECORDS,
        rules: LA001,
        change: |line, dice| {
            let space = *dice.pick(&["\u{a0}", "\u{2003}", "\u{3000}"]);
            key(line, |rest| format!("{}{rest}", space.repeat(4)))
        },
    },
    Kind {
        name: "voce di un elenco interno più a sinistra",
        files: &["processi"],
        rules: LA001,
        change: |line, dice| {
            let spaces = *dice.pick(&["     ", "  ", ""]);
            item(line, |rest| format!("{spaces}- {rest}"))
        },
    },
    Kind {
        name: "pallino al posto del trattino di un elenco interno",
        files: &["processi"],
        rules: &["LA001", "LA018"],
        change: |line, _| item(line, |rest| format!("      • {rest}")),
    },
    Kind {
        name: "manca lo spazio dopo il trattino di un elenco interno",
        files: &["processi"],
        rules: &["LA001", "LA018"],
        change: |line, _| {
            item(line, |rest| format!("      -{rest}")).filter(|line| line[7..].starts_with(char::is_alphabetic))
        },
    },
    Kind {
        name: "segno di uguale al posto dei due punti",
        files: RECORDS,
        rules: LA001,
        change: |line, dice| {
            let sign = *dice.pick(&[" = ", "=", " ="]);
            key(line, |rest| format!("    {}", rest.replacen(": ", sign, 1)))
        },
    },
    Kind {
        name: "due punti di un'altra tastiera",
        files: RECORDS,
        rules: LA001,
        change: |line, _| key(line, |rest| format!("    {}", rest.replacen(": ", "：", 1))),
    },
    Kind {
        name: "testo che comincia con una parentesi",
        files: TABLES,
        rules: LA001,
        change: |line, dice| {
            let word = *dice.pick(&["[Nuovo]", "[da verificare]", "{bozza}"]);
            prose(line, |text| format!("{word} {text}"))
        },
    },
    Kind {
        name: "testo che comincia con un segno di YAML",
        files: TABLES,
        rules: LA001,
        change: |line, dice| {
            let sign = *dice.pick(&["@", "`", "%", "*", "| ", "> ", "]", "}"]);
            prose(line, |text| format!("{sign}{text}"))
        },
    },
    Kind {
        name: "apostrofo fra virgolette semplici",
        files: TABLES,
        rules: LA001,
        change: |line, _| prose(line, |text| format!("'l'ufficio: {text}'")),
    },
    Kind {
        name: "virgolette semplici mai chiuse",
        files: TABLES,
        rules: LA001,
        change: |line, _| prose(line, |text| format!("'{}", text.replace('\'', " "))),
    },
    Kind {
        name: "virgolette dentro le virgolette",
        files: TABLES,
        rules: LA001,
        change: |line, _| prose(line, |text| format!("\"progetto \"Agile\", {text}\"")),
    },
    Kind {
        name: "testo dopo le virgolette chiuse",
        files: TABLES,
        rules: LA001,
        change: |line, _| prose(line, |text| format!("\"Sportello\" {text}")),
    },
    Kind {
        name: "barra rovesciata fra virgolette",
        files: TABLES,
        rules: LA001,
        change: |line, _| prose(line, |text| format!("\"C:\\Utenti\\{text}\"")),
    },
    Kind {
        name: "due punti alla fine di un testo",
        files: &["processi", "software"],
        rules: LA001,
        change: |line, _| field(line).and(prose(line, |text| format!("{text}:"))),
    },
    Kind {
        name: "segni di un conflitto fra due versioni",
        files: RECORDS,
        rules: LA001,
        change: |line, dice| {
            let sign = *dice.pick(&["=======", "<<<<<<< HEAD", ">>>>>>> main"]);
            key(line, |rest| format!("    {rest}\n{sign}"))
        },
    },
    Kind {
        name: "elenco cominciato sulla riga della chiave",
        files: &["processi"],
        rules: LA001,
        change: |line, _| {
            let wanted = ["processo", "finalita"];
            wanted
                .iter()
                .find_map(|wanted| revalued(line, wanted, |value| Some(format!("- {value}"))))
                .filter(|line| !line.contains('>'))
        },
    },
    Kind {
        name: "chiave di edizione.yaml o ente.yaml con le virgolette mai chiuse",
        files: &["ente", "edizione"],
        rules: LA001,
        change: |line, _| {
            let (head, key, value) = field(line)?;
            (head.is_empty() && !value.contains(['"', '>', '['])).then(|| format!("{key}: \"{value}"))
        },
    },
    Kind {
        name: "chiave di edizione.yaml o ente.yaml più a destra",
        files: &["ente", "edizione"],
        rules: LA001,
        change: |line, _| {
            field(line)
                .filter(|(head, key, _)| head.is_empty() && !matches!(*key, "denominazione" | "titolo"))
                .map(|_| format!(" {line}"))
        },
    },
];
