use super::{Annotations, ProcessCode, Spanned, Text, keyword::keywords};
use crate::source::Span;

/// A row of the mapping of processes.
#[derive(Debug, Default)]
pub struct Process {
    /// Where the whole record stands.
    pub span: Span,
    /// Its code, unique in the edition.
    pub code: Spanned<ProcessCode>,
    /// The corruption risk of the process; not related to agile work. `None` if it could not be read.
    pub risk: Option<Spanned<Risk>>,
    /// What it is called.
    pub name: Text,
    /// What it is for.
    pub purpose: Text,
    /// What starts it.
    pub inputs: Spanned<Vec<Text>>,
    /// Its phases.
    pub phases: Spanned<Vec<Text>>,
    /// What it produces.
    pub outputs: Spanned<Vec<Text>>,
    /// The areas that the row names; empty if it names none.
    pub areas: Vec<Text>,
    /// Whom it concerns; `None` if that could not be read.
    pub scope: Option<Scope>,
    /// Whether it can be done in agile mode; `None` if that could not be read.
    pub smartability: Option<Spanned<Answer>>,
    /// Whether it needs paper; absent = not stated.
    pub paper: Option<Spanned<bool>>,
    /// How much of it can be done in agile mode, 0 to 100.
    pub percentage: Option<Spanned<f64>>,
    /// Why it can or cannot.
    pub reason: Option<Text>,
    /// Identifiers of the software it uses.
    pub software: Vec<Text>,
    /// The code it had in a past edition.
    pub previous_code: Option<Spanned<ProcessCode>>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// Whom a process concerns.
#[derive(Debug)]
pub enum Scope {
    /// These teams.
    Teams(Vec<Text>),
    /// Every team of these services.
    Services(Vec<Text>),
    /// Every team.
    Everyone(Span),
}

/// The corruption risk of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

keywords!(Risk { Low = "basso", Medium = "medio", High = "alto" });

impl Risk {
    /// The letter that ends the code of a process of this risk.
    pub fn letter(self) -> char {
        match self {
            Self::Low => 'B',
            Self::Medium => 'M',
            Self::High => 'A',
        }
    }
}

/// Whether a process can be done in agile mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// All of it.
    Yes,
    /// A part of it.
    Partly,
    /// None of it.
    No,
}

keywords!(Answer { Yes = "si", Partly = "in parte", No = "no" });
