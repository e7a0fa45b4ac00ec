use super::{Annotations, Spanned, Text, keyword::keywords};

/// A smart team: a group of colleagues who alternate work in the office and agile work.
#[derive(Debug, Default)]
pub struct SmartTeam {
    /// Identifier.
    pub id: Text,
    /// Name as published.
    pub name: Text,
    /// Identifier of its service.
    pub service: Text,
    /// How far its work can be done in agile mode; `None` if that could not be read (there is a finding).
    pub smartability: Option<Spanned<Smartability>>,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Note, marks, doubts.
    pub annotations: Annotations,
}

/// How far the work of a team can be done in agile mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Smartability {
    /// All of it.
    Full,
    /// A part of it.
    Partial,
    /// None of it.
    None,
}

keywords!(Smartability {
    Full = "smartabile",
    Partial = "parzialmente smartabile",
    None = "non smartabile",
});
