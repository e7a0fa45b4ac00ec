//! Marks that YAML takes for its own, and keys that are nearly right.

use super::TABLES;
use crate::mistake::{Kind, field, form, line, prose, revalued};

const RECORDS: &[&str] = &["processi", "smart-team", "software"];

/// A value of a key, bare, with something done to it.
fn bare(line: &str, change: &dyn Fn(&str) -> String) -> Option<String> {
    let bare = |value: &str| (!value.contains(['"', '\'', '{', '[', ':', '#', '>', '|'])).then(|| change(value));
    ["processo", "finalita", "nome", "scopo"].iter().find_map(|key| revalued(line, key, bare))
}

/// An item of a list, which is not the first of its record, with another beginning.
fn item(line: &str, mark: &str) -> Option<String> {
    let text = line.strip_prefix("      - ").filter(|text| !text.contains(['"', ':']))?;
    Some(format!("      {mark}{text}"))
}

/// A key of a record, other than the first, with its value.
fn keyed(line: &str, change: impl Fn(&str, &str) -> String) -> Option<String> {
    let (_, key, value) = field(line).filter(|(head, _, value)| *head == "    " && !value.starts_with(['[', '>']))?;
    Some(format!("    {}", change(key, value)))
}

/// Those by which it is no longer clear where a record or a list ends, and so what is beside them.
pub const OF_RECORDS: &[Kind] = &[
    line("rientro con spazi che non separano", RECORDS, &["LA001"], |line, _| {
        keyed(line, |key, value| format!("{key}: {value}"))
            .map(|line| line.replacen("    ", "\u{a0}\u{a0}\u{a0}\u{a0}", 1))
    }),
    line("manca lo spazio dopo il trattino", &["processi", "valutazione"], &["LA001", "LA018"], |line, _| {
        item(line, "-")
    }),
    line("punto elenco in una voce", &["processi"], &["LA001", "LA018"], |line, dice| {
        item(line, *dice.pick(&["• ", "– ", "· ", "* "]))
    }),
    line("trattino di una voce al margine", RECORDS, &["LA001"], |line, _| {
        line.strip_prefix("  - ").map(|rest| format!("- {rest}"))
    }),
    line("tabulazione verticale in un rientro", &["processi", "software"], &["LA001", "LA512"], |line, _| {
        keyed(line, |key, value| format!("\u{b}{key}: {value}"))
    }),
];

/// Those that harm one value or key.
pub const OF_VALUES: &[Kind] = &[
    form("parentesi quadra che comincia un testo", RECORDS, &["LA001"], bare, "{mark} {text}", &["[Nuovo]", "[bozza]"]),
    line("virgolette chiuse prima della fine", RECORDS, &["LA001"], |line, _| {
        bare(line, &|value| {
            let (first, rest) = value.split_once(' ').unwrap_or((value, "altro"));
            format!("\"{first}\" {rest}")
        })
    }),
    form("apostrofo che apre un testo", RECORDS, &["LA001"], bare, "'{text}", &[]),
    line("virgolette diverse in testa e in coda", RECORDS, &["LA001"], |line, dice| {
        let (open, close) = *dice.pick(&[("\"", "'"), ("'", "\""), ("\"", "”")]);
        bare(line, &|value| format!("{open}{value}{close}"))
    }),
    form("segno che YAML tiene per sé", RECORDS, &["LA001"], bare, "{mark}{text}", &["@", "`", "%", "*", "}", "]"]),
    form("graffa che apre un testo", RECORDS, &["LA001"], bare, "{{text}", &[]),
    form("barra verticale seguita dal testo", RECORDS, &["LA001"], bare, "{mark} {text}", &["|", ">", "|-"]),
    line("uguale al posto dei due punti", RECORDS, &["LA001"], |line, _| {
        keyed(line, |key, value| format!("{key} = {value}"))
    }),
    line("due punti larghi", RECORDS, &["LA001"], |line, dice| {
        let mark = *dice.pick(&["：", ";", "："]);
        keyed(line, |key, value| format!("{key}{mark} {value}"))
    }),
    line("parentesi chiusa con l'altro segno", &["processi", "esclusioni"], &["LA001"], |line, dice| {
        let mark = *dice.pick(&["}", ")"]);
        line.strip_suffix(']').filter(|line| line.contains(": [")).map(|line| format!("{line}{mark}"))
    }),
    line("virgola in un testo fra graffe", &["formazione"], &["LA001", "LA006", "LA007"], |line, _| {
        line.strip_suffix(" }").filter(|line| line.contains("nome: ")).map(|line| format!("{line}, e altro }}"))
    }),
    line("chiave con l'accento, lo spazio o la maiuscola", TABLES, &["LA007", "LA102"], |line, _| {
        let (head, key, value) = field(line)?;
        let other = match key {
            "finalita" => "finalità",
            "smartabilita" => "smartabilità",
            "smart_team" => "smart team",
            "supporti_cartacei" => "supporti-cartacei",
            "nome" => "Nome",
            "codice" => "CODICE",
            "giorni_settimana" => "giorni alla settimana",
            _ => return None,
        };
        Some(format!("{head}{other}: {value}"))
    }),
    line("voce di un elenco lasciata vuota", &["processi", "valutazione"], &["LA006", "LA010"], |line, _| {
        prose(line, |_| String::new()).filter(|line| line.trim() == "-").map(|line| line.trim_end().to_owned())
    }),
    form(
        "punti esclamativi, o con una lettera accentata, in testa",
        &["processi", "software"],
        &["LA020", "LA001"],
        bare,
        "{mark} {text}",
        &["!novità", "!!Urgente", "!!", "!(nuovo)"],
    ),
];
