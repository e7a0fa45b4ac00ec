//! Keys, quotes, brackets and indentation.

use super::TABLES;
use crate::mistake::{Kind, field, prose, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "carattere di comando che YAML non ammette",
        files: &["processi", "software", "valutazione"],
        rules: &["LA001", "LA512"],
        change: |line, dice| {
            let mark = *dice.pick(&["\u{92}", "\u{9d}", "\u{9b}", "\u{1b}", "\u{0}"]);
            prose(line, |text| text.replacen(' ', &format!(" {mark}"), 1))
        },
    },
    Kind {
        name: "chiave scritta male",
        files: TABLES,
        rules: &["LA007"],
        change: |line, dice| {
            let (head, key, value) = field(line)?;
            Some(format!("{head}{}: {value}", slip(key, dice)?))
        },
    },
    Kind {
        name: "virgolette mai chiuse",
        files: TABLES,
        rules: &["LA001"],
        change: |line, dice| {
            let key = *dice.pick(&["nome", "scopo", "processo", "finalita", "area", "dove"]);
            revalued(line, key, |value| (!value.contains(['"', '[', '\'', '>'])).then(|| format!("\"{value}")))
        },
    },
    Kind {
        name: "parentesi di elenco mai chiusa",
        files: &["processi", "smart-team", "esclusioni"],
        rules: &["LA001"],
        change: |line, _| line.ends_with(']').then(|| line.trim_end_matches(']').to_owned()),
    },
    Kind {
        name: "parentesi di elenco mai aperta",
        files: &["processi", "esclusioni"],
        rules: &["LA001", "LA201", "LA202", "LA203", "LA102", "LA503"],
        change: |line, _| line.ends_with(']').then(|| line.replacen('[', "", 1)),
    },
    Kind {
        name: "tabulazione nel rientro",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            (line.starts_with("    ") && field(line).is_some()).then(|| format!("\t{}", line.trim_start()))
        },
    },
    Kind {
        name: "due punti in un testo",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| field(line).and(prose(line, |text| text.replacen(' ', ": ", 1))),
    },
    Kind {
        name: "manca il due punti",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            field(line)
                .filter(|(head, ..)| head.trim().is_empty())
                .map(|(head, key, value)| format!("{head}{key} {value}"))
        },
    },
    Kind {
        name: "manca lo spazio dopo i due punti",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            field(line)
                .filter(|(head, _, value)| head.trim().is_empty() && !value.starts_with('['))
                .map(|(head, key, value)| format!("{head}{key}:{value}"))
        },
    },
    Kind {
        name: "rientro di uno spazio in meno",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            field(line).filter(|(head, ..)| head.len() == 4 && head.trim().is_empty()).map(|_| line[1..].to_owned())
        },
    },
    Kind {
        name: "rientro di uno spazio in più",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            field(line)
                .filter(|(head, _, value)| head.len() == 4 && head.trim().is_empty() && !value.is_empty())
                .map(|_| format!(" {line}"))
        },
    },
    Kind {
        name: "due righe unite",
        files: &["processi", "smart-team", "software"],
        rules: &["LA001"],
        change: |line, _| {
            field(line)
                .filter(|(head, _, value)| head.trim().is_empty() && !value.contains(['"', '[']))
                .map(|_| format!("{line} smartabilita: si"))
        },
    },
    Kind {
        name: "elenco dove ci vuole un testo",
        files: &["processi", "smart-team", "software", "valutazione"],
        rules: &["LA006"],
        change: |line, dice| {
            let key = *dice.pick(&["nome", "scopo", "processo", "rischio", "smartabilita", "natura"]);
            revalued(line, key, |value| (!value.contains(['"', ',', '{', '[', '#'])).then(|| format!("[{value}]")))
        },
    },
    Kind {
        name: "gruppo di chiavi dove ci vuole un testo",
        files: &["processi", "software"],
        rules: &["LA006"],
        change: |line, _| {
            revalued(line, "scopo", |_| Some("{ it: Firma }".to_owned()))
                .or_else(|| revalued(line, "processo", |_| Some("{ it: Firma }".to_owned())))
        },
    },
    Kind {
        name: "espressione mai chiusa",
        files: &["content"],
        rules: &["LA208"],
        change: |line, _| Some(line.replacen(" }}", " }", 1)),
    },
    Kind {
        name: "area scritta male in un servizio",
        files: &["servizi"],
        rules: &["LA203", "LA102"],
        change: |line, dice| revalued(line, "area", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "servizio scritto male in uno smart team",
        files: &["smart-team"],
        rules: &["LA202", "LA102"],
        change: |line, dice| revalued(line, "servizio", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "accettazione di un posto che non c'è",
        files: &["accettazioni"],
        rules: &["LA904"],
        change: |line, dice| {
            revalued(line, "dove", |value| {
                (!value.contains("[processi")).then(|| {
                    (*dice.pick(&["processi/999-1-B", "smart-team/linfa/nome", "attuazione/Piscina"])).to_owned()
                })
            })
        },
    },
    Kind {
        name: "numero d'ordine che non è un numero",
        files: &["content"],
        rules: &["LA012"],
        change: |line, _| line.strip_prefix("ordine: ").map(|_| "ordine: terzo".to_owned()),
    },
    Kind {
        name: "chiave del capitolo scritta male",
        files: &["content"],
        rules: &["LA007"],
        change: |line, dice| {
            let (_, key, value) =
                field(line).filter(|(_, key, _)| ["titolo", "ordine", "numero", "copre"].contains(key))?;
            Some(format!("{}: {value}", slip(key, dice)?))
        },
    },
];
