//! Values from which what was meant can be read, or which look right and are not.

use crate::mistake::{Kind, field, revalued};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "due smart team in un testo solo",
        files: &["processi"],
        rules: &["LA201"],
        change: |line, dice| {
            revalued(line, "smart_team", |value| {
                let id = only(value)?;
                let separator = *dice.pick(&[", ", "; ", " ", " / ", " + "]);
                Some(format!("\"{id}{separator}avvocatura-civica\"")).filter(|_| id != "avvocatura-civica")
            })
        },
    },
    Kind {
        name: "due aree in un testo solo",
        files: &["processi"],
        rules: &["LA203"],
        change: |line, dice| {
            revalued(line, "area", |value| {
                let id = only(value)?;
                let separator = *dice.pick(&[";", ", ", " e "]);
                Some(format!("[\"{id}{separator}risorse\"]")).filter(|_| id != "risorse")
            })
        },
    },
    Kind {
        name: "identificativo con una lettera o un numero in fondo",
        files: &["processi"],
        rules: &["LA201"],
        change: |line, dice| {
            revalued(line, "smart_team", |value| {
                only(value).map(|id| format!("[{id}{}]", dice.pick(&["-b", "-2", "-bis", "x", "1"])))
            })
        },
    },
    Kind {
        name: "identificativo con un richiamo",
        files: &["processi"],
        rules: &["LA201"],
        change: |line, dice| {
            revalued(line, "smart_team", |value| {
                only(value).map(|id| format!("[\"{id}{}\"]", dice.pick(&["*", "(1)", "²", "?", "°"])))
            })
        },
    },
    Kind {
        name: "identificativo con una lettera di un altro alfabeto",
        files: &["processi"],
        rules: &["LA201"],
        change: |line, _| {
            revalued(line, "smart_team", |value| only(value).map(|id| format!("[{}]", id.replacen('a', "а", 1))))
        },
    },
    Kind {
        name: "identificativo con un carattere nascosto",
        files: &["smart-team"],
        rules: &["LA102"],
        change: |line, dice| {
            revalued(line, "servizio", |id| {
                Some(format!("{}{}{}", &id[..3], dice.pick(&["\u{200b}", "\u{ad}", "\u{2060}"]), &id[3..]))
            })
        },
    },
    Kind {
        name: "area al posto dello smart team",
        files: &["processi", "esclusioni"],
        rules: &["LA201"],
        change: |line, dice| {
            revalued(line, "smart_team", |value| {
                only(value)
                    .map(|_| format!("[{}]", dice.pick(&["risorse", "servizi-al-territorio", "servizi-alla-persona"])))
            })
        },
    },
    Kind {
        name: "programma senza id chiamato per nome",
        files: &["processi"],
        rules: &["LA207"],
        change: |line, dice| {
            revalued(line, "smartabilita", |value| {
                Some(format!("{value}\n    software: [{}]", dice.pick(&["Firma Certa", "firma-certa"])))
            })
        },
    },
    Kind {
        name: "parola con un segno accanto",
        files: &["processi"],
        rules: &["LA101"],
        change: |line, dice| {
            let key = *dice.pick(&["rischio", "smartabilita", "supporti_cartacei"]);
            revalued(line, key, |value| Some(format!("\"{value}{}\"", dice.pick(&["*", " (1)", "²", "?", " °", "."]))))
        },
    },
    Kind {
        name: "parola di un altro programma",
        files: &["processi"],
        rules: &["LA101"],
        change: |line, dice| {
            let key = *dice.pick(&["smartabilita", "supporti_cartacei"]);
            revalued(line, key, |_| {
                Some((*dice.pick(&["on", "off", "yes", "true", "vero", "falso", "x", "X", "1", "0"])).to_owned())
            })
        },
    },
    Kind {
        name: "parola dello smart team in un processo",
        files: &["processi"],
        rules: &["LA101"],
        change: |line, dice| {
            revalued(line, "smartabilita", |_| {
                let words = ["PARZIALMENTE", "parzialmente smartabile", "non smartabile", "smartabile", "Parziale"];
                Some((*dice.pick(&words)).to_owned())
            })
        },
    },
    Kind {
        name: "parola del processo in uno smart team",
        files: &["smart-team"],
        rules: &["LA101"],
        change: |line, dice| {
            revalued(line, "smartabilita", |_| Some((*dice.pick(&["si", "no", "in parte", "Parziale"])).to_owned()))
        },
    },
    Kind {
        name: "parola con lettere uguali a vedersi",
        files: &["processi"],
        rules: &["LA101"],
        change: |line, _| {
            revalued(line, "rischio", |value| {
                Some(value.replacen('a', "а", 1).replacen('o', "о", 1).replacen('e', "е", 1))
            })
        },
    },
    Kind {
        name: "percentuale con il suo segno",
        files: &["processi"],
        rules: &["LA012"],
        change: |line, dice| {
            revalued(line, "smartabilita", |value| {
                let share = *dice.pick(&["50%", "30 %", "12,5%", "\"40%\""]);
                (value == "in parte").then(|| format!("in parte\n    percentuale: {share}"))
            })
        },
    },
    Kind {
        name: "numero con le migliaia o la sua unità",
        files: &["attuazione"],
        rules: &["LA012"],
        change: |line, dice| {
            let key = *dice.pick(&["dipendenti", "agili"]);
            revalued(line, key, |value| {
                Some(format!("{}{value}{}", dice.pick(&["n. ", "", "circa "]), dice.pick(&[" unità", " circa", "*"])))
            })
        },
    },
    Kind {
        name: "data con l'anno di due cifre",
        files: &["attuazione", "edizione"],
        rules: &["LA011"],
        change: |line, dice| {
            let (head, key, _) = field(line).filter(|(_, key, value)| *key == "data" && value.len() == 10)?;
            Some(format!("{head}{key}: {}", dice.pick(&["31/12/24", "1.1.25", "31 dicembre 24", "31-12-24"])))
        },
    },
    Kind {
        name: "data in un'altra forma",
        files: &["attuazione"],
        rules: &["LA011"],
        change: |line, dice| {
            revalued(line, "data", |_| {
                Some(
                    (*dice.pick(&["31.12.2024", "31 dicembre 2024", "2024/12/31", "dicembre 2024", "31/13/2024"]))
                        .to_owned(),
                )
            })
        },
    },
    Kind {
        name: "due punti senza spazio fra graffe",
        files: &["formazione"],
        rules: &["LA007"],
        change: |line, _| revalued(line, "destinatari", |value| Some(value.replacen(": X", ":X", 1))),
    },
    Kind {
        name: "chiave in maiuscole o con lettere uguali a vedersi",
        files: &["processi", "smart-team", "servizi", "software"],
        rules: &["LA007"],
        change: |line, dice| {
            let (head, key, value) =
                field(line).filter(|(head, key, _)| head.trim().is_empty() && key.contains('o'))?;
            let key = if dice.roll(2) == 0 { key.to_uppercase() } else { key.replacen('o', "о", 1) };
            (!value.starts_with('>')).then(|| format!("{head}{key}: {value}"))
        },
    },
    Kind {
        name: "identificativo con segni che non può avere",
        files: &["smart-team", "servizi"],
        rules: &["LA103"],
        change: |line, dice| {
            let (head, key, value) = field(line).filter(|(_, key, value)| *key == "id" && value.contains('-'))?;
            Some(format!("{head}{key}: \"{}\"", value.replacen('-', *dice.pick(&["/", ", ", " & ", ":"]), 1)))
        },
    },
];

/// The identifier of a value such as `[a]` or `a`; none of a longer list and of `tutti`.
fn only(value: &str) -> Option<&str> {
    let id = value.trim_matches(['[', ']']);
    (!id.contains([',', '"']) && id != "tutti").then_some(id)
}
