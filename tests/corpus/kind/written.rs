//! How people write: placeholders, names, contacts, signs, offices and years that are no more.

use super::copied::{appended, one_of};
use crate::mistake::{Kind, paragraph, prose};

const EVERYWHERE: &[&str] = &["processi", "software", "valutazione", "content"];
const TABLES: &[&str] = &["processi", "software", "valutazione"];

pub const KINDS: &[Kind] = &[
    Kind {
        name: "segnaposto di chi scrive in fretta",
        files: EVERYWHERE,
        rules: &["LA505"],
        change: |line, dice| {
            one_of(line, dice, &["xxx", "TBD", "FIXME", "DA COMPLETARE", "lorem ipsum", "il ___ giorno"])
        },
    },
    Kind {
        name: "numero mai scritto",
        files: EVERYWHERE,
        rules: &["LA505"],
        change: |line, dice| one_of(line, dice, &["entro n. giorni", "almeno n. ore", "per n. mesi", "di n. unità"]),
    },
    Kind {
        name: "nome di persona con l'iniziale",
        files: EVERYWHERE,
        rules: &["LA601"],
        change: |line, dice| one_of(line, dice, &["con M. Bianchi", "da A. Verdini", "per L. D'Amico", "di G. Neri"]),
    },
    Kind {
        name: "nome di persona con il titolo",
        files: EVERYWHERE,
        rules: &["LA601"],
        change: |line, dice| {
            one_of(
                line,
                dice,
                &["dell'ing. Ferri", "con l' avv. Neri", "dal geom. Sarti", "dalla prof.ssa Gatti", "del rag. Poli"],
            )
        },
    },
    Kind {
        name: "posta di una persona",
        files: EVERYWHERE,
        rules: &["LA602"],
        change: |line, dice| {
            one_of(
                line,
                dice,
                &[
                    "m.bianchi@comune.esempio.it",
                    "anna.verdi@comune.esempio.it",
                    "luca_neri@comune.esempio.it",
                    "ufficio77@gmail.com",
                ],
            )
        },
    },
    Kind {
        name: "cellulare di una persona",
        files: EVERYWHERE,
        rules: &["LA602"],
        change: |line, dice| {
            one_of(line, dice, &["cell. 333 1234567", "tel. +39 347 1234567", "al 3281234567", "n. 366-1234567"])
        },
    },
    Kind {
        name: "codice fiscale",
        files: EVERYWHERE,
        rules: &["LA602"],
        change: |line, dice| one_of(line, dice, &["VRDNNA75D41A944X", "c.f. BNCMRA60A01F205Z", "(NRELCU88T31H223K)"]),
    },
    Kind {
        name: "manca lo spazio dopo la virgola",
        files: EVERYWHERE,
        rules: &["LA502"],
        change: |line, dice| one_of(line, dice, &["atti,pareri e altro", "prima;dopo", "uno,due,tre"]),
    },
    Kind {
        name: "spazio dentro le parentesi",
        files: EVERYWHERE,
        rules: &["LA502"],
        change: |line, dice| one_of(line, dice, &["( anche online)", "(anche online )", "«agile »"]),
    },
    Kind {
        name: "spazio prima del punto",
        files: EVERYWHERE,
        rules: &["LA502"],
        change: |line, dice| one_of(line, dice, &["e altro ; poi", "ecco ; così", "davvero ? certo", "bene . Poi"]),
    },
    Kind {
        name: "tre spazi fra due parole",
        files: TABLES,
        rules: &["LA501"],
        change: |line, _| prose(line, |text| format!("{text}   e altro")),
    },
    Kind {
        name: "virgolette aperte e non chiuse",
        files: EVERYWHERE,
        rules: &["LA503"],
        change: |line, dice| one_of(line, dice, &["detto «agile", "[facoltativo", "detta \"smart", "(vedi sopra"]),
    },
    Kind {
        name: "parentesi chiusa e mai aperta",
        files: EVERYWHERE,
        rules: &["LA503"],
        change: |line, dice| one_of(line, dice, &["vedi sopra) e sotto", "facoltativo] e altro", "agile» e altro"]),
    },
    Kind {
        name: "parola ripetuta in fondo",
        files: EVERYWHERE,
        rules: &["LA507"],
        change: |line, dice| {
            one_of(line, dice, &["con gli gli uffici", "per per tutti", "nella nella sede", "ogni anno anno"])
        },
    },
    Kind {
        name: "ufficio che non c'è",
        files: EVERYWHERE,
        rules: &["LA403"],
        change: |line, dice| {
            one_of(
                line,
                dice,
                &[
                    "del Servizio Astronomia",
                    "con il Servizio Vetrerie",
                    "dell'Area Foreste",
                    "dello smart team Zecca",
                    "del Servizio Dogane",
                ],
            )
        },
    },
    Kind {
        name: "ufficio chiamato come un tempo",
        files: EVERYWHERE,
        rules: &["LA402"],
        change: |line, _| appended(line, "del Servizio Entrate"),
    },
    Kind {
        name: "periodo ormai trascorso",
        files: &["content"],
        rules: &["LA404"],
        change: |line, dice| {
            let period = *dice.pick(&[
                "Lo dice il PEG 2019/2021",
                "Vale il DUP 2020-2022",
                "Il POLA 2021-2023 resta il riferimento",
            ]);
            paragraph(line, |text| format!("{text} {period}."))
        },
    },
    Kind {
        name: "scadenza ormai trascorsa",
        files: &["content"],
        rules: &["LA404"],
        change: |line, dice| {
            let deadline = *dice.pick(&[
                "Gli accordi si firmano entro il 28 febbraio 2023",
                "Si conclude entro il 2022",
                "La domanda va presentata entro il 1º marzo 2024",
            ]);
            paragraph(line, |text| format!("{text} {deadline}."))
        },
    },
];
