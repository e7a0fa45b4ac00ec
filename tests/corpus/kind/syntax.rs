//! Keys, quotes, brackets and indentation.

use super::TABLES;
use crate::mistake::{Kind, field, line, prose, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    line(
        "carattere di comando che YAML non ammette",
        &["processi", "software", "valutazione"],
        &["LA001", "LA512"],
        |line, dice| {
            let mark = *dice.pick(&["\u{92}", "\u{9d}", "\u{9b}", "\u{1b}", "\u{0}"]);
            prose(line, |text| text.replacen(' ', &format!(" {mark}"), 1))
        },
    ),
    line("chiave scritta male", TABLES, &["LA007"], |line, dice| {
        let (head, key, value) = field(line)?;
        Some(format!("{head}{}: {value}", slip(key, dice)?))
    }),
    line("virgolette mai chiuse", TABLES, &["LA001"], |line, dice| {
        let key = *dice.pick(&["nome", "scopo", "processo", "finalita", "area", "dove"]);
        revalued(line, key, |value| (!value.contains(['"', '[', '\'', '>'])).then(|| format!("\"{value}")))
    }),
    line("parentesi di elenco mai chiusa", &["processi", "smart-team", "esclusioni"], &["LA001"], |line, _| {
        line.ends_with(']').then(|| line.trim_end_matches(']').to_owned())
    }),
    line(
        "parentesi di elenco mai aperta",
        &["processi", "esclusioni"],
        &["LA001", "LA201", "LA202", "LA203", "LA102", "LA503"],
        |line, _| line.ends_with(']').then(|| line.replacen('[', "", 1)),
    ),
    line("tabulazione nel rientro", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        (line.starts_with("    ") && field(line).is_some()).then(|| format!("\t{}", line.trim_start()))
    }),
    line("due punti in un testo", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        field(line).and(prose(line, |text| text.replacen(' ', ": ", 1)))
    }),
    line("manca il due punti", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        field(line).filter(|(head, ..)| head.trim().is_empty()).map(|(head, key, value)| format!("{head}{key} {value}"))
    }),
    line("manca lo spazio dopo i due punti", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        field(line)
            .filter(|(head, _, value)| head.trim().is_empty() && !value.starts_with('['))
            .map(|(head, key, value)| format!("{head}{key}:{value}"))
    }),
    line("rientro di uno spazio in meno", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        field(line).filter(|(head, ..)| head.len() == 4 && head.trim().is_empty()).map(|_| line[1..].to_owned())
    }),
    line("rientro di uno spazio in più", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        field(line)
            .filter(|(head, _, value)| head.len() == 4 && head.trim().is_empty() && !value.is_empty())
            .map(|_| format!(" {line}"))
    }),
    line("due righe unite", &["processi", "smart-team", "software"], &["LA001"], |line, _| {
        field(line)
            .filter(|(head, _, value)| head.trim().is_empty() && !value.contains(['"', '[']))
            .map(|_| format!("{line} smartabilita: si"))
    }),
    line(
        "elenco dove ci vuole un testo",
        &["processi", "smart-team", "software", "valutazione"],
        &["LA006"],
        |line, dice| {
            let key = *dice.pick(&["nome", "scopo", "processo", "rischio", "smartabilita", "natura"]);
            revalued(line, key, |value| (!value.contains(['"', ',', '{', '[', '#'])).then(|| format!("[{value}]")))
        },
    ),
    line("gruppo di chiavi dove ci vuole un testo", &["processi", "software"], &["LA006"], |line, _| {
        revalued(line, "scopo", |_| Some("{ it: Firma }".to_owned()))
            .or_else(|| revalued(line, "processo", |_| Some("{ it: Firma }".to_owned())))
    }),
    line("area scritta male in un servizio", &["servizi"], &["LA203", "LA102"], |line, dice| {
        revalued(line, "area", |value| slipped_id(value, dice))
    }),
    line("servizio scritto male in uno smart team", &["smart-team"], &["LA202", "LA102"], |line, dice| {
        revalued(line, "servizio", |value| slipped_id(value, dice))
    }),
    line("numero d'ordine che non è un numero", &["content"], &["LA012"], |line, _| {
        line.strip_prefix("ordine: ").map(|_| "ordine: terzo".to_owned())
    }),
    line("chiave del capitolo scritta male", &["content"], &["LA007"], |line, dice| {
        let (_, key, value) =
            field(line).filter(|(_, key, _)| ["titolo", "ordine", "numero", "copre"].contains(key))?;
        Some(format!("{}: {value}", slip(key, dice)?))
    }),
];
