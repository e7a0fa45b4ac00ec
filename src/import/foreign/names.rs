//! How much a name is like another: the same, the same but for the word for what it is, shortened, or a slip away.

use super::letters::Letters;
use super::slip::is_slip;
use crate::model::{fold, latin};

/// How much a name is like a known one, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// A slip away.
    Near,
    /// Its words are the beginnings of the known ones: `Serv. Fin.`.
    Shortened,
    /// The same but for the words for what they are, which differ: `Ufficio Tributi` and `Servizio Tributi`.
    Renamed,
    /// The same but for the word for what it is: `Area Risorse` and `Risorse`.
    Bare,
    /// The same.
    Same,
}

/// Words for what an office is, at the beginning of its name; those of one line mean the same.
const NOUNS: [&[&str]; 9] = [
    &["area"],
    &["servizio", "serv"],
    &["settore", "sett"],
    &["ufficio", "uff"],
    &["direzione", "dir"],
    &["smart team", "team"],
    &[
        "unita organizzativa",
        "u o",
        "uo",
        "unita",
        "unita operativa",
        "unita operativa complessa",
        "unita operativa semplice",
        "unita operativa semplice dipartimentale",
        "u o c",
        "uoc",
        "u o s",
        "uos",
        "u o s d",
        "uosd",
    ],
    &["struttura", "struttura complessa", "struttura semplice", "s c", "sc", "s s", "ss", "s s d", "ssd"],
    &["dipartimento", "dip", "dipart"],
];

/// The name of an office of a level, which is this in the data, without the word that only says its level: `Area Risorse` is `Risorse`, `Unità
/// Risorse umane` among the services `Risorse umane`.
pub(in crate::import) fn bare(level: &str, name: &str) -> String {
    let meant: &[&str] = match level {
        "area" => &["area", "direzione", "dipartimento"],
        "servizio" => &["servizio", "unita organizzativa", "struttura"],
        _ => &["smart team"],
    };
    let folded = fold(&latin(name));
    match parted(&folded) {
        (Some(line), rest)
            if NOUNS.get(line).and_then(|nouns| nouns.first()).is_some_and(|noun| meant.contains(noun)) =>
        {
            rest.to_owned()
        }
        _ => folded,
    }
}

/// Words between those that say something.
const SMALL: [&str; 14] =
    ["di", "del", "dello", "della", "dei", "degli", "delle", "e", "ed", "l", "d", "al", "alla", "per"];

/// A name as it is held against others.
#[derive(Clone, Debug)]
pub(super) struct Name {
    plain: String,
    /// The word for what it is, by its line among these words, and where the rest begins.
    noun: Option<usize>,
    rest: usize,
    letters: Letters,
    /// Whether a sign says that words of it are shortened.
    is_dotted: bool,
}

impl Name {
    pub(super) fn of(name: &str) -> Self {
        let plain = fold(&latin(name));
        let (noun, rest) = parted(&plain);
        let rest = plain.len() - rest.len();
        Self { noun, rest, letters: Letters::of(&plain), is_dotted: name.contains('.'), plain }
    }

    /// It, but for the word for what it is: what names have alike that are the same, bare or renamed.
    pub(super) fn rest(&self) -> &str {
        self.plain.get(self.rest..).unwrap_or_default()
    }

    /// How much it may be like a known one of another name.
    pub(super) fn most_like(&self) -> Likeness {
        if self.is_dotted { Likeness::Shortened } else { Likeness::Near }
    }

    /// How much it is like a known one; `None` if it is not.
    pub(super) fn likeness(&self, known: &Self) -> Option<Likeness> {
        let (plain, other) = (self.plain.as_str(), known.plain.as_str());
        if plain.is_empty() || other.is_empty() {
            return None;
        }
        if plain == other {
            return Some(Likeness::Same);
        }
        if self.rest() == known.rest() {
            let differ = self.noun.is_some() && known.noun.is_some() && self.noun != known.noun;
            return Some(if differ { Likeness::Renamed } else { Likeness::Bare });
        }
        if self.is_dotted && (is_shortened(plain, other) || is_shortened(self.rest(), known.rest())) {
            return Some(Likeness::Shortened);
        }
        let may_be_near = self.letters.count > 5 && self.letters.may_be_near(&known.letters);
        (may_be_near && is_slip(plain, other)).then_some(Likeness::Near)
    }
}

/// How much a name is like a known one; `None` if it is not.
pub(super) fn likeness(name: &str, known: &str) -> Option<Likeness> {
    Name::of(name).likeness(&Name::of(known))
}

/// Whether a folded text is the word for what an office is, and no more.
pub(super) fn is_noun(folded: &str) -> bool {
    NOUNS.iter().any(|nouns| nouns.contains(&folded))
}

/// The word for what an office is at the beginning of a heading: `ufficio` of `Ufficio competente`.
pub(super) fn noun(heading: &str) -> Option<&'static str> {
    let folded = fold(&latin(heading));
    let begins = |noun: &&str| folded == **noun || folded.strip_prefix(*noun).is_some_and(|rest| rest.starts_with(' '));
    NOUNS.iter().find(|nouns| nouns.iter().any(begins)).and_then(|nouns| nouns.first().copied())
}

/// A name as the word for what it is, by its line among these words, and the rest.
fn parted<'f>(folded: &'f str) -> (Option<usize>, &'f str) {
    let lines = NOUNS.iter().enumerate().flat_map(|(line, nouns)| nouns.iter().map(move |noun| (line, *noun)));
    let stripped = lines.filter_map(|(line, noun)| Some((Some(line), folded.strip_prefix(noun)?.strip_prefix(' ')?)));
    let shortest = stripped.min_by_key(|(_, rest)| rest.len());
    // `Unità di degenza` is the `Degenza`.
    let bare = |rest: &'f str| {
        let small = SMALL.iter().find_map(|word| rest.strip_prefix(word)?.strip_prefix(' '));
        small.filter(|rest| rest.len() > 2).unwrap_or(rest)
    };
    shortest.filter(|(_, rest)| rest.len() > 2).map_or((None, folded), |(noun, rest)| (noun, bare(rest)))
}

/// Whether each word of a name begins the word of the other at its place, the small ones left out.
fn is_shortened(name: &str, known: &str) -> bool {
    let said = |text: &str| -> Vec<String> {
        text.split(' ').filter(|word| !SMALL.contains(word)).map(str::to_owned).collect()
    };
    let (short, long) = (said(name), said(known));
    let without_noun = |words: &[String]| words.get(1..).map(<[String]>::to_vec).unwrap_or_default();
    let is_word = |word: &str| NOUNS.iter().any(|nouns| nouns.contains(&word)) || word == "servizi";
    let is_noun = long.first().is_some_and(|word| is_word(word));
    begin(&short, &long) || is_noun && long.len() > 1 && begin(&short, &without_noun(&long))
}

/// Whether words are the beginnings of others at their place, `Aff. Gen.`, or beginnings with ends, as `gen` and `li` of `Gen.li` are.
fn begin(short: &[String], long: &[String]) -> bool {
    let (Some((first, rest)), Some((whole, others))) = (short.split_first(), long.split_first()) else {
        return short.is_empty() && long.is_empty();
    };
    let is_begun = whole.starts_with(first.as_str());
    if is_begun && (first.len() > 1 || whole.len() == 1) && begin(rest, others) {
        return true;
    }
    let ends = |end: &String| whole.len() > first.len() + end.len() && end.len() < 4 && whole.ends_with(end.as_str());
    let end = rest.split_first().filter(|(end, _)| is_begun && first.len() > 1 && ends(end));
    end.is_some_and(|(_, rest)| begin(rest, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_as_people_would() {
        for (name, known, right) in [
            ("AREA RISORSE", "Risorse", Some(Likeness::Bare)),
            ("TRIBUTI", "Servizio Tributi", Some(Likeness::Bare)),
            ("Uff. Tributi", "Ufficio Tributi", Some(Likeness::Bare)),
            ("Ufficio Tributi", "Servizio Tributi", Some(Likeness::Renamed)),
            ("Serv. Finanziari", "Servizi Finanziari", Some(Likeness::Shortened)),
            ("Lav. Pubblici", "Lavori pubblici", Some(Likeness::Shortened)),
            ("Servizi finanziri", "Servizi Finanziari", Some(Likeness::Near)),
            ("servizi  FINANZIARI", "Servizi Finanziari", Some(Likeness::Same)),
            ("U.O.C. Radiologia", "Unità Radiologia", Some(Likeness::Bare)),
            ("UOC Degenza", "Unità di degenza", Some(Likeness::Bare)),
            ("Dip. Amministrativo", "Dipartimento amministrativo", Some(Likeness::Bare)),
            ("Servizio per anziani", "Servizio Anziani", Some(Likeness::Bare)),
            ("Dir. Risorse", "Risorse", Some(Likeness::Bare)),
            ("Dir. Affari Gen.li", "Affari Generali", Some(Likeness::Shortened)),
            ("Sett. Amm.vo", "Settore amministrativo", Some(Likeness::Shortened)),
            ("Aff. Gen.xx", "Affari Generali", None),
            ("Messi", "Servizi Finanziari", None),
            ("Rag.", "Servizi Finanziari", None),
        ] {
            assert_eq!(likeness(name, known), right, "{name}");
        }
    }
}
