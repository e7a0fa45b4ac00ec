//! YAML broken in the ways in which people break it: each at the line where it is, and nothing else said.

use super::TABLES;
use crate::change::PROSE;
use crate::mistake::{Kind, field, form, line, prose, revalued};

/// Files whose records begin two spaces in and hold their keys four spaces in.
const RECORDS: &[&str] = &["processi", "smart-team", "software", "servizi", "attuazione"];

const LA001: &[&str] = &["LA001"];

/// The head of a record, changed.
fn head(line: &str, change: &dyn Fn(&str) -> String) -> Option<String> {
    line.strip_prefix("  - ").filter(|rest| rest.contains(": ")).map(change)
}

/// A line of a key of a record, changed.
fn key(line: &str, change: &dyn Fn(&str) -> String) -> Option<String> {
    let (head, _, value) = field(line)?;
    (head == "    " && !value.is_empty()).then(|| change(line.trim_start()))
}

/// An item of a list inside a record, changed.
fn item(line: &str, change: &dyn Fn(&str) -> String) -> Option<String> {
    line.strip_prefix("      - ").filter(|rest| !rest.contains(": ")).map(change)
}

/// Those by which it is no longer clear where a record or a list ends, and so what is beside them.
pub const OF_RECORDS: &[Kind] = &[
    form("trattino di una voce uno spazio più a destra", RECORDS, LA001, head, "   - {text}", &[]),
    form("trattino di una voce a margine", RECORDS, LA001, head, "- {text}", &[]),
    form("voce senza trattino, alla colonna dei trattini", RECORDS, LA001, head, "  {text}", &[]),
    form("manca lo spazio dopo il trattino di una voce", RECORDS, LA001, head, "  -{text}", &[]),
    form("pallino al posto del trattino di una voce", RECORDS, LA001, head, "  {mark} {text}", &["•", "*", "–", "·"]),
    form("tabulazione prima del trattino", RECORDS, LA001, head, "\t- {text}", &[]),
    form("chiave alla colonna dei trattini", RECORDS, LA001, key, "  {text}", &[]),
    line("chiave a margine", &["processi", "servizi"], LA001, |line, _| {
        key(line, &str::to_owned).filter(|line| !line.starts_with("supporti") && !line.starts_with("alias"))
    }),
    line("rientro fatto con spazi unificatori", RECORDS, LA001, |line, dice| {
        let space = *dice.pick(&["\u{a0}", "\u{2003}", "\u{3000}"]);
        key(line, &|rest| format!("{}{rest}", space.repeat(4)))
    }),
    form(
        "voce di un elenco interno più a sinistra",
        &["processi"],
        LA001,
        item,
        "{mark}- {text}",
        &["     ", "  ", ""],
    ),
    form(
        "pallino al posto del trattino di un elenco interno",
        &["processi"],
        &["LA001", "LA018"],
        item,
        "      • {text}",
        &[],
    ),
    line("manca lo spazio dopo il trattino di un elenco interno", &["processi"], &["LA001", "LA018"], |line, _| {
        item(line, &|rest| format!("      -{rest}")).filter(|line| line[7..].starts_with(char::is_alphabetic))
    }),
    form(
        "segni di un conflitto fra due versioni",
        RECORDS,
        LA001,
        key,
        "    {text}\n{mark}",
        &["=======", "<<<<<<< HEAD", ">>>>>>> main"],
    ),
];

/// Those that harm one value or key.
pub const OF_VALUES: &[Kind] = &[
    line("segno di uguale al posto dei due punti", RECORDS, LA001, |line, dice| {
        let sign = *dice.pick(&[" = ", "=", " ="]);
        key(line, &|rest| format!("    {}", rest.replacen(": ", sign, 1)))
    }),
    line("due punti di un'altra tastiera", RECORDS, LA001, |line, _| {
        key(line, &|rest| format!("    {}", rest.replacen(": ", "：", 1)))
    }),
    form(
        "testo che comincia con una parentesi",
        TABLES,
        LA001,
        PROSE,
        "{mark} {text}",
        &["[Nuovo]", "[da verificare]", "{bozza}"],
    ),
    form(
        "testo che comincia con un segno di YAML",
        TABLES,
        LA001,
        PROSE,
        "{mark}{text}",
        &["@", "`", "%", "*", "| ", "> ", "]", "}"],
    ),
    form("apostrofo fra virgolette semplici", TABLES, LA001, PROSE, "'l'ufficio: {text}'", &[]),
    line("virgolette semplici mai chiuse", TABLES, LA001, |line, _| {
        prose(line, |text| format!("'{}", text.replace('\'', " ")))
    }),
    form("virgolette dentro le virgolette", TABLES, LA001, PROSE, "\"progetto \"Agile\", {text}\"", &[]),
    form("testo dopo le virgolette chiuse", TABLES, LA001, PROSE, "\"Sportello\" {text}", &[]),
    form("barra rovesciata fra virgolette", TABLES, LA001, PROSE, "\"C:\\Utenti\\{text}\"", &[]),
    line("due punti alla fine di un testo", &["processi", "software"], LA001, |line, _| {
        field(line).and(prose(line, |text| format!("{text}:")))
    }),
    line("elenco cominciato sulla riga della chiave", &["processi"], LA001, |line, _| {
        let wanted = ["processo", "finalita"];
        wanted
            .iter()
            .find_map(|wanted| revalued(line, wanted, |value| Some(format!("- {value}"))))
            .filter(|line| !line.contains('>'))
    }),
    line(
        "chiave di edizione.yaml o ente.yaml con le virgolette mai chiuse",
        &["ente", "edizione"],
        LA001,
        |line, _| {
            let (head, key, value) = field(line)?;
            (head.is_empty() && !value.contains(['"', '>', '['])).then(|| format!("{key}: \"{value}"))
        },
    ),
    line("chiave di edizione.yaml o ente.yaml più a destra", &["ente", "edizione"], LA001, |line, _| {
        field(line)
            .filter(|(head, key, _)| head.is_empty() && !matches!(*key, "denominazione" | "titolo"))
            .map(|_| format!(" {line}"))
    }),
];
