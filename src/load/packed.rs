//! A value as the parser made it, in few bytes: a long table waits so for each of its records to be read.

use super::node::{Node, NodeKind};
use crate::varint;
use std::sync::Arc;

/// A value, its bytes counted from the first of the text that it was parsed from. What is only a piece of that text is not held again.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    bytes: Arc<[u8]>,
    /// How many values there are, itself and the keys included.
    values: u32,
    /// How much memory it takes once it is read, in bytes.
    weight: u32,
}

/// What a value is, as the first byte of it says.
const EMPTY: u8 = 0;
const BARE: u8 = 1;
/// A text that reads as it is written.
const PLAIN: u8 = 2;
/// A text between quotes that reads as what is written between them.
const QUOTED: u8 = 3;
/// A text that is written otherwise than it reads: it is held.
const OTHER: u8 = 4;
const LIST: u8 = 5;
const MAPPING: u8 = 6;

impl Packed {
    /// Packs a value that was parsed from `text`.
    pub(super) fn new(node: &Node, text: &str) -> Self {
        let mut packing = Packing { text, bytes: Vec::with_capacity(text.len() / 4), last: 0, values: 0 };
        packing.value(node);
        let weight = u32::try_from(node.weight()).unwrap_or(u32::MAX);
        Self { bytes: packing.bytes.into(), values: packing.values, weight }
    }

    /// The value, of a text that stands at byte `base` of `file`.
    pub(super) fn unpacked(&self, file: &str, base: usize) -> Node {
        let base = u32::try_from(base).unwrap_or(u32::MAX);
        Unpacking { file, bytes: &self.bytes, at: 0, last: base }.value()
    }

    /// Writes it behind other bytes.
    pub(super) fn write(&self, to: &mut Vec<u8>) {
        let length = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        for number in [self.values, self.weight, length] {
            to.extend(number.to_le_bytes());
        }
        to.extend(&*self.bytes);
    }

    /// What was written so, and the bytes behind it.
    pub(super) fn read(from: &[u8]) -> Option<(Self, &[u8])> {
        let mut rest = from;
        let mut number = || {
            let (number, after) = rest.split_first_chunk()?;
            rest = after;
            Some(u32::from_le_bytes(*number))
        };
        let (values, weight, length) = (number()?, number()?, number()?);
        let (bytes, after) = rest.split_at_checked(length as usize)?;
        Some((Self { bytes: bytes.into(), values, weight }, after))
    }

    /// How much memory it takes once it is read, in bytes.
    pub(super) fn weight(&self) -> usize {
        self.weight as usize
    }

    /// How many values there are, itself and the keys included.
    pub(super) fn count(&self) -> usize {
        self.values as usize
    }
}

struct Packing<'t> {
    text: &'t str,
    bytes: Vec<u8>,
    /// Where the last value begins: most begin shortly after it.
    last: u32,
    values: u32,
}

impl Packing<'_> {
    fn value(&mut self, node: &Node) {
        let (start, end) = node.place();
        self.values += 1;
        match &node.kind {
            NodeKind::Text(text) => {
                let written = self.text.get(start as usize..end as usize).unwrap_or_default();
                if written.trim_end() == text {
                    self.head(PLAIN, start, end);
                } else if unquoted(written) == Some(text) {
                    self.head(QUOTED, start, end);
                } else {
                    self.head(OTHER, start, end);
                    self.number(u32::try_from(text.len()).unwrap_or(u32::MAX));
                    self.bytes.extend_from_slice(text.as_bytes());
                }
            }
            NodeKind::List(items) => {
                self.head(LIST, start, end);
                self.number(u32::try_from(items.len()).unwrap_or(u32::MAX));
                for item in items {
                    self.value(item);
                }
            }
            NodeKind::Mapping(entries) => {
                self.head(MAPPING, start, end);
                self.number(u32::try_from(entries.len()).unwrap_or(u32::MAX));
                for (key, value) in entries {
                    self.value(key);
                    self.value(value);
                }
            }
            NodeKind::Bare => self.head(BARE, start, end),
            NodeKind::Empty | NodeKind::Packed(_) => self.head(EMPTY, start, end),
        }
    }

    fn head(&mut self, kind: u8, start: u32, end: u32) {
        self.bytes.push(kind);
        // A step back, as no text of one piece has one, still comes out right.
        self.number(start.wrapping_sub(self.last));
        self.number(end.saturating_sub(start));
        self.last = start;
    }

    fn number(&mut self, number: u32) {
        varint::write(number, &mut self.bytes);
    }
}

struct Unpacking<'p> {
    file: &'p str,
    bytes: &'p [u8],
    at: usize,
    last: u32,
}

impl Unpacking<'_> {
    fn value(&mut self) -> Node {
        let kind = self.byte();
        let start = self.last.wrapping_add(self.number());
        let end = start.saturating_add(self.number());
        self.last = start;
        let written = self.file.get(start as usize..end as usize).unwrap_or_default();
        let kind = match kind {
            BARE => NodeKind::Bare,
            PLAIN => NodeKind::Text(written.trim_end().to_owned()),
            QUOTED => NodeKind::Text(unquoted(written).unwrap_or_default().to_owned()),
            OTHER => {
                let length = self.number() as usize;
                let text = self.bytes.get(self.at..self.at + length).unwrap_or_default();
                self.at += length;
                NodeKind::Text(String::from_utf8_lossy(text).into_owned())
            }
            LIST => NodeKind::List((0..self.number()).map(|_| self.value()).collect()),
            MAPPING => NodeKind::Mapping((0..self.number()).map(|_| (self.value(), self.value())).collect()),
            _ => NodeKind::Empty,
        };
        Node::at(kind, start, end)
    }

    fn number(&mut self) -> u32 {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some((number, after)) = varint::read(rest) else { return 0 };
        self.at += rest.len() - after.len();
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        byte
    }
}

/// What stands between the quotes of a text that is nothing else.
fn unquoted(written: &str) -> Option<&str> {
    let written = written.trim_end();
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    written.strip_prefix(quote)?.strip_suffix(quote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::syntax::parse;

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        for text in [
            "- codice: \"100-1-A\"\n  nome: 'è così'\n  input: [a, \"b\\tc\", 'd''e']\n  fasi:\n    - uno\n    -\n",
            "- a: >\n    riga\n    riga\n\n  b: |\n    x  \n  c: 12\n  d: no\n  e: {f: ~, g: []}\n",
            "- \"\"\n- ''\n- 'a'\n- \"a\n  b\"\n- a\n  b\n",
            &format!("- {}: {}\n", "a".repeat(200), "è".repeat(40_000)),
        ] {
            let node = parse(text).unwrap();
            let packed = Packed::new(&node, text);
            let file = format!("# prima\n{text}");
            let shown = |node: &Node| format!("{node:?}");
            assert_eq!(shown(&packed.unpacked(text, 0)), shown(&node), "{text}");
            assert_eq!(shown(&packed.unpacked(&file, 8)), shown(&node.clone().into_moved(8)), "{text}");
            assert_eq!(packed.count(), node.count());
        }
    }

    #[test]
    fn a_record_takes_less_than_its_text() {
        let text =
            "- codice: \"100-1-A\"\n  rischio: alto\n  processo: Istruttoria dei titoli\n  input:\n    - Istanza\n";
        let packed = Packed::new(&parse(text).unwrap(), text);
        assert!(packed.bytes.len() < text.len() / 2, "{}", packed.bytes.len());
    }
}
