use crate::source::Span;

/// Which record and key of which table each place of a file belongs to, so that a finding can be named and accepted.
#[derive(Debug, Default)]
pub struct Outline {
    entries: Vec<Entry>,
}

/// One record, or one keyed value of a record.
#[derive(Debug)]
pub struct Entry {
    /// The bytes it covers.
    pub span: Span,
    /// Where it is.
    pub place: Place,
}

/// A place in the tables, as an acceptance names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The table, such as `processi`.
    pub table: String,
    /// The names of the record: its row number, and its identifier or code.
    pub record: Vec<String>,
    /// The key.
    pub key: Option<String>,
}

impl Outline {
    /// Adds an entry; entries come in any order.
    pub fn add(&mut self, span: Span, place: Place) {
        self.entries.push(Entry { span, place });
    }

    /// Puts the entries in order; call it once, after the last [`Outline::add`].
    pub fn seal(&mut self) {
        self.entries.sort_by_key(|entry| (entry.span.source, entry.span.start, std::cmp::Reverse(entry.span.end)));
    }

    /// The innermost place that holds `span`.
    pub fn place(&self, span: Span) -> Option<&Place> {
        let end = self.entries.partition_point(|entry| (entry.span.source, entry.span.start) <= (span.source, span.start));
        // Entries nest, so the last one that begins before the span and holds it is the innermost.
        let before = self.entries[..end].iter().rev().take_while(|entry| entry.span.source == span.source);
        before.filter(|entry| entry.span.contains(span)).map(|entry| &entry.place).next()
    }
}

impl Place {
    /// Whether an acceptance written as `pattern` (`tabella[/record[/chiave]]`) covers this place.
    pub fn is_below(&self, pattern: &str) -> bool {
        let mut parts = pattern.split('/').map(str::trim);
        let table = parts.next().unwrap_or("");
        if table != self.table {
            return false;
        }
        let Some(record) = parts.next() else { return true };
        let folded = super::fold(record);
        if !self.record.iter().any(|name| name == record || super::fold(name) == folded) {
            return false;
        }
        match parts.next() {
            None => true,
            Some(key) => self.key.as_deref() == Some(key),
        }
    }
}
