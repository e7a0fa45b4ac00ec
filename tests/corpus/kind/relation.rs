//! Readable values that disagree with others, in one line.

use crate::mistake::{Kind, line, revalued, slip};

pub const KINDS: &[Kind] = &[
    line("agili dove nessuno può esserlo", &["attuazione"], &["LA306"], |line, dice| {
        let count = 1 + dice.roll(20);
        revalued(line, "agili", |value| (value == "0").then(|| count.to_string()))
    }),
    line("percentuale che smentisce la risposta", &["processi"], &["LA311"], |line, dice| {
        let less = 1 + dice.roll(99);
        revalued(line, "smartabilita", |value| {
            (value == "si" || value == "no").then(|| format!("{value}\n    percentuale: {less}"))
        })
    }),
    line("prefisso di due servizi", &["servizi"], &["LA116"], |line, dice| {
        let prefix = *dice.pick(&["\"100\"", "\"400\"", "\"120\""]);
        revalued(line, "prefisso", |_| Some(prefix.to_owned()))
    }),
    line("programma che c'è già", &["software"], &["LA314"], |line, dice| {
        let name = *dice.pick(&["Firma Certa", "CITRIX", "Interacta"]);
        revalued(line, "nome", |_| Some(name.to_owned()))
    }),
    line("intestazione di una colonna che non c'è", &["edizione"], &["LA118"], |line, dice| {
        let word = *dice.pick(&["processi", "codice"]);
        let slipped = slip(word, dice)?;
        let (before, after) = line.strip_prefix("colonne: ")?.split_once(&format!("{word}: "))?;
        Some(format!("colonne: {before}{slipped}: {after}"))
    }),
    line("richiamo che nessuna nota spiega", &["attuazione", "smart-team"], &["LA210"], |line, dice| {
        let mark = *dice.pick(&["**", "(3)", "a", "†"]);
        revalued(line, "richiami", |_| Some(format!("[\"{mark}\"]")))
    }),
    line("fatto che deve ancora avvenire", &["attuazione", "edizione"], &["LA406"], |line, dice| {
        let year = *dice.pick(&["2026", "2027", "2042"]);
        revalued(line, "data", |day| Some(format!("{year}-12{}", day.get(7..)?)))
    }),
    line("smart team di una riga che non c'è", &["attuazione"], &["LA310"], |line, dice| {
        let name = *dice.pick(&["Servizio Vetrerie", "Ufficio stralcio", "Gruppo misto"]);
        let own = |value: &str| ["Linfa", "Servizi Finanziari", "Servizi Istituzionali"].contains(&value);
        revalued(line, "smart_team", |value| own(value).then(|| name.to_owned()))
    }),
    line("accettazione scaduta", &["accettazioni"], &["LA903"], |line, dice| {
        let day = *dice.pick(&["2025-12-31", "2024-02-29", "2026-01-14"]);
        revalued(line, "motivo", |value| (value != ">-").then(|| format!("{value}\n    scade: {day}")))
    }),
    line("accettazione di un errore", &["accettazioni"], &["LA905"], |line, dice| {
        let code = *dice.pick(&["LA101", "LA201", "LA008", "LA401"]);
        revalued(line, "controllo", |_| Some(code.to_owned()))
    }),
    line("accettazione di un controllo che non c'è", &["accettazioni"], &["LA901"], |line, dice| {
        revalued(line, "controllo", |_| Some(format!("LA{}", 950 + dice.roll(40))))
    }),
    line("accettazione senza motivo", &["accettazioni"], &["LA902"], |line, _| {
        revalued(line, "motivo", |value| (value != ">-").then(|| "\"\"".to_owned()))
    }),
    line("totale dichiarato sbagliato", &["attuazione"], &["LA304"], |line, dice| {
        line.starts_with("totale_dichiarato").then(|| line.replace("160", &(100 + dice.roll(50)).to_string()))
    }),
];
