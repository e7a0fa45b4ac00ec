//! A text of the usual shape, keys at the margin with lists of records below them, cut into pieces that are parsed alone: on every core, and
//! not again where an earlier reading parsed the same bytes.
//!
//! What comes of it is what the parser makes of the whole text. Whatever else than that shape is met, and whatever is refused in a piece, is
//! left to the parser of whole texts.

use super::anchor;
use super::form::too_large;
use super::memory::Recall;
use super::node::{Node, NodeKind};
use super::syntax::parse_inner;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Texts shorter than this, in bytes, are parsed in no time.
const SHORT: usize = 16 * 1024;

/// What stands under one key at the margin.
struct Part {
    /// The key; with what stands under it, where that is no list of records.
    head: Range<usize>,
    /// The records, from each dash to the next.
    records: Vec<Range<usize>>,
}

impl Part {
    fn extend(&mut self, end: usize) {
        self.records.last_mut().unwrap_or(&mut self.head).end = end;
    }
}

/// A record as it was parsed, its bytes counted from its first.
struct Parsed {
    /// Its text, where it is kept.
    name: Option<Arc<str>>,
    node: Arc<Node>,
}

/// A record for the next reading, with its text.
type Kept = (Arc<str>, Arc<Node>);

impl Parsed {
    /// The record where it stands in its file, and what is kept of it; what nobody keeps is not copied.
    fn moved(self, bytes: usize) -> (Node, Option<Kept>) {
        if let Some(name) = self.name {
            return (self.node.moved(bytes), Some((name, self.node)));
        }
        let node = Arc::try_unwrap(self.node).map_or_else(|node| node.moved(bytes), |node| node.into_moved(bytes));
        (node, None)
    }
}

/// Parses a text in pieces; `None` where that may not give what the parser makes of the whole.
pub(super) fn parse(text: &str, recall: &Recall<'_>) -> Option<Node> {
    if text.len() < SHORT { None } else { parse_pieces(text, recall) }
}

fn parse_pieces(text: &str, recall: &Recall<'_>) -> Option<Node> {
    let parts = parts(text)?;
    let heads: Vec<Node> = parts.iter().map(|part| parse_piece(&text[part.head.clone()])).collect::<Option<_>>()?;
    let ranges: Vec<&Range<usize>> = parts.iter().flat_map(|part| &part.records).collect();
    let records: Vec<Parsed> =
        ranges.par_iter().map(|range| record(&text[(*range).clone()], recall)).collect::<Option<_>>()?;
    let (mut lists, kept): (Vec<Node>, Vec<_>) =
        ranges.par_iter().zip(records).map(|(range, record)| record.moved(range.start)).unzip();
    recall.keep(kept.into_iter().flatten());
    let mut lists = lists.drain(..);
    let mut entries = Vec::new();
    for (part, head) in parts.iter().zip(heads) {
        let NodeKind::Mapping(own) = head.moved(part.head.start).kind else { return None };
        let [(key, value)] = <[_; 1]>::try_from(own).ok()?;
        if part.records.is_empty() {
            entries.push((key, value));
            continue;
        }
        if !value.is_empty() {
            return None;
        }
        let list = Node::joined(lists.by_ref().take(part.records.len()))?;
        entries.push((key, list.begun_at(beginning(text, part.records.first()?)?)));
    }
    let node = Node::mapping(entries)?;
    // What is too much for the whole is told of the whole.
    (node.count() < too_large::VALUES / 2).then_some(node)
}

/// Where a list begins for the parser, by its first record: at its dash, or at the margin behind it; `None` where nothing follows there.
fn beginning(text: &str, record: &Range<usize>) -> Option<usize> {
    let line = text[record.clone()].lines().next()?;
    let Some(behind) = line.strip_prefix('-') else { return Some(record.start + line.len() - line.trim_start().len()) };
    let said = behind.trim_start();
    (!said.is_empty() && !said.starts_with('#')).then_some(record.start + line.len() - said.len())
}

/// What a piece says; `None` where it ends with a block of no lines, whose place depends on what follows it.
fn parse_piece(text: &str) -> Option<Node> {
    parse_inner(text).ok().filter(|node| !node.ends_with_empty_block(text))
}

/// A record: a list of one.
fn record(text: &str, recall: &Recall<'_>) -> Option<Parsed> {
    if let Some((name, node)) = recall.known(text) {
        return Some(Parsed { name: Some(name), node });
    }
    let node = parse_piece(text)?;
    let is_one = matches!(&node.kind, NodeKind::List(items) if items.len() == 1);
    is_one.then(|| Parsed { name: recall.keeps().then(|| text.into()), node: Arc::new(node) })
}

/// What stands below a key at the margin.
#[derive(Clone, Copy)]
enum Below {
    /// Nothing so far.
    Nothing,
    /// A list whose dashes stand this far in.
    List(usize),
    /// Anything else.
    Other,
}

/// The keys at the margin, each with its records; `None` where a line is of no such text.
fn parts(text: &str) -> Option<Vec<Part>> {
    if !is_usual(text) {
        return None;
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut below = Below::Nothing;
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let start = end;
        end += line.len();
        let written = line.trim_start_matches(' ');
        let indent = line.len() - written.len();
        let is_item = written.starts_with("- ") || written.trim_end() == "-";
        if written.trim_end().is_empty() || written.starts_with('#') {
            // What precedes the first key and says nothing is left out.
            if let Some(part) = parts.last_mut() {
                part.extend(end);
            }
            continue;
        }
        // A key of several lines.
        if written.starts_with('?') {
            return None;
        }
        if indent == 0 && !is_item {
            if !line.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
                return None;
            }
            below = if is_bare_key(line) { Below::Nothing } else { Below::Other };
            parts.push(Part { head: start..end, records: Vec::new() });
            continue;
        }
        let part = parts.last_mut()?;
        match below {
            Below::Nothing if is_item => {
                below = Below::List(indent);
                part.records.push(start..end);
            }
            Below::List(level) if is_item && indent == level => part.records.push(start..end),
            Below::List(level) if indent < level => return None,
            Below::List(_) | Below::Other => part.extend(end),
            Below::Nothing => {
                below = Below::Other;
                part.extend(end);
            }
        }
    }
    (!parts.is_empty()).then_some(parts)
}

/// Whether no value of a text stands for another, and all its lines end as those of our days do.
fn is_usual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_lone = |(at, byte): (usize, &u8)| *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    let has_names = anchor::anchors(text).next().is_some() || anchor::aliases(text).next().is_some();
    !(has_names || text.starts_with('\u{feff}') || bytes.iter().enumerate().any(is_lone))
}

/// Whether a line is a plain key with nothing behind it but a comment.
fn is_bare_key(line: &str) -> bool {
    let Some((key, rest)) = line.split_once(':') else { return false };
    let rest = rest.trim();
    let is_plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    is_plain && !key.is_empty() && (rest.is_empty() || rest.starts_with('#'))
}

#[cfg(test)]
mod tests;
