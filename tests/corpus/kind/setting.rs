//! The files about the administration and the edition.

use crate::mistake::{Kind, field, revalued, slip};

/// A line more below the one with this key.
fn below(line: &str, key: &str, added: &str) -> Option<String> {
    revalued(line, key, |value| Some(format!("{value}\n{added}")))
}

pub const KINDS: &[Kind] = &[
    Kind {
        name: "indirizzo senza https o con uno spazio",
        files: &["ente"],
        rules: &["LA112"],
        change: |line, dice| {
            let key = *dice.pick(&["sito", "amministrazione_trasparente", "privacy", "note_legali"]);
            let url = *dice.pick(&["www.comune.it", "htps://comune.it", "https://comune .it", "comune.it/piao"]);
            below(line, "licenza", &format!("{key}: {url}"))
        },
    },
    Kind {
        name: "posta o telefono senza la loro forma",
        files: &["ente"],
        rules: &["LA120"],
        change: |line, dice| {
            let contact = *dice.pick(&["email: urp.comune.it", "pec: pec@", "telefono: centralino", "email: a@b@c.it"]);
            below(line, "licenza", &format!("contatti: {{ {contact} }}"))
        },
    },
    Kind {
        name: "indirizzo del sito senza la barra",
        files: &["ente"],
        rules: &["LA119"],
        change: |line, dice| {
            let url =
                *dice.pick(&["https://comune.it/piao", "https://comune.it/piao/?anno=2025", "https://comune.it/#a"]);
            below(line, "licenza", &format!("base_url: {url}"))
        },
    },
    Kind {
        name: "stemma che non c'è",
        files: &["ente"],
        rules: &["LA016"],
        change: |line, dice| {
            let file = *dice.pick(&["stemma.png", "immagini/stemma.svg", "logo.jpg"]);
            below(line, "licenza", &format!("stemma: {file}"))
        },
    },
    Kind {
        name: "genere di ente fuori elenco",
        files: &["ente"],
        rules: &["LA101"],
        change: |line, dice| {
            let kind = *dice.pick(&["parrocchia", "comunità montana", "comune e unione", "ente locale"]);
            revalued(line, "tipo", |_| Some(kind.to_owned()))
        },
    },
    Kind {
        name: "comparto di contrattazione fuori elenco",
        files: &["ente"],
        rules: &["LA101"],
        change: |line, dice| {
            let sector = *dice.pick(&["enti locali", "dirigenza", "scuola", "funzioni"]);
            revalued(line, "comparto", |_| Some(sector.to_owned()))
        },
    },
    Kind {
        name: "stato fuori elenco",
        files: &["edizione"],
        rules: &["LA101"],
        change: |line, dice| {
            let word = *dice.pick(&["definitiva", "approvato", "in corso", "vigente"]);
            below(line, "allegato", &format!("stato: {word}"))
        },
    },
    Kind {
        name: "impronta con una cifra di meno",
        files: &["edizione"],
        rules: &["LA115"],
        change: |line, dice| {
            let print = "a".repeat(*dice.pick(&[63, 65, 40, 32]));
            below(line, "allegato", &format!("documento_approvato: {{ file: allegato.pdf, sha256: \"{print}\" }}"))
        },
    },
    Kind {
        name: "prefisso comune mai usato",
        files: &["edizione"],
        rules: &["LA318"],
        change: |line, dice| {
            let prefix = *dice.pick(&["ALT", "ZZZ", "\"999\""]);
            line.strip_prefix("prefissi_comuni: {").map(|rest| format!("prefissi_comuni: {{ {prefix}: altri,{rest}"))
        },
    },
    Kind {
        name: "chiave scritta male nell'edizione",
        files: &["edizione", "ente"],
        rules: &["LA007"],
        change: |line, dice| {
            let (head, key, value) = field(line)?;
            Some(format!("{head}{}: {value}", slip(key, dice)?))
        },
    },
    Kind {
        name: "data impossibile",
        files: &["edizione", "attuazione"],
        rules: &["LA011"],
        change: |line, dice| {
            revalued(line, "data", |value| {
                Some(match dice.roll(4) {
                    0 => format!("{}31/12", &value[..8].replace(&value[5..8], "")),
                    1 => format!("{}-02-30", &value[..4]),
                    2 => format!("{}/{}/{}", &value[8..], &value[5..7], &value[..4]),
                    _ => format!("{}-13-{}", &value[..4], &value[8..]),
                })
            })
        },
    },
    Kind {
        name: "anni del piano sbagliati",
        files: &["edizione"],
        rules: &["LA405"],
        change: |line, dice| {
            revalued(line, "piano", |value| {
                Some(value.replace("2025-2027", *dice.pick(&["2024-2026", "2026-2028", "2025-2028"])))
            })
        },
    },
    Kind {
        name: "data diversa da quella dell'atto",
        files: &["edizione"],
        rules: &["LA407"],
        change: |line, _| {
            revalued(line, "data", |value| {
                Some(value.replace("-05-22", "-05-21").replace("-06-30", "-06-29").replace("-03-07", "-03-17"))
            })
        },
    },
    Kind {
        name: "edizione corrente che non c'è",
        files: &["ente"],
        rules: &["LA204"],
        change: |line, dice| {
            revalued(line, "edizione_corrente", |_| {
                Some((*dice.pick(&["2024-2026", "2025-2072", "corrente"])).to_owned())
            })
        },
    },
    Kind {
        name: "si o no scritto altrimenti",
        files: &["ente"],
        rules: &["LA101"],
        change: |line, dice| revalued(line, "pdf", |_| Some((*dice.pick(&["true", "x", "forse", "1"])).to_owned())),
    },
];

/// Those of which nothing is said where the same record has another mistake.
pub const APART: &[Kind] = &[
    Kind {
        name: "approvata senza l'atto",
        files: &["edizione"],
        rules: &["LA704"],
        change: |line, _| below(line, "allegato", "stato: approvata"),
    },
    Kind {
        name: "documento approvato che non c'è",
        files: &["edizione"],
        rules: &["LA016"],
        change: |line, dice| {
            let file = *dice.pick(&["allegato.pdf", "atti/allegato.pdf", "atti/delibera.pdf"]);
            let print = "0".repeat(64);
            below(line, "allegato", &format!("documento_approvato: {{ file: {file}, sha256: \"{print}\" }}"))
        },
    },
    Kind {
        name: "pubblicata prima di essere aggiornata",
        files: &["edizione"],
        rules: &["LA707", "LA406"],
        change: |line, dice| {
            let day = *dice.pick(&["2024-11-30", "2023-01-31"]);
            below(line, "allegato", &format!("ultimo_aggiornamento: {day}"))
        },
    },
];
