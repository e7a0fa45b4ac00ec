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

/// Parses a text in pieces; `None` where that may not give what the parser makes of the whole.
pub(super) fn parse(text: &str, recall: &Recall<'_>) -> Option<Node> {
    if text.len() < SHORT { None } else { parse_pieces(text, recall) }
}

fn parse_pieces(text: &str, recall: &Recall<'_>) -> Option<Node> {
    let parts = parts(text)?;
    let heads: Vec<Node> =
        parts.iter().map(|part| parse_inner(&text[part.head.clone()]).ok()).collect::<Option<_>>()?;
    let ranges: Vec<&Range<usize>> = parts.iter().flat_map(|part| &part.records).collect();
    let records: Vec<Parsed> =
        ranges.par_iter().map(|range| record(&text[(*range).clone()], recall)).collect::<Option<_>>()?;
    let mut lists: Vec<Node> =
        ranges.par_iter().zip(&records).map(|(range, record)| record.node.moved(range.start)).collect();
    recall.keep(records.into_iter().filter_map(|record| Some((record.name?, record.node))));
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

/// A record: a list of one.
fn record(text: &str, recall: &Recall<'_>) -> Option<Parsed> {
    if let Some((name, node)) = recall.known(text) {
        return Some(Parsed { name: Some(name), node });
    }
    let node = parse_inner(text).ok()?;
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
            if line.starts_with(['%', '-', '.', '\t', '{', '[']) {
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
mod tests {
    use super::*;
    use crate::load::memory::Memory;
    use crate::load::syntax::parse;
    use crate::source::{Source, Sources};

    /// What a text says, with every byte in its place, whether it is parsed whole or in pieces.
    fn shown(text: &str, node: Option<Node>) -> Option<String> {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("a.yaml", text));
        let mut node = node?;
        node.adopt(id, sources.get(id));
        Some(format!("{node:#?}"))
    }

    fn in_pieces(text: &str) -> Option<String> {
        shown(text, parse_pieces(text, &Recall::default()))
    }

    #[test]
    fn pieces_say_what_the_whole_says() {
        for text in [
            "a:\n  - b: c\n    d: e\n  - b: f\n",
            "# su\na: # qui\n  # prima\n  - b: c # fra\n\n  # dopo\n  - b: f\n# fine\n",
            "a:\n- b: c\n- b: |\n    testo\n    di più righe\n\nd: e\n",
            "a:\n  - b: >-\n      uno\n      due\n  - b: \"x\n      y\"\n  - [1, 2,\n     3]\n  - c\n  -\n    d: 'è: ù'\n",
            "titolo: uno\na:\n  - b: 01\nnota: |\n  - non\n  - un elenco\nc: {d: e}\n",
            "a:\n  b:\n    - c\n    - d\ne:\n  - f\r\n",
            "a:\r\n  - b: c\r\n    d: e\r\n  - b: f\r\n",
            "a:\n  - b: c\na:\n  - b: d\n",
            "a:\n- |\n  b\n- 'd'\n",
            "a:\n- - b\n  - c\n- d\n",
            "a:\n  - b: c\n    d:\n      - e\n      - f\n    g:\n    - h\n  - b:\n",
        ] {
            assert_eq!(in_pieces(text), shown(text, parse(text).ok()), "{text}");
        }
    }

    #[test]
    fn other_shapes_are_left_to_the_parser_of_whole_texts() {
        for text in [
            "a:\n  - &x b\n  - *x\n",
            "---\na:\n  - b: c\n",
            "a:\n  - b: c\n d: e\n",
            "a:\n  - b: c\n  d: e\n",
            "a: \"b\nc: d\"\n",
            "- a\n- b\n",
            "a\n",
            "# niente\n",
            "a:\n  - b: [\n  - c\n",
            "a:\n-\n- b\n",
            "a:\n-\n  b: c\n- d\n",
            "a:\n- # prima\n  [b]\n- d\n",
            "a:\n  - b: \"c\n  - d: e\"\n",
            "a:\n  - b: c\n  - b: c\n    d: e: f\n",
        ] {
            assert_eq!(in_pieces(text), None, "{text}");
        }
    }

    /// Whatever a slip of the finger makes of a text, its pieces say what the whole says, or are left to the parser of the whole.
    #[test]
    fn pieces_of_mistyped_texts_say_what_the_whole_says() {
        let text = "# su\nt: v\na:\n  # c\n  - b: \"c\"\n    d: |\n      e\n\n      f\n    g:\n      - h\n  - b: [i, 'j']\n    k: l\n      m\nn:\n- o: p\n- q\n";
        let mut met = 0;
        for at in 0..=text.len() {
            let (before, after) = text.split_at(at);
            let typed = [
                "", "\n", " ", "  ", "- ", ":", ": ", "#", " #", "\"", "'", "[", "]", "|", ">", "&x ", "*x", "\t",
                "\r", "---\n", "!", "?",
            ];
            let texts = typed.iter().map(|sign| format!("{before}{sign}{after}"));
            for text in texts.chain([format!("{before}{}", after.get(1..).unwrap_or_default())]) {
                if let Some(pieces) = in_pieces(&text) {
                    assert_eq!(Some(pieces), shown(&text, parse(&text).ok()), "{text}");
                    met += 1;
                }
            }
        }
        assert!(met > 1000, "{met}");
    }

    #[test]
    fn what_was_read_before_is_read_from_the_memory() {
        let (first, second) = ("a:\n  - b: c\n  - b: d\n", "# più in là\na:\n  - b: e\n  - b: d\n  - b: c\n");
        let nothing = Memory::default();
        let recall = Recall::keeping(&nothing);
        assert!(parse_pieces(first, &recall).is_some());
        let memory = recall.into_memory();
        let recall = Recall::of(&memory);
        assert!(recall.known("  - b: c\n").is_some() && recall.known("  - b: e\n").is_none());
        assert_eq!(shown(second, parse_pieces(second, &recall)), in_pieces(second));
    }
}
