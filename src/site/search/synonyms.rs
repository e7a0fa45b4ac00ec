//! Other words for the same thing: how people ask for what the texts call by its name.
//!
//! Owns the words of the field that the program knows; `glossario.yaml` of an edition adds its own.

use super::dictionary::Dictionary;
use super::token::{COMMON, base};
use crate::model::{Definition, fold};
use std::collections::HashSet;

/// Expressions that ask for the same thing, and those by which the texts call it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Synonyms {
    /// What is asked for, folded; articles and prepositions between the words do not count.
    pub(super) asked: Vec<String>,
    /// What is looked for instead, folded.
    pub(super) written: Vec<String>,
}

/// What the program knows: asked for, and written in the texts. Each line holds of every administration; those whose words a document does
/// not use are left out of its index.
const KNOWN: &[(&[&str], &[&str])] = &[
    (
        &[
            "smart working",
            "smartworking",
            "smart work",
            "telelavoro",
            "lavoro remoto",
            "lavorare remoto",
            "remote working",
            "remoto",
            "da casa",
            "lavoro da casa",
            "lavorare da casa",
            "home working",
            "homeworking",
            "lavoro distanza",
            "lavorare distanza",
        ],
        &["giornata agile", "lavoro agile"],
    ),
    (
        &["chi decide", "chi autorizza", "chi concede", "chi approva", "chi firma"],
        &["compiti dirigente", "compiti dirigenti", "dirigente"],
    ),
    (&["cie", "carta identita elettronica", "documento identita"], &["carta identita"]),
    (
        &[
            "certificato",
            "certificati",
            "certificato nascita",
            "certificato residenza",
            "certificato matrimonio",
            "certificato morte",
            "stato di famiglia",
        ],
        &["certificazione", "certificato"],
    ),
    (&["matrimonio", "matrimoni", "atto nascita", "atto morte"], &["stato civile"]),
    (
        &["testamento biologico", "biotestamento"],
        &["disposizione anticipata trattamento", "disposizioni anticipate trattamento", "dat"],
    ),
    (
        &["tari", "imu", "tasi", "tassa", "tasse", "imposta", "imposte", "tassa rifiuti", "canone unico"],
        &["tributi", "tributo"],
    ),
    (&["scuola", "scuole"], &["scuola", "scolastico", "educativo"]),
    (&["asilo", "asili", "asilo nido", "asili nido"], &["nido infanzia", "nido"]),
    (&["elezione", "elezioni", "votare", "voto", "seggio", "seggi"], &["elettorale", "elezioni"]),
    (&["vigili urbani", "vigili", "polizia municipale"], &["polizia locale"]),
    (&["spazzatura", "immondizia", "raccolta differenziata"], &["rifiuti"]),
    (&["pc", "notebook", "computer"], &["computer", "postazione"]),
    (&["stipendio", "busta paga"], &["trattamento economico", "retribuzione", "stipendio"]),
    (&["reperibilita", "fascia oraria", "fasce orarie"], &["contattabilita", "reperibilita"]),
    (&["disconnessione", "diritto disconnessione"], &["disconnessione", "disconnettersi", "disconnettere"]),
    (
        &["ragioneria", "ufficio ragioneria", "servizio ragioneria"],
        &["ragioneria", "servizi finanziari", "servizio finanziario", "economico finanziario", "risorse finanziarie"],
    ),
    (&["concorso", "concorsi"], &["concorso", "selezione", "reclutamento"]),
];

/// A word of fewer letters is found as it is alone, by the page of the search too (`ricerca.js`).
const SHORT: usize = 4;

/// What is known and what the glossary of an edition adds, as far as the texts use the words.
pub(super) fn of(definitions: &[Definition], dictionary: &Dictionary) -> Vec<Synonyms> {
    let bases = dictionary.bases();
    // A short word is a form of no other: `dat` is not in a text that speaks of `dati`.
    let is_short = |word: &str| word.chars().count() < SHORT;
    let short: HashSet<&str> =
        dictionary.entries.iter().map(|entry| entry.word.as_str()).filter(|word| is_short(word)).collect();
    let is_there = |word: &str| if is_short(word) { short.contains(word) } else { bases.contains(base(word)) };
    let is_used = |words: &String| words.split(' ').filter(|word| says(word)).all(is_there);
    let known = KNOWN.iter().map(|(asked, written)| Synonyms {
        asked: asked.iter().map(|words| (*words).to_owned()).collect(),
        written: written.iter().map(|words| (*words).to_owned()).collect(),
    });
    let own = definitions.iter().map(|definition| Synonyms {
        asked: definition.synonyms.iter().filter_map(|text| phrase(&text.value)).collect(),
        written: [&definition.term]
            .into_iter()
            .chain(&definition.forms)
            .filter_map(|text| phrase(&text.value))
            .collect(),
    });
    // Those of the administration come first: of two that are as long, the search takes the first.
    let mut all: Vec<Synonyms> = own.chain(known).collect();
    for synonyms in &mut all {
        synonyms.written.retain(is_used);
    }
    all.retain(|synonyms| !synonyms.asked.is_empty() && !synonyms.written.is_empty());
    all
}

/// The words of an expression as the search divides them, without single letters; `None` where none of them says anything.
fn phrase(text: &str) -> Option<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    let words: Vec<&str> = words.collect();
    words.iter().any(|word| says(word)).then(|| words.join(" "))
}

/// Whether a word finds anything.
fn says(word: &str) -> bool {
    word.chars().count() > 1 && !COMMON.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::record::{Record, Records};
    use super::*;
    use crate::model::{Definition, Spanned};
    use crate::source::Span;

    #[test]
    fn letters_that_stand_for_words_are_no_form_of_a_longer_one() {
        let written = |title: &str| {
            let mut records = Records::default();
            records.add("Capitolo", "Capitoli", [Record { title: title.to_owned(), ..Record::default() }]);
            let found = of(&[], &Dictionary::of(&records)).into_iter();
            found.map(|synonyms| synonyms.written.join(", ")).collect::<Vec<_>>()
        };
        assert_eq!(written("I dati dell'ente"), [""; 0]);
        assert_eq!(written("La banca delle DAT"), ["dat"]);
    }

    #[test]
    fn only_words_that_the_texts_use_are_looked_for() {
        let mut records = Records::default();
        let record = Record { title: "Il lavoro agile e i nidi".to_owned(), ..Record::default() };
        records.add("Capitolo", "Capitoli", [record]);
        let text = |value: &str| Spanned { value: value.to_owned(), span: Span::default() };
        let synonyms = ["Lavoro da remòto", "l'ufficio", "il"].map(text).to_vec();
        let own = Definition { term: text("Lavoro agile"), synonyms, ..Definition::default() };
        let found = of(&[own], &Dictionary::of(&records));
        let written: Vec<String> = found.iter().map(|synonyms| synonyms.written.join(", ")).collect();
        assert_eq!(written, ["lavoro agile", "lavoro agile", "nido"]);
        assert_eq!(found[0].asked, ["lavoro da remoto", "ufficio"], "an apostrophe and an article make no word");
    }
}
