use super::entry::Entry;
use crate::model::fold;
use std::collections::HashMap;
use std::ops::Range;

/// The forms of the terms, ready to be found in a text.
#[derive(Debug)]
pub(in crate::site) struct Terms {
    entries: &'static [Entry],
    /// For the first word of a form, folded: its words, and the number of its term; longer forms first.
    forms: HashMap<String, Vec<(Vec<String>, usize)>>,
}

/// A term where it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The bytes of the text that hold it.
    pub(super) range: Range<usize>,
    /// The number of its entry.
    pub(super) entry: usize,
}

impl Terms {
    /// The forms of these terms.
    pub(in crate::site) fn of(entries: &'static [Entry]) -> Self {
        let mut forms: HashMap<String, Vec<(Vec<String>, usize)>> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            for form in entry.forms {
                let words: Vec<String> = fold(form).split(' ').map(str::to_owned).collect();
                let first = words.first().cloned().unwrap_or_default();
                forms.entry(first).or_default().push((words, number));
            }
        }
        for candidates in forms.values_mut() {
            candidates.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { entries, forms }
    }

    /// The anchor of a term.
    pub(super) fn anchor(&self, entry: usize) -> &'static str {
        self.entries[entry].id
    }

    /// The terms of a text, in order, none within another.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.longest(text, &words[at..]) {
                Some((count, entry)) => {
                    let range = words[at].0.start..words[at + count - 1].0.end;
                    found.push(Found { range, entry });
                    at += count;
                }
                None => at += 1,
            }
        }
        found
    }

    /// How many of the words, from the first on, are the longest form that begins there, and of which term.
    fn longest(&self, text: &str, words: &[(Range<usize>, String)]) -> Option<(usize, usize)> {
        let candidates = self.forms.get(&words.first()?.1)?;
        candidates.iter().find_map(|(form, entry)| {
            let here = words.get(..form.len())?;
            let same = here.iter().zip(form).all(|((_, word), wanted)| word == wanted);
            let joined = here.windows(2).all(|pair| {
                let gap = &text[pair[0].0.end..pair[1].0.start];
                gap.chars().all(char::is_whitespace)
            });
            (same && joined).then_some((form.len(), *entry))
        })
    }
}

/// The words of a text, folded, with the bytes that hold them.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push((from..at, fold(&text[from..at])));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::ENTRIES;
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let terms = Terms::of(ENTRIES);
        let found = terms.find(text);
        found.into_iter().map(|found| (&text[found.range], terms.anchor(found.entry))).collect()
    }

    #[test]
    fn a_term_is_a_whole_word_in_any_case() {
        assert_eq!(
            found("Gli SMART  Team e lo smart\nteam."),
            [("SMART  Team", "smart-team"), ("smart\nteam", "smart-team")]
        );
        assert_eq!(found("smart teams, smart, team, multismart team"), []);
        assert_eq!(found("L'accordo individuale"), [("accordo individuale", "accordo-individuale")]);
        assert_eq!(
            found("la MODALITA agile, le fasce di contattabilita\u{300}"),
            [("MODALITA agile", "lavoro-agile"), ("fasce di contattabilita", "fascia-di-contattabilita")]
        );
    }

    #[test]
    fn punctuation_parts_the_words_of_a_form() {
        assert_eq!(found("il lavoro, agile"), []);
        assert_eq!(found("in-smart-team"), []);
    }

    #[test]
    fn the_longest_form_wins() {
        assert_eq!(found("processi smartabili in parte"), [("smartabili in parte", "in-parte")]);
        assert_eq!(found("processi smartabili"), [("smartabili", "smartabile")]);
    }
}
