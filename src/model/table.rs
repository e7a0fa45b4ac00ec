use super::Text;
use crate::source::Span;

/// The rows of one file of the data, and how far it could be read.
#[derive(Debug)]
pub struct Table<T> {
    /// The rows, in the order of the file.
    pub rows: Vec<T>,
    /// What the marks (`richiami`) of this file mean.
    pub marks: Vec<Callout>,
    /// Where the file begins, when there is one.
    pub span: Option<Span>,
    /// Whether every row could be read; if not, no rule may report what is missing.
    pub complete: bool,
    /// Identifiers of rows that are there but could not be read: a reference to one of them is not an error.
    pub unread: Vec<String>,
}

/// A mark and its published meaning.
#[derive(Clone, Debug)]
pub struct Callout {
    /// The mark, such as `*`.
    pub mark: Text,
    /// Its text; `None` if none was published.
    pub text: Option<Text>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), marks: Vec::new(), span: None, complete: true, unread: Vec::new() }
    }
}

impl<T> Table<T> {
    /// Whether the file exists.
    pub fn is_present(&self) -> bool {
        self.span.is_some()
    }

    /// Whether a missing identifier may just be one that could not be read.
    pub fn may_hold(&self, id: &str) -> bool {
        !self.complete && (self.unread.is_empty() || self.unread.iter().any(|unread| unread == id))
    }
}
