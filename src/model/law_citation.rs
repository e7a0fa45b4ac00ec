//! Laws of the State as texts cite them, and their addresses in Normattiva, the public collection of the laws in force.

use super::{Date, fold};
use std::ops::Range;

/// Where Normattiva shows what a name of the kind `urn:nir` names.
const NORMATTIVA: &str = "https://www.normattiva.it/uri-res/N2Ls?";

/// A law that a text cites by kind, day and number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawCitation {
    /// The bytes of the text that cite it.
    pub range: Range<usize>,
    /// Its address.
    pub address: String,
}

/// The kinds of act that the State alone makes, as texts write them (folded), and as Normattiva names them; the longer ones first.
const KINDS: &[(&[&str], &str)] = &[
    (&["decreto", "del", "presidente", "della", "repubblica"], "decreto.del.presidente.della.repubblica"),
    (&["d", "p", "r"], "decreto.del.presidente.della.repubblica"),
    (&["dpr"], "decreto.del.presidente.della.repubblica"),
    (&["legge", "costituzionale"], "legge.costituzionale"),
    (&["decreto", "legislativo"], "decreto.legislativo"),
    (&["decreto", "legge"], "decreto.legge"),
    (&["regio", "decreto"], "regio.decreto"),
    (&["d", "lgs"], "decreto.legislativo"),
    (&["dlgs"], "decreto.legislativo"),
    (&["d", "l"], "decreto.legge"),
    (&["r", "d"], "regio.decreto"),
    (&["legge"], "legge"),
    (&["l"], "legge"),
];

/// A word or a number of a text.
#[derive(Clone, Debug)]
struct Word {
    range: Range<usize>,
    folded: String,
}

/// The laws that a text cites in full, with kind, day and number; what leaves any doubt is left out.
pub fn law_citations(text: &str) -> Vec<LawCitation> {
    let words = words(text);
    let mut citations: Vec<LawCitation> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match cited(text, &words, at) {
            Some((end, kind, date, number)) => {
                citations.push(LawCitation {
                    range: words[at].range.start..words[end].range.end,
                    address: address(kind, date, number),
                });
                at = end + 1;
            }
            None => at += 1,
        }
    }
    citations
}

/// The address of the law that an act is, where its words and its day leave no doubt: `Legge n. 81/2017` of 22 May 2017.
pub fn law_address(act: &str, date: Option<Date>) -> Option<String> {
    if let Some(citation) = law_citations(act).into_iter().find(|citation| citation.range.start == 0) {
        return Some(citation.address);
    }
    let words = words(act);
    let (after, kind) = kind(act, &words, 0)?;
    let (end, number) = number(&words, after)?;
    let year: i16 = words.get(end + 1)?.folded.parse().ok()?;
    let slash = act.get(words[end].range.end..words[end + 1].range.start)?.trim() == "/";
    let date = date.filter(|date| slash && date.year() == year)?;
    Some(address(kind, date, number))
}

fn address(kind: &str, date: Date, number: u32) -> String {
    format!("{NORMATTIVA}urn:nir:stato:{kind}:{};{number}", date.iso())
}

/// The law cited from a word on: the last word of it, its kind, day and number.
fn cited(text: &str, words: &[Word], at: usize) -> Option<(usize, &'static str, Date, u32)> {
    let (after, kind) = kind(text, words, at)?;
    let after = skip(words, after, &["del", "dell", "di"]);
    if let Some((end, day)) = day(text, words, after) {
        let (end, number) = number(words, end + 1)?;
        let whole = !follows_slash(text, words, end);
        return whole.then_some((end, kind, day, number));
    }
    let (end, number) = number(words, after)?;
    let from = skip(words, end + 1, &["del", "dell"]);
    let (end, day) = day(text, words, from).filter(|_| from > end + 1)?;
    Some((end, kind, day, number))
}

/// The kind of act that begins at a word, and the word after it; a kind within a longer name is none.
fn kind(text: &str, words: &[Word], at: usize) -> Option<(usize, &'static str)> {
    let same = |wanted: &[&str]| {
        let here = words.get(at..at + wanted.len());
        here.is_some_and(|here| here.iter().zip(wanted).all(|(word, wanted)| word.folded == *wanted))
    };
    let (wanted, kind) = KINDS.iter().find(|(wanted, _)| same(wanted))?;
    let end = at + wanted.len();
    // `decreto-legge` alone is joined; letters have full stops between them.
    let near = words[at..end].windows(2).all(|pair| {
        let gap = text[pair[0].range.end..pair[1].range.start].trim();
        matches!(gap, "" | "." | "-")
    });
    let is_part = text[..words[at].range.start].ends_with(['-', '.', '/']);
    // A single letter is the short form of a law only with its full stop.
    let short = wanted[wanted.len() - 1].len() == 1 && !text[words[end - 1].range.end..].starts_with('.');
    (near && !is_part && !short).then_some((end, *kind))
}

fn skip(words: &[Word], at: usize, passed: &[&str]) -> usize {
    if words.get(at).is_some_and(|word| passed.contains(&word.folded.as_str())) { at + 1 } else { at }
}

/// The day that stands at a word, and its last word.
fn day(text: &str, words: &[Word], at: usize) -> Option<(usize, Date)> {
    let three = words.get(at..at + 3)?;
    let written = &text[three[0].range.start..three[2].range.end];
    let day = Date::parse_italian(&written.replace('\u{a0}', " "))?;
    Some((at + 2, day))
}

/// The number of an act at a word, after `n.` where it has it, and its word.
fn number(words: &[Word], at: usize) -> Option<(usize, u32)> {
    let at = skip(words, at, &["n", "nr", "num", "numero"]);
    let number: u32 = words.get(at)?.folded.parse().ok()?;
    (1..=9999).contains(&number).then_some((at, number))
}

/// Whether a number goes on after a slash: what follows is then no part of a day that was read.
fn follows_slash(text: &str, words: &[Word], at: usize) -> bool {
    text[words[at].range.end..].starts_with('/')
}

/// The words and numbers of a text.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphanumeric() || matches!(c, 'º' | '°')) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { range: from..at, folded: fold(&text[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        let citations = law_citations(text).into_iter();
        citations.map(|it| (&text[it.range], it.address.replace(NORMATTIVA, ""))).collect()
    }

    #[test]
    fn a_law_in_full_has_its_address() {
        for (text, cited, urn) in [
            ("dalla legge 22 maggio 2017 n. 81;", "legge 22 maggio 2017 n. 81", "urn:nir:stato:legge:2017-05-22;81"),
            (
                "Legge 22 maggio 2017, n. 81, art. 18",
                "Legge 22 maggio 2017, n. 81",
                "urn:nir:stato:legge:2017-05-22;81",
            ),
            (
                "il D.Lgs. 14 marzo 2013, n. 33",
                "D.Lgs. 14 marzo 2013, n. 33",
                "urn:nir:stato:decreto.legislativo:2013-03-14;33",
            ),
            (
                "decreto legislativo 7 marzo 2005 n. 82",
                "decreto legislativo 7 marzo 2005 n. 82",
                "urn:nir:stato:decreto.legislativo:2005-03-07;82",
            ),
            (
                "del decreto-legge 9 giugno 2021 n. 80",
                "decreto-legge 9 giugno 2021 n. 80",
                "urn:nir:stato:decreto.legge:2021-06-09;80",
            ),
            (
                "D.P.R. 28/12/2000, n. 445",
                "D.P.R. 28/12/2000, n. 445",
                "urn:nir:stato:decreto.del.presidente.della.repubblica:2000-12-28;445",
            ),
            ("L. 7 agosto 1990 n. 241", "L. 7 agosto 1990 n. 241", "urn:nir:stato:legge:1990-08-07;241"),
            ("legge n. 81 del 22 maggio 2017", "legge n. 81 del 22 maggio 2017", "urn:nir:stato:legge:2017-05-22;81"),
            ("legge 1º aprile 1981 n. 121", "legge 1º aprile 1981 n. 121", "urn:nir:stato:legge:1981-04-01;121"),
        ] {
            assert_eq!(found(text), [(cited, urn.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_leaves_a_doubt_has_none() {
        for text in [
            "Legge n. 104/1992, art. 33",
            "legge regionale 21 dicembre 2017 n. 24",
            "L.R. 21 dicembre 2017 n. 24",
            "decreto del Ministro per la Pubblica Amministrazione 30 giugno 2022 n. 132",
            "D.M. 30 giugno 2022 n. 132",
            "legge 31 febbraio 2017 n. 81",
            "legge 22 maggio 17 n. 81",
            "deliberazione della Giunta comunale 13 aprile 2021 n. 45",
            "la legge del 22 maggio 2017",
            "il 22 maggio 2017 n. 81",
            "sala L 22 maggio 2017 n. 81",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_known_day_completes_a_short_citation() {
        let day = Date::parse("2017-05-22");
        let address = |act: &str| law_address(act, day).map(|address| address.replace(NORMATTIVA, ""));
        assert_eq!(address("Legge n. 81/2017, art. 18").as_deref(), Some("urn:nir:stato:legge:2017-05-22;81"));
        assert_eq!(address("Legge 7 agosto 1990 n. 241").as_deref(), Some("urn:nir:stato:legge:1990-08-07;241"));
        for act in
            ["Legge n. 81/2018", "Regolamento n. 81/2017", "Attuazione della legge 7 agosto 1990 n. 241", "Legge"]
        {
            assert_eq!(address(act), None, "{act}");
        }
        assert_eq!(law_address("Legge n. 81/2017", None), None);
    }
}
