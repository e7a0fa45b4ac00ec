//! When the syntax of a file is broken, finds the records and the keys in which it is, so that everything else can still be read.
//!
//! The lines say where a key of the file or a record begins; each is parsed alone, and those that fail are blanked byte for byte.

mod division;
mod names;
#[cfg(test)]
mod tests;

use super::allowance::Allowance;
use super::anchor;
use super::fault::{self, Fault, Part, Shape, Usage};
use super::line::{Line, lines, next_written};
use super::syntax::parse;
use names::names;
use serde_saphyr::granit_parser::{ErrorKind, Parser, ScanError};
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

/// A file whose broken parts have been found.
pub(super) struct Broken {
    /// The text with every byte of the broken parts blanked, so that all other bytes keep their place.
    pub(super) text: String,
    /// What is wrong in each broken part.
    pub(super) faults: Vec<Fault>,
    /// The mappings that have lost a key: the keys that lead to each from the top.
    pub(super) holes: Vec<Vec<String>>,
    /// The identifiers that the broken records seem to have; empty if those of some are not known.
    pub(super) unread: Vec<String>,
}

/// Finds and blanks what is broken in a text.
pub(super) fn blank_broken_parts(text: &str) -> Broken {
    let mut recovery = Recovery::new(text);
    recovery.run();
    // Whole characters were replaced by spaces, so the bytes are still UTF-8.
    let text = String::from_utf8(recovery.bytes).unwrap_or_default();
    let unread = if recovery.nameless { Vec::new() } else { recovery.unread };
    Broken { text, faults: recovery.faults, holes: recovery.holes, unread }
}

struct Recovery<'t> {
    text: &'t str,
    lines: Vec<Line<'t>>,
    /// How deep each key usually stands.
    usage: Usage<'t>,
    /// The lines between the marks of a conflict of versions, with their marks.
    conflicts: Vec<Range<usize>>,
    bytes: Vec<u8>,
    faults: Vec<Fault>,
    holes: Vec<Vec<String>>,
    unread: Vec<String>,
    /// Whether a broken record has no identifier.
    nameless: bool,
    /// The names of all anchors, looked for where an alias is met.
    anchors: OnceCell<HashSet<&'t str>>,
    /// What may be parsed again in search of what is broken.
    search: Allowance,
    /// What may be parsed again to learn how it is broken.
    trials: Allowance,
}

/// How far a recovery has come, to go back to.
struct Mark {
    /// Where the bytes begin that may be blanked from here on.
    start: usize,
    bytes: Vec<u8>,
    faults: usize,
    unread: usize,
    nameless: bool,
}

impl<'t> Recovery<'t> {
    fn new(text: &'t str) -> Self {
        let lines = lines(text);
        Self {
            usage: Usage::of(&lines),
            conflicts: fault::conflicts(&lines),
            text,
            lines,
            bytes: text.as_bytes().to_vec(),
            faults: Vec::new(),
            holes: Vec::new(),
            unread: Vec::new(),
            nameless: false,
            anchors: OnceCell::new(),
            search: Allowance::of_search(text),
            trials: Allowance::of_trials(text),
        }
    }

    /// Goes through the whole text.
    fn run(&mut self) {
        self.separators();
        let all = 0..self.lines.len();
        match next_written(&self.lines, 0, all.end) {
            Some(first) if self.lines[first].item().is_some() => self.list(all),
            Some(_) => self.mapping(all, &[]),
            None => {}
        }
    }

    /// The bytes of some lines, with their endings.
    fn bytes_of(&self, part: &Range<usize>) -> Range<usize> {
        let at = |line: usize| self.lines.get(line).map_or(self.text.len(), |line| line.start);
        at(part.start)..at(part.end)
    }

    /// A line that divides two documents hides what follows it: it alone is blanked.
    fn separators(&mut self) {
        let Some(first) = next_written(&self.lines, 0, self.lines.len()) else { return };
        let dividers: Vec<Line<'_>> =
            self.lines[first..].iter().copied().filter(|line| matches!(line.text.trim_end(), "---" | "...")).collect();
        let last = self.lines.iter().rposition(Line::is_written).map_or(0, |at| self.lines[at].start);
        for line in dividers.into_iter().filter(|line| line.start < last) {
            self.faults.push(fault::divider(line));
            self.erase(line.start..line.end());
        }
    }

    /// The keys of a mapping, each with its lines; `path` leads to the mapping.
    fn mapping(&mut self, part: Range<usize>, path: &[&str]) {
        let Some(first) = next_written(&self.lines, part.start, part.end) else { return };
        let level = self.lines[first].indent();
        for key in division::keys(&self.lines, part, level) {
            if self.is_sound(&key) {
                continue;
            }
            let Some(head) = next_written(&self.lines, key.start, key.end) else { continue };
            let line = self.lines[head];
            if let Some((name, _)) = line.key().filter(|_| line.is_bare_key() && line.item().is_none()) {
                let mark = self.mark(&key);
                let holes = self.holes.len();
                if division::is_list(&self.lines, head + 1..key.end) {
                    self.list(head + 1..key.end);
                } else if path.is_empty() {
                    self.mapping(head + 1..key.end, &[name]);
                }
                if self.can_be_read(&key) {
                    continue;
                }
                self.holes.truncate(holes);
                self.back_to(&mark);
            }
            self.lose_key(&key, level, path);
        }
    }

    /// Blanks a key, or what follows the longest beginning of its lines that can be read.
    fn lose_key(&mut self, key: &Range<usize>, level: usize, path: &[&str]) {
        let whole = Part { bytes: self.bytes_of(key), shape: Shape::Key { level } };
        let is_key = next_written(&self.lines, key.start, key.end).is_some_and(|at| self.lines[at].key().is_some());
        let end = if is_key { self.hopeless(key) } else { key.start };
        let readable = (key.start + 1..end)
            .rev()
            .filter(|at| self.lines[*at].is_written() && self.conflict_in(&(*at..*at + 1)).is_none())
            .find(|at| next_written(&self.lines, key.start, *at).is_some() && self.is_sound(&(key.start..*at)));
        let lost = readable.map_or(key.clone(), |at| at..key.end);
        self.lose(&lost, &whole);
        self.holes.push(path.iter().map(|key| (*key).to_owned()).collect());
    }

    /// The line of a key from which on every beginning of it is refused as the whole is.
    fn hopeless(&self, key: &Range<usize>) -> usize {
        let bytes = self.bytes_of(key);
        fault::refused_after(self.now(&bytes)).map_or(key.end, |enough| {
            let line = self.lines.partition_point(|line| line.start < bytes.start + enough);
            line.clamp(key.start, key.end)
        })
    }

    /// The records of a list.
    fn list(&mut self, part: Range<usize>) {
        let Some(layout) = division::layout(&self.lines, part.clone()) else { return };
        for record in division::records(&self.lines, part, &layout) {
            if self.is_sound(&record) && division::is_placed(&self.lines, &record, &layout) {
                continue;
            }
            for piece in division::pieces(&self.lines, record, &layout) {
                let misplaced = !division::is_placed(&self.lines, &piece, &layout);
                if !misplaced && (self.is_sound(&piece) || self.nested(&piece)) {
                    continue;
                }
                let shape = Shape::Item { level: layout.level, misplaced };
                let whole = Part { bytes: self.bytes_of(&piece), shape };
                self.lose(&piece, &whole);
            }
        }
    }

    /// Whether a record can be read once the broken records of the lists in it are blanked.
    fn nested(&mut self, record: &Range<usize>) -> bool {
        let mark = self.mark(record);
        for list in division::nested_lists(&self.lines, record) {
            if !self.is_sound(&list) {
                self.list(list);
            }
        }
        if self.faults.len() > mark.faults && self.can_be_read(record) {
            return true;
        }
        self.back_to(&mark);
        false
    }

    /// How far it has come before some lines are gone through.
    fn mark(&self, part: &Range<usize>) -> Mark {
        let bytes = self.bytes_of(part);
        Mark {
            start: bytes.start,
            bytes: self.bytes[bytes].to_vec(),
            faults: self.faults.len(),
            unread: self.unread.len(),
            nameless: self.nameless,
        }
    }

    fn back_to(&mut self, mark: &Mark) {
        self.bytes[mark.start..mark.start + mark.bytes.len()].copy_from_slice(&mark.bytes);
        self.faults.truncate(mark.faults);
        self.unread.truncate(mark.unread);
        self.nameless = mark.nameless;
    }

    /// The first conflict that reaches into some lines.
    fn conflict_in(&self, part: &Range<usize>) -> Option<&Range<usize>> {
        let first = self.conflicts.partition_point(|conflict| conflict.end <= part.start);
        self.conflicts.get(first).filter(|conflict| conflict.start < part.end)
    }

    /// Whether some lines can be read alone.
    fn is_sound(&self, part: &Range<usize>) -> bool {
        self.conflict_in(part).is_none() && self.can_be_read(part)
    }

    /// Whether what is left of some lines can be read alone, but for the anchors that stand elsewhere in the file.
    fn can_be_read(&self, part: &Range<usize>) -> bool {
        let text = self.now(&self.bytes_of(part));
        // Where too much is broken, the rest of it counts as broken as well.
        let unknown = |error: ScanError| matches!(error.kind(), ErrorKind::UnknownAnchor);
        self.search.take(text.len())
            && (parse(text).is_ok()
                || text.contains('*')
                    && anchor::aliases(text).all(|name| self.anchors().contains(name))
                    && Parser::new_from_str(text).find_map(Result::err).is_some_and(unknown))
    }

    fn anchors(&self) -> &HashSet<&str> {
        self.anchors.get_or_init(|| anchor::anchors(self.text).collect())
    }

    /// What is left of some bytes.
    fn now(&self, bytes: &Range<usize>) -> &str {
        // Only whole characters were blanked.
        std::str::from_utf8(&self.bytes[bytes.clone()]).unwrap_or_default()
    }

    /// Blanks some lines, and notes what is wrong in the part to which they belong.
    fn lose(&mut self, lost: &Range<usize>, part: &Part) {
        let fault = match self.conflict_in(lost) {
            Some(conflict) => fault::conflict(self.lines[conflict.start]),
            None => fault::of(self.now(&part.bytes), part, &self.usage, &self.trials),
        };
        // A conflict that reaches over several records is one.
        if self.faults.last().is_none_or(|known| known.range != fault.range) {
            self.faults.push(fault);
        }
        let bytes = self.bytes_of(lost);
        let before = self.unread.len();
        self.unread.extend(names(&self.text[bytes.clone()]));
        self.nameless |= matches!(part.shape, Shape::Key { .. }) || self.unread.len() == before;
        self.erase(bytes);
    }

    fn erase(&mut self, bytes: Range<usize>) {
        for byte in &mut self.bytes[bytes] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
}
