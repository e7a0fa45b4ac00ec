//! Marks that YAML takes for its own, and keys that are nearly right.

use super::TABLES;
use crate::mistake::{Kind, field, prose, revalued};

/// A value of a key, bare, with something done to it.
fn bare(line: &str, change: impl Fn(&str) -> String) -> Option<String> {
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

pub const KINDS: &[Kind] = &[
    Kind {
        name: "rientro con spazi che non separano",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            keyed(line, |key, value| format!("{key}: {value}"))
                .map(|line| line.replacen("    ", "\u{a0}\u{a0}\u{a0}\u{a0}", 1))
        },
    },
    Kind {
        name: "manca lo spazio dopo il trattino",
        files: &["processi", "valutazione"],
        rules: &["LA001", "LA018"],
        change: |line, _| item(line, "-"),
    },
    Kind {
        name: "punto elenco in una voce",
        files: &["processi"],
        rules: &["LA001", "LA018"],
        change: |line, dice| item(line, *dice.pick(&["• ", "– ", "· ", "* "])),
    },
    Kind {
        name: "parentesi quadra che comincia un testo",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, dice| {
            let mark = *dice.pick(&["[Nuovo]", "[bozza]"]);
            bare(line, |value| format!("{mark} {value}"))
        },
    },
    Kind {
        name: "virgolette chiuse prima della fine",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            bare(line, |value| {
                let (first, rest) = value.split_once(' ').unwrap_or((value, "altro"));
                format!("\"{first}\" {rest}")
            })
        },
    },
    Kind {
        name: "apostrofo che apre un testo",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| bare(line, |value| format!("'{value}")),
    },
    Kind {
        name: "virgolette diverse in testa e in coda",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, dice| {
            let (open, close) = *dice.pick(&[("\"", "'"), ("'", "\""), ("\"", "”")]);
            bare(line, |value| format!("{open}{value}{close}"))
        },
    },
    Kind {
        name: "segno che YAML tiene per sé",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, dice| {
            let mark = *dice.pick(&["@", "`", "%", "*", "}", "]"]);
            bare(line, |value| format!("{mark}{value}"))
        },
    },
    Kind {
        name: "graffa che apre un testo",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| bare(line, |value| format!("{{{value}")),
    },
    Kind {
        name: "barra verticale seguita dal testo",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, dice| {
            let mark = *dice.pick(&["|", ">", "|-"]);
            bare(line, |value| format!("{mark} {value}"))
        },
    },
    Kind {
        name: "uguale al posto dei due punti",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| keyed(line, |key, value| format!("{key} = {value}")),
    },
    Kind {
        name: "due punti larghi",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, dice| {
            let mark = *dice.pick(&["：", ";", "："]);
            keyed(line, |key, value| format!("{key}{mark} {value}"))
        },
    },
    Kind {
        name: "trattino di una voce al margine",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| line.strip_prefix("  - ").map(|rest| format!("- {rest}")),
    },
    Kind {
        name: "parentesi chiusa con l'altro segno",
        files: &["processi", "esclusioni"],
        rules: &["LA001"],
        change: |line, dice| {
            let mark = *dice.pick(&["}", ")"]);
            line.strip_suffix(']').filter(|line| line.contains(": [")).map(|line| format!("{line}{mark}"))
        },
    },
    Kind {
        name: "virgola in un testo fra graffe",
        files: &["formazione"],
        rules: &["LA001", "LA006", "LA007"],
        change: |line, _| {
            line.strip_suffix(" }").filter(|line| line.contains("nome: ")).map(|line| format!("{line}, e altro }}"))
        },
    },
    Kind {
        name: "tabulazione verticale in un rientro",
        files: &["processi", "software"],
        rules: &["LA001", "LA512"],
        change: |line, _| keyed(line, |key, value| format!("\u{b}{key}: {value}")),
    },
    Kind {
        name: "chiave con l'accento, lo spazio o la maiuscola",
        files: TABLES,
        rules: &["LA007", "LA102"],
        change: |line, _| {
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
        },
    },
    Kind {
        name: "voce di un elenco lasciata vuota",
        files: &["processi", "valutazione"],
        rules: &["LA006", "LA010"],
        change: |line, _| {
            prose(line, |_| String::new()).filter(|line| line.trim() == "-").map(|line| line.trim_end().to_owned())
        },
    },
    Kind {
        name: "punti esclamativi, o con una lettera accentata, in testa",
        files: &["processi", "software"],
        rules: &["LA020", "LA001"],
        change: |line, dice| {
            let mark = *dice.pick(&["!novità", "!!Urgente", "!!", "!(nuovo)"]);
            bare(line, |value| format!("{mark} {value}"))
        },
    },
];
