//! Acceptances in writing that name the wrong place, or another text.

use crate::dice::Dice;
use crate::mistake::{Kind, revalued, slip};

/// The beginning of the places of which three rows have the name.
const SHARED: &str = "      - software/Software in economia";

pub const KINDS: &[Kind] = &[
    Kind {
        name: "accettazione con il numero di riga",
        files: &["accettazioni"],
        rules: &["LA906"],
        change: |line, dice| {
            revalued(line, "dove", |value| {
                let (table, _) = value.split_once('/').filter(|_| !value.starts_with(['[', '"']))?;
                let (_, key) = value.rsplit_once('/')?;
                Some(format!("{table}/{}/{key}", 1 + dice.roll(9)))
            })
        },
    },
    Kind {
        name: "accettazione con il numero di riga in un elenco",
        files: &["accettazioni"],
        rules: &["LA906"],
        change: |line, dice| {
            let (before, key) = line.rsplit_once('/').filter(|_| line.starts_with("      - "))?;
            let (table, _) = before.split_once('/')?;
            Some(format!("{table}/{}/{key}", 1 + dice.roll(9)))
        },
    },
    Kind {
        name: "nome di una persona accettato per tutta la tabella",
        files: &["accettazioni"],
        rules: &["LA909"],
        change: |line, _| {
            let personal = line.contains("(L. Pomi)");
            revalued(line, "dove", |_| personal.then(|| "software".to_owned()))
        },
    },
    Kind {
        name: "accettazione con un nome di tre righe",
        files: &["accettazioni"],
        rules: &["LA907"],
        change: |line, _| line.starts_with(SHARED).then(|| format!("{SHARED}/nome")),
    },
    Kind {
        name: "accettazione di un altro testo",
        files: &["accettazioni"],
        rules: &["LA908"],
        change: |line, dice| revalued(line, "valore", |value| other(value, dice)),
    },
    Kind {
        name: "accettazione scritta due volte",
        files: &["accettazioni"],
        rules: &["LA910"],
        change: |line, _| line.starts_with("      - ").then(|| format!("{line}\n{line}")),
    },
    Kind {
        name: "voce accettata scritta male",
        files: &["accettazioni"],
        rules: &["LA904"],
        change: |line, dice| {
            revalued(line, "dove", |value| {
                let (table, place) = value.split_once('/').filter(|_| !value.starts_with(['[', '"']))?;
                let (record, key) = place.rsplit_once('/')?;
                let word = record.split(' ').max_by_key(|word| word.len())?;
                Some(format!("{table}/{}/{key}", record.replacen(word, &other(word, dice)?, 1)))
            })
        },
    },
    Kind {
        name: "chiave accettata sbagliata",
        files: &["accettazioni"],
        rules: &["LA904"],
        change: |line, dice| {
            revalued(line, "dove", |value| {
                let (place, key) = value.rsplit_once('/').filter(|_| !value.starts_with(['[', '"']))?;
                Some(format!("{place}/{}", slip(key, dice)?))
            })
        },
    },
    Kind {
        name: "tabella accettata scritta male",
        files: &["accettazioni"],
        rules: &["LA904"],
        change: |line, dice| {
            revalued(line, "dove", |value| {
                let (table, place) = value.split_once('/').filter(|_| !value.starts_with(['[', '"']))?;
                Some(format!("{}/{place}", slip(table, dice)?))
            })
        },
    },
    Kind {
        name: "accettazione scaduta",
        files: &["accettazioni"],
        rules: &["LA903"],
        change: |line, _| revalued(line, "controllo", |value| Some(format!("{value}\n    scade: 2025-12-31"))),
    },
    Kind {
        name: "pubblica scritto altrimenti",
        files: &["accettazioni"],
        rules: &["LA101"],
        change: |line, dice| {
            let word = dice.pick(&["forse", "mai", "solo il motivo"]);
            revalued(line, "controllo", |value| Some(format!("{value}\n    pubblica: {word}")))
        },
    },
];

/// Another text than this one.
fn other(text: &str, dice: &mut Dice) -> Option<String> {
    match text.parse::<usize>() {
        Ok(number) => Some((number + 1 + dice.roll(9)).to_string()),
        Err(_) => slip(text, dice),
    }
}
