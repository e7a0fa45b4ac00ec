use super::{SourceId, Span};
use memchr::{memchr, memchr_iter};

/// A line and a column, both counted from 1; columns count characters, and a byte-order mark is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One file that was read: its path below the root, with `/`, and its text exactly as it stands on disk.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    /// Byte offset of the first byte of each line.
    lines: Vec<u32>,
    standing: Standing,
}

/// What became of the text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It was read.
    Read,
    /// It stands on the disk and is no text, or too long a one.
    Unreadable,
    /// Nobody asked for it.
    Unread,
}

const BOM: char = '\u{feff}';

/// Byte offset of the first byte of each line. They are counted first: to grow by doubling would take the memory of two for a moment.
fn line_starts(text: &str) -> Vec<u32> {
    let start = |end: usize| u32::try_from(end + 1).unwrap_or(u32::MAX);
    let mut lines;
    if memchr(b'\r', text.as_bytes()).is_some() {
        // A lone carriage return ends a line in YAML, as it did on old Macs.
        let bytes = text.as_bytes();
        let is_end = |at: &usize| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let ends = || (0..bytes.len()).filter(is_end);
        lines = Vec::with_capacity(1 + ends().count());
        lines.push(0);
        lines.extend(ends().map(start));
    } else {
        let ends = || memchr_iter(b'\n', text.as_bytes());
        lines = Vec::with_capacity(1 + ends().count());
        lines.push(0);
        lines.extend(ends().map(start));
    }
    lines
}

impl Source {
    /// A file with the given path (relative to the root, with `/`) and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = line_starts(&text);
        Self { path: path.into(), text, lines, standing: Standing::Read }
    }

    /// A path that findings name and whose text nobody reads, or where nothing stands.
    pub fn unread(path: impl Into<String>) -> Self {
        Self { standing: Standing::Unread, ..Self::new(path, "") }
    }

    /// A file that is no text, or too long a one: nothing of it was read.
    pub fn unreadable(path: impl Into<String>) -> Self {
        Self { standing: Standing::Unreadable, ..Self::new(path, "") }
    }

    /// Whether the text is what stands on the disk.
    pub fn is_read(&self) -> bool {
        self.standing == Standing::Read
    }

    /// Whether a file stands there whose text could not be read.
    pub fn is_unreadable(&self) -> bool {
        self.standing == Standing::Unreadable
    }

    /// The path below the root, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, byte-order mark and line endings included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the byte at `offset` stands. Offsets past the end give the end; an offset inside a character gives that character.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|start| *start as usize <= offset) - 1;
        let start = self.lines[line] as usize;
        let before = self.text[start..offset].chars().filter(|c| *c != BOM).count();
        Position { line: line + 1, column: before + 1 }
    }

    /// The byte offset of a position, the inverse of [`Source::position`]; positions past the end of a line give its end.
    pub fn offset(&self, position: Position) -> usize {
        let Some(start) = position.line.checked_sub(1).and_then(|line| self.lines.get(line)) else {
            return self.text.len();
        };
        let start = *start as usize;
        let line = self.line(position.line);
        let mark = if line.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let inside = line[mark..].char_indices().nth(position.column.saturating_sub(1));
        start + inside.map_or(line.len(), |(at, _)| at + mark)
    }

    /// The text of a line (from 1) without its ending.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|index| self.lines.get(index)) else {
            return "";
        };
        let end = self.lines.get(line).map_or(self.text.len(), |next| *next as usize);
        self.text[*start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// Byte offset of the first byte of a line (from 1).
    pub fn line_start(&self, line: usize) -> usize {
        self.lines.get(line.saturating_sub(1)).map_or(self.text.len(), |start| *start as usize)
    }

    /// The text between two offsets; empty if they do not fall on characters.
    pub fn slice(&self, range: std::ops::Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }
}

/// Every file that was read, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file and returns its number.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.files.push(source);
        SourceId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The file with this number.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Every file, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.iter()
    }

    /// The paths of the files that stand on the disk and could not be read.
    pub fn unreadable(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|file| file.is_unreadable()).map(Source::path)
    }

    /// The text that a span covers.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).slice(span.range())
    }

    /// The part of `span` that reads `piece`, or the whole span if the piece is written otherwise (an escaped or folded text).
    pub fn part(&self, span: Span, piece: &str) -> Span {
        self.slice(span).find(piece).map_or(span, |at| span.part(at, at + piece.len()))
    }

    /// The file with this path; `None` if it was not read.
    pub fn find(&self, path: &str) -> Option<SourceId> {
        let index = self.files.iter().position(|file| file.path == path)?;
        u32::try_from(index).ok().map(SourceId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_and_skip_the_byte_order_mark() {
        let source = Source::new("a.yaml", "\u{feff}è: 1\r\nb: ù2\n");
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
        assert_eq!(source.position(5), Position { line: 1, column: 2 });
        let second = source.text().find('2').expect("the digit is there");
        assert_eq!(source.position(second), Position { line: 2, column: 5 });
        assert_eq!(source.offset(Position { line: 2, column: 5 }), second);
        assert_eq!(source.offset(Position { line: 1, column: 1 }), 3);
        assert_eq!(source.line(1).trim_start_matches(BOM), "è: 1");
    }

    #[test]
    fn places_past_the_end_are_the_end() {
        let source = Source::new("a.yaml", "a: 1");
        assert_eq!(source.position(99), Position { line: 1, column: 5 });
        assert_eq!(source.offset(Position { line: 7, column: 1 }), 4);
        assert_eq!(source.line(7), "");
    }
}
