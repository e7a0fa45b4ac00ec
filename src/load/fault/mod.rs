//! What is wrong in a piece of YAML that cannot be read, in words that help, at the place where the mistake is.
//!
//! Each module supposes mistakes of one kind and says how each would be mended. A supposition is right if the mended text can be
//! read and has the shape of a record; where none is, the parser's own reason is told in plain words.

mod bracket;
mod character;
mod colon;
mod continued;
mod margin;
mod neighbours;
mod opening;
mod parser;
mod quotes;
mod start;
#[cfg(test)]
mod tests;
mod usage;

pub(super) use character::{conflict, conflicts, divider};
pub(super) use parser::{fault as met, is_replay, place, refused, refused_after};
pub(super) use usage::Usage;

use super::allowance::Allowance;
use super::line::{Line, lines, next_written};
use super::node::{Node, NodeKind};
use super::syntax::parse;
use crate::diagnostic::Safety;
use neighbours::Neighbours;
use std::collections::HashSet;
use std::ops::Range;

/// A fault of the syntax.
pub(super) struct Fault {
    /// The bytes of the file that are wrong.
    pub(super) range: Range<usize>,
    /// What is wrong.
    pub(super) message: String,
    /// What to do.
    pub(super) help: String,
    /// The bytes to replace, their replacement and how sure it is.
    pub(super) fix: Option<(Range<usize>, String, Safety)>,
}

/// A piece of a file that cannot be read.
pub(super) struct Part {
    /// Where it stands.
    pub(super) bytes: Range<usize>,
    /// What it should be.
    pub(super) shape: Shape,
}

/// What a piece of a file should be.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// A record of a list whose dashes stand after `level` spaces.
    Item {
        /// Spaces before the dash.
        level: usize,
        /// Whether its own dash is missing, or elsewhere.
        misplaced: bool,
    },
    /// A key with its value, after `level` spaces.
    Key {
        /// Spaces before the key.
        level: usize,
    },
    /// A whole file.
    File,
}

/// What is known of a piece while mistakes are supposed in it; all places are bytes of its text.
struct Scene<'t> {
    text: &'t str,
    lines: Vec<Line<'t>>,
    /// The first line that says something.
    first: Option<usize>,
    neighbours: Neighbours,
    shape: Shape,
    usage: &'t Usage<'t>,
}

/// A mistake that may have been made, and how to undo it.
struct Supposition {
    range: Range<usize>,
    message: String,
    help: String,
    edits: Vec<(Range<usize>, String)>,
    safety: Safety,
}

impl Supposition {
    fn new(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { range, message: message.into(), help: help.into(), edits: Vec::new(), safety: Safety::Certain }
    }

    fn edit(mut self, range: Range<usize>, replacement: impl Into<String>) -> Self {
        self.edits.push((range, replacement.into()));
        self
    }

    fn guess(mut self) -> Self {
        self.safety = Safety::Guess;
        self
    }

    /// The text without the mistake; nothing where it is not known how to undo it.
    fn mended(&self, text: &str) -> Option<String> {
        (!self.edits.is_empty()).then(|| self.edited(text, 0..text.len()))?
    }

    /// A part of the text, all edits of which are in it, in the order of their places.
    fn edited(&self, text: &str, part: Range<usize>) -> Option<String> {
        let mut edited = String::with_capacity(part.len());
        let mut at = part.start;
        for (range, replacement) in &self.edits {
            edited.push_str(text.get(at..range.start)?);
            edited.push_str(replacement);
            at = range.end;
        }
        edited.push_str(text.get(at..part.end)?);
        Some(edited)
    }

    /// The fault, with the correction if it is known to do.
    fn fault(self, text: &str, base: usize, mends: bool) -> Fault {
        let shifted = |range: Range<usize>| range.start + base..range.end + base;
        let fix = match (self.edits.first(), self.edits.last()) {
            (Some((first, _)), Some((last, _))) if mends => {
                let part = first.start..last.end;
                self.edited(text, part.clone()).map(|replacement| (shifted(part), replacement, self.safety))
            }
            _ => None,
        };
        Fault { range: shifted(self.range), message: self.message, help: self.help, fix }
    }
}

/// The mistakes of one kind, supposed one after the other.
type Suppositions<'s> = Box<dyn Iterator<Item = Supposition> + 's>;

/// How many suppositions are tried in one piece.
const TRIES: usize = 200;

/// What is wrong in `text`, which is what can be looked at of `part`; suppositions are tried as far as it is allowed.
pub(super) fn of(text: &str, part: &Part, usage: &Usage<'_>, allowance: &Allowance) -> Fault {
    let scene = Scene::new(text, part.shape, usage);
    let base = part.bytes.start;
    if let Some(found) = character::forbidden(&scene) {
        return found.fault(text, base, false);
    }
    let reached = parser::reached(text);
    if reached.is_none()
        && let Err(error) = parse(text)
    {
        // The syntax is right: the fault is another, such as too many aliases.
        return refused(text, base, Some(error));
    }
    let suppositions: [for<'s> fn(&'s Scene<'_>) -> Suppositions<'s>; 8] = [
        margin::head,
        margin::margins,
        colon::all,
        quotes::all,
        start::all,
        bracket::all,
        colon::inside,
        continued::all,
    ];
    let mut best = (reached.unwrap_or(0), None);
    for supposed in suppositions.iter().flat_map(|suppose| suppose(&scene)).take(TRIES) {
        let Some(mended) = supposed.mended(text) else { continue };
        if !allowance.take(mended.len()) {
            break;
        }
        let further = parser::reached(&mended);
        if further.is_none() && scene.is_whole(&mended) {
            return supposed.fault(text, base, true);
        }
        // Where there are several mistakes, the one without which most can be read is told.
        let further = further.unwrap_or(usize::MAX);
        if further.saturating_sub(1) > best.0 {
            best = (further, Some(supposed));
        }
    }
    match best.1 {
        Some(supposed) => supposed.fault(text, base, false),
        None => parser::fault(text, base),
    }
}

impl<'t> Scene<'t> {
    fn new(text: &'t str, shape: Shape, usage: &'t Usage<'t>) -> Self {
        let lines = lines(text);
        let first = next_written(&lines, 0, lines.len());
        Self { text, first, neighbours: Neighbours::of(&lines), lines, shape, usage }
    }

    /// The lines that say something.
    fn written(&self) -> impl Iterator<Item = &Line<'t>> {
        self.lines.iter().filter(|line| line.is_written())
    }

    /// Whether a text is what the piece should be.
    fn is_whole(&self, text: &str) -> bool {
        let Ok(node) = parse(text) else { return false };
        let shaped = match (self.shape, &node.kind) {
            (Shape::Item { .. }, NodeKind::List(items)) => items.len() == 1 && !is_joined(&items[0]),
            (Shape::Key { .. }, NodeKind::Mapping(entries)) => !entries.is_empty(),
            (Shape::File, _) => true,
            _ => false,
        };
        shaped && !repeats(&node)
    }
}

/// Whether a record is a text in which there are keys.
fn is_joined(item: &Node) -> bool {
    item.text().is_some_and(|text| text.contains(": "))
}

/// Whether a key stands twice in a mapping.
fn repeats(node: &Node) -> bool {
    match &node.kind {
        NodeKind::List(items) => items.iter().any(repeats),
        NodeKind::Mapping(entries) => {
            let mut known = HashSet::new();
            let mut twice = |key: &Node| key.text().is_some_and(|name| !known.insert(name.to_owned()));
            entries.iter().any(|(key, value)| twice(key) || repeats(value))
        }
        _ => false,
    }
}

/// The same text between double quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What is written as the value of a line: after its key, or after its dash; without a comment.
fn value<'t>(line: &Line<'t>) -> Option<(Range<usize>, &'t str)> {
    let written = match (line.key(), line.item()) {
        (Some((_, value)), _) => value,
        (None, Some(item)) => item,
        _ => return None,
    };
    let end = line.end();
    let start = end - written.len();
    let written = written.find(" #").filter(|_| !written.starts_with(['"', '\''])).map_or(written, |at| &written[..at]);
    let written = written.trim_end();
    (!written.is_empty()).then(|| (start..start + written.len(), written))
}
