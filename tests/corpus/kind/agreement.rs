//! What is written twice, and what agrees with nothing, in one line of a table.

use crate::dice::Dice;
use crate::mistake::{Kind, line, revalued, slip};

pub const KINDS: &[Kind] = &[
    line("lo stesso smart team due volte", &["processi", "esclusioni", "attuazione"], &["LA121"], |line, _| {
        // A bare text under `smart_team` is the name of a row of `attuazione`.
        let listed = |value: &str| value.starts_with('[').then(|| twice(value)).flatten();
        revalued(line, "smart_team", listed).or_else(|| revalued(line, "continua_in", twice))
    }),
    line("la stessa area due volte", &["processi"], &["LA121"], |line, _| revalued(line, "area", twice)),
    line("lo stesso profilo due volte", &["esclusioni"], &["LA121"], |line, _| revalued(line, "profili", twice)),
    line("lo stesso altro nome due volte", &["servizi", "smart-team"], &["LA121"], |line, _| {
        revalued(line, "alias", twice)
    }),
    line("la stessa lettera due volte", &["esclusioni"], &["LA122"], |line, dice| {
        revalued(line, "lettera", |value| {
            let letter = *dice.pick(&["a", "B", "c"]);
            (!letter.eq_ignore_ascii_case(value)).then(|| letter.to_owned())
        })
    }),
    line("area di una riga che non c'è", &["attuazione"], &["LA322"], |line, dice| {
        revalued(line, "area", |value| misspelled(value, dice))
    }),
    line("servizio di una riga che non c'è", &["attuazione"], &["LA322"], |line, dice| {
        revalued(line, "servizio", |value| misspelled(value, dice))
    }),
    line("anno con due cifre", &["edizione", "attuazione"], &["LA408"], |line, _| {
        revalued(line, "data", |value| Some(format!("00{}", value.get(2..)?)))
    }),
    line("anno di un altro secolo", &["attuazione"], &["LA408"], |line, dice| {
        revalued(line, "data", |value| Some(format!("{}{}", dice.pick(&["19", "10", "02"]), value.get(2..)?)))
    }),
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
