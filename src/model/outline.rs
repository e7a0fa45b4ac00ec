use super::RecordName;
use crate::source::{Sources, Span};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

/// Which record and key of which table each place of a file belongs to, so that a waiver can name the place of a finding.
#[derive(Debug, Default)]
pub struct Outline {
    entries: Vec<OutlineEntry>,
    /// For each of them the number of the innermost one around it, [`NONE`] where none is: records nest.
    around: Vec<u32>,
    /// The keys that records were seen to have: those of one table mostly have the same, in the same order.
    shapes: HashSet<Arc<[Key]>>,
}

/// The number of no record.
const NONE: u32 = u32::MAX;

/// A key as it is written.
type Key = Cow<'static, str>;

/// One record of a table, or a whole file. There is one for each record of an annex: it holds little.
#[derive(Debug)]
pub struct OutlineEntry {
    /// The bytes it covers.
    pub span: Span,
    /// The table, such as `processi`.
    pub table: &'static str,
    /// What the record is called.
    pub name: RecordName,
    keys: Arc<[Key]>,
    /// The bytes of each of its keys with their values.
    places: Box<[Place]>,
    /// The bytes of the texts that stand under its keys, in order, those of the records inside it left out.
    texts: Box<[Place]>,
    /// What some of them read as, by their numbers, where that is not what is written there: a folded text, one with marks of escape.
    read: Box<[(u32, Box<str>)]>,
}

/// First byte, and first byte after the last.
type Place = (u32, u32);

/// A text under a key of a record.
#[derive(Debug)]
pub struct WrittenText {
    /// The bytes that hold it.
    span: Span,
    /// What it reads as, where that is not what is written there.
    read: Option<Box<str>>,
}

impl WrittenText {
    /// `text`, which stands at `span` of one of `sources`.
    pub fn new(sources: &Sources, span: Span, text: &str) -> Self {
        Self { span, read: (unquoted(sources.slice(span)) != text).then(|| text.into()) }
    }
}

/// What is written, without the quotes around it.
fn unquoted(written: &str) -> &str {
    let inside = |quote| written.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(written)
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
    /// Adds a record of `table` with its keys and their texts; records come in any order.
    pub fn add(
        &mut self,
        span: Span,
        table: &'static str,
        name: RecordName,
        keys: Vec<(Span, Key)>,
        texts: Vec<WrittenText>,
    ) {
        let place = |span: Span| (span.start, span.end);
        let places = keys.iter().map(|(span, _)| place(*span)).collect();
        let keys = self.shape(keys.into_iter().map(|(_, key)| key).collect());
        let held = texts.iter().map(|text| place(text.span)).collect();
        let read = (0..).zip(texts).filter_map(|(number, text)| Some((number, text.read?))).collect();
        self.entries.push(OutlineEntry { span, table, name, keys, places, texts: held, read });
    }

    /// Adds the records of another one.
    pub fn append(&mut self, other: Self) {
        self.entries.extend(other.entries);
    }

    /// The same keys as those of an earlier record, if there was one.
    fn shape(&mut self, keys: Vec<Key>) -> Arc<[Key]> {
        if let Some(known) = self.shapes.get(keys.as_slice()) {
            return Arc::clone(known);
        }
        let keys: Arc<[Key]> = keys.into();
        self.shapes.insert(Arc::clone(&keys));
        keys
    }

    /// Sorts the records; call it once, after the last [`Outline::add`].
    pub fn seal(&mut self) {
        self.shapes = HashSet::new();
        self.entries.shrink_to_fit();
        // Only the places are held a second time for it.
        self.entries
            .sort_by_cached_key(|entry| (entry.span.source, entry.span.start, std::cmp::Reverse(entry.span.end)));
        let mut open: Vec<(u32, Span)> = Vec::new();
        self.around = Vec::with_capacity(self.entries.len());
        for (number, entry) in (0..).zip(&self.entries) {
            while open.last().is_some_and(|(_, span)| !span.contains(entry.span)) {
                open.pop();
            }
            self.around.push(open.last().map_or(NONE, |(number, _)| *number));
            open.push((number, entry.span));
        }
    }

    /// Every record, file by file.
    pub fn entries(&self) -> impl Iterator<Item = &OutlineEntry> {
        self.entries.iter()
    }

    /// The records that hold `span`, the innermost first.
    pub fn around(&self, span: Span) -> impl Iterator<Item = &OutlineEntry> {
        let end =
            self.entries.partition_point(|entry| (entry.span.source, entry.span.start) <= (span.source, span.start));
        let mut next = end.checked_sub(1);
        let outwards = std::iter::from_fn(move || {
            let number = next?;
            next = self.around.get(number).filter(|outer| **outer != NONE).map(|outer| *outer as usize);
            self.entries.get(number)
        });
        outwards.filter(move |entry| entry.span.contains(span))
    }

    /// The innermost place that holds `span`: of records that begin together, the whole.
    pub fn place(&self, span: Span) -> Option<DataPlace<'_>> {
        let mut around = self.around(span);
        let inner = around.next()?;
        let entry = around.take_while(|outer| outer.span.start == inner.span.start).last().unwrap_or(inner);
        let key = entry.keys().find(|(keyed, _)| keyed.contains(span)).map(|(_, key)| key);
        Some(DataPlace { entry, key })
    }
}

impl OutlineEntry {
    /// Its keys, each with the bytes of it and of its value.
    pub fn keys(&self) -> impl Iterator<Item = (Span, &str)> {
        self.places.iter().map(|place| self.span_of(*place)).zip(self.keys.iter().map(AsRef::as_ref))
    }

    /// The text that holds `span`; where `span` holds several, such as a list, all of them.
    pub fn text(&self, sources: &Sources, span: Span) -> Option<String> {
        let texts = || self.texts.iter().map(|place| self.span_of(*place)).enumerate();
        if let Some((number, place)) = texts().find(|(_, place)| place.contains(span)) {
            return Some(self.text_of(sources, number, place).to_owned());
        }
        let inside = texts().filter(|(_, place)| span.contains(*place));
        let inside: Vec<&str> = inside.map(|(number, place)| self.text_of(sources, number, place)).collect();
        (!inside.is_empty()).then(|| inside.join("; "))
    }

    fn text_of<'a>(&'a self, sources: &'a Sources, number: usize, place: Span) -> &'a str {
        let read = self.read.binary_search_by_key(&number, |(number, _)| *number as usize);
        read.map_or_else(|_| unquoted(sources.slice(place)), |at| &self.read[at].1)
    }

    fn span_of(&self, (start, end): Place) -> Span {
        Span { source: self.span.source, start, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn texts_are_told_as_they_read() {
        let mut sources = Sources::default();
        let written = "a: uno\nb: \"due\"\nc: 'l''altro'\n";
        let id = sources.add(Source::new("a.yaml", written));
        let place = |text: &str| written.find(text).map(|at| Span::new(id, at, at + text.len())).unwrap();
        let of = [("uno", "uno"), ("\"due\"", "due"), ("'l''altro'", "l'altro")];
        let texts = of.iter().map(|(written, read)| WrittenText::new(&sources, place(written), read)).collect();
        let mut outline = Outline::default();
        let keys = vec![(place("a: uno"), "a".into()), (place("b: \"due\""), "b".into())];
        outline.add(Span::new(id, 0, written.len()), "prova", RecordName::row(1), keys, texts);
        outline.seal();
        for (written, read) in of {
            let entry = outline.place(place(written)).unwrap().entry;
            assert_eq!(entry.text(&sources, place(written)).as_deref(), Some(read));
            assert_eq!(entry.text(&sources, entry.span).as_deref(), Some("uno; due; l'altro"));
        }
        assert_eq!(outline.place(place("due")).unwrap().key, Some("b"));
        assert_eq!(outline.place(place("altro")).unwrap().key, None);
    }
}
