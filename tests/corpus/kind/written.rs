//! How people write: placeholders, names, contacts, signs, offices and years that are no more.

use super::{EVERYWHERE, TEXTS};
use crate::change::{PARAGRAPH, PROSE};
use crate::mistake::{Kind, end, form};

pub const KINDS: &[Kind] = &[
    end(
        "segnaposto di chi scrive in fretta",
        EVERYWHERE,
        &["LA505"],
        &["xxx", "TBD", "FIXME", "DA COMPLETARE", "lorem ipsum", "il ___ giorno"],
    ),
    end(
        "numero mai scritto",
        EVERYWHERE,
        &["LA505"],
        &["entro n. giorni", "almeno n. ore", "per n. mesi", "di n. unità"],
    ),
    end(
        "nome di persona con l'iniziale",
        EVERYWHERE,
        &["LA601"],
        &["con M. Bianchi", "da A. Verdini", "per L. D'Amico", "di G. Neri"],
    ),
    end(
        "nome di persona con il titolo",
        EVERYWHERE,
        &["LA601"],
        &["dell'ing. Ferri", "con l' avv. Neri", "dal geom. Sarti", "dalla prof.ssa Gatti", "del rag. Poli"],
    ),
    end(
        "posta di una persona",
        EVERYWHERE,
        &["LA602"],
        &[
            "m.bianchi@comune.esempio.it",
            "anna.verdi@comune.esempio.it",
            "luca_neri@comune.esempio.it",
            "ufficio77@gmail.com",
        ],
    ),
    end(
        "cellulare di una persona",
        EVERYWHERE,
        &["LA602"],
        &["cell. 333 1234567", "tel. +39 347 1234567", "al 3281234567", "n. 366-1234567"],
    ),
    end("codice fiscale", EVERYWHERE, &["LA602"], &["VRDNNA75D41A944X", "c.f. BNCMRA60A01F205Z", "(NRELCU88T31H223K)"]),
    end(
        "manca lo spazio dopo la virgola",
        EVERYWHERE,
        &["LA502"],
        &["atti,pareri e altro", "prima;dopo", "uno,due,tre"],
    ),
    end("spazio dentro le parentesi", EVERYWHERE, &["LA502"], &["( anche online)", "(anche online )", "«agile »"]),
    end(
        "spazio prima del punto",
        EVERYWHERE,
        &["LA502"],
        &["e altro ; poi", "ecco ; così", "davvero ? certo", "bene . Poi"],
    ),
    form("tre spazi fra due parole", TEXTS, &["LA501"], PROSE, "{text}   e altro", &[]),
    end(
        "virgolette aperte e non chiuse",
        EVERYWHERE,
        &["LA503"],
        &["detto «agile", "[facoltativo", "detta \"smart", "(vedi sopra"],
    ),
    end(
        "parentesi chiusa e mai aperta",
        EVERYWHERE,
        &["LA503"],
        &["vedi sopra) e sotto", "facoltativo] e altro", "agile» e altro"],
    ),
    end(
        "parola ripetuta in fondo",
        EVERYWHERE,
        &["LA507"],
        &["con gli gli uffici", "per per tutti", "nella nella sede", "ogni anno anno"],
    ),
    end(
        "ufficio che non c'è",
        EVERYWHERE,
        &["LA403"],
        &[
            "del Servizio Astronomia",
            "con il Servizio Vetrerie",
            "dell'Area Foreste",
            "dello smart team Zecca",
            "del Servizio Dogane",
        ],
    ),
    end("ufficio chiamato come un tempo", EVERYWHERE, &["LA402"], &["del Servizio Entrate"]),
    form(
        "periodo ormai trascorso",
        &["content"],
        &["LA404"],
        PARAGRAPH,
        "{text} {mark}.",
        &["Lo dice il PEG 2019/2021", "Vale il DUP 2020-2022", "Il POLA 2021-2023 resta il riferimento"],
    ),
    form(
        "scadenza ormai trascorsa",
        &["content"],
        &["LA404"],
        PARAGRAPH,
        "{text} {mark}.",
        &[
            "Gli accordi si firmano entro il 28 febbraio 2023",
            "Si conclude entro il 2022",
            "La domanda va presentata entro il 1º marzo 2024",
        ],
    ),
];
