use crate::diagnostic::{Finding, Severity};
use crate::source::Sources;
use std::collections::{BTreeMap, HashMap};

/// How many groups of findings are drawn in one run.
const DRAWN: usize = 50;
/// How many of them may be of the same rule.
const DRAWN_PER_RULE: usize = 10;
/// How many other places of a group are written out.
const PLACES: usize = 12;

/// Findings with the same message on several places, represented by the first.
pub(super) struct FindingGroup<'a> {
    /// The one that is drawn.
    pub(super) first: &'a Finding,
    /// The others, in their order.
    pub(super) others: Vec<&'a Finding>,
}

/// What is drawn, and how much of each rule is not.
pub(super) struct Selection<'a> {
    /// In the order of the places.
    pub(super) drawn: Vec<FindingGroup<'a>>,
    /// Findings left out, by rule.
    hidden: BTreeMap<&'static str, usize>,
}

impl<'a> Selection<'a> {
    /// Every open finding on its own.
    pub(super) fn everything(findings: &'a [Finding]) -> Self {
        let open = findings.iter().filter(|finding| finding.is_open());
        Self { drawn: open.map(|first| FindingGroup { first, others: Vec::new() }).collect(), hidden: BTreeMap::new() }
    }

    /// The open findings in groups, as many as people can read, the most severe first.
    pub(super) fn readable(findings: &'a [Finding]) -> Self {
        let finding_groups = gather(findings);
        let mut order: Vec<usize> = (0..finding_groups.len()).collect();
        order.sort_by_key(|index| finding_groups[*index].first.severity);
        let mut per_rule: HashMap<&str, usize> = HashMap::new();
        let mut chosen = vec![false; finding_groups.len()];
        let mut drawn = 0;
        for index in order {
            let of_rule = per_rule.entry(finding_groups[index].first.rule.code).or_default();
            if drawn < DRAWN && *of_rule < DRAWN_PER_RULE {
                chosen[index] = true;
                drawn += 1;
                *of_rule += 1;
            }
        }
        let mut selection = Self { drawn: Vec::new(), hidden: BTreeMap::new() };
        for (finding_group, chosen) in finding_groups.into_iter().zip(chosen) {
            if chosen {
                selection.drawn.push(finding_group);
            } else {
                *selection.hidden.entry(finding_group.first.rule.code).or_default() += 1 + finding_group.others.len();
            }
        }
        selection
    }

    /// What is not shown and how to see it; `None` if everything is shown.
    pub(super) fn rest(&self) -> Option<String> {
        let rules: Vec<String> = self.hidden.iter().map(|(code, count)| format!("{code} ({count})")).collect();
        let rules = rules.join(", ");
        match self.hidden.values().sum::<usize>() {
            0 => None,
            1 => Some(format!("1 altro rilievo non è mostrato: {rules}; con `piao check --all` si vedono tutti")),
            count => Some(format!(
                "altri {count} rilievi non sono mostrati: {rules}; con `piao check --all` si vedono tutti"
            )),
        }
    }
}

fn gather(findings: &[Finding]) -> Vec<FindingGroup<'_>> {
    let mut finding_groups: Vec<FindingGroup<'_>> = Vec::new();
    let mut known: HashMap<(&str, &str, Severity), usize> = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.is_open()) {
        let key = (finding.rule.code, finding.message.as_str(), finding.severity);
        if let Some(index) = known.get(&key) {
            finding_groups[*index].others.push(finding);
        } else {
            known.insert(key, finding_groups.len());
            finding_groups.push(FindingGroup { first: finding, others: Vec::new() });
        }
    }
    finding_groups
}

impl FindingGroup<'_> {
    /// `e in altri 7 punti: processi.yaml:820:98, 833:98, …`; empty if there is only one place.
    pub(super) fn elsewhere(&self, sources: &Sources) -> Option<String> {
        let folder = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
        let home = sources.get(self.first.span.source).path();
        let home = &home[..folder(home)];
        let mut places = Vec::new();
        let mut last = None;
        for finding in self.others.iter().take(PLACES) {
            let file = sources.get(finding.span.source);
            let place = file.position(finding.span.range().start);
            let path = file.path();
            let name = path.strip_prefix(home).unwrap_or(path);
            places.push(if last.replace(path) == Some(path) {
                format!("{}:{}", place.line, place.column)
            } else {
                format!("{name}:{}:{}", place.line, place.column)
            });
        }
        if self.others.len() > PLACES {
            places.push(format!("… (altri {})", self.others.len() - PLACES));
        }
        match self.others.len() {
            0 => None,
            1 => Some(format!("e in un altro punto: {}", places.join(", "))),
            count => Some(format!("e in altri {count} punti: {}", places.join(", "))),
        }
    }
}
