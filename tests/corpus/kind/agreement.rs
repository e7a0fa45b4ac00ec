//! What is written twice, and what agrees with nothing, in one line of a table.

use crate::dice::Dice;
use crate::mistake::{Kind, revalued, slip};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "lo stesso smart team due volte",
        files: &["processi", "esclusioni", "attuazione"],
        rules: &["LA121"],
        change: |line, _| {
            // A bare text under `smart_team` is the name of a row of `attuazione`.
            let listed = |value: &str| value.starts_with('[').then(|| twice(value)).flatten();
            revalued(line, "smart_team", listed).or_else(|| revalued(line, "continua_in", twice))
        },
    },
    Kind {
        name: "la stessa area due volte",
        files: &["processi"],
        rules: &["LA121"],
        change: |line, _| revalued(line, "area", twice),
    },
    Kind {
        name: "lo stesso profilo due volte",
        files: &["esclusioni"],
        rules: &["LA121"],
        change: |line, _| revalued(line, "profili", twice),
    },
    Kind {
        name: "lo stesso altro nome due volte",
        files: &["servizi", "smart-team"],
        rules: &["LA121"],
        change: |line, _| revalued(line, "alias", twice),
    },
    Kind {
        name: "la stessa lettera due volte",
        files: &["esclusioni"],
        rules: &["LA122"],
        change: |line, dice| {
            revalued(line, "lettera", |value| {
                let letter = *dice.pick(&["a", "B", "c"]);
                (!letter.eq_ignore_ascii_case(value)).then(|| letter.to_owned())
            })
        },
    },
    Kind {
        name: "area di una riga che non c'è",
        files: &["attuazione"],
        rules: &["LA322"],
        change: |line, dice| revalued(line, "area", |value| misspelled(value, dice)),
    },
    Kind {
        name: "servizio di una riga che non c'è",
        files: &["attuazione"],
        rules: &["LA322"],
        change: |line, dice| revalued(line, "servizio", |value| misspelled(value, dice)),
    },
    Kind {
        name: "anno con due cifre",
        files: &["edizione", "attuazione"],
        rules: &["LA408"],
        change: |line, _| revalued(line, "data", |value| Some(format!("00{}", value.get(2..)?))),
    },
    Kind {
        name: "anno di un altro secolo",
        files: &["attuazione"],
        rules: &["LA408"],
        change: |line, dice| {
            revalued(line, "data", |value| Some(format!("{}{}", dice.pick(&["19", "10", "02"]), value.get(2..)?)))
        },
    },
];

/// The list with its first item once more at its end.
fn twice(value: &str) -> Option<String> {
    let inside = value.trim_start_matches('[').trim_end_matches(']');
    let first = inside.split(", ").next().filter(|first| !first.is_empty() && !first.contains(['"', '\'']))?;
    Some(format!("[{inside}, {first}]"))
}

/// The name with a slip of the pen in its longest word.
fn misspelled(name: &str, dice: &mut Dice) -> Option<String> {
    let word = name.split(' ').max_by_key(|word| word.len())?;
    Some(name.replacen(word, &slip(word, dice)?, 1))
}
