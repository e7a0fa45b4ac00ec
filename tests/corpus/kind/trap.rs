//! What YAML reads otherwise than it was meant.

use super::TEXTS;
use crate::change::PROSE;
use crate::mistake::{Kind, form, line, prose, revalued};

pub const KINDS: &[Kind] = &[
    form(
        "testo tagliato da un cancelletto",
        TEXTS,
        &["LA019"],
        PROSE,
        "{text} {mark}",
        &["#difesa", "#88", "#PNRR", "#è"],
    ),
    form(
        "numero di pratica tagliato fra parentesi",
        TEXTS,
        &["LA019"],
        PROSE,
        "{text} {mark}",
        &["(pratica #88)", "(pratica # 88)", "«lotto # 2»"],
    ),
    line("testo che comincia con un cancelletto", &["processi", "software"], &["LA019"], |line, dice| {
        let key = *dice.pick(&["processo", "finalita", "nome", "scopo"]);
        revalued(line, key, |value| (!value.contains(['"', '{', '[', '>'])).then(|| format!("#1 {value}")))
    }),
    form(
        "parola con il punto esclamativo in testa",
        TEXTS,
        &["LA020"],
        PROSE,
        "{mark} {text}",
        &["!Nuovo", "!", "!urgente"],
    ),
    form("parola con la e commerciale in testa", TEXTS, &["LA020"], PROSE, "{mark} {text}", &["&Nuovo", "&c", "&1"]),
    line("virgolette tipografiche intorno a un valore", TEXTS, &["LA021"], |line, dice| {
        let (open, close) = *dice.pick(&[("“", "”"), ("„", "“"), ("”", "”"), ("‘", "’")]);
        prose(line, |text| format!("{open}{text}{close}"))
    }),
];
