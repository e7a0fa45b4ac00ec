//! A text of the usual shape, keys at the margin with lists of records below them, cut into pieces that are parsed alone: on every core, and
//! not again where an earlier reading parsed the same bytes.
//!
//! Each record is looked through for traps at once and packed: a long table is never in memory as a tree.
//!
//! What comes of it is what the parser makes of the whole text. Whatever else than that shape is met, and whatever is refused in a piece, is
//! left to the parser of whole texts.

use super::anchor;
use super::form::too_large::{self, Excess};
use super::memory::{Known, Name, Recall};
use super::node::{Node, NodeKind};
use super::packed::Packed;
use super::siblings::Siblings;
use super::syntax::parse_inner;
use super::trap;
use crate::diagnostic::{Finding, Findings};
use crate::source::{Source, SourceId, line_ranges};
use memchr::memchr_iter;
use rayon::prelude::*;
use std::ops::Range;

/// Texts shorter than this, in bytes, are parsed in no time.
const SHORT: usize = 16 * 1024;

/// How many records are parsed at a time: where a file becomes too much, the rest of it is not.
const WINDOW: usize = 8192;

/// How many of them one thread takes at a time, so that none has many left when the others are done.
const RECORDS: usize = 64;

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

/// A record as it was parsed.
struct Parsed {
    record: Packed,
    /// Byte of the file after its last value.
    end: usize,
    /// What it is called where it is kept for the next reading.
    name: Option<Name>,
    /// What its author may not have meant so.
    traps: Vec<Finding>,
    /// The first byte of the key that is too much.
    crowded: Option<usize>,
}

/// A text that is parsed in pieces, and what is found in it.
pub(super) struct Pieces {
    /// What it says, its records packed.
    pub(super) node: Node,
    /// What is found in the records.
    pub(super) traps: Findings,
    /// From which byte on there is too much of something: then nothing is said of the rest.
    pub(super) excess: Option<(usize, Excess)>,
}

impl Pieces {
    fn excess(id: SourceId, at: usize, excess: Excess) -> Self {
        Self { node: Node::nothing(id), traps: Findings::default(), excess: Some((at, excess)) }
    }
}

/// Parses a file in pieces, as long as what it says takes no more than `room` bytes of memory; `None` where that may not give what the parser makes of the whole.
pub(super) fn parse(id: SourceId, file: &Source, recall: &Recall<'_>, room: usize) -> Option<Pieces> {
    if file.text().len() < SHORT { None } else { parse_pieces(id, file, recall, room, too_large::VALUES) }
}

/// The same, of a text of any length, with less than `most` values.
fn parse_pieces(id: SourceId, file: &Source, recall: &Recall<'_>, room: usize, most: usize) -> Option<Pieces> {
    let text = file.text();
    let parts = match parts(text, room)? {
        Ok(parts) => parts,
        Err((at, excess)) => return Some(Pieces::excess(id, at, excess)),
    };
    let heads: Vec<Node> =
        parts.iter().map(|part| parse_piece(&text[part.head.clone()], room)).collect::<Option<_>>()?;
    let ranges: Vec<&Range<usize>> = parts.iter().flat_map(|part| &part.records).collect();
    let (mut traps, mut kept, mut values, mut weight) = (Findings::default(), Vec::new(), 0, 0);
    let mut items = Vec::with_capacity(ranges.len());
    for window in ranges.chunks(WINDOW) {
        let records: Vec<Parsed> = window
            .par_iter()
            .with_max_len(RECORDS)
            .map(|range| record(id, file, range, recall, room))
            .collect::<Option<_>>()?;
        for (range, parsed) in window.iter().zip(records) {
            values += parsed.record.count();
            weight += parsed.record.weight();
            let over = (values >= most).then_some((range.start, Excess::Values));
            let dense = (weight > room).then_some((range.start, Excess::Density));
            if let Some((at, excess)) = parsed.crowded.map(|at| (at, Excess::Keys)).or(over).or(dense) {
                return Some(Pieces::excess(id, at, excess));
            }
            traps.extend(parsed.traps);
            let end = u32::try_from(parsed.end - range.start).unwrap_or(u32::MAX);
            kept.extend(parsed.name.map(|name| (name, Known { record: parsed.record.clone(), end })));
            items.push(Node::packed(parsed.record, range.start, parsed.end));
        }
    }
    let mut items = items.into_iter();
    let mut entries = Vec::new();
    for (part, head) in parts.iter().zip(heads) {
        let NodeKind::Mapping(own) = head.into_moved(part.head.start).kind else { return None };
        let [(key, value)] = <[_; 1]>::try_from(own).ok()?;
        if part.records.is_empty() {
            entries.push((key, value));
            continue;
        }
        if !value.is_empty() {
            return None;
        }
        let start = beginning(text, part.records.first()?)?;
        entries.push((key, Node::list(items.by_ref().take(part.records.len()).collect(), start)));
    }
    recall.keep(kept.into_iter());
    let node = Node::mapping(entries)?;
    // What is too much for the whole is told of the whole.
    (node.count() < most).then_some(Pieces { node, traps, excess: None })
}

/// Where a list begins for the parser, by its first record: at its dash, or at the margin behind it; `None` where nothing follows there.
fn beginning(text: &str, record: &Range<usize>) -> Option<usize> {
    let line = text[record.clone()].lines().next()?;
    let Some(behind) = line.strip_prefix('-') else { return Some(record.start + line.len() - line.trim_start().len()) };
    let said = behind.trim_start();
    (!said.is_empty() && !said.starts_with('#')).then_some(record.start + line.len() - said.len())
}

/// What a piece says; `None` where it ends with a block of no lines, whose place depends on what follows it.
fn parse_piece(text: &str, room: usize) -> Option<Node> {
    parse_inner(text, room).ok().filter(|node| !node.ends_with_empty_block(text))
}

/// A record: a list of one.
fn record(id: SourceId, file: &Source, range: &Range<usize>, recall: &Recall<'_>, room: usize) -> Option<Parsed> {
    let text = &file.text()[range.clone()];
    let name = recall.name(text);
    if let Some(Known { record, end }) = name.as_ref().and_then(|name| recall.known(name)) {
        let end = range.start + end as usize;
        return Some(Parsed { record, end, name, traps: Vec::new(), crowded: None });
    }
    let NodeKind::List(items) = parse_piece(text, room)?.kind else { return None };
    let [node] = <[_; 1]>::try_from(items).ok()?;
    let record = Packed::new(&node, text);
    let mut node = node.into_moved(range.start);
    node.adopt(id, file);
    let mut traps = Findings::default();
    trap::look(&node, id, file.text(), &mut traps);
    let crowded = match &node.kind {
        NodeKind::Mapping(entries) => entries.get(too_large::KEYS).map(|(key, _)| key.span().range().start),
        _ => None,
    };
    let traps = traps.into_vec();
    // Of what is kept, the next reading has nothing to say.
    let name = name.filter(|_| traps.is_empty() && crowded.is_none());
    Some(Parsed { record, end: node.span().range().end, name, traps, crowded })
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

impl Below {
    /// Whether an item this far in is a record of the list, or the first of one.
    fn takes(self, indent: usize) -> bool {
        match self {
            Self::Nothing => true,
            Self::List(level) => level == indent,
            Self::Other => false,
        }
    }
}

/// What a record takes before it is parsed, in bytes: its place, and that of what it will be.
const PLACE: usize = 128;

/// The keys at the margin, each with its records, or where there are too many of either; `None` where a line is of no such text.
fn parts(text: &str, room: usize) -> Option<Result<Vec<Part>, (usize, Excess)>> {
    if !is_usual(text) {
        return None;
    }
    let mut records = 0;
    let mut parts: Vec<Part> = Vec::new();
    let mut below = Below::Nothing;
    let mut siblings = Siblings::default();
    for range in line_ranges(text) {
        let (Range { start, end }, line) = (range.clone(), &text[range]);
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
            if parts.len() == too_large::KEYS {
                return Some(Err((start, Excess::Keys)));
            }
            parts.push(Part { head: start..end, records: Vec::new() });
            siblings.leave(0);
            continue;
        }
        if siblings.count(indent, written) > too_large::KEYS {
            return Some(Err((start, Excess::Keys)));
        }
        let part = parts.last_mut()?;
        match below {
            _ if is_item && below.takes(indent) => {
                records += 1;
                if records > room / PLACE {
                    return Some(Err((start, Excess::Density)));
                }
                below = Below::List(indent);
                part.records.push(start..end);
            }
            Below::List(level) if indent < level => return None,
            Below::List(_) | Below::Other => part.extend(end),
            Below::Nothing => {
                below = Below::Other;
                part.extend(end);
            }
        }
    }
    (!parts.is_empty()).then_some(Ok(parts))
}

/// Whether no value of a text stands for another, and all its lines end as those of our days do.
fn is_usual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has_lone_return = memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'));
    let has_names = anchor::anchors(text).next().is_some() || anchor::aliases(text).next().is_some();
    !(has_names || text.starts_with('\u{feff}') || has_lone_return)
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
