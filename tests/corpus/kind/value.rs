//! Identifiers, codes, words and numbers.

use crate::mistake::{Kind, line, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    line("smart team scritto male in un processo", &["processi"], &["LA201", "LA102"], |line, dice| {
        revalued(line, "smart_team", |value| slipped_id(value, dice))
    }),
    line("smart team scritto male in un'esclusione", &["esclusioni"], &["LA201", "LA102"], |line, dice| {
        revalued(line, "smart_team", |value| slipped_id(value, dice))
    }),
    line("smart team scritto male in continua_in", &["attuazione"], &["LA201", "LA102"], |line, dice| {
        revalued(line, "continua_in", |value| slipped_id(value, dice))
    }),
    line("area scritta male in un processo", &["processi"], &["LA203", "LA102"], |line, dice| {
        revalued(line, "area", |value| slipped_id(value, dice))
    }),
    line("rischio scritto male", &["processi"], &["LA101"], |line, dice| {
        revalued(line, "rischio", |value| slip(value, dice))
    }),
    line("smartabilita scritta male", &["processi"], &["LA101"], |line, dice| {
        revalued(line, "smartabilita", |value| slip(value, dice))
    }),
    line("grado dello smart team scritto male", &["smart-team"], &["LA101", "LA102"], |line, dice| {
        revalued(line, "smartabilita", |value| {
            let word = value.split(' ').next_back()?;
            Some(value.replacen(word, &slip(word, dice)?, 1))
        })
    }),
    line("rischio diverso dalla lettera", &["processi"], &["LA301"], |line, dice| {
        revalued(line, "rischio", |_| Some((*dice.pick(&["basso", "medio", "alto"])).to_owned()))
    }),
    line("lettera del codice diversa dal rischio", &["processi"], &["LA301"], |line, dice| {
        revalued(line, "codice", |value| Some(format!("{}{}", &value[..value.len() - 1], dice.pick(&["B", "M", "A"]))))
    }),
    line("prefisso di un altro servizio", &["processi"], &["LA302"], |line, dice| {
        revalued(line, "codice", |value| {
            let (_, rest) = value.split_once('-').filter(|(prefix, _)| *prefix != "DIR")?;
            let other = *dice.pick(&["100", "400", "500", "777"]);
            (!value.starts_with(other)).then(|| format!("{other}-9{rest}"))
        })
    }),
    line("codice senza la sua forma", &["processi"], &["LA106"], |line, dice| {
        revalued(line, "codice", |value| {
            Some(match dice.roll(4) {
                0 => value.replace('-', "/"),
                1 => value[..value.len() - 2].to_owned(),
                2 => value.replacen('-', "", 1),
                _ => format!("{}C", &value[..value.len() - 1]),
            })
        })
    }),
    line("lettera cirillica nel codice", &["processi"], &["LA106", "LA102"], |line, _| {
        revalued(line, "codice", |value| Some(value.replace('B', "В").replace('M', "М").replace('A', "А")))
    }),
    line("codice con spazi", &["processi"], &["LA102"], |line, _| {
        revalued(line, "codice", |value| Some(value.replace('-', " - ")))
    }),
    line("parola con maiuscole o accenti", &["processi"], &["LA102"], |line, dice| {
        let key = *dice.pick(&["rischio", "smartabilita"]);
        revalued(line, key, |value| {
            Some(if dice.roll(2) == 0 { value.to_uppercase() } else { value.replacen('i', "ì", 1) })
        })
    }),
    line(
        "testo vuoto",
        &["processi", "smart-team", "servizi", "software", "attuazione", "esclusioni"],
        &["LA010"],
        |line, dice| {
            let key = *dice.pick(&[
                "processo",
                "finalita",
                "nome",
                "scopo",
                "servizio",
                "smartabilita",
                "rischio",
                "dipendenti",
                "lettera",
            ]);
            revalued(line, key, |_| Some((*dice.pick(&["", "\"\"", "~"])).to_owned()))
                .map(|line| line.trim_end().to_owned())
        },
    ),
    line("agili più dei dipendenti", &["attuazione"], &["LA305"], |line, dice| {
        revalued(line, "agili", |value| Some((value.parse::<usize>().ok()? + 40 + dice.roll(40)).to_string()))
    }),
    line("numero in lettere o negativo", &["attuazione"], &["LA012"], |line, dice| {
        let key = *dice.pick(&["agili", "dipendenti"]);
        revalued(line, key, |value| {
            Some(match dice.roll(4) {
                0 => format!("-{}", 1 + dice.roll(9)),
                1 => "otto".to_owned(),
                2 => format!("{value},5"),
                _ => format!("{value} persone"),
            })
        })
    }),
    line("giorni che una settimana non ha", &["attuazione"], &["LA114"], |line, dice| {
        revalued(line, "giorni_settimana", |value| (value == "1").then(|| (8 + dice.roll(8)).to_string()))
    }),
    line("giorni che non sono un numero", &["attuazione"], &["LA012"], |line, dice| {
        revalued(line, "giorni_settimana", |_| {
            Some((*dice.pick(&["spesso", "uno", "1 giorno", "in parte"])).to_owned())
        })
    }),
    line("segno non dichiarato", &["formazione"], &["LA206"], |line, dice| {
        revalued(line, "destinatari", |value| {
            Some(value.replacen(": X", &format!(": {}", dice.pick(&["W", "x", "XX", "0"])), 1))
        })
    }),
    line("destinatario scritto male", &["formazione"], &["LA205", "LA102"], |line, dice| {
        revalued(line, "destinatari", |value| {
            let id = value.trim_start_matches("{ ").split(':').next()?;
            Some(value.replacen(id, &slip(id, dice)?, 1))
        })
    }),
    line("percentuale oltre 100", &["processi"], &["LA111"], |line, dice| {
        revalued(line, "smartabilita", |value| {
            (value == "in parte").then(|| format!("in parte\n    percentuale: {}", 101 + dice.roll(300)))
        })
    }),
    line("area di un altro gruppo", &["processi"], &["LA303"], |line, dice| {
        revalued(line, "area", |value| {
            (!value.contains("persona") && !value.contains("staff"))
                .then(|| format!("[{}]", dice.pick(&["risorse", "segretario-generale", "servizi-al-territorio"])))
        })
    }),
    line("programma che non c'è", &["processi"], &["LA207"], |line, dice| {
        revalued(line, "smartabilita", |value| {
            Some(format!("{value}\n    software: [{}]", dice.pick(&["firma-certa-2", "excel", "protocollo"])))
        })
    }),
];
