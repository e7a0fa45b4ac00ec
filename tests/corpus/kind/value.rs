//! Identifiers, codes, words and numbers.

use crate::mistake::{Kind, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "smart team scritto male in un processo",
        files: &["processi"],
        rules: &["LA201", "LA102"],
        change: |line, dice| revalued(line, "smart_team", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "smart team scritto male in un'esclusione",
        files: &["esclusioni"],
        rules: &["LA201", "LA102"],
        change: |line, dice| revalued(line, "smart_team", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "smart team scritto male in continua_in",
        files: &["attuazione"],
        rules: &["LA201", "LA102"],
        change: |line, dice| revalued(line, "continua_in", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "area scritta male in un processo",
        files: &["processi"],
        rules: &["LA203", "LA102"],
        change: |line, dice| revalued(line, "area", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "rischio scritto male",
        files: &["processi"],
        rules: &["LA101"],
        change: |line, dice| revalued(line, "rischio", |value| slip(value, dice)),
    },
    Kind {
        name: "smartabilita scritta male",
        files: &["processi"],
        rules: &["LA101"],
        change: |line, dice| revalued(line, "smartabilita", |value| slip(value, dice)),
    },
    Kind {
        name: "grado dello smart team scritto male",
        files: &["smart-team"],
        rules: &["LA101", "LA102"],
        change: |line, dice| {
            revalued(line, "smartabilita", |value| {
                let word = value.split(' ').next_back()?;
                Some(value.replacen(word, &slip(word, dice)?, 1))
            })
        },
    },
    Kind {
        name: "rischio diverso dalla lettera",
        files: &["processi"],
        rules: &["LA301"],
        change: |line, dice| revalued(line, "rischio", |_| Some((*dice.pick(&["basso", "medio", "alto"])).to_owned())),
    },
    Kind {
        name: "lettera del codice diversa dal rischio",
        files: &["processi"],
        rules: &["LA301"],
        change: |line, dice| {
            revalued(line, "codice", |value| {
                Some(format!("{}{}", &value[..value.len() - 1], dice.pick(&["B", "M", "A"])))
            })
        },
    },
    Kind {
        name: "prefisso di un altro servizio",
        files: &["processi"],
        rules: &["LA302"],
        change: |line, dice| {
            revalued(line, "codice", |value| {
                let (_, rest) = value.split_once('-').filter(|(prefix, _)| *prefix != "DIR")?;
                let other = *dice.pick(&["100", "400", "500", "777"]);
                (!value.starts_with(other)).then(|| format!("{other}-9{rest}"))
            })
        },
    },
    Kind {
        name: "codice senza la sua forma",
        files: &["processi"],
        rules: &["LA106"],
        change: |line, dice| {
            revalued(line, "codice", |value| {
                Some(match dice.roll(4) {
                    0 => value.replace('-', "/"),
                    1 => value[..value.len() - 2].to_owned(),
                    2 => value.replacen('-', "", 1),
                    _ => format!("{}C", &value[..value.len() - 1]),
                })
            })
        },
    },
    Kind {
        name: "lettera cirillica nel codice",
        files: &["processi"],
        rules: &["LA106", "LA102"],
        change: |line, _| {
            revalued(line, "codice", |value| Some(value.replace('B', "В").replace('M', "М").replace('A', "А")))
        },
    },
    Kind {
        name: "codice con spazi",
        files: &["processi"],
        rules: &["LA102"],
        change: |line, _| revalued(line, "codice", |value| Some(value.replace('-', " - "))),
    },
    Kind {
        name: "parola con maiuscole o accenti",
        files: &["processi"],
        rules: &["LA102"],
        change: |line, dice| {
            let key = *dice.pick(&["rischio", "smartabilita"]);
            revalued(line, key, |value| {
                Some(if dice.roll(2) == 0 { value.to_uppercase() } else { value.replacen('i', "ì", 1) })
            })
        },
    },
    Kind {
        name: "testo vuoto",
        files: &["processi", "smart-team", "servizi", "software", "attuazione", "esclusioni"],
        rules: &["LA010"],
        change: |line, dice| {
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
    },
    Kind {
        name: "agili più dei dipendenti",
        files: &["attuazione"],
        rules: &["LA305"],
        change: |line, dice| {
            revalued(line, "agili", |value| Some((value.parse::<usize>().ok()? + 40 + dice.roll(40)).to_string()))
        },
    },
    Kind {
        name: "numero in lettere o negativo",
        files: &["attuazione"],
        rules: &["LA012"],
        change: |line, dice| {
            let key = *dice.pick(&["agili", "dipendenti"]);
            revalued(line, key, |value| {
                Some(match dice.roll(4) {
                    0 => format!("-{}", 1 + dice.roll(9)),
                    1 => "otto".to_owned(),
                    2 => format!("{value},5"),
                    _ => format!("{value} persone"),
                })
            })
        },
    },
    Kind {
        name: "giorni che una settimana non ha",
        files: &["attuazione"],
        rules: &["LA114"],
        change: |line, dice| {
            revalued(line, "giorni_settimana", |value| (value == "1").then(|| (8 + dice.roll(8)).to_string()))
        },
    },
    Kind {
        name: "giorni che non sono un numero",
        files: &["attuazione"],
        rules: &["LA012"],
        change: |line, dice| {
            revalued(line, "giorni_settimana", |_| {
                Some((*dice.pick(&["spesso", "uno", "1 giorno", "in parte"])).to_owned())
            })
        },
    },
    Kind {
        name: "segno non dichiarato",
        files: &["formazione"],
        rules: &["LA206"],
        change: |line, dice| {
            revalued(line, "destinatari", |value| {
                Some(value.replacen(": X", &format!(": {}", dice.pick(&["W", "x", "XX", "0"])), 1))
            })
        },
    },
    Kind {
        name: "destinatario scritto male",
        files: &["formazione"],
        rules: &["LA205", "LA102"],
        change: |line, dice| {
            revalued(line, "destinatari", |value| {
                let id = value.trim_start_matches("{ ").split(':').next()?;
                Some(value.replacen(id, &slip(id, dice)?, 1))
            })
        },
    },
    Kind {
        name: "percentuale oltre 100",
        files: &["processi"],
        rules: &["LA111"],
        change: |line, dice| {
            revalued(line, "smartabilita", |value| {
                (value == "in parte").then(|| format!("in parte\n    percentuale: {}", 101 + dice.roll(300)))
            })
        },
    },
    Kind {
        name: "area di un altro gruppo",
        files: &["processi"],
        rules: &["LA303"],
        change: |line, dice| {
            revalued(line, "area", |value| {
                (!value.contains("persona") && !value.contains("staff"))
                    .then(|| format!("[{}]", dice.pick(&["risorse", "segretario-generale", "servizi-al-territorio"])))
            })
        },
    },
    Kind {
        name: "programma che non c'è",
        files: &["processi"],
        rules: &["LA207"],
        change: |line, dice| {
            revalued(line, "smartabilita", |value| {
                Some(format!("{value}\n    software: [{}]", dice.pick(&["firma-certa-2", "excel", "protocollo"])))
            })
        },
    },
];
