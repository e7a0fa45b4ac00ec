//! A heading as words that can be compared, whatever its letters, abbreviations and signs.

use super::likeness::is_beside;
use super::value::on_one_line;
use crate::model::{fold, latin};

/// Words that say nothing of what a column is.
const EMPTY: [&str; 41] = [
    "di", "del", "della", "dello", "dei", "degli", "delle", "al", "alla", "allo", "ai", "agli", "alle", "per", "il",
    "lo", "la", "i", "gli", "le", "l", "d", "un", "una", "nel", "nella", "ed", "da", "dal", "con", "a", "n", "nr",
    "num", "numero", "dell", "all", "nell", "su", "sul", "e",
];

/// Abbreviations of the words of headings.
const SHORT: [(&str, &str); 40] = [
    ("cod", "codice"),
    ("supp", "supporti"),
    ("cart", "cartacei"),
    ("cartac", "cartacei"),
    ("dip", "dipendenti"),
    ("gg", "giorni"),
    ("giornate", "giorni"),
    ("giorno", "giorni"),
    ("sett", "settimana"),
    ("settimanali", "settimana"),
    ("lav", "lavoratori"),
    ("proc", "processo"),
    ("processi", "processo"),
    ("serv", "servizio"),
    ("descr", "descrizione"),
    ("denom", "denominazione"),
    ("uff", "ufficio"),
    ("att", "attivita"),
    ("motiv", "motivazione"),
    ("perc", "percentuale"),
    ("percento", "percentuale"),
    ("sw", "smart working"),
    ("smartworking", "smart working"),
    ("prof", "profilo"),
    ("finalita'", "finalita"),
    ("f", "donne"),
    ("m", "uomini"),
    ("femm", "donne"),
    ("femmine", "donne"),
    ("femmina", "donne"),
    ("femminile", "donne"),
    ("donna", "donne"),
    ("masch", "uomini"),
    ("maschio", "uomini"),
    ("maschile", "uomini"),
    ("uomo", "uomini"),
    ("maschi", "uomini"),
    ("progr", "progressivo"),
    ("resp", "responsabile"),
    ("uo", "u o"),
];

/// Headings that say nothing more than the one above them.
const GENERIC: [&str; 10] =
    ["esito", "valore", "si no", "risposta", "indicazione", "presenza", "scelta", "descrizione", "testo", "dato"];

/// A heading in words: without accents, homoglyphs, abbreviations, articles and numbers.
pub(super) fn words(heading: &str) -> String {
    let latin = spelled_out(&latin(heading));
    let lower = latin.replace('%', " percentuale ").replace("d.o.", "").to_lowercase();
    let folded = fold(&lower);
    let tokens: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    match tokens.as_slice() {
        ["l", "a"] | ["la"] => return "lavoro agile".to_owned(),
        ["s", "t"] | ["st"] => return "smart team".to_owned(),
        ["u", "o"] | ["uo"] => return "unita organizzativa".to_owned(),
        // Alone they are offices; beside other words `sett` is a week.
        ["sett"] => return "settore".to_owned(),
        ["dir"] => return "direzione".to_owned(),
        _ => {}
    }
    let word = |word: &&str| {
        let long = SHORT.iter().find(|(short, _)| short == word);
        long.map_or_else(|| (*word).to_owned(), |(_, long)| (*long).to_owned())
    };
    let said = |word: &&&str| !EMPTY.contains(word) && !word.bytes().all(|byte| byte.is_ascii_digit());
    tokens.iter().filter(said).map(word).collect::<Vec<_>>().join(" ")
}

/// A heading in which `L.A.`, and `LA` where it is no article, are written as what they stand for.
fn spelled_out(heading: &str) -> String {
    const MEANT: &str = " lavoro agile ";
    let heading = heading.replace("L.A.", MEANT).replace("L. A.", MEANT).replace("l.a.", MEANT);
    let pieces: Vec<&str> = heading.split_inclusive(|c: char| !c.is_alphanumeric()).collect();
    let word = |piece: &str| piece.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let last = pieces.iter().rposition(|piece| !word(piece).is_empty());
    let has_small = heading.contains(char::is_lowercase);
    let is_meant = |at: usize| word(pieces[at]) == "LA" && (has_small || Some(at) == last) && at > 0;
    let mut text = String::with_capacity(heading.len());
    for (at, piece) in pieces.iter().enumerate() {
        if is_meant(at) {
            text.push_str(MEANT);
            text.push_str(&piece["LA".len()..]);
        } else {
            text.push_str(piece);
        }
    }
    text
}

/// The ways in which a heading may be meant, the fullest first; `storeys` are its parts from the top.
pub(super) fn variants(storeys: &[String]) -> Vec<String> {
    // A row of numbers under the headings, `(1)`, `(2)`, says nothing.
    let telling: Vec<String> = storeys.iter().filter(|storey| !is_numbering(storey)).cloned().collect();
    if !telling.is_empty() && telling.len() < storeys.len() {
        return variants(&telling);
    }
    let joined = storeys.join(" ");
    // `Lavoro agile / Esito` is the first, `Lavoro agile / Motivazione` the second.
    let last = storeys.last().map(|storey| words(storey)).unwrap_or_default();
    if storeys.len() > 1 && GENERIC.contains(&last.as_str()) {
        return variants(&storeys[..storeys.len() - 1]);
    }
    let mut found = vec![words(&joined), words(&outside_brackets(&joined))];
    if storeys.len() > 1 {
        found.extend(storeys.iter().rev().flat_map(|storey| [words(storey), words(&outside_brackets(storey))]));
    }
    found.extend(storeys.iter().rev().flat_map(|storey| alternatives(storey)));
    found.retain(|words| !words.is_empty());
    let mut seen: Vec<String> = Vec::new();
    for variant in found {
        if !seen.contains(&variant) {
            seen.push(variant);
        }
    }
    seen
}

/// Whether a part of a heading only numbers its column.
pub(super) fn is_numbering(storey: &str) -> bool {
    storey.bytes().any(|byte| byte.is_ascii_digit())
        && storey.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "()[].-/".contains(c))
}

/// The ways in which a heading says the same twice, in two languages or in two words: `Servizio / Dienststelle`. Where one of them is about
/// something else than what a column holds, as `Data / Firma`, it is one heading.
fn alternatives(storey: &str) -> Vec<String> {
    let parts: Vec<String> = storey.split(['/', '|', '\n']).map(words).filter(|words| !words.is_empty()).collect();
    let is_apart = storey.contains(" / ") || storey.contains(" | ") || storey.contains('\n');
    if !is_apart || parts.len() < 2 || parts.iter().any(|part| is_beside(part)) {
        return Vec::new();
    }
    parts
}

/// The storeys of a heading as people read them: `Personale / Uomini`.
pub(super) fn shown(storeys: &[String]) -> String {
    let storeys: Vec<String> = storeys.iter().map(|storey| on_one_line(storey)).collect();
    storeys.join(" / ")
}

/// A text without what stands in brackets.
pub(super) fn outside_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = |c: &char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(kept).collect()
}
