use crate::source::Span;

/// Which record and key of which table each place of a file belongs to, so that a waiver can name the place of a finding.
#[derive(Debug, Default)]
pub struct Outline {
    entries: Vec<OutlineEntry>,
}

/// One record of a table, or a whole file.
#[derive(Debug)]
pub struct OutlineEntry {
    /// The bytes it covers.
    pub span: Span,
    /// The table, such as `processi`.
    pub table: &'static str,
    /// What the record is called: its row number, and its identifier or code. Empty for a whole file.
    pub names: Vec<String>,
    /// The bytes of each of its keys with their values.
    pub keys: Vec<(Span, &'static str)>,
}

/// A place in the tables, as a waiver names it.
#[derive(Clone, Copy, Debug)]
pub struct DataPlace<'a> {
    entry: &'a OutlineEntry,
    key: Option<&'static str>,
}

impl Outline {
    /// Adds a record; records come in any order.
    pub fn add(&mut self, entry: OutlineEntry) {
        self.entries.push(entry);
    }

    /// Sorts the records; call it once, after the last [`Outline::add`].
    pub fn seal(&mut self) {
        self.entries.sort_by_key(|entry| (entry.span.source, entry.span.start, std::cmp::Reverse(entry.span.end)));
    }

    /// The innermost place that holds `span`.
    pub fn place(&self, span: Span) -> Option<DataPlace<'_>> {
        let end =
            self.entries.partition_point(|entry| (entry.span.source, entry.span.start) <= (span.source, span.start));
        // Entries nest, so the last one that begins before the span and holds it is the innermost.
        let before = self.entries[..end].iter().rev().take_while(|entry| entry.span.source == span.source);
        let entry = before.filter(|entry| entry.span.contains(span)).max_by_key(|entry| entry.span.start)?;
        let key = entry.keys.iter().find(|(keyed, _)| keyed.contains(span)).map(|(_, key)| *key);
        Some(DataPlace { entry, key })
    }
}

impl DataPlace<'_> {
    /// Whether a waiver written as `pattern` (`tabella[/record[/chiave]]`) covers this place.
    pub fn is_below(&self, pattern: &str) -> bool {
        let mut parts = pattern.split('/').map(str::trim);
        if parts.next() != Some(self.entry.table) {
            return false;
        }
        let Some(record) = parts.next() else { return true };
        // Codes and identifiers are understood in any spelling, here as elsewhere.
        let folded = super::fold(record);
        if !self.entry.names.iter().any(|name| super::fold(name) == folded) {
            return false;
        }
        parts.next().is_none_or(|key| self.key == Some(key))
    }
}
