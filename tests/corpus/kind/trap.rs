//! What YAML reads otherwise than it was meant.

use crate::mistake::{Kind, prose, revalued};

const TABLES: &[&str] = &["processi", "software", "valutazione"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "testo tagliato da un cancelletto",
        files: TABLES,
        rules: &["LA019"],
        change: |line, dice| prose(line, |text| format!("{text} {}", dice.pick(&["#difesa", "#88", "#PNRR", "#è"]))),
    },
    Kind {
        name: "numero di pratica tagliato fra parentesi",
        files: TABLES,
        rules: &["LA019"],
        change: |line, dice| {
            prose(line, |text| format!("{text} {}", dice.pick(&["(pratica #88)", "(pratica # 88)", "«lotto # 2»"])))
        },
    },
    Kind {
        name: "testo che comincia con un cancelletto",
        files: &["processi", "software"],
        rules: &["LA019"],
        change: |line, dice| {
            let key = *dice.pick(&["processo", "finalita", "nome", "scopo"]);
            revalued(line, key, |value| (!value.contains(['"', '{', '[', '>'])).then(|| format!("#1 {value}")))
        },
    },
    Kind {
        name: "parola con il punto esclamativo in testa",
        files: TABLES,
        rules: &["LA020"],
        change: |line, dice| prose(line, |text| format!("{} {text}", dice.pick(&["!Nuovo", "!", "!urgente"]))),
    },
    Kind {
        name: "parola con la e commerciale in testa",
        files: TABLES,
        rules: &["LA020"],
        change: |line, dice| prose(line, |text| format!("{} {text}", dice.pick(&["&Nuovo", "&c", "&1"]))),
    },
    Kind {
        name: "virgolette tipografiche intorno a un valore",
        files: TABLES,
        rules: &["LA021"],
        change: |line, dice| {
            let (open, close) = *dice.pick(&[("“", "”"), ("„", "“"), ("”", "”"), ("‘", "’")]);
            prose(line, |text| format!("{open}{text}{close}"))
        },
    },
];
