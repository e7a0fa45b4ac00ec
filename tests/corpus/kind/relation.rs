//! Readable values that disagree with others, in one line.

use crate::mistake::{Kind, revalued, slip};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "agili dove nessuno può esserlo",
        files: &["attuazione"],
        rules: &["LA306"],
        change: |line, dice| {
            let count = 1 + dice.roll(20);
            revalued(line, "agili", |value| (value == "0").then(|| count.to_string()))
        },
    },
    Kind {
        name: "percentuale che smentisce la risposta",
        files: &["processi"],
        rules: &["LA311"],
        change: |line, dice| {
            let less = 1 + dice.roll(99);
            revalued(line, "smartabilita", |value| {
                (value == "si" || value == "no").then(|| format!("{value}\n    percentuale: {less}"))
            })
        },
    },
    Kind {
        name: "prefisso di due servizi",
        files: &["servizi"],
        rules: &["LA116"],
        change: |line, dice| {
            let prefix = *dice.pick(&["\"100\"", "\"400\"", "\"120\""]);
            revalued(line, "prefisso", |_| Some(prefix.to_owned()))
        },
    },
    Kind {
        name: "programma che c'è già",
        files: &["software"],
        rules: &["LA314"],
        change: |line, dice| {
            let name = *dice.pick(&["Firma Certa", "CITRIX", "Interacta"]);
            revalued(line, "nome", |_| Some(name.to_owned()))
        },
    },
    Kind {
        name: "intestazione di una colonna che non c'è",
        files: &["edizione"],
        rules: &["LA118"],
        change: |line, dice| {
            let word = *dice.pick(&["processi", "codice"]);
            let slipped = slip(word, dice)?;
            let (before, after) = line.strip_prefix("colonne: ")?.split_once(&format!("{word}: "))?;
            Some(format!("colonne: {before}{slipped}: {after}"))
        },
    },
    Kind {
        name: "richiamo che nessuna nota spiega",
        files: &["attuazione", "smart-team"],
        rules: &["LA210"],
        change: |line, dice| {
            let mark = *dice.pick(&["**", "(3)", "a", "†"]);
            revalued(line, "richiami", |_| Some(format!("[\"{mark}\"]")))
        },
    },
    Kind {
        name: "fatto che deve ancora avvenire",
        files: &["attuazione", "edizione"],
        rules: &["LA406"],
        change: |line, dice| {
            let year = *dice.pick(&["2026", "2027", "2042"]);
            revalued(line, "data", |day| Some(format!("{year}-12{}", day.get(7..)?)))
        },
    },
    Kind {
        name: "smart team di una riga che non c'è",
        files: &["attuazione"],
        rules: &["LA310"],
        change: |line, dice| {
            let name = *dice.pick(&["Servizio Vetrerie", "Ufficio stralcio", "Gruppo misto"]);
            let own = |value: &str| ["Linfa", "Servizi Finanziari", "Servizi Istituzionali"].contains(&value);
            revalued(line, "smart_team", |value| own(value).then(|| name.to_owned()))
        },
    },
    Kind {
        name: "accettazione scaduta",
        files: &["accettazioni"],
        rules: &["LA903"],
        change: |line, dice| {
            let day = *dice.pick(&["2025-12-31", "2024-02-29", "2026-01-14"]);
            revalued(line, "motivo", |value| (value != ">-").then(|| format!("{value}\n    scade: {day}")))
        },
    },
    Kind {
        name: "accettazione di un errore",
        files: &["accettazioni"],
        rules: &["LA905"],
        change: |line, dice| {
            let code = *dice.pick(&["LA101", "LA201", "LA008", "LA401"]);
            revalued(line, "controllo", |_| Some(code.to_owned()))
        },
    },
    Kind {
        name: "accettazione di un controllo che non c'è",
        files: &["accettazioni"],
        rules: &["LA901"],
        change: |line, dice| revalued(line, "controllo", |_| Some(format!("LA{}", 950 + dice.roll(40)))),
    },
    Kind {
        name: "accettazione senza motivo",
        files: &["accettazioni"],
        rules: &["LA902"],
        change: |line, _| revalued(line, "motivo", |value| (value != ">-").then(|| "\"\"".to_owned())),
    },
    Kind {
        name: "totale dichiarato sbagliato",
        files: &["attuazione"],
        rules: &["LA304"],
        change: |line, dice| {
            line.starts_with("totale_dichiarato").then(|| line.replace("160", &(100 + dice.roll(50)).to_string()))
        },
    },
];
