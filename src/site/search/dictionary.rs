use super::record::{Record, Records};
use super::token::{base, each_word, key, letter_names};
use super::vocabulary::Vocabulary;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Which records hold which word.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    /// The words in order.
    pub(super) entries: Vec<DictionaryEntry>,
    /// Whether some of them are names as a whole.
    pub(super) has_keys: bool,
}

/// A word of the texts.
#[derive(Debug)]
pub(super) struct DictionaryEntry {
    /// The word, folded.
    pub(super) word: String,
    /// The records that hold it, in order, and where in each.
    pub(super) postings: Vec<(usize, Place)>,
    /// A number shared by the words of the same stem, where more than an ending tells them apart.
    pub(super) family: Option<usize>,
}

/// Where a word stands in a record: the fewer words a title has, the more each of them says what the record is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// In its texts.
    #[default]
    Text,
    /// In its title.
    Title,
    /// In a title of two or three words.
    ShortTitle,
    /// It is the title.
    WholeTitle,
}

impl Place {
    /// In a title of so many words.
    fn in_title(words: usize) -> Self {
        match words {
            0 | 1 => Self::WholeTitle,
            2 | 3 => Self::ShortTitle,
            _ => Self::Title,
        }
    }

    /// The number that stands for it in the index.
    pub(super) fn number(self) -> usize {
        match self {
            Self::Text => 0,
            Self::Title => 1,
            Self::ShortTitle => 2,
            Self::WholeTitle => 3,
        }
    }
}

impl Dictionary {
    pub(super) fn of(records: &Records) -> Self {
        let mut vocabulary = Vocabulary::new();
        // By the numbers of the words.
        let mut postings: Vec<Vec<(usize, Place)>> = Vec::new();
        let mut stems: HashMap<String, BTreeSet<usize>> = HashMap::new();
        let mut has_keys = false;
        for (number, record) in records.all.iter().enumerate() {
            let mut words = Vec::new();
            let mut met = |word: usize, stem: &str, place: Place| {
                // Of a word, the stems of the first record that holds it.
                if postings.get(word).is_none_or(Vec::is_empty) {
                    match stems.get_mut(stem) {
                        Some(related) => drop(related.insert(word)),
                        None => drop(stems.insert(stem.to_owned(), [word].into())),
                    }
                }
                words.push((word, place));
            };
            vocabulary.each(&record.title, &mut |word, stem| met(word, stem, Place::Title));
            for text in [&record.place, &record.text] {
                vocabulary.each(text, &mut |word, stem| met(word, stem, Place::Text));
            }
            let title = words.iter().take_while(|(_, place)| *place == Place::Title).count();
            words[..title].iter_mut().for_each(|(_, place)| *place = Place::in_title(title));
            for name in whole_names(record, title == 0) {
                words.push((vocabulary.number(name), Place::WholeTitle));
                has_keys = true;
            }
            // Of the places of a word, the one that counts most.
            words.sort_unstable_by_key(|(word, place)| (*word, Reverse(*place)));
            words.dedup_by_key(|(word, _)| *word);
            for (word, place) in words {
                if word >= postings.len() {
                    postings.resize_with(word + 1, Vec::new);
                }
                postings[word].push((number, place));
            }
        }
        let families = families(&stems, &vocabulary);
        let words = vocabulary.into_words().into_iter().zip(postings).enumerate();
        let mut entries: Vec<DictionaryEntry> = words
            .map(|(number, (word, postings))| DictionaryEntry {
                word,
                postings,
                family: families.get(&number).copied(),
            })
            .collect();
        entries.sort_unstable_by(|one, other| one.word.cmp(&other.word));
        Self { entries, has_keys }
    }

    /// The words without their endings.
    pub(super) fn bases(&self) -> HashSet<&str> {
        self.entries.iter().map(|entry| base(&entry.word)).collect()
    }

    /// How many times any word stands in any record.
    pub(super) fn postings(&self) -> usize {
        self.entries.iter().map(|entry| entry.postings.len()).sum()
    }
}

/// A title of as many words at most may be asked for as a whole.
const SHORT: usize = 3;

/// The names by which a record is found as a whole, where its words do not do it: a code that is no word of the text, a title whose words
/// say nothing, or some of them.
fn whole_names(record: &Record, is_mute: bool) -> Vec<String> {
    if let Some(code) = &record.code {
        let mut words = Vec::new();
        each_word(code, &mut |word| words.push(word.to_lowercase()));
        return key(code).filter(|key| words != [key.as_str()]).into_iter().collect();
    }
    let within = letter_names(&record.title);
    // A long title is found by its other words.
    let is_short = |key: &str| key.matches('-').count() < SHORT;
    let whole = if is_mute || !within.is_empty() { key(&record.title) } else { None };
    within.into_iter().chain(whole.filter(|key| is_mute || is_short(key))).collect()
}

/// The numbers of the words whose relatives differ by more than their endings, each with that of its family.
fn families(stems: &HashMap<String, BTreeSet<usize>>, vocabulary: &Vocabulary) -> HashMap<usize, usize> {
    let related = stems.iter().filter(|(_, words)| {
        let bases: BTreeSet<&str> = words.iter().map(|word| base(vocabulary.word(*word))).collect();
        bases.len() > 1
    });
    let mut related: Vec<_> = related.collect();
    related.sort_unstable();
    let numbered = related.into_iter().enumerate();
    numbered.flat_map(|(number, (_, words))| words.iter().map(move |word| (*word, number))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_records_and_relatives() {
        let mut records = Records::default();
        let record =
            |title: &str, text: &str| Record { title: title.to_owned(), text: text.to_owned(), ..Record::default() };
        records.add(
            "Processo",
            "Processi",
            [
                record("Carta d'identità", "La carta si rilascia; gli uffici controllano"),
                record("Rilascio", "Il controllo delle carte, controllare l'ufficio"),
            ],
        );
        let dictionary = Dictionary::of(&records);
        let entry = |word: &str| dictionary.entries.iter().find(|entry| entry.word == word).expect("the word");
        assert_eq!(entry("carta").postings, [(0, Place::ShortTitle)]);
        assert_eq!(entry("rilascio").postings, [(1, Place::WholeTitle)]);
        assert_eq!(entry("identita").postings, [(0, Place::ShortTitle)]);
        assert_eq!(entry("controllano").family, entry("controllare").family);
        assert!(entry("controllano").family.is_some());
        assert_eq!(entry("ufficio").family, None, "an ending is no matter of the family");
        assert!(dictionary.entries.is_sorted_by(|one, two| one.word < two.word));
    }

    #[test]
    fn a_name_whose_words_do_not_say_it_is_found_as_a_whole() {
        let mut records = Records::default();
        let record = |code: Option<&str>, title: &str| Record {
            title: title.to_owned(),
            code: code.map(str::to_owned),
            ..Record::default()
        };
        records.add(
            "Processo",
            "Processi",
            [
                record(Some("A/1"), "A/1 – Uno"),
                record(Some("500-1-B"), "500-1-B – Due"),
                record(Some("CUP"), "CUP – Tre"),
                record(None, "A&B"),
                record(None, "Ufficio A&B"),
                record(None, "Gruppo di lavoro"),
                record(None, "4.1. Sviluppo del lavoro agile"),
            ],
        );
        let dictionary = Dictionary::of(&records);
        let of = |word: &str| {
            let entry = dictionary.entries.iter().find(|entry| entry.word == word);
            entry.map(|entry| entry.postings.clone()).unwrap_or_default()
        };
        assert_eq!(of("a-1"), [(0, Place::WholeTitle)]);
        assert_eq!(of("500-1-b"), [(1, Place::ShortTitle)], "it is a word");
        assert_eq!(of("500-1-b-"), []);
        assert_eq!(of("cup-"), [(2, Place::WholeTitle)]);
        assert_eq!(of("a-b"), [(3, Place::WholeTitle), (4, Place::WholeTitle)]);
        assert_eq!(of("ufficio-a-b"), [(4, Place::WholeTitle)]);
        assert_eq!(of("gruppo-di-lavoro"), []);
        assert_eq!(of("4-1"), [(6, Place::WholeTitle)]);
        assert_eq!(of("4-1-sviluppo-del-lavoro-agile"), []);
        assert!(dictionary.has_keys);
        let mut plain = Records::default();
        plain.add("Processo", "Processi", [record(Some("500-1-B"), "500-1-B – Due")]);
        assert!(!Dictionary::of(&plain).has_keys);
    }
}
