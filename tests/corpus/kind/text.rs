//! What people write.

use crate::mistake::{Kind, field, prose};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "lettera cirillica in un testo",
        files: &["processi", "software", "smart-team"],
        rules: &["LA107"],
        change: |line, _| prose(line, |text| text.replacen('a', "а", 1)),
    },
    Kind {
        name: "spazio doppio",
        files: &["processi", "software", "valutazione"],
        rules: &["LA501"],
        change: |line, _| prose(line, |text| text.replacen(' ', "  ", 1)),
    },
    Kind {
        name: "spazio prima della virgola",
        files: &["processi", "software", "valutazione"],
        rules: &["LA502"],
        change: |line, _| prose(line, |text| text.replacen(", ", " , ", 1)),
    },
    Kind {
        name: "parentesi aperta e non chiusa",
        files: &["processi", "software", "valutazione"],
        rules: &["LA503"],
        change: |line, _| {
            prose(line, |text| if text.contains('(') { text.to_owned() } else { text.replacen(' ', " (", 1) })
        },
    },
    Kind {
        name: "parola ripetuta",
        files: &["processi", "valutazione"],
        rules: &["LA507"],
        change: |line, _| {
            prose(line, |text| {
                let word = text
                    .split(' ')
                    .find(|word| word.len() > 2 && word.chars().all(char::is_lowercase))
                    .unwrap_or_default();
                if word.is_empty() {
                    text.to_owned()
                } else {
                    text.replacen(&format!(" {word}"), &format!(" {word} {word}"), 1)
                }
            })
        },
    },
    Kind {
        name: "carattere invisibile",
        files: &["processi", "software", "valutazione"],
        rules: &["LA506"],
        change: |line, dice| {
            prose(line, |text| {
                text.replacen(' ', &format!(" {}", dice.pick(&["\u{200b}", "\u{202e}", "\u{ad}", "\u{feff}"])), 1)
            })
        },
    },
    Kind {
        name: "segnaposto",
        files: &["processi", "software", "valutazione"],
        rules: &["LA505"],
        change: |line, dice| prose(line, |text| format!("{text} {}", dice.pick(&["XXX", "TODO", "???", "…………"]))),
    },
    Kind {
        name: "nome di persona",
        files: &["processi", "software", "valutazione"],
        rules: &["LA601"],
        change: |line, dice| {
            prose(line, |text| {
                format!(
                    "{text} a cura {}",
                    dice.pick(&["della dott.ssa Anna Bianchi", "del dott. Mario Rossi", "del sig. Luca Verdi"])
                )
            })
        },
    },
    Kind {
        name: "codice fiscale o cellulare",
        files: &["processi", "software", "valutazione"],
        rules: &["LA602"],
        change: |line, dice| {
            prose(line, |text| {
                format!("{text} {}", dice.pick(&["RSSMRA80A01H501U", "347 1234567", "mario.rossi@gmail.com"]))
            })
        },
    },
    Kind {
        name: "tutto in maiuscolo",
        files: &["processi", "valutazione"],
        rules: &["LA504"],
        change: |line, _| prose(line, |text| if text.len() > 30 { text.to_uppercase() } else { text.to_owned() }),
    },
    Kind {
        name: "punto e virgola in un elenco",
        files: &["processi"],
        rules: &["LA108"],
        change: |line, _| if field(line).is_some() { None } else { prose(line, |text| text.replacen(' ', "; ", 1)) },
    },
];
