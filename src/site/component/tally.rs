use crate::model::{Answer, Edition};
use crate::site::view::quantity;
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
    pub(in crate::site) fn count(self) -> String {
        quantity(self.total, "processo", "processi")
    }

    /// `3 smartabili, 7 in parte, 2 non smartabili`; what there is none of is left out.
    pub(in crate::site) fn words(self) -> String {
        some(&[
            (self.yes, quantity(self.yes, "smartabile", "smartabili")),
            (self.partly, format!("{} in parte", self.partly)),
            (self.no, quantity(self.no, "non smartabile", "non smartabili")),
        ])
    }

    /// `12 processi: 3 sì, 7 in parte, 2 no`, beside a bar whose key says of what.
    pub(in crate::site) fn short(self) -> String {
        if self.total == 0 {
            return "nessun processo proprio".to_owned();
        }
        let parts = some(&[
            (self.yes, format!("{} sì", self.yes)),
            (self.partly, format!("{} in parte", self.partly)),
            (self.no, format!("{} no", self.no)),
        ]);
        format!("{}: {parts}", self.count())
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

    #[test]
    fn one_is_singular() {
        let tally = Tally { total: 3, yes: 1, partly: 1, no: 1 };
        assert_eq!((tally.count().as_str(), tally.agile()), ("3 processi", 2));
        assert_eq!(tally.words(), "1 smartabile, 1 in parte, 1 non smartabile");
        let two = Tally { total: 2, yes: 2, partly: 0, no: 0 };
        assert_eq!((two.words().as_str(), two.short().as_str()), ("2 smartabili", "2 processi: 2 sì"));
        assert_eq!(Tally { total: 1, ..tally }.count(), "1 processo");
    }
}
