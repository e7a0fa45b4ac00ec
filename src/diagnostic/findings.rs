use super::{Finding, Tally};

/// What is found, of each rule and file as much as is told: what is above that is counted as it comes, and takes no memory.
#[derive(Debug, Default)]
pub struct Findings {
    told: Vec<Finding>,
    tally: Tally,
}

impl Findings {
    /// Takes one more.
    pub fn push(&mut self, finding: Finding) {
        self.told.extend(self.tally.admit(finding));
    }

    /// Takes those of another one.
    pub fn append(&mut self, other: Self) {
        self.extend(other.told);
        self.tally.add_untold(other.tally);
    }

    /// Those that are told, and of the others how many they are.
    pub fn into_vec(mut self) -> Vec<Finding> {
        self.told.extend(self.tally.rest());
        self.told
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}
