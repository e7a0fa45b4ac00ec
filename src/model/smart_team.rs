use super::{Annotations, Spanned, Text, keyword::keywords};

/// A smart team: a group of colleagues who alternate work in the office and agile work.
#[derive(Debug, Default)]
pub struct SmartTeam {
    /// Identifier.
    pub id: Text,
    /// Name as published.
    pub name: Text,
    /// Identifier of its service; `None` if it is of none.
    pub service: Option<Text>,
    /// How far its work can be done in agile mode; `None` if that is not stated.
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
