//! What people write.

use super::TEXTS;
use crate::change::{GAP, PROSE};
use crate::mistake::{Kind, field, form, line, prose};

pub const KINDS: &[Kind] = &[
    line("lettera cirillica in un testo", &["processi", "software", "smart-team"], &["LA107"], |line, _| {
        prose(line, |text| text.replacen('a', "а", 1))
    }),
    form("spazio doppio", TEXTS, &["LA501"], GAP, "  ", &[]),
    line("spazio prima della virgola", TEXTS, &["LA502"], |line, _| prose(line, |text| text.replacen(", ", " , ", 1))),
    line("parentesi aperta e non chiusa", TEXTS, &["LA503"], |line, _| {
        prose(line, |text| if text.contains('(') { text.to_owned() } else { text.replacen(' ', " (", 1) })
    }),
    line("parola ripetuta", &["processi", "valutazione"], &["LA507"], |line, _| {
        prose(line, |text| {
            let word =
                text.split(' ').find(|word| word.len() > 2 && word.chars().all(char::is_lowercase)).unwrap_or_default();
            if word.is_empty() {
                text.to_owned()
            } else {
                text.replacen(&format!(" {word}"), &format!(" {word} {word}"), 1)
            }
        })
    }),
    form("carattere invisibile", TEXTS, &["LA506"], GAP, " {mark}", &["\u{200b}", "\u{202e}", "\u{ad}", "\u{feff}"]),
    form("segnaposto", TEXTS, &["LA505"], PROSE, "{text} {mark}", &["XXX", "TODO", "???", "…………"]),
    form(
        "nome di persona",
        TEXTS,
        &["LA601"],
        PROSE,
        "{text} a cura {mark}",
        &["della dott.ssa Anna Bianchi", "del dott. Mario Rossi", "del sig. Luca Verdi"],
    ),
    form(
        "codice fiscale o cellulare",
        TEXTS,
        &["LA602"],
        PROSE,
        "{text} {mark}",
        &["RSSMRA80A01H501U", "347 1234567", "mario.rossi@gmail.com"],
    ),
    line("tutto in maiuscolo", &["processi", "valutazione"], &["LA504"], |line, _| {
        prose(line, |text| if text.len() > 30 { text.to_uppercase() } else { text.to_owned() })
    }),
    line("punto e virgola in un elenco", &["processi"], &["LA108"], |line, _| {
        if field(line).is_some() { None } else { prose(line, |text| text.replacen(' ', "; ", 1)) }
    }),
];
