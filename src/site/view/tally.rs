use super::quantity::{percentage, quantity};
use crate::model::{Answer, Concept, Edition, Words};
use serde::Serialize;

/// How many of some processes can be done in agile mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Tally {
    /// All of them.
    pub(in crate::site) total: u64,
    /// Those that can.
    pub(in crate::site) yes: u64,
    /// Those that can in part.
    pub(in crate::site) partly: u64,
    /// Those that cannot.
    pub(in crate::site) no: u64,
}

impl Tally {
    /// Counts these processes, each as often as it is named.
    pub(in crate::site) fn of<'p>(edition: &Edition, processes: impl IntoIterator<Item = &'p usize>) -> Self {
        let mut tally = Self::default();
        for process in processes {
            tally.total += 1;
            match edition.processes.rows[*process].smartability.as_ref().map(|answer| answer.value) {
                Some(Answer::Yes) => tally.yes += 1,
                Some(Answer::Partly) => tally.partly += 1,
                Some(Answer::No) => tally.no += 1,
                None => {}
            }
        }
        tally
    }

    /// Those that can be done in agile mode, wholly or in part.
    pub(in crate::site) fn agile(self) -> u64 {
        self.yes + self.partly
    }

    /// `12 processi`.
    pub(in crate::site) fn count(self, words: &Words) -> String {
        words.count(self.total, Concept::Process)
    }

    /// `3 smartabili, 7 in parte, 2 non smartabili`; what there is none of is left out.
    pub(in crate::site) fn words(self, words: &Words) -> String {
        some(&self.parts(words))
    }

    /// How many of each, in words; where the word is the administration's own, the answers are said.
    fn parts(self, words: &Words) -> [(u64, String); 3] {
        let is_own = words.has_own(Concept::Smartability);
        let said = |number, one, many, own| {
            if is_own { format!("{number} {own}") } else { quantity(number, one, many) }
        };
        [
            (self.yes, said(self.yes, "smartabile", "smartabili", "sì")),
            (self.partly, format!("{} in parte", self.partly)),
            (self.no, said(self.no, "non smartabile", "non smartabili", "no")),
        ]
    }

    /// `12 processi: 3 sì (25 %), 7 in parte (58 %), 2 no (17 %)`, beside a bar whose key says of what.
    pub(in crate::site) fn short(self, words: &Words) -> String {
        if self.total == 0 {
            return words.say("[nessun processo proprio]").to_owned();
        }
        format!("{}: {}", self.count(words), self.answers())
    }

    /// `3 sì, 7 in parte, 2 no`; nothing where none has an answer.
    pub(in crate::site) fn numbers(self) -> Option<String> {
        let said = [(self.yes, "sì"), (self.partly, "in parte"), (self.no, "no")];
        let said = some(&said.map(|(number, answer)| (number, format!("{number} {answer}"))));
        (!said.is_empty()).then_some(said)
    }

    /// `3 sì (25 %), 7 in parte (58 %), 2 no (17 %)`.
    pub(in crate::site) fn answers(self) -> String {
        let said = |number: u64, answer| {
            let share = percentage(number, self.total).map(|share| format!(" ({share})")).unwrap_or_default();
            (number, format!("{number} {answer}{share}"))
        };
        some(&[said(self.yes, "sì"), said(self.partly, "in parte"), said(self.no, "no")])
    }
}

/// The parts that are there.
fn some(parts: &[(u64, String)]) -> String {
    let parts = parts.iter().filter(|(number, _)| *number > 0).map(|(_, words)| words.as_str());
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::model::{Concept, Noun, Words};

    #[test]
    fn one_is_singular() {
        let ours = Words::default();
        let tally = Tally { total: 3, yes: 1, partly: 1, no: 1 };
        assert_eq!((tally.count(&ours).as_str(), tally.agile()), ("3 processi", 2));
        assert_eq!(tally.words(&ours), "1 smartabile, 1 in parte, 1 non smartabile");
        let two = Tally { total: 2, yes: 2, partly: 0, no: 0 };
        assert_eq!(
            (two.words(&ours).as_str(), two.short(&ours).as_str()),
            ("2 smartabili", "2 processi: 2 sì (100\u{a0}%)")
        );
        assert_eq!(Tally { total: 1, ..tally }.count(&ours), "1 processo");
    }

    #[test]
    fn other_words_are_counted_and_agree() {
        let mut words = Words::default();
        words.set(Concept::Process, Noun::read("l'attività", Some("le attività")).expect("a word"));
        words.set(Concept::Smartability, Noun::read("l'idoneità", None).expect("a word"));
        let tally = Tally { total: 1, yes: 1, partly: 0, no: 0 };
        assert_eq!(
            (tally.short(&words).as_str(), tally.words(&words).as_str()),
            ("1 attività: 1 sì (100\u{a0}%)", "1 sì")
        );
        assert_eq!(Tally::default().short(&words), "nessun'attività propria");
    }
}
