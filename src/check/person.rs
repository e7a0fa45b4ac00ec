//! People in a text, as titles and initials give them away.

use std::ops::Range;

const TITLES: [&str; 16] = [
    "sig.", "sig.ra", "sig.na", "dott.", "dott.ssa", "dr.", "dr.ssa", "ing.", "arch.", "avv.", "geom.", "rag.",
    "prof.", "prof.ssa", "signor", "signora",
];

/// Words after which a name is that of a place or of an institution.
const PLACES: [&str; 34] = [
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "largo",
    "corso",
    "vicolo",
    "strada",
    "parco",
    "giardino",
    "ponte",
    "scuola",
    "istituto",
    "liceo",
    "biblioteca",
    "teatro",
    "museo",
    "centro",
    "palazzo",
    "villa",
    "stadio",
    "ospedale",
    "asilo",
    "nido",
    "nidi",
    "infanzia",
    "plesso",
    "polo",
    "residenza",
    "presidio",
    "fondazione",
    "ludoteca",
    "palestra",
];

/// Offices that follow a title, `Sig. Sindaco` being nobody in particular, or a name: `dott. Verdi Servizio Tributi`.
const OFFICES: [&str; 22] = [
    "sindaco",
    "sindaca",
    "segretario",
    "segretaria",
    "direttore",
    "direttrice",
    "dirigente",
    "assessore",
    "assessora",
    "presidente",
    "comandante",
    "prefetto",
    "ministro",
    "responsabile",
    "funzionario",
    "funzionaria",
    "istruttore",
    "istruttrice",
    "servizio",
    "settore",
    "ufficio",
    "area",
];

/// What follows an initial in the short name of a law (`D. Lgs.`), and is no surname.
const LAWS: [&str; 6] = ["lgs", "lvo", "leg", "dir", "reg", "min"];

/// Names that one person may have after a title or an initial: `Maria Teresa De Santis`.
const NAMES: usize = 4;

/// Particles with which a surname begins, and that are too short to be one: `De Santis`.
const PARTICLES: [&str; 9] = ["De", "de", "Di", "Da", "Dal", "Lo", "La", "Li", "Del"];

/// Whether a text may hold a title or an initial: most hold none, and need not be taken apart.
fn may_name(text: &str) -> bool {
    text.contains('.') || text.as_bytes().windows(6).any(|word| word.eq_ignore_ascii_case(b"signor"))
}

/// Where a text names somebody.
#[derive(Debug)]
pub(super) struct Person {
    /// Title, names and surname.
    pub(super) whole: Range<usize>,
    /// The same as far as the first name, or the surname after an initial.
    pub(super) short: Range<usize>,
    /// Whether a title stands before the names: then they are of somebody who works there, not of whom a place is dedicated to.
    pub(super) has_title: bool,
}

/// A word of a text without the signs around it.
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether a sign stands before it, or after it: there a name begins, or ends.
    opens: bool,
    closes: bool,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Everything in a text that looks like a person: a title or an initial, then names.
pub(super) fn people(text: &str) -> Vec<Person> {
    if !may_name(text) {
        return Vec::new();
    }
    let words = words(text);
    let mut people = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let heads = words[at..].iter().take_while(|word| is_title(word.text) || is_initial(word.text)).count();
        let head = &words[at..at + heads];
        let has_title = head.iter().any(|word| is_title(word.text));
        let names = if head.is_empty() { &[] } else { names(&words[at + heads..], has_title) };
        if let (Some(first), Some(last), [name, ..]) = (head.first(), head.last(), names)
            && (has_title || is_short_name(last.text, name.text))
            && !at.checked_sub(1).is_some_and(|before| is_place(words[before].text))
        {
            let end = names.last().map_or(name.end(), Word::end);
            // An initial and one name may be all by which an office is known.
            people.push(Person { whole: first.start..end, short: last.start..name.end(), has_title });
        }
        at += (heads + names.len()).max(1);
    }
    people
}

/// The words of a text; the full stop of a title or of an initial is a part of it, an article before it (`dell'ing.`) is none.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_whitespace()) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                words.push(word(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn word(text: &str, range: Range<usize>) -> Word<'_> {
    const OPENING: [char; 5] = ['(', '"', '«', '\'', '“'];
    const CLOSING: [char; 10] = [')', '"', '»', ',', '.', ';', ':', '”', '\'', '’'];
    let written = &text[range.clone()];
    let inner = written.trim_start_matches(OPENING);
    let opens = inner.len() < written.len();
    let own = inner.rsplit(['\'', '’']).next().unwrap_or(inner);
    let (inner, opens) = if is_title(own) || is_initial(own) { (own, true) } else { (inner, opens) };
    let start = range.end - inner.len();
    if is_title(inner) || is_initial(inner) {
        return Word { text: inner, start, opens, closes: false };
    }
    let bare = inner.trim_end_matches(CLOSING);
    Word { text: bare, start, opens, closes: bare.len() < inner.len() }
}

/// The words with which names go on, from the first after a title or an initial. `B. La Giunta` begins a sentence: it takes a title to tell
/// that a particle which is a word of its own begins a surname.
fn names<'w, 'a>(words: &'w [Word<'a>], has_title: bool) -> &'w [Word<'a>] {
    let is_name = |word: &Word<'_>| is_surname(word.text) && !is_office(word.text) && !is_title(word.text);
    let is_particle = |word: &str| PARTICLES.contains(&word) && (has_title || word.eq_ignore_ascii_case("de"));
    let mut count = 0;
    while count < NAMES {
        let Some(word) = words.get(count) else { break };
        let goes_on = count == 0 || (!word.opens && !words[count - 1].closes);
        let particle = is_particle(word.text) && !word.closes && words.get(count + 1).is_some_and(is_name);
        // After the first, a surname may be written in capitals: `Mario ROSSI`.
        if !goes_on || !(is_name(word) || particle || (count > 0 && is_in_capitals(word.text))) {
            break;
        }
        count += 1;
    }
    &words[..count]
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// A capital and a full stop.
fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether an initial and what follows it are a person's: `S. Giovanni` is nearly always a saint, and so a place.
fn is_short_name(initial: &str, name: &str) -> bool {
    initial != "S." && !LAWS.contains(&name.to_lowercase().as_str())
}

/// Whether a text speaks of a place, which may bear somebody's name.
pub(super) fn names_place(text: &str) -> bool {
    words(text).iter().any(|word| is_place(word.text))
}

/// Whether a name after this word is that of a place; `l'istituto A. Volta` is one, too.
fn is_place(word: &str) -> bool {
    let word = word.rsplit(['\'', '’']).next().unwrap_or(word).to_lowercase();
    PLACES.contains(&word.as_str())
}

fn is_office(word: &str) -> bool {
    OFFICES.contains(&word.to_lowercase().as_str())
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().count() > 3 && word.chars().all(|c| c.is_uppercase() || c == '\'') && !is_office(word)
}

/// A capital letter and then small ones: `Rossi`, `D'Amico`; no acronym and no number.
fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 2
        && word.chars().any(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
}

#[cfg(test)]
mod tests {
    use super::{TITLES, may_name, names_place, people};

    #[test]
    fn everyone_is_found_with_title_names_and_surname() {
        let found = |text: &str| -> Vec<String> {
            people(text).into_iter().map(|person| text[person.whole].to_owned()).collect()
        };
        for (text, expected) in [
            (
                "Il sig. Mario Rossi e la dott.ssa Anna Bianchi; l'Ing. Paolo D'Amico.",
                &["sig. Mario Rossi", "dott.ssa Anna Bianchi", "Ing. Paolo D'Amico"][..],
            ),
            ("Il sig. Mario Verdi è in congedo. B. La Giunta approva.", &["sig. Mario Verdi"]),
            ("La Signora Anna Bianchi e G. De Santis", &["Signora Anna Bianchi", "G. De Santis"]),
            (
                "Al dott. ing. G. B. De Santis (prof. Maria Teresa Lo Cascio)",
                &["dott. ing. G. B. De Santis", "prof. Maria Teresa Lo Cascio"],
            ),
            ("sw di L. Pomi, M. Rossi e A. D’Elia", &["L. Pomi", "M. Rossi", "A. D’Elia"]),
            ("la sig.ra Anna ROSSI BIANCHI al lavoro", &["sig.ra Anna ROSSI BIANCHI"]),
            ("il dott. Verdi Servizio Tributi, il sig. Neri. Poi Anna", &["dott. Verdi", "sig. Neri"]),
            ("Piazza dott. G. Rossi, via A. Volta, S. Giovanni, D. Lgs. 82, il Sig. Sindaco", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_title_and_a_place_are_told() {
        let titled = |text: &str| people(text).iter().map(|person| person.has_title).collect::<Vec<_>>();
        assert_eq!(titled("Tributi (dott. Mario Bianchi)"), [true]);
        assert_eq!(titled("Tributi (M. Rossi)"), [false]);
        assert!(names_place("Nidi d'Infanzia G. Rodari") && names_place("Biblioteca (C. Pavese)"));
        assert!(!names_place("Tributi (M. Rossi)"));
    }

    #[test]
    fn every_title_is_looked_for() {
        for title in TITLES {
            assert!(may_name(&format!("dell'{} Ferri", title.to_uppercase())), "{title}");
        }
        assert!(may_name("a cura di G. Ferri") && !may_name("Istruttoria dei titoli"));
    }
}
