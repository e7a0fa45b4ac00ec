use super::record::Records;
use super::token::{Tokenizer, base};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// The records that hold it, in order, and whether it stands in their titles.
    pub(super) postings: Vec<(usize, bool)>,
    /// A number shared by the words of the same stem, where more than an ending tells them apart.
    pub(super) family: Option<usize>,
}

impl Dictionary {
    pub(super) fn of(records: &Records) -> Self {
        let tokenizer = Tokenizer::new();
        let mut postings: BTreeMap<String, Vec<(usize, bool)>> = BTreeMap::new();
        let mut stems: HashMap<String, BTreeSet<String>> = HashMap::new();
        for (number, record) in records.all.iter().enumerate() {
            let mut words: BTreeMap<String, bool> = BTreeMap::new();
            for (text, title) in [(&record.title, true), (&record.place, false), (&record.text, false)] {
                for token in tokenizer.tokens(text) {
                    if !postings.contains_key(&token.word) {
                        stems.entry(token.stem).or_default().insert(token.word.clone());
                    }
                    *words.entry(token.word).or_default() |= title;
                }
            }
            for (word, title) in words {
                postings.entry(word).or_default().push((number, title));
            }
        }
        let families = families(stems);
        let entries = postings.into_iter().map(|(word, postings)| {
            let family = families.get(&word).copied();
            DictionaryEntry { word, postings, family }
        });
        Self { entries: entries.collect() }
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
        assert_eq!(entry("carta").postings, [(0, true)]);
        assert_eq!(entry("rilascio").postings, [(1, true)]);
        assert_eq!(entry("identita").postings, [(0, true)]);
        assert_eq!(entry("controllano").family, entry("controllare").family);
        assert!(entry("controllano").family.is_some());
        assert_eq!(entry("ufficio").family, None, "an ending is no matter of the family");
        assert!(dictionary.entries.is_sorted_by(|one, two| one.word < two.word));
    }
}
