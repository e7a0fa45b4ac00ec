use super::record::Records;
use super::token::{Tokenizer, base};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Which records hold which word.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    /// The words in order.
    pub(super) entries: Vec<DictionaryEntry>,
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
        let tokenizer = Tokenizer::new();
        let mut postings: BTreeMap<String, Vec<(usize, Place)>> = BTreeMap::new();
        let mut stems: HashMap<String, BTreeSet<String>> = HashMap::new();
        for (number, record) in records.all.iter().enumerate() {
            let mut words: BTreeMap<String, Place> = BTreeMap::new();
            let title = tokenizer.tokens(&record.title);
            let in_title = Place::in_title(title.len());
            let others = [&record.place, &record.text].into_iter().flat_map(|text| tokenizer.tokens(text));
            let placed = title.into_iter().map(|token| (token, in_title));
            for (token, place) in placed.chain(others.map(|token| (token, Place::Text))) {
                if !postings.contains_key(&token.word) {
                    stems.entry(token.stem).or_default().insert(token.word.clone());
                }
                let known = words.entry(token.word).or_default();
                *known = place.max(*known);
            }
            for (word, place) in words {
                postings.entry(word).or_default().push((number, place));
            }
        }
        let families = families(stems);
        let entries = postings.into_iter().map(|(word, postings)| {
            let family = families.get(&word).copied();
            DictionaryEntry { word, postings, family }
        });
        Self { entries: entries.collect() }
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

/// The words whose relatives differ by more than their endings, each with the number of its family.
fn families(stems: HashMap<String, BTreeSet<String>>) -> HashMap<String, usize> {
    let stems: BTreeMap<_, _> = stems.into_iter().collect();
    let related = stems.into_values().filter(|words| {
        let bases: BTreeSet<&str> = words.iter().map(|word| base(word)).collect();
        bases.len() > 1
    });
    let numbered = related.enumerate();
    numbered.flat_map(|(number, words)| words.into_iter().map(move |word| (word, number))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::Record;
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
}
