use super::form::{missing_key, repeated_key, to_decide, unknown_key, wrong_type};
use super::meant_key;
use super::node::{Node, NodeKind};
use super::reader::Reader;
use super::rows::rows;
use crate::diagnostic::{Fix, Safety, nearest};
use crate::model::{RecordName, Spanned, Text, WrittenText};
use crate::source::{Sources, Span};
use crate::tables::TO_DECIDE;
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A mapping that is being read: remembers which keys were asked for, so that the others can be reported.
pub(super) struct Record<'n> {
    /// What it is, with its article, for messages: `il processo`.
    what: &'static str,
    pub(super) span: Span,
    /// The first key, where a finding about the whole record points.
    head: Span,
    entries: Vec<(&'n str, &'n Node, &'n Node)>,
    /// Keys that are written without a space after the colon, and have a finding of their own.
    joined: Vec<&'n str>,
    asked: Vec<Cow<'static, str>>,
    /// Required keys that are not there, reported when the record is finished.
    absent: Vec<Cow<'static, str>>,
    /// Whether some key of it could not be read, which may be the one that is missing.
    partial: bool,
}

impl<'n> Record<'n> {
    /// Reads a mapping, reporting keys that are written twice; nothing where the value is no mapping.
    pub(super) fn of(reader: &mut Reader<'_>, node: &'n Node, what: &'static str) -> Option<Self> {
        let NodeKind::Mapping(pairs) = &node.kind else {
            reader.report(wrong_type::finding(node, "un gruppo di chiavi", &reader.noun(what)));
            return None;
        };
        Some(Self::of_pairs(reader, pairs, node.span(), node.is_partial(), what))
    }

    /// Reads some of the keys of a mapping as a record of their own.
    pub(super) fn of_pairs(
        reader: &mut Reader<'_>,
        pairs: &'n [(Node, Node)],
        span: Span,
        partial: bool,
        what: &'static str,
    ) -> Self {
        let mut entries: Vec<(&str, &Node, &Node)> = Vec::with_capacity(pairs.len());
        let mut known: HashMap<&str, Span> = HashMap::with_capacity(pairs.len());
        let mut joined = Vec::new();
        for (key, value) in pairs {
            let Some(name) = key.text() else {
                reader.report(wrong_type::finding(key, "il nome di una chiave", &reader.noun(what)));
                continue;
            };
            if let Some((head, rest)) = joined_by_colon(reader, key, name, value) {
                let is_repeated = pairs.iter().any(|(other, _)| other.text() == Some(head));
                reader.report(unknown_key::joined(key.span(), head, rest, is_repeated));
                joined.push(head);
                continue;
            }
            match known.entry(name) {
                Entry::Occupied(first) => {
                    reader.report(repeated_key::finding(key.span(), name, *first.get()));
                    continue;
                }
                Entry::Vacant(place) => place.insert(key.span()),
            };
            entries.push((name, key, value));
        }
        let head = pairs.first().map_or(span, |(key, _)| key.span());
        Self { what, span, head, entries, joined, asked: Vec::new(), absent: Vec::new(), partial }
    }

    /// The value of a key, marking the key as known; an empty value counts as absent.
    pub(super) fn value(&mut self, key: impl Into<Cow<'static, str>>) -> Option<&'n Node> {
        self.written(key).filter(|value| !value.is_empty())
    }

    /// Marks a key as known.
    pub(super) fn ask(&mut self, key: impl Into<Cow<'static, str>>) {
        let key = key.into();
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
    }

    /// The value of a key even when it is empty.
    pub(super) fn written(&mut self, key: impl Into<Cow<'static, str>>) -> Option<&'n Node> {
        let key = key.into();
        let found = self.entries.iter().find(|(name, ..)| *name == key).map(|(_, _, value)| *value);
        self.ask(key);
        found
    }

    /// Where a key is written, or the head of the record.
    pub(super) fn key_span(&self, key: &str) -> Span {
        self.entries.iter().find(|(name, ..)| *name == key).map_or(self.head, |(_, node, _)| node.span())
    }

    /// The correction that takes away a key with its value; `None` where something else, such as a comment, stands between it and its
    /// neighbours.
    pub(super) fn removal(&self, sources: &Sources, key: &str) -> Option<Fix> {
        let at = self.entries.iter().position(|(name, ..)| *name == key)?;
        let (own, mut value) = (self.entries[at].1.span(), self.entries[at].2.span());
        // The place of a list may end before its bracket.
        value.end += u32::from(sources.get(own.source).text()[value.range().end..].starts_with(']'));
        let is_bare = |from: u32, to: u32| {
            let between = Span { start: from, end: to, ..own };
            from <= to && sources.slice(between).chars().all(|c| c.is_whitespace() || c == ',')
        };
        let next = self.entries.get(at + 1).map(|(_, key, _)| key.span().start);
        let before = at.checked_sub(1).map(|before| self.entries[before].2.span().end);
        let (start, end) = match (next, before) {
            (Some(next), _) if is_bare(value.end, next) => (own.start, next),
            (None, Some(before)) if is_bare(before, own.start) => (before, value.end),
            _ => return None,
        };
        Some(Fix { span: Span { start, end, ..own }, replacement: String::new(), safety: Safety::Certain })
    }

    /// Keys and values, for a mapping whose keys the administration chooses.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'n str, &'n Node, &'n Node)> {
        self.entries.iter().copied()
    }

    /// An optional value.
    pub(super) fn maybe<'r, T>(
        &mut self,
        reader: &mut Reader<'r>,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'r>, &Node, &str) -> Option<T>,
    ) -> Option<T> {
        let node = self.value(key).filter(|node| node.text() != Some(""))?;
        read(reader, node, key)
    }

    /// Asks for a key that must be there; says whether it is. Its absence is a finding.
    pub(super) fn require(&mut self, key: &'static str) -> bool {
        self.required(key).is_some()
    }

    /// The value of a key that must be there, even when it is empty: its absence is a finding.
    pub(super) fn required(&mut self, key: impl Into<Cow<'static, str>>) -> Option<&'n Node> {
        let key = key.into();
        let node = self.written(key.clone());
        if node.is_none() {
            self.absent.push(key);
        }
        node
    }

    /// A value that must be there: its absence is a finding.
    pub(super) fn must<'r, T>(
        &mut self,
        reader: &mut Reader<'r>,
        key: &'static str,
        read: impl FnOnce(&mut Reader<'r>, &Node, &str) -> Option<T>,
    ) -> Option<T> {
        self.required(key).and_then(|node| read(reader, node, key))
    }

    /// A text that must be there; where it is not, a finding says so and an empty text stands for it.
    pub(super) fn text(&mut self, reader: &mut Reader<'_>, key: &'static str) -> Text {
        let text = self.must(reader, key, Reader::text);
        text.unwrap_or_else(|| Spanned::new(String::new(), self.key_span(key)))
    }

    /// A text that may be there.
    pub(super) fn maybe_text(&mut self, reader: &mut Reader<'_>, key: &'static str) -> Option<Text> {
        self.maybe(reader, key, Reader::text)
    }

    /// A list of texts; absent is empty.
    pub(super) fn texts(&mut self, reader: &mut Reader<'_>, key: &'static str) -> Vec<Text> {
        self.value(key).map(|node| reader.list(node, key, Reader::text)).unwrap_or_default()
    }

    /// The records of a list, each read by `read` with its row number from 1.
    pub(super) fn rows<'r, T>(
        &mut self,
        reader: &mut Reader<'r>,
        key: &'static str,
        what: &'static str,
        read: impl FnMut(&mut Reader<'r>, Record<'_>, usize) -> T,
    ) -> Vec<T> {
        let Some(node) = self.value(key) else { return Vec::new() };
        let items = reader.items(node, key);
        rows(reader, items, what, read)
    }

    /// Reports the keys that nobody asked for and those that are missing, of a mapping that is the value of a key: it has no name of its own.
    pub(super) fn finish_part(mut self, reader: &mut Reader<'_>) {
        self.tell_decisions(reader);
        let strays = self.entries.iter().filter(|(written, ..)| !self.asked.iter().any(|asked| asked == written));
        let known: Vec<&str> = self.asked.iter().map(AsRef::as_ref).collect();
        let mut absent = self.absent.clone();
        for (written, key, _) in strays {
            let near = nearest(written, known.iter().copied());
            reader.report(meant_key::finding(reader, &self.entries, key, self.what, near, &known));
            absent.retain(|absent| near != Some(absent.as_ref()));
        }
        for key in absent.iter().filter(|key| !self.partial && !self.joined.contains(&key.as_ref())) {
            reader.report(missing_key::finding(self.head, &reader.noun(self.what), key));
        }
    }

    /// Whether the record says that something of it is still to be decided.
    pub(super) fn is_undecided(&self) -> bool {
        self.entries.iter().any(|(name, ..)| *name == TO_DECIDE)
    }

    /// Reports the decisions that the record says are still to be taken: until then it may lack what it needs.
    fn tell_decisions(&mut self, reader: &mut Reader<'_>) {
        let Some(node) = self.written(TO_DECIDE) else { return };
        match &node.kind {
            NodeKind::List(items) if !items.is_empty() => {
                for item in items {
                    reader.report(to_decide::finding(item.span(), item.text().unwrap_or_default()));
                }
            }
            _ => {
                let span = if node.is_empty() { self.key_span(TO_DECIDE) } else { node.span() };
                reader.report(to_decide::finding(span, node.text().unwrap_or_default()));
            }
        }
        self.absent.clear();
    }

    /// Names the record and its keys in the outline, and reports the keys that nobody asked for and those that are missing.
    pub(super) fn finish(mut self, reader: &mut Reader<'_>, table: &'static str, name: RecordName) {
        self.tell_decisions(reader);
        let mut keys = Vec::with_capacity(self.entries.len());
        let mut texts = Vec::new();
        let strays =
            self.entries.iter().filter(|(written, ..)| self.asked.iter().all(|asked| asked != written)).count();
        let lists = self.entries.iter().filter(|(_, _, value)| matches!(value.kind, NodeKind::List(_))).count();
        // The only list of a file, under a key that is none of its own.
        let list = self.absent.first().cloned().filter(|_| name.is_file() && strays == 1 && lists == 1);
        for (written, key, value) in &self.entries {
            if let Some(asked) = self.asked.iter().find(|asked| asked.as_ref() == *written) {
                let (from, to) = (key.span(), value.span());
                // A value that stands elsewhere (an alias) does not stretch its key.
                let end = if to.start >= from.end { to.end } else { from.end };
                keys.push((Span { end, ..from }, asked.clone()));
                collect_texts(reader.sources, value, &mut texts);
            } else {
                let known: Vec<&str> = self.asked.iter().map(AsRef::as_ref).collect();
                let near = nearest(written, known.iter().copied())
                    .or(list.as_deref().filter(|_| matches!(value.kind, NodeKind::List(_))));
                if near.is_none() && is_after_comma(reader, key, value) {
                    reader.report(unknown_key::cut_by_comma(key.span(), written, &reader.noun(self.what)));
                    continue;
                }
                reader.report(meant_key::finding(reader, &self.entries, key, self.what, near, &known));
                // A key that is there under a mistyped name is not missing as well.
                self.absent.retain(|absent| near != Some(absent.as_ref()));
            }
        }
        for key in self.absent.iter().filter(|key| !self.partial && !self.joined.contains(&key.as_ref())) {
            reader.report(missing_key::finding(self.head, &reader.noun(self.what), key));
        }
        // What is said of a whole file stands before its first key.
        let start = if name.is_file() { 0 } else { self.head.start.min(self.span.start) };
        let span = Span { start, ..self.span };
        reader.outline.add(span, table, name, keys, texts);
    }
}

/// The texts of a value: its own, those of a list, those under the keys of a mapping. What is deeper has a record of its own.
fn collect_texts(sources: &Sources, value: &Node, texts: &mut Vec<WrittenText>) {
    let mut take = |node: &Node| texts.extend(node.text().map(|text| WrittenText::new(sources, node.span(), text)));
    match &value.kind {
        NodeKind::List(items) => items.iter().for_each(take),
        NodeKind::Mapping(entries) => entries.iter().for_each(|(_, value)| take(value)),
        _ => take(value),
    }
}

/// The two halves of a plain key that holds a colon and has no value: `nome:Tributi` inside braces.
fn joined_by_colon<'n>(reader: &Reader<'_>, key: &Node, name: &'n str, value: &Node) -> Option<(&'n str, &'n str)> {
    let (head, rest) = name.split_once(':').filter(|(head, rest)| !head.is_empty() && !rest.is_empty())?;
    let plain = reader.sources.slice(key.span()) == name;
    (plain && value.is_empty() && !is_followed_by_colon(reader, key)).then_some((head, rest))
}

/// Whether a key without a colon follows a comma inside braces.
fn is_after_comma(reader: &Reader<'_>, key: &Node, value: &Node) -> bool {
    let before = reader.sources.get(key.span().source).slice(0..key.span().range().start).trim_end();
    value.is_empty() && before.ends_with(',') && !is_followed_by_colon(reader, key)
}

fn is_followed_by_colon(reader: &Reader<'_>, key: &Node) -> bool {
    let file = reader.sources.get(key.span().source);
    file.slice(key.span().range().end..file.text().len()).trim_start().starts_with(':')
}
