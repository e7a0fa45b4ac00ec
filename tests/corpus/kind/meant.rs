//! Values from which what was meant can be read, or which look right and are not.

use crate::mistake::{Kind, field, line, revalued};

pub const KINDS: &[Kind] = &[
    line("due smart team in un testo solo", &["processi"], &["LA201"], |line, dice| {
        revalued(line, "smart_team", |value| {
            let id = only(value)?;
            let separator = *dice.pick(&[", ", "; ", " ", " / ", " + "]);
            Some(format!("\"{id}{separator}avvocatura-civica\"")).filter(|_| id != "avvocatura-civica")
        })
    }),
    line("due aree in un testo solo", &["processi"], &["LA203"], |line, dice| {
        revalued(line, "area", |value| {
            let id = only(value)?;
            let separator = *dice.pick(&[";", ", ", " e "]);
            Some(format!("[\"{id}{separator}risorse\"]")).filter(|_| id != "risorse")
        })
    }),
    line("identificativo con una lettera o un numero in fondo", &["processi"], &["LA201"], |line, dice| {
        revalued(line, "smart_team", |value| {
            only(value).map(|id| format!("[{id}{}]", dice.pick(&["-b", "-2", "-bis", "x", "1"])))
        })
    }),
    line("identificativo con un richiamo", &["processi"], &["LA201"], |line, dice| {
        revalued(line, "smart_team", |value| {
            only(value).map(|id| format!("[\"{id}{}\"]", dice.pick(&["*", "(1)", "²", "?", "°"])))
        })
    }),
    line("identificativo con una lettera di un altro alfabeto", &["processi"], &["LA201"], |line, _| {
        revalued(line, "smart_team", |value| only(value).map(|id| format!("[{}]", id.replacen('a', "а", 1))))
    }),
    line("identificativo con un carattere nascosto", &["smart-team"], &["LA102"], |line, dice| {
        revalued(line, "servizio", |id| {
            Some(format!("{}{}{}", &id[..3], dice.pick(&["\u{200b}", "\u{ad}", "\u{2060}"]), &id[3..]))
        })
    }),
    line("area al posto dello smart team", &["processi", "esclusioni"], &["LA201"], |line, dice| {
        revalued(line, "smart_team", |value| {
            only(value)
                .map(|_| format!("[{}]", dice.pick(&["risorse", "servizi-al-territorio", "servizi-alla-persona"])))
        })
    }),
    line("programma senza id chiamato per nome", &["processi"], &["LA207"], |line, dice| {
        revalued(line, "smartabilita", |value| {
            Some(format!("{value}\n    software: [{}]", dice.pick(&["Firma Certa", "firma-certa"])))
        })
    }),
    line("parola con un segno accanto", &["processi"], &["LA101"], |line, dice| {
        let key = *dice.pick(&["rischio", "smartabilita", "supporti_cartacei"]);
        revalued(line, key, |value| Some(format!("\"{value}{}\"", dice.pick(&["*", " (1)", "²", "?", " °", "."]))))
    }),
    line("parola di un altro programma", &["processi"], &["LA101"], |line, dice| {
        let key = *dice.pick(&["smartabilita", "supporti_cartacei"]);
        revalued(line, key, |_| {
            Some((*dice.pick(&["on", "off", "yes", "true", "vero", "falso", "x", "X", "1", "0"])).to_owned())
        })
    }),
    line("parola dello smart team in un processo", &["processi"], &["LA101"], |line, dice| {
        revalued(line, "smartabilita", |_| {
            let words = ["PARZIALMENTE", "parzialmente smartabile", "non smartabile", "smartabile", "Parziale"];
            Some((*dice.pick(&words)).to_owned())
        })
    }),
    line("parola del processo in uno smart team", &["smart-team"], &["LA101"], |line, dice| {
        revalued(line, "smartabilita", |_| Some((*dice.pick(&["si", "no", "in parte", "Parziale"])).to_owned()))
    }),
    line("parola con lettere uguali a vedersi", &["processi"], &["LA101"], |line, _| {
        revalued(line, "rischio", |value| Some(value.replacen('a', "а", 1).replacen('o', "о", 1).replacen('e', "е", 1)))
    }),
    line("percentuale con il suo segno", &["processi"], &["LA012"], |line, dice| {
        revalued(line, "smartabilita", |value| {
            let share = *dice.pick(&["50%", "30 %", "12,5%", "\"40%\""]);
            (value == "in parte").then(|| format!("in parte\n    percentuale: {share}"))
        })
    }),
    line("numero con le migliaia o la sua unità", &["attuazione"], &["LA012"], |line, dice| {
        let key = *dice.pick(&["dipendenti", "agili"]);
        revalued(line, key, |value| {
            Some(format!("{}{value}{}", dice.pick(&["n. ", "", "circa "]), dice.pick(&[" unità", " circa", "*"])))
        })
    }),
    line("data con l'anno di due cifre", &["attuazione", "edizione"], &["LA011"], |line, dice| {
        let (head, key, _) = field(line).filter(|(_, key, value)| *key == "data" && value.len() == 10)?;
        Some(format!("{head}{key}: {}", dice.pick(&["31/12/24", "1.1.25", "31 dicembre 24", "31-12-24"])))
    }),
    line("data in un'altra forma", &["attuazione"], &["LA011"], |line, dice| {
        revalued(line, "data", |_| {
            Some(
                (*dice.pick(&["31.12.2024", "31 dicembre 2024", "2024/12/31", "dicembre 2024", "31/13/2024"]))
                    .to_owned(),
            )
        })
    }),
    line("due punti senza spazio fra graffe", &["formazione"], &["LA007"], |line, _| {
        revalued(line, "destinatari", |value| Some(value.replacen(": X", ":X", 1)))
    }),
    line(
        "chiave in maiuscole o con lettere uguali a vedersi",
        &["processi", "smart-team", "servizi", "software"],
        &["LA007"],
        |line, dice| {
            let (head, key, value) =
                field(line).filter(|(head, key, _)| head.trim().is_empty() && key.contains('o'))?;
            let key = if dice.roll(2) == 0 { key.to_uppercase() } else { key.replacen('o', "о", 1) };
            (!value.starts_with('>')).then(|| format!("{head}{key}: {value}"))
        },
    ),
    line("identificativo con segni che non può avere", &["smart-team", "servizi"], &["LA103"], |line, dice| {
        let (head, key, value) = field(line).filter(|(_, key, value)| *key == "id" && value.contains('-'))?;
        Some(format!("{head}{key}: \"{}\"", value.replacen('-', *dice.pick(&["/", ", ", " & ", ":"]), 1)))
    }),
];

/// The identifier of a value such as `[a]` or `a`; none of a longer list and of `tutti`.
fn only(value: &str) -> Option<&str> {
    let id = value.trim_matches(['[', ']']);
    (!id.contains([',', '"']) && id != "tutti").then_some(id)
}
