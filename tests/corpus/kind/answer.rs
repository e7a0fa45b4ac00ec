//! Values as an office writes them, which the table does not know, or which could mean two things.

use crate::mistake::{Kind, line, revalued};

/// Teams as somebody would put them one after the other.
const TEAMS: [&str; 3] = ["servizio-tributi", "servizi-finanziari", "mobilita"];

/// A scope that names one team between brackets, written otherwise.
fn scope(line: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    revalued(line, "smart_team", |value| {
        let id = value.strip_prefix('[')?.strip_suffix(']').filter(|id| !id.contains(','))?;
        change(id)
    })
}

pub const KINDS: &[Kind] = &[
    line("risposta con un richiamo", &["processi"], &["LA101"], |line, dice| {
        let mark = *dice.pick(&["*", " (1)", "**", "¹", " [1]"]);
        revalued(line, "smartabilita", |value| Some(format!("{value}{mark}")))
    }),
    line("risposta con una crocetta", &["processi"], &["LA101"], |line, dice| {
        revalued(line, "smartabilita", |_| Some((*dice.pick(&["X", "x", "v", "✓", "☒"])).to_owned()))
    }),
    line("risposta in inglese", &["processi"], &["LA101"], |line, dice| {
        let key = *dice.pick(&["smartabilita", "supporti_cartacei"]);
        revalued(line, key, |_| Some((*dice.pick(&["on", "yes", "true", "y", "off", "false"])).to_owned()))
    }),
    line("grado dello smart team al posto della risposta", &["processi"], &["LA101"], |line, dice| {
        revalued(line, "smartabilita", |_| {
            let word = *dice.pick(&["parzialmente smartabile", "PARZIALMENTE", "smartabile", "parziale"]);
            Some(word.to_owned())
        })
    }),
    line("rischio con due gradi o con la lettera", &["processi"], &["LA101"], |line, dice| {
        revalued(line, "rischio", |_| {
            Some((*dice.pick(&["medio-alto", "basso/medio", "M", "bassissimo", "nullo", "R. medio"])).to_owned())
        })
    }),
    line("trattino al posto di un valore", &["processi"], &["LA101", "LA001"], |line, dice| {
        let key = *dice.pick(&["rischio", "smartabilita"]);
        revalued(line, key, |_| Some((*dice.pick(&["\"-\"", "//", "n.d.", "?"])).to_owned()))
    }),
    line("due smart team senza parentesi", &["processi"], &["LA201", "LA006"], |line, dice| {
        let other = *dice.pick(&TEAMS);
        scope(line, |id| (id != other).then(|| format!("{id}, {other}")))
    }),
    line("due smart team con il punto e virgola", &["processi"], &["LA201", "LA006"], |line, dice| {
        let (other, listed) = (*dice.pick(&TEAMS), dice.roll(2) == 0);
        scope(line, |id| {
            (id != other).then(|| if listed { format!("[{id}; {other}]") } else { format!("{id}; {other}") })
        })
    }),
    line("due smart team con una congiunzione o una barra", &["processi"], &["LA201"], |line, dice| {
        let (other, between) = (*dice.pick(&TEAMS), *dice.pick(&[" e ", " / ", " + ", " & "]));
        scope(line, |id| (id != other).then(|| format!("{id}{between}{other}")))
    }),
    line("elenco fra parentesi tonde", &["processi"], &["LA201", "LA102"], |line, _| {
        scope(line, |id| Some(format!("({id})")))
    }),
    line("smart team chiamato per nome", &["processi"], &["LA201", "LA102"], |line, dice| {
        let name = *dice.pick(&[
            "Avvocatura Civica – Casalecchio di Reno",
            "Servizio Lavori pubblici - Mobilità",
            "Nidi d'Infanzia",
            "Servizio SUE SUAP - Urbanistica",
        ]);
        scope(line, |_| Some(format!("\"{name}\"")))
    }),
    line("servizio al posto dello smart team", &["processi"], &["LA201"], |line, dice| {
        let id = *dice.pick(&[
            "servizi-educativi-scolastici-e-sociali",
            "nuove-opere-e-patrimonio",
            "servizi-demografici-sportello-polifunzionale",
        ]);
        scope(line, |_| Some(format!("[{id}]")))
    }),
    line("area al posto del servizio", &["smart-team"], &["LA202"], |line, dice| {
        let area = *dice.pick(&["risorse", "servizi-al-territorio", "segretario-generale"]);
        revalued(line, "servizio", |_| Some(area.to_owned()))
    }),
    line("data con l'anno di due cifre", &["edizione", "attuazione"], &["LA011"], |line, dice| {
        let mark = *dice.pick(&["/", ".", "-"]);
        revalued(line, "data", |day| {
            Some(format!("{}{mark}{}{mark}{}", day.get(8..10)?, day.get(5..7)?, day.get(2..4)?))
        })
    }),
    line("data scritta a parole", &["edizione", "attuazione"], &["LA011"], |line, dice| {
        let month = *dice.pick(&["dicembre", "dic.", "marzo"]);
        revalued(line, "data", |day| Some(format!("{} {month} {}", day.get(8..10)?, day.get(..4)?)))
    }),
    line("percentuale con il segno o con le parole", &["processi"], &["LA012"], |line, dice| {
        let value = *dice.pick(&["50%", "circa 50", "40-60", "metà", "50 per cento", "0.5%"]);
        revalued(line, "smartabilita", |answer| {
            (answer == "in parte").then(|| format!("in parte\n    percentuale: {value}"))
        })
    }),
    line("numero con un segno o con una lettera", &["attuazione"], &["LA012"], |line, dice| {
        let (key, how) = (*dice.pick(&["agili", "dipendenti"]), dice.roll(4));
        revalued(line, key, |value| {
            Some(match how {
                0 => format!("{value}*"),
                1 => format!("{value}O"),
                2 => format!("{value} (di cui 1 part time)"),
                _ => format!("{value}+1"),
            })
        })
    }),
    line("giorni da un numero più grande a uno più piccolo", &["attuazione"], &["LA113"], |line, dice| {
        let range = *dice.pick(&["\"1-0,5\"", "\"2-1\"", "\"1-1\""]);
        revalued(line, "giorni_settimana", |value| (value == "1").then(|| range.to_owned()))
    }),
    line("giorni scritti con una barra o con una parola", &["attuazione"], &["LA012"], |line, dice| {
        let days = *dice.pick(&["1/2", "1 o 2", "max 1", "1 gg", "un giorno"]);
        revalued(line, "giorni_settimana", |value| (value == "1").then(|| days.to_owned()))
    }),
    line("codice con i trattini lunghi o con i punti", &["processi"], &["LA102", "LA106"], |line, dice| {
        let mark = *dice.pick(&["–", ".", "_", "—"]);
        revalued(line, "codice", |value| Some(value.replace('-', mark)))
    }),
    line("codice con la lettera O al posto dello zero", &["processi"], &["LA106", "LA302"], |line, _| {
        revalued(line, "codice", |value| Some(value.replacen('0', "O", 1)))
    }),
    line("codice con la lettera minuscola", &["processi"], &["LA102"], |line, _| {
        revalued(line, "codice", |value| Some(value.to_lowercase()))
    }),
    line("limite che non è un numero", &["edizione"], &["LA012"], |line, dice| {
        let number = *dice.pick(&["uno", "-1", "1 al massimo"]);
        line.contains("giorni_settimana_max: 1").then(|| line.replacen("max: 1", &format!("max: {number}"), 1))
    }),
];
