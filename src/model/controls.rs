use super::{Spanned, Text, keyword::keywords};

/// What the office changed of the checks: `data/controlli.yaml`.
#[derive(Debug, Default)]
pub struct Controls {
    /// Rules that weigh more or less than usual, or are turned off.
    pub changes: Vec<LevelChange>,
    /// The numbers from which some rules speak.
    pub thresholds: Thresholds,
}

/// A rule whose findings weigh more or less than usual.
#[derive(Debug)]
pub struct LevelChange {
    /// Code of the rule.
    pub rule: Text,
    /// How much they weigh.
    pub level: Spanned<Level>,
}

/// How much the findings of a rule weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing is published until they are corrected.
    Error,
    /// Like two facts that disagree.
    Warning,
    /// Like advice.
    Note,
    /// They are not reported.
    Off,
}

keywords!(Level { Error = "errore", Warning = "avviso", Note = "nota", Off = "spento" });

/// The numbers from which some rules report; `None` = the usual one.
#[derive(Debug, Default)]
pub struct Thresholds {
    /// People below which a cell may tell who they are.
    pub small_cells: Option<Spanned<u32>>,
    /// Characters from which two equal texts count as a copy.
    pub repeated_text: Option<Spanned<u32>>,
}

impl Thresholds {
    /// The usual number of people.
    pub const SMALL_CELLS: u32 = 3;
    /// The usual number of characters.
    pub const REPEATED_TEXT: u32 = 40;

    /// People below which a cell may tell who they are.
    pub fn small_cells(&self) -> u32 {
        self.small_cells.as_ref().map_or(Self::SMALL_CELLS, |number| number.value)
    }

    /// Characters from which two equal texts count as a copy.
    pub fn repeated_text(&self) -> u32 {
        self.repeated_text.as_ref().map_or(Self::REPEATED_TEXT, |number| number.value)
    }
}
