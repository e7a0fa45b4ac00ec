mod parsed;
mod weight;

use super::packed::Packed;
use crate::source::{Source, SourceId, Sources, Span};

/// A YAML value with the bytes that hold it, so that decoding can go on after a fault.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// Byte offsets in the file.
    start: u32,
    end: u32,
    /// Right only after [`Node::adopt`].
    source: SourceId,
    /// Whether it is a mapping that had a key which could not be read.
    partial: bool,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug)]
pub(super) enum NodeKind {
    /// Nothing was written, or `~` or `null`.
    Empty,
    /// A text.
    Text(String),
    /// A bare word that YAML takes for a number or a truth value; [`Node::adopt`] takes its text back from the file.
    Bare,
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in order, repeated keys included.
    Mapping(Vec<(Node, Node)>),
    /// Whatever it is, it waits to be unpacked; the place of the node is that of the text that it was parsed from.
    Packed(Packed),
}

impl Node {
    /// Says which file the value was read from, and turns every bare word back into the text that was written there.
    pub(super) fn adopt(&mut self, id: SourceId, file: &Source) {
        self.source = id;
        match &mut self.kind {
            // What is packed is adopted when it is unpacked.
            NodeKind::Empty | NodeKind::Packed(_) => {}
            NodeKind::Text(_) => {
                // A text of several lines ends with its last letter, not with the line that follows it.
                let written = file.slice(self.start as usize..self.end as usize);
                self.end -= u32::try_from(written.len() - written.trim_end().len()).unwrap_or(0);
            }
            NodeKind::Bare => self.kind = NodeKind::Text(file.slice(self.start as usize..self.end as usize).to_owned()),
            NodeKind::List(items) => items.iter_mut().for_each(|item| item.adopt(id, file)),
            NodeKind::Mapping(entries) => {
                for (key, value) in entries {
                    key.adopt(id, file);
                    value.adopt(id, file);
                }
            }
        }
    }

    /// The same value of a text that stands some bytes further on.
    pub(super) fn into_moved(mut self, bytes: usize) -> Self {
        self.shift(u32::try_from(bytes).unwrap_or(u32::MAX));
        self
    }

    fn shift(&mut self, bytes: u32) {
        self.start = self.start.saturating_add(bytes);
        self.end = self.end.saturating_add(bytes);
        match &mut self.kind {
            NodeKind::List(items) => items.iter_mut().for_each(|item| item.shift(bytes)),
            NodeKind::Mapping(entries) => entries.iter_mut().for_each(|(key, value)| {
                key.shift(bytes);
                value.shift(bytes);
            }),
            NodeKind::Empty | NodeKind::Text(_) | NodeKind::Bare | NodeKind::Packed(_) => {}
        }
    }

    /// A value at some bytes of a text.
    pub(super) fn at(kind: NodeKind, start: u32, end: u32) -> Self {
        Self { kind, start, end, source: SourceId::default(), partial: false }
    }

    /// Its bytes as the parser told them.
    pub(super) fn place(&self) -> (u32, u32) {
        (self.start, self.end)
    }

    /// A value that is packed: the text that it was parsed from begins at `start`, its last value ends at `end`.
    pub(super) fn packed(packed: Packed, start: usize, end: usize) -> Self {
        let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self::at(NodeKind::Packed(packed), byte(start), byte(end))
    }

    /// The value that is packed in it, with its place in its file; `None` where it is not packed.
    pub(super) fn unpacked(&self, sources: &Sources) -> Option<Self> {
        let NodeKind::Packed(packed) = &self.kind else { return None };
        let file = sources.get(self.source);
        let mut node = packed.unpacked(file.text(), self.start as usize);
        node.adopt(self.source, file);
        Some(node)
    }

    /// Unpacks all records of the lists under its keys.
    pub(super) fn unpack(&mut self, sources: &Sources) {
        let NodeKind::Mapping(entries) = &mut self.kind else { return };
        for (_, value) in entries {
            let NodeKind::List(items) = &mut value.kind else { continue };
            for item in items {
                if let Some(node) = item.unpacked(sources) {
                    *item = node;
                }
            }
        }
    }

    /// A list of some items that begins at a byte.
    pub(super) fn list(items: Vec<Self>, start: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        Self::at(NodeKind::List(items), start, start)
    }

    /// A mapping that begins with the first of some keys; `None` if there is none.
    pub(super) fn mapping(entries: Vec<(Self, Self)>) -> Option<Self> {
        let (start, end) = entries.first().map(|(key, _)| (key.start, key.start))?;
        Some(Self { kind: NodeKind::Mapping(entries), start, end, source: SourceId::default(), partial: false })
    }

    /// Whether its last value is a block (`|`, `>`) of no lines, in the text that it was parsed from.
    pub(super) fn ends_with_empty_block(&self, text: &str) -> bool {
        match &self.kind {
            NodeKind::List(items) => items.last().is_some_and(|item| item.ends_with_empty_block(text)),
            NodeKind::Mapping(entries) => entries.last().is_some_and(|(_, value)| value.ends_with_empty_block(text)),
            NodeKind::Text(said) => said.is_empty() && !text[self.start as usize..].starts_with(['"', '\'']),
            _ => false,
        }
    }

    /// How many values there are, itself and the keys included.
    pub(super) fn count(&self) -> usize {
        1 + match &self.kind {
            NodeKind::List(items) => items.iter().map(Self::count).sum(),
            NodeKind::Mapping(entries) => entries.iter().map(|(key, value)| key.count() + value.count()).sum(),
            NodeKind::Packed(packed) => packed.count() - 1,
            _ => 0,
        }
    }

    /// An empty value at the beginning of a file.
    pub(super) fn nothing(source: SourceId) -> Self {
        Self { kind: NodeKind::Empty, start: 0, end: 0, source, partial: false }
    }

    /// The bytes that hold the value; for a list or a mapping, from its first byte to the end of its last value.
    pub(super) fn span(&self) -> Span {
        Span::new(self.source, self.start as usize, self.last() as usize)
    }

    fn last(&self) -> u32 {
        let inner = match &self.kind {
            NodeKind::List(items) => items.last().map(Node::last),
            NodeKind::Mapping(entries) => entries.last().map(|(key, value)| value.last().max(key.last())),
            _ => None,
        };
        inner.unwrap_or(self.end).max(self.end)
    }

    /// The text of a scalar, however YAML would read it; nothing for a list, a mapping or an empty value.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Text(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// Whether a text on one line has spaces before or behind it, between its quotes.
    pub(super) fn is_padded(&self) -> bool {
        match &self.kind {
            NodeKind::Text(text) => text.trim().len() < text.len() && !text.contains(['\n', '\r']),
            _ => false,
        }
    }

    /// Whether it is nothing, or a list of which every item may be a record.
    pub(super) fn holds_records(&self) -> bool {
        match &self.kind {
            NodeKind::Empty => true,
            NodeKind::List(items) => items.iter().all(Self::may_be_record),
            _ => false,
        }
    }

    /// Whether it has keys, or waits to be unpacked.
    pub(super) fn may_be_record(&self) -> bool {
        matches!(self.kind, NodeKind::Mapping(_) | NodeKind::Packed(_))
    }

    /// Takes the items of the list under a key of a mapping, which stays there without them; nothing where there is no list, or more than one.
    pub(super) fn take_items(&mut self, key: &str) -> Option<Vec<Node>> {
        let NodeKind::Mapping(entries) = &mut self.kind else { return None };
        let mut named = entries.iter_mut().filter(|(name, _)| name.text() == Some(key)).map(|(_, value)| value);
        let (value, None) = (named.next()?, named.next()) else { return None };
        let end = value.last();
        let NodeKind::List(items) = &mut value.kind else { return None };
        value.end = end;
        Some(std::mem::take(items))
    }

    /// Says that a key could not be read of the mapping to which `path` leads.
    pub(super) fn lose_key_at(&mut self, path: &[String]) {
        match (path.split_first(), &mut self.kind) {
            (None, _) => self.partial = true,
            (Some((key, rest)), NodeKind::Mapping(entries)) => {
                let value = entries.iter_mut().find(|(name, _)| name.text() == Some(key)).map(|(_, value)| value);
                if let Some(value) = value {
                    value.lose_key_at(rest);
                }
            }
            _ => {}
        }
    }

    /// Whether a key of it could not be read, so that a missing one may be that.
    pub(super) fn is_partial(&self) -> bool {
        self.partial
    }

    /// The text of the first key of a mapping: what a record is told by.
    pub(super) fn head(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Mapping(entries) => entries.first().and_then(|(_, value)| value.text()),
            _ => None,
        }
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self.kind, NodeKind::Empty)
    }

    /// Whether it can stand as one of several files of a folder.
    pub(super) fn is_joinable(&self) -> bool {
        matches!(self.kind, NodeKind::Empty | NodeKind::Mapping(_))
    }

    /// What kind of value it is, for a message.
    pub(super) fn noun(&self) -> &'static str {
        match self.kind {
            NodeKind::Empty => "nessun valore",
            NodeKind::Text(_) | NodeKind::Bare => "un testo",
            NodeKind::List(_) => "un elenco",
            NodeKind::Mapping(_) | NodeKind::Packed(_) => "un gruppo di chiavi",
        }
    }
}
