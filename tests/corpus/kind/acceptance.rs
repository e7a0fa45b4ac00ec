//! Acceptances in writing that name the wrong place, or another text.

use crate::dice::Dice;
use crate::mistake::{Kind, line, revalued, slip};

/// The beginning of the places of which three rows have the name.
const SHARED: &str = "      - software/Software in economia";

pub const KINDS: &[Kind] = &[
    line("accettazione di un posto che non c'è", &["accettazioni"], &["LA904"], |line, dice| {
        revalued(line, "dove", |value| {
            (!value.contains("[processi"))
                .then(|| (*dice.pick(&["processi/999-1-B", "smart-team/linfa/nome", "attuazione/Piscina"])).to_owned())
        })
    }),
    line("accettazione con il numero di riga", &["accettazioni"], &["LA906"], |line, dice| {
        revalued(line, "dove", |value| {
            let (table, _) = value.split_once('/').filter(|_| !value.starts_with(['[', '"']))?;
            let (_, key) = value.rsplit_once('/')?;
            Some(format!("{table}/{}/{key}", 1 + dice.roll(9)))
        })
    }),
    line("accettazione con il numero di riga in un elenco", &["accettazioni"], &["LA906"], |line, dice| {
        let (before, key) = line.rsplit_once('/').filter(|_| line.starts_with("      - "))?;
        let (table, _) = before.split_once('/')?;
        Some(format!("{table}/{}/{key}", 1 + dice.roll(9)))
    }),
    line("nome di una persona accettato per tutta la tabella", &["accettazioni"], &["LA909"], |line, _| {
        let personal = line.contains("(L. Pomi)");
        revalued(line, "dove", |_| personal.then(|| "software".to_owned()))
    }),
    line("accettazione con un nome di tre righe", &["accettazioni"], &["LA907"], |line, _| {
        line.starts_with(SHARED).then(|| format!("{SHARED}/nome"))
    }),
    line("accettazione di un altro testo", &["accettazioni"], &["LA908"], |line, dice| {
        revalued(line, "valore", |value| other(value, dice))
    }),
    line("accettazione scritta due volte", &["accettazioni"], &["LA910"], |line, _| {
        line.starts_with("      - ").then(|| format!("{line}\n{line}"))
    }),
    line("voce accettata scritta male", &["accettazioni"], &["LA904"], |line, dice| {
        revalued(line, "dove", |value| {
            let (table, place) = value.split_once('/').filter(|_| !value.starts_with(['[', '"']))?;
            let (record, key) = place.rsplit_once('/')?;
            let word = record.split(' ').max_by_key(|word| word.len())?;
            Some(format!("{table}/{}/{key}", record.replacen(word, &other(word, dice)?, 1)))
        })
    }),
    line("chiave accettata sbagliata", &["accettazioni"], &["LA904"], |line, dice| {
        revalued(line, "dove", |value| {
            let (place, key) = value.rsplit_once('/').filter(|_| !value.starts_with(['[', '"']))?;
            Some(format!("{place}/{}", slip(key, dice)?))
        })
    }),
    line("tabella accettata scritta male", &["accettazioni"], &["LA904"], |line, dice| {
        revalued(line, "dove", |value| {
            let (table, place) = value.split_once('/').filter(|_| !value.starts_with(['[', '"']))?;
            Some(format!("{}/{place}", slip(table, dice)?))
        })
    }),
    line("accettazione scaduta", &["accettazioni"], &["LA903"], |line, _| {
        revalued(line, "controllo", |value| Some(format!("{value}\n    scade: 2025-12-31")))
    }),
    line("pubblica scritto altrimenti", &["accettazioni"], &["LA101"], |line, dice| {
        let word = dice.pick(&["forse", "mai", "solo il motivo"]);
        revalued(line, "controllo", |value| Some(format!("{value}\n    pubblica: {word}")))
    }),
];

/// Another text than this one.
fn other(text: &str, dice: &mut Dice) -> Option<String> {
    match text.parse::<usize>() {
        Ok(number) => Some((number + 1 + dice.roll(9)).to_string()),
        Err(_) => slip(text, dice),
    }
}
