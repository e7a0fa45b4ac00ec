//! What people write.

use super::TEXTS;
use crate::mistake::{Kind, field, line, prose};

pub const KINDS: &[Kind] = &[
    line("lettera cirillica in un testo", &["processi", "software", "smart-team"], &["LA107"], |line, _| {
        prose(line, |text| text.replacen('a', "а", 1))
    }),
    line("spazio doppio", TEXTS, &["LA501"], |line, _| prose(line, |text| text.replacen(' ', "  ", 1))),
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
    line("carattere invisibile", TEXTS, &["LA506"], |line, dice| {
        prose(line, |text| {
            text.replacen(' ', &format!(" {}", dice.pick(&["\u{200b}", "\u{202e}", "\u{ad}", "\u{feff}"])), 1)
        })
    }),
    line("segnaposto", TEXTS, &["LA505"], |line, dice| {
        prose(line, |text| format!("{text} {}", dice.pick(&["XXX", "TODO", "???", "…………"])))
    }),
    line("nome di persona", TEXTS, &["LA601"], |line, dice| {
        prose(line, |text| {
            format!(
                "{text} a cura {}",
                dice.pick(&["della dott.ssa Anna Bianchi", "del dott. Mario Rossi", "del sig. Luca Verdi"])
            )
        })
    }),
    line("codice fiscale o cellulare", TEXTS, &["LA602"], |line, dice| {
        prose(line, |text| {
            format!("{text} {}", dice.pick(&["RSSMRA80A01H501U", "347 1234567", "mario.rossi@gmail.com"]))
        })
    }),
    line("tutto in maiuscolo", &["processi", "valutazione"], &["LA504"], |line, _| {
        prose(line, |text| if text.len() > 30 { text.to_uppercase() } else { text.to_owned() })
    }),
    line("punto e virgola in un elenco", &["processi"], &["LA108"], |line, _| {
        if field(line).is_some() { None } else { prose(line, |text| text.replacen(' ', "; ", 1)) }
    }),
];
