use super::RecordName;
use crate::source::{Sources, Span};
use std::borrow::Cow;

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
    /// What the record is called.
    pub name: RecordName,
    /// The bytes of each of its keys with their values.
    pub keys: Vec<(Span, Cow<'static, str>)>,
    /// The texts that stand under its keys, in order, those of the records inside it left out.
    pub texts: Vec<WrittenText>,
}

/// A text under a key of a record.
#[derive(Debug)]
pub struct WrittenText {
    /// The bytes that hold it.
    pub span: Span,
    /// What it reads as, where that is not what is written there: a folded text, one with quotes.
    pub read: Option<Box<str>>,
}

impl WrittenText {
    /// `text`, which stands at `span` of one of `sources`.
    pub fn new(sources: &Sources, span: Span, text: &str) -> Self {
        Self { span, read: (sources.slice(span) != text).then(|| text.into()) }
    }

    fn text<'a>(&'a self, sources: &'a Sources) -> &'a str {
        self.read.as_deref().unwrap_or_else(|| sources.slice(self.span))
    }
}

/// A place in the tables: a record, and one of its keys.
#[derive(Clone, Copy, Debug)]
pub struct DataPlace<'a> {
    /// The record.
    pub entry: &'a OutlineEntry,
    /// The key; nothing where the record as a whole is meant.
    pub key: Option<&'a str>,
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

    /// Every record, file by file.
    pub fn entries(&self) -> impl Iterator<Item = &OutlineEntry> {
        self.entries.iter()
    }

    /// The innermost place that holds `span`.
    pub fn place(&self, span: Span) -> Option<DataPlace<'_>> {
        let end =
            self.entries.partition_point(|entry| (entry.span.source, entry.span.start) <= (span.source, span.start));
        // Entries nest, so the last one that begins before the span and holds it is the innermost.
        let before = self.entries[..end].iter().rev().take_while(|entry| entry.span.source == span.source);
        let entry = before.filter(|entry| entry.span.contains(span)).max_by_key(|entry| entry.span.start)?;
        let key = entry.keys.iter().find(|(keyed, _)| keyed.contains(span)).map(|(_, key)| key.as_ref());
        Some(DataPlace { entry, key })
    }
}

impl OutlineEntry {
    /// The text that holds `span`; where `span` holds several, such as a list, all of them.
    pub fn text(&self, sources: &Sources, span: Span) -> Option<String> {
        if let Some(text) = self.texts.iter().find(|text| text.span.contains(span)) {
            return Some(text.text(sources).to_owned());
        }
        let inside = self.texts.iter().filter(|text| span.contains(text.span));
        let inside: Vec<&str> = inside.map(|text| text.text(sources)).collect();
        (!inside.is_empty()).then(|| inside.join("; "))
    }
}
