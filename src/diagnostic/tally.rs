use super::Finding;
use crate::source::SourceId;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// How many findings of one rule are told of one file: nobody reads more, and each takes memory.
const MOST: usize = 20_000;

/// The findings of each rule in each file, counted: those above twenty thousand are not kept, and how many they were is said once.
#[derive(Debug, Default)]
pub struct Tally {
    counts: HashMap<(&'static str, SourceId), Count>,
}

#[derive(Debug, Default)]
struct Count {
    told: usize,
    /// The first that is not kept.
    first: Option<Box<Finding>>,
    untold: usize,
}

impl Tally {
    /// The finding itself while there are few like it.
    pub fn admit(&mut self, finding: Finding) -> Option<Finding> {
        self.admit_up_to(MOST, finding)
    }

    /// Adds what another one counted and did not keep; what that one admitted is admitted here first, one by one.
    pub fn add_untold(&mut self, other: Self) {
        for (key, count) in other.counts {
            let Some(first) = count.first else { continue };
            let own = self.counts.entry(key).or_default();
            own.first.get_or_insert(first);
            own.untold += count.untold;
        }
    }

    fn admit_up_to(&mut self, most: usize, finding: Finding) -> Option<Finding> {
        let count = match self.counts.entry((finding.rule.code, finding.span.source)) {
            Entry::Occupied(count) => count.into_mut(),
            Entry::Vacant(place) => place.insert(Count::default()),
        };
        if count.told < most {
            count.told += 1;
            return Some(finding);
        }
        count.untold += 1;
        count.first.get_or_insert_with(|| Box::new(finding));
        None
    }

    /// For each rule and file of which not all is told, one finding that says how much there is besides.
    pub fn rest(self) -> Vec<Finding> {
        let rest = |count: Count| {
            let mut finding = *count.first?;
            let besides = match count.untold - 1 {
                0 => return Some(finding),
                1 => "un altro rilievo simile in questo file, che non si elenca".to_owned(),
                others => format!("altri {others} rilievi simili in questo file, che non si elencano"),
            };
            finding.message = format!("{} (e {besides})", finding.message);
            Some(finding)
        };
        let mut rest: Vec<Finding> = self.counts.into_values().filter_map(rest).collect();
        rest.sort_by_key(|finding| (finding.span, finding.rule.code));
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Rule, Severity};
    use crate::source::{Source, Sources, Span};

    static RULE: Rule = Rule {
        code: "LA000",
        name: "prova",
        severity: Severity::Error,
        summary: "",
        why: "",
        remedy: "",
        correction: None,
        basis: "",
        failing: &[],
        passing: &[],
    };

    #[test]
    fn what_is_above_the_number_is_said_once_a_file() {
        let mut sources = Sources::default();
        let (a, b) = (sources.add(Source::new("a.yaml", "")), sources.add(Source::new("b.yaml", "")));
        let finding = |id, at| Finding::new(&RULE, Span::new(id, at, at), format!("chiave {at}"));
        let told = |count: usize| {
            let mut tally = Tally::default();
            let mut told: Vec<Finding> = (0..count).filter_map(|at| tally.admit_up_to(2, finding(a, at))).collect();
            told.extend(tally.admit_up_to(2, finding(b, 9)));
            told.extend(tally.rest());
            told.into_iter().map(|finding| finding.message).collect::<Vec<_>>()
        };
        assert_eq!(told(2), ["chiave 0", "chiave 1", "chiave 9"]);
        assert_eq!(told(3), ["chiave 0", "chiave 1", "chiave 9", "chiave 2"]);
        let one = "chiave 2 (e un altro rilievo simile in questo file, che non si elenca)";
        assert_eq!(told(4), ["chiave 0", "chiave 1", "chiave 9", one]);
        let mut pieces = Tally::default();
        for range in [0..2, 2..7] {
            let mut piece = Tally::default();
            for admitted in range.filter_map(|at| piece.admit_up_to(2, finding(a, at))) {
                pieces.admit_up_to(2, admitted);
            }
            pieces.add_untold(piece);
        }
        let rest: Vec<String> = pieces.rest().into_iter().map(|finding| finding.message).collect();
        assert_eq!(rest, ["chiave 2 (e altri 4 rilievi simili in questo file, che non si elencano)"], "in two pieces");
        let five = "chiave 2 (e altri 5 rilievi simili in questo file, che non si elencano)";
        assert_eq!(told(8), ["chiave 0", "chiave 1", "chiave 9", five]);
    }
}
