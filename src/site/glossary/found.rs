use super::term::Term;
use crate::model::fold;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

/// A term where it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The bytes of the text that hold it.
    pub(super) range: Range<usize>,
    /// The number of its term.
    pub(super) term: usize,
}

/// The forms of the terms, ready to be found in a text: under the first word of each, folded, the longer ones first.
#[derive(Debug)]
pub(super) struct Forms(HashMap<String, Vec<Form>>);

#[derive(Debug)]
struct Form {
    words: Vec<Word>,
    term: usize,
    /// The letters, where the form is all capitals: `SUE` is not `sue`.
    capitals: Option<String>,
}

/// A word of a text or of a form.
#[derive(Debug)]
struct Word {
    range: Range<usize>,
    folded: String,
    /// What stands between it and the word before, spaces of any number and kind being one.
    gap: String,
}

impl Forms {
    /// The forms of these terms; where two share one, it is that of the administration.
    pub(super) fn of(terms: &[Term]) -> Self {
        let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
        let mut numbers: Vec<usize> = (0..terms.len()).collect();
        numbers.sort_by_key(|number| terms[*number].own.is_none());
        for term in numbers {
            for form in &terms[term].forms {
                let words = words(form);
                let is_capital = form.chars().count() > 1 && form.chars().all(char::is_uppercase);
                let capitals = is_capital.then(|| form.clone());
                let Some(first) = words.first().map(|word| word.folded.clone()) else { continue };
                forms.entry(first).or_default().push(Form { words, term, capitals });
            }
        }
        for candidates in forms.values_mut() {
            candidates.sort_by_key(|form| Reverse(form.words.len()));
        }
        Self(forms)
    }

    /// The terms of a text, in order, none within another.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let words = words(text);
        let mut found = Vec::new();
        let mut rest = words.as_slice();
        while let [first, after @ ..] = rest {
            let form = self
                .longest(rest)
                .filter(|form| form.capitals.as_ref().is_none_or(|letters| text[first.range.clone()] == **letters));
            let Some(last) = form.and_then(|form| rest.get(form.words.len() - 1)) else {
                rest = after;
                continue;
            };
            let count = form.map_or(1, |form| form.words.len());
            found.extend(form.map(|form| Found { range: first.range.start..last.range.end, term: form.term }));
            rest = &rest[count..];
        }
        found
    }

    /// The longest form that begins with the first of these words.
    fn longest(&self, words: &[Word]) -> Option<&Form> {
        let same = |form: &&Form| {
            words.get(..form.words.len()).is_some_and(|here| {
                let pairs = here.iter().zip(&form.words).enumerate();
                pairs
                    .into_iter()
                    .all(|(at, (word, wanted))| word.folded == wanted.folded && (at == 0 || word.gap == wanted.gap))
            })
        };
        self.0.get(&words.first()?.folded)?.iter().find(same)
    }
}

/// The words of a text.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let mut end = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let folded = fold(&text[from..at]);
                // A letter without a plain form is no word.
                if !folded.is_empty() {
                    let between = &text[end..from];
                    let gap = if between.trim().is_empty() { " " } else { between };
                    words.push(Word { range: from..at, folded, gap: gap.to_owned() });
                    end = at;
                }
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::entries::ENTRIES;
    use super::*;
    use crate::model::Words;

    fn found(text: &str) -> Vec<(&str, String)> {
        let terms: Vec<Term> =
            ENTRIES.iter().map(|entry| Term::known(entry, &Words::default(), String::new(), None)).collect();
        let forms = Forms::of(&terms);
        forms.find(text).into_iter().map(|found| (&text[found.range], terms[found.term].id.clone())).collect()
    }

    fn is_found(text: &str, terms: &[(&str, &str)]) {
        let expected: Vec<_> = terms.iter().map(|(text, id)| (*text, (*id).to_owned())).collect();
        assert_eq!(found(text), expected, "{text}");
    }

    #[test]
    fn a_term_is_a_whole_word_in_any_case() {
        let twice = [("SMART  Team", "smart-team"), ("smart\nteam", "smart-team")];
        is_found("Gli SMART  Team e lo smart\nteam.", &twice);
        is_found("smart teams, smart, team, multismart team", &[]);
        is_found("L'accordo individuale", &[("accordo individuale", "accordo-individuale")]);
        let folded = [("MODALITA agile", "lavoro-agile"), ("fasce di contattabilita", "fascia-di-contattabilita")];
        is_found("la MODALITA agile, le fasce di contattabilita\u{300}", &folded);
    }

    #[test]
    fn what_stands_between_the_words_is_part_of_a_form() {
        is_found("il lavoro, agile", &[]);
        is_found("in-smart-team", &[]);
        let term = Term {
            forms: vec!["e-mail".to_owned()],
            ..Term::known(&ENTRIES[0], &Words::default(), String::new(), None)
        };
        let forms = Forms::of(&[term]);
        assert_eq!((forms.find("una e-mail").len(), forms.find("e mail").len()), (1, 0));
    }

    #[test]
    fn an_acronym_is_found_in_capitals_only() {
        let term = Term::acronym(crate::model::Acronym::named("SUE").expect("an acronym"));
        let forms = Forms::of(&[term]);
        assert_eq!((forms.find("il SUE-SUAP").len(), forms.find("le sue attività, Sue").len()), (1, 0));
    }

    #[test]
    fn the_longest_form_wins() {
        is_found("processi smartabili in parte", &[("smartabili in parte", "in-parte")]);
        is_found("processi smartabili", &[("smartabili", "smartabile")]);
    }
}
