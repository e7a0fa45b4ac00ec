use super::{Annotations, ProcessCode, Risk, Spanned, Text, keyword::keywords};
use crate::source::Span;

/// A row of the mapping of processes.
#[derive(Debug, Default)]
pub struct Process {
    /// Where the whole record stands.
    pub span: Span,
    /// Its code, unique in the edition; `None` if it has none.
    pub code: Option<Spanned<ProcessCode>>,
    /// The corruption risk of the process; not related to agile work. `None` if it is not stated.
    pub risk: Option<Spanned<Risk>>,
    /// What it is called.
    pub name: Text,
    /// What it is for.
    pub purpose: Option<Text>,
    /// What starts it; `None` if it is not stated, empty if it is stated to be nothing.
    pub inputs: Option<Spanned<Vec<Text>>>,
    /// Its phases, likewise.
    pub phases: Option<Spanned<Vec<Text>>>,
    /// What it produces, likewise.
    pub outputs: Option<Spanned<Vec<Text>>>,
    /// The areas that the row names; empty if it names none.
    pub areas: Vec<Text>,
    /// Whom it concerns; `None` if that could not be read.
    pub scope: Option<Scope>,
    /// Whether it can be done in agile mode; `None` if that could not be read.
    pub smartability: Option<Spanned<Answer>>,
    /// The administration's own word for that answer, where one was written.
    pub answer_word: Option<String>,
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
    /// Every team of these services, or the services themselves where they have none.
    Services(Vec<Text>),
    /// The areas that its row names: neither a team nor a service is written.
    Areas,
    /// Every team.
    Everyone(Span),
}

impl Process {
    /// Its code as it is written; `None` if it has none.
    pub fn code(&self) -> Option<&str> {
        self.code.as_ref().map(|code| code.value.as_str())
    }

    /// What it is called in little room: its code, or its name where it has none.
    pub fn label(&self) -> &str {
        self.code().unwrap_or(&self.name.value)
    }

    /// Its code and its name, or its name alone.
    pub fn title(&self) -> String {
        self.code().map_or_else(|| self.name.value.clone(), |code| format!("{code} – {}", self.name.value))
    }

    /// The identifiers of the offices that it concerns, as its row names them; none for one that concerns everyone.
    pub fn office_ids(&self) -> Vec<&str> {
        let ids = match &self.scope {
            Some(Scope::Teams(ids) | Scope::Services(ids)) => ids,
            Some(Scope::Areas) => &self.areas,
            Some(Scope::Everyone(_)) | None => return Vec::new(),
        };
        ids.iter().map(|id| id.value.as_str()).collect()
    }

    /// Where its code is written, or its name where it has none.
    pub fn label_span(&self) -> Span {
        self.code.as_ref().map_or(self.name.span, |code| code.span)
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
