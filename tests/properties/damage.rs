//! Small damages that people and programs do to a text, chosen by a seeded generator.

use crate::dice::Dice;
use crate::slips::Damage;
use std::ops::Range;

/// The damages to single words that leave what is meant plain.
pub const SPELLINGS: &[Damage] = &[
    ("maiuscole", |word, _| word.to_uppercase()),
    ("iniziale maiuscola", |word, _| word[..1].to_uppercase() + &word[1..]),
    ("minuscole", |word, _| word.to_lowercase()),
    ("accento", |word, _| word.replacen('a', "à", 1).replacen('i', "ì", 1).replacen('e', "è", 1)),
    ("spazi ai trattini", |word, _| word.replace('-', " - ")),
    ("lettera uguale a vedersi", |word, _| {
        word.replacen('a', "а", 1).replacen('C', "С", 1).replacen('B', "В", 1).replacen('o', "о", 1)
    }),
];

/// The damages that add something to a word, or hide something in it: what was written must not be lost with them.
pub const ADDITIONS: &[Damage] = &[
    ("un segno accanto", |word, dice| {
        format!("{word}{}", dice.pick(&["*", "²", "?", "°", " (1)", "†", "!", ".", "%"]))
    }),
    ("due parole in una", |word, dice| {
        format!(
            "{word}{}{}",
            dice.pick(&[", ", "; ", " ", "/", " e ", ","]),
            dice.pick(&["segreteria", "tributi", "altro"])
        )
    }),
    ("un'altra lettera in fondo", |word, dice| format!("{word}{}", dice.pick(&["-b", "-2", "a", "s", "1", " bis"]))),
    ("mezza lettera", |word, dice| {
        let half = *dice.pick(&["Ã\u{a0}", "Ã\u{ad}", "Ã ", "Ã", "Ã¨", "â€™", "Ã\u{88}"]);
        format!("{word}{half}{}", dice.pick(&["", " ", "x"]))
    }),
    ("spazio o lineetta", |word, dice| {
        let instead = dice.pick(&['–', '\u{a0}', ' ', '_', '\u{2011}', '.']);
        word.replace('-', &instead.to_string())
    }),
    ("accento staccato", |word, _| word.replacen('e', "e\u{300}", 1).replacen('a', "a\u{300}", 1)),
    ("carattere nascosto", |word, dice| {
        let at = dice.roll(word.len() + 1);
        format!(
            "{}{}{}",
            &word[..at],
            dice.pick(&["\u{200b}", "\u{ad}", "\u{feff}", "\u{202e}", "\u{b}", "\u{92}"]),
            &word[at..]
        )
    }),
    ("virgolette o parentesi", |word, dice| {
        let (open, close) = *dice.pick(&[("“", "”"), ("(", ")"), ("[", "]"), ("{", ":O}"), ("‘", "’"), ("«", "»")]);
        format!("{open}{word}{close}")
    }),
    ("giorno scritto in un altro modo", |word, dice| {
        let parts: Vec<&str> = word.split('-').collect();
        match parts.as_slice() {
            [year, month, day] if year.len() == 4 => match dice.roll(4) {
                0 => format!("{day}/{month}/{year}"),
                1 => format!("{day}/{month}/{}", &year[2..]),
                2 => format!("{day}.{month}.{year}"),
                _ => format!("{year}/{month}/{day}"),
            },
            _ => format!("{word}/24"),
        }
    }),
];

/// Damages one word of a text (a key, an identifier, a code or any other); says which damage it was.
pub fn damage_word(text: &str, dice: &mut Dice, damages: &[Damage]) -> Option<(String, &'static str)> {
    let words = words(text);
    let word = (!words.is_empty()).then(|| dice.pick(&words).clone())?;
    let (name, damage) = dice.pick(damages);
    let damaged = damage(&text[word.clone()], dice);
    let changed = format!("{}{damaged}{}", &text[..word.start], &text[word.end..]);
    (changed != text).then_some((changed, name))
}

/// Damages the text anywhere: what is left may be no YAML at all.
pub fn damage_text(text: &str, dice: &mut Dice) -> String {
    let at = text.floor_char_boundary(dice.roll(text.len() + 1));
    let to = text.ceil_char_boundary((at + 1 + dice.roll(40)).min(text.len()));
    let (before, piece, after) = (&text[..at], &text[at..to], &text[to..]);
    match dice.roll(8) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{piece}{piece}{after}"),
        2 => format!("{before}{}{after}", piece.replace('\n', " ")),
        3 => before.to_owned(),
        4 => format!(
            "{before}{}{piece}{after}",
            dice.pick(&[
                "\t", "\"", "'", "[", "}", ": ", "\n", "- ", "#", "*a", "&a ", "|\n", "\u{0}", "\u{feff}", "{{", "%",
                "!!x ", "---\n", "?"
            ])
        ),
        5 => text.replace('\n', "\r\n"),
        6 => text.replace('\n', "\r"),
        _ => format!("\u{feff}{before}{}{after}", piece.to_uppercase()),
    }
}

/// The words of a text, comments left out: letters, digits, hyphens and underscores.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let written = if line.trim_start().starts_with('#') { "" } else { line };
        let mut start = None;
        for (at, c) in written.char_indices().chain([(written.len(), ' ')]) {
            let inside = c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            match (inside, start) {
                (true, None) if c != '-' => start = Some(at),
                (false, Some(from)) => {
                    words.push(offset + from..offset + at);
                    start = None;
                }
                _ => {}
            }
        }
        offset += line.len();
    }
    words
}
