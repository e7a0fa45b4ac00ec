//! When the syntax of a file is broken, finds the records and the keys in which it is, so that everything else can still be read.
//!
//! The lines say where a key of the file or a record begins; each is parsed alone, and those that fail are blanked byte for byte.

mod division;

use super::fault::{self, Fault, Part, Shape, Usage};
use super::line::{Line, lines, next_written};
use super::syntax::parse;
use crate::model::slug;
use serde_saphyr::granit_parser::{ErrorKind, Parser, ScanError};
use std::cell::Cell;
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
    let lines = lines(text);
    let mut recovery = Recovery {
        usage: Usage::of(&lines),
        conflicts: fault::conflicts(&lines),
        text,
        bytes: text.as_bytes().to_vec(),
        faults: Vec::new(),
        holes: Vec::new(),
        unread: Vec::new(),
        nameless: false,
        left: Cell::new(REREAD + 4 * text.len()),
        lines,
    };
    recovery.separators();
    let all = 0..recovery.lines.len();
    match next_written(&recovery.lines, 0, all.end) {
        Some(first) if recovery.lines[first].item().is_some() => recovery.list(all),
        Some(_) => recovery.mapping(all, &[]),
        None => {}
    }
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
    /// Bytes that may still be parsed again in search of what is broken.
    left: Cell<usize>,
}

/// Bytes that are parsed again in search of what is broken, whatever the size of the file.
const REREAD: usize = 4 * 1024 * 1024;

/// How far a recovery has come, to go back to.
struct Mark {
    bytes: Vec<u8>,
    faults: usize,
    unread: usize,
    nameless: bool,
}

impl Recovery<'_> {
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
                let mark = self.mark();
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
                self.back_to(mark);
            }
            self.lose_key(&key, level, path);
        }
    }

    /// Blanks a key, or what follows the longest beginning of its lines that can be read.
    fn lose_key(&mut self, key: &Range<usize>, level: usize, path: &[&str]) {
        let whole = Part { bytes: self.bytes_of(key), shape: Shape::Key { level } };
        let is_key = next_written(&self.lines, key.start, key.end).is_some_and(|at| self.lines[at].key().is_some());
        let readable = (key.start + 1..key.end)
            .rev()
            .filter(|at| is_key && self.lines[*at].is_written() && !self.in_conflict(*at))
            .find(|at| next_written(&self.lines, key.start, *at).is_some() && self.is_sound(&(key.start..*at)));
        let lost = readable.map_or(key.clone(), |at| at..key.end);
        self.lose(&lost, &whole);
        self.holes.push(path.iter().map(|key| (*key).to_owned()).collect());
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
        let mark = self.mark();
        for list in division::nested_lists(&self.lines, record) {
            if !self.is_sound(&list) {
                self.list(list);
            }
        }
        if self.faults.len() > mark.faults && self.can_be_read(record) {
            return true;
        }
        self.back_to(mark);
        false
    }

    fn mark(&self) -> Mark {
        Mark {
            bytes: self.bytes.clone(),
            faults: self.faults.len(),
            unread: self.unread.len(),
            nameless: self.nameless,
        }
    }

    fn back_to(&mut self, mark: Mark) {
        self.bytes = mark.bytes;
        self.faults.truncate(mark.faults);
        self.unread.truncate(mark.unread);
        self.nameless = mark.nameless;
    }

    fn in_conflict(&self, line: usize) -> bool {
        self.conflicts.iter().any(|lines| lines.contains(&line))
    }

    /// Whether some lines can be read alone.
    fn is_sound(&self, part: &Range<usize>) -> bool {
        let conflict = |lines: &Range<usize>| lines.start < part.end && part.start < lines.end;
        !self.conflicts.iter().any(conflict) && self.can_be_read(part)
    }

    /// Whether what is left of some lines can be read alone, but for the anchors that stand elsewhere in the file.
    fn can_be_read(&self, part: &Range<usize>) -> bool {
        let text = self.now(&self.bytes_of(part));
        // Where too much is broken, the rest of it counts as broken as well.
        let Some(left) = self.left.get().checked_sub(text.len()) else { return false };
        self.left.set(left);
        let unknown = |error: ScanError| matches!(error.kind(), ErrorKind::UnknownAnchor);
        parse(text).is_ok()
            || text.contains('*')
                && aliases(text).all(|name| self.text.contains(&format!("&{name}")))
                && Parser::new_from_str(text).find_map(Result::err).is_some_and(unknown)
    }

    /// What is left of some bytes.
    fn now(&self, bytes: &Range<usize>) -> &str {
        // Only whole characters were blanked.
        std::str::from_utf8(&self.bytes[bytes.clone()]).unwrap_or_default()
    }

    /// Blanks some lines, and notes what is wrong in the part to which they belong.
    fn lose(&mut self, lost: &Range<usize>, part: &Part) {
        let conflict = self.conflicts.iter().find(|lines| lines.start < lost.end && lost.start < lines.end);
        let fault = match conflict {
            Some(conflict) => fault::conflict(self.lines[conflict.start]),
            None => fault::of(self.now(&part.bytes), part, &self.usage),
        };
        // A conflict that reaches over several records is one.
        if !self.faults.iter().any(|known| known.range == fault.range) {
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

/// The names after the `*` that begin a value.
fn aliases(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('*').filter_map(|(at, _)| {
        let begins = text[..at].ends_with([' ', '[', ',', '\n']);
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}')).unwrap_or(rest.len());
        (begins && end > 0).then_some(&rest[..end])
    })
}

/// What other records may call a record that cannot be parsed: its identifier, its code, its names.
fn names(record: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in lines(record) {
        let (_, content) = line.marked();
        for field in content.trim_start_matches('{').split(", ") {
            let field = field.trim_start();
            let key = super::line::name(field);
            let value = field[key.len()..].trim_start_matches([':', '=', '：', ' ', '"', '\'']);
            let value = value.split([',', '}', '#', '"', '\'']).next().unwrap_or_default().trim();
            if value.is_empty() {
                continue;
            }
            match key {
                "id" => names.push(slug(value)),
                "codice" | "nome" | "smart_team" | "lettera" | "controllo" => names.push(value.to_owned()),
                _ => {}
            }
        }
    }
    names
}
