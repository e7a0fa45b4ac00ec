//! The files about the administration and the edition.

use crate::mistake::{Kind, field, line, revalued, slip};

/// A line more below the one with this key.
fn below(line: &str, key: &str, added: &str) -> Option<String> {
    revalued(line, key, |value| Some(format!("{value}\n{added}")))
}

pub const KINDS: &[Kind] = &[
    line("indirizzo senza https o con uno spazio", &["ente"], &["LA112"], |line, dice| {
        let key = *dice.pick(&["sito", "amministrazione_trasparente", "privacy", "note_legali"]);
        let url = *dice.pick(&["www.comune.it", "htps://comune.it", "https://comune .it", "comune.it/piao"]);
        below(line, "licenza", &format!("{key}: {url}"))
    }),
    line("posta o telefono senza la loro forma", &["ente"], &["LA120"], |line, dice| {
        let contact = *dice.pick(&["email: urp.comune.it", "pec: pec@", "telefono: centralino", "email: a@b@c.it"]);
        below(line, "licenza", &format!("contatti: {{ {contact} }}"))
    }),
    line("indirizzo del sito senza la barra", &["ente"], &["LA119", "LA112"], |line, dice| {
        let url = *dice.pick(&["https://comune.it/piao", "https://comune.it/piao/?anno=2025", "https://comune.it/#a"]);
        below(line, "licenza", &format!("base_url: {url}"))
    }),
    line("stemma che non c'è", &["ente"], &["LA016"], |line, dice| {
        let file = *dice.pick(&["stemma.png", "immagini/stemma.svg", "logo.jpg"]);
        below(line, "licenza", &format!("stemma: {file}"))
    }),
    line("genere di ente fuori elenco", &["ente"], &["LA101"], |line, dice| {
        let kind = *dice.pick(&["parrocchia", "comunità montana", "comune e unione", "ente locale"]);
        revalued(line, "tipo", |_| Some(kind.to_owned()))
    }),
    line("comparto di contrattazione fuori elenco", &["ente"], &["LA101"], |line, dice| {
        let sector = *dice.pick(&["enti locali", "dirigenza", "scuola", "funzioni"]);
        revalued(line, "comparto", |_| Some(sector.to_owned()))
    }),
    line("stato fuori elenco", &["edizione"], &["LA101"], |line, dice| {
        let word = *dice.pick(&["definitiva", "approvato", "in corso", "vigente"]);
        below(line, "allegato", &format!("stato: {word}"))
    }),
    line("impronta con una cifra di meno", &["edizione"], &["LA115"], |line, dice| {
        let print = "a".repeat(*dice.pick(&[63, 65, 40, 32]));
        below(line, "allegato", &format!("documento_approvato: {{ file: allegato.pdf, sha256: \"{print}\" }}"))
    }),
    line("prefisso comune mai usato", &["edizione"], &["LA318"], |line, dice| {
        let prefix = *dice.pick(&["ALT", "ZZZ", "\"999\""]);
        line.strip_prefix("prefissi_comuni: {").map(|rest| format!("prefissi_comuni: {{ {prefix}: altri,{rest}"))
    }),
    line("chiave scritta male nell'edizione", &["edizione", "ente"], &["LA007"], |line, dice| {
        let (head, key, value) = field(line)?;
        Some(format!("{head}{}: {value}", slip(key, dice)?))
    }),
    line("data impossibile", &["edizione", "attuazione"], &["LA011"], |line, dice| {
        revalued(line, "data", |value| {
            Some(match dice.roll(4) {
                0 => format!("{}31/12", &value[..8].replace(&value[5..8], "")),
                1 => format!("{}-02-30", &value[..4]),
                2 => format!("{}/{}/{}", &value[8..], &value[5..7], &value[..4]),
                _ => format!("{}-13-{}", &value[..4], &value[8..]),
            })
        })
    }),
    line("anni del piano sbagliati", &["edizione"], &["LA405"], |line, dice| {
        revalued(line, "piano", |value| {
            Some(value.replace("2025-2027", *dice.pick(&["2024-2026", "2026-2028", "2025-2028"])))
        })
    }),
    line("data diversa da quella dell'atto", &["edizione"], &["LA407"], |line, _| {
        revalued(line, "data", |value| {
            Some(value.replace("-05-22", "-05-21").replace("-06-30", "-06-29").replace("-03-07", "-03-17"))
        })
    }),
    line("edizione corrente che non c'è", &["ente"], &["LA204"], |line, dice| {
        revalued(line, "edizione_corrente", |_| Some((*dice.pick(&["2024-2026", "2025-2072", "corrente"])).to_owned()))
    }),
    line("si o no scritto altrimenti", &["ente"], &["LA101"], |line, dice| {
        revalued(line, "pdf", |_| Some((*dice.pick(&["true", "x", "forse", "1"])).to_owned()))
    }),
];

/// Those of which nothing is said where the same record has another mistake.
pub const APART: &[Kind] = &[
    line("approvata senza l'atto", &["edizione"], &["LA704"], |line, _| below(line, "allegato", "stato: approvata")),
    line("documento approvato che non c'è", &["edizione"], &["LA016"], |line, dice| {
        let file = *dice.pick(&["allegato.pdf", "atti/allegato.pdf", "atti/delibera.pdf"]);
        let print = "0".repeat(64);
        below(line, "allegato", &format!("documento_approvato: {{ file: {file}, sha256: \"{print}\" }}"))
    }),
    line("pubblicata prima di essere aggiornata", &["edizione"], &["LA707", "LA406"], |line, dice| {
        let day = *dice.pick(&["2024-11-30", "2023-01-31"]);
        below(line, "allegato", &format!("ultimo_aggiornamento: {day}"))
    }),
];
