use super::Severity;
use std::borrow::Cow;

/// One check, as it is documented: in `piao explain`, in the guide, in a finding.
///
/// The texts are in Italian, plain sentences. The check itself lives beside the rule in the room that runs it.
#[derive(Debug)]
pub struct Rule {
    /// `LA` and three digits; the first digit is the family. It never changes.
    pub code: &'static str,
    /// The problem in a few words joined by hyphens. It never changes.
    pub name: &'static str,
    /// The severity of its findings.
    pub severity: Severity,
    /// One sentence: what it finds.
    pub summary: &'static str,
    /// Why it matters, for whoever publishes or reads the annex.
    pub why: &'static str,
    /// How to correct it.
    pub remedy: &'static str,
    /// What of it `piao check --fix` does by itself, in words that go on with those of the remedy; `None` for a rule of whose findings only a few,
    /// or none, have a correction: each finding says that of itself.
    pub correction: Option<&'static str>,
    /// The law, the standard or the practice it rests on.
    pub basis: &'static str,
    /// Data in which it finds something.
    pub failing: &'static [Example],
    /// Similar data in which it finds nothing.
    pub passing: &'static [Example],
}

/// What a rule is about: the first digit of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Whether the files can be read.
    Form,
    /// Whether single values are possible and well written.
    Values,
    /// References from one record to another.
    References,
    /// Tables that must agree with one another.
    Coherence,
    /// Chapters and dates that must agree with the rest.
    TextsAndData,
    /// How texts are written.
    Wording,
    /// Personal data.
    Privacy,
    /// What publication asks for.
    Publication,
    /// The office's own settings of the checks.
    Settings,
    /// The office's waivers.
    Waivers,
}

impl Family {
    /// Every family, in the order of the digits.
    pub const ALL: [Self; 10] = [
        Self::Form,
        Self::Values,
        Self::References,
        Self::Coherence,
        Self::TextsAndData,
        Self::Wording,
        Self::Privacy,
        Self::Publication,
        Self::Settings,
        Self::Waivers,
    ];
}

impl Rule {
    /// What the rule is about; `None` if its code has not the form `LA` and three digits.
    pub fn family(&self) -> Option<Family> {
        let digit = self.code.strip_prefix("LA")?.chars().next()?.to_digit(10)?;
        Family::ALL.get(digit as usize).copied()
    }

    /// How to correct it, and what of it the program does by itself.
    pub fn advice(&self) -> Cow<'static, str> {
        match self.correction {
            Some(correction) => format!("{}; {correction}.", self.remedy.trim_end_matches('.')).into(),
            None => self.remedy.into(),
        }
    }

    /// Whether the office may accept its findings and change their severity: no error, and nothing that watches over just that.
    pub fn is_adjustable(&self) -> bool {
        self.severity != Severity::Error && !matches!(self.family(), Some(Family::Settings | Family::Waivers))
    }
}

/// A change to the starter folder of `piao init`: the tests apply it and look for the finding, `explain` shows it.
#[derive(Debug)]
pub struct Example {
    /// What the example shows; empty if its text shows it by itself.
    pub caption: &'static str,
    /// The changes, in order.
    pub edits: &'static [Edit],
}

/// One replacement in one file of the starter folder.
#[derive(Clone, Copy, Debug)]
pub struct Edit {
    /// The file, relative to the folder of the edition (or to the root when it begins with `/`).
    pub file: &'static str,
    /// A piece of text that stands in the starter exactly once; empty means the whole file.
    pub replace: &'static str,
    /// The text of the example.
    pub with: &'static str,
}

impl Example {
    /// An example of one or more changes that needs no caption.
    pub const fn new(edits: &'static [Edit]) -> Self {
        Self { caption: "", edits }
    }
}

impl Edit {
    /// In `file`, `with` instead of `replace`.
    pub const fn new(file: &'static str, replace: &'static str, with: &'static str) -> Self {
        Self { file, replace, with }
    }
}
