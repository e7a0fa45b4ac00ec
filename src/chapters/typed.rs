//! What of a chapter stands on the page just as it was typed: the signs that became nothing.
//!
//! Owns where such signs are, for the rules on marks that failed. Knows no rule.

use super::build::OPTIONS;
use super::origin::{ExpandedText, Origin};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// A chapter as its author typed it. Every range is of bytes of the chapter's Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// As many bytes as the Markdown: what readers see as it was typed. A space stands for each byte of all the rest:
    /// marks that became something, escaped signs, code, addresses, expressions. Line ends are kept.
    pub literal: String,
    /// The paragraphs, headings, words of tight lists and cells, in order.
    pub paragraphs: Vec<TypedParagraph>,
    /// The tables.
    pub grids: Vec<TypedGrid>,
    /// Each footnote, by its name.
    pub notes: Vec<(String, Range<usize>)>,
    /// The names of the footnotes that are called.
    pub calls: Vec<String>,
    /// The pieces of HTML.
    pub html: Vec<TypedHtml>,
    /// The fences of code that are never closed.
    pub open_fences: Vec<Range<usize>>,
    /// The blocks of code that nothing but their indentation makes.
    pub indented: Vec<Range<usize>>,
}

/// The lines of a paragraph, heading or cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedParagraph {
    /// The lines; never none.
    pub lines: Vec<TypedLine>,
    /// Whether it is a cell of a table.
    pub in_cell: bool,
}

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedLine {
    /// From its first word to its last.
    pub range: Range<usize>,
    /// Whether readers see it run together with the line before it.
    pub joined: bool,
}

/// A table written in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedGrid {
    /// All of it.
    pub range: Range<usize>,
    /// How many columns its headings make.
    pub columns: usize,
    /// Each row and how many cells were typed in it.
    pub rows: Vec<(Range<usize>, usize)>,
}

/// A piece of HTML, which readers see as letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedHtml {
    /// Where it is.
    pub range: Range<usize>,
    /// Whether it is in a cell of a table.
    pub in_cell: bool,
}

impl TypedParagraph {
    /// From its first word to its last.
    pub fn range(&self) -> Range<usize> {
        let start = self.lines.first().map_or(0, |line| line.range.start);
        start..self.lines.last().map_or(start, |line| line.range.end)
    }
}

/// How many cells a line of a table has.
pub fn cells(line: &str) -> usize {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
    let mut escaped = false;
    let bars = line.chars().filter(|c| {
        let bar = *c == '|' && !escaped;
        escaped = *c == '\\' && !escaped;
        bar
    });
    bars.count() + 1
}

/// Reads what was typed in the chapter whose Markdown this is.
pub(super) fn typed(expanded: &ExpandedText, markdown: &str) -> Typed {
    let literal = markdown.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { byte } else { b' ' }).collect();
    let mut reader =
        Reader { expanded, literal, typed: Typed::default(), code: false, escapes_from: 0, line: None, broken: None };
    for (event, range) in Parser::new_ext(&expanded.text, OPTIONS).into_offset_iter() {
        reader.take(&event, &range);
    }
    reader.close();
    let Reader { literal, mut typed, .. } = reader;
    // Only whole characters were copied.
    typed.literal = String::from_utf8(literal).unwrap_or_default();
    typed
}

struct Reader<'e> {
    expanded: &'e ExpandedText,
    literal: Vec<u8>,
    typed: Typed,
    /// Whether a block of code is open.
    code: bool,
    /// The end of the last piece of text: a backslash before it is a letter, not an escape.
    escapes_from: usize,
    /// The paragraph that is open.
    line: Option<TypedParagraph>,
    /// Whether the next piece begins a line, and whether that one is run together with the last.
    broken: Option<bool>,
}

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(*end),
            Event::Text(text) if !self.code => {
                self.text(text, range);
                self.extend(range);
            }
            Event::SoftBreak => self.broken = Some(true),
            Event::HardBreak => self.broken = Some(false),
            Event::Html(_) | Event::InlineHtml(_) => self.html(range),
            Event::Rule => self.close(),
            Event::FootnoteReference(label) => {
                self.typed.calls.push(label.to_string());
                self.extend(range);
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {
                self.extend(range);
            }
            Event::Text(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => return,
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::FootnoteDefinition(label) => {
                if let Some(written) = self.first(range) {
                    self.typed.notes.push((label.to_string(), written));
                }
            }
            Tag::Table(columns) => {
                if let Some(written) = self.first(range) {
                    self.typed.grids.push(TypedGrid { range: written, columns: columns.len(), rows: Vec::new() });
                }
            }
            Tag::TableRow => {
                let row = self.first(range).zip(self.expanded.text.get(range.clone()));
                if let Some((written, text)) = row
                    && let Some(grid) = self.typed.grids.last_mut()
                {
                    grid.rows.push((written, cells(text)));
                }
            }
            _ => {}
        }
        self.close();
        if matches!(tag, Tag::TableCell) {
            self.line = Some(TypedParagraph { lines: Vec::new(), in_cell: true });
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => return,
            TagEnd::CodeBlock => self.code = false,
            _ => {}
        }
        self.close();
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>) {
        self.code = true;
        let text = self.expanded.text.get(range.clone()).unwrap_or_default();
        if matches!(kind, CodeBlockKind::Fenced(_)) && !is_closed(text) {
            let fence = range.start..range.start + text.lines().next().unwrap_or_default().trim_end().len();
            self.typed.open_fences.extend(self.first(&fence));
        } else if matches!(kind, CodeBlockKind::Indented) {
            self.typed.indented.extend(self.first(range));
        }
    }

    /// Copies a piece of text, but for a sign that was escaped.
    fn text(&mut self, text: &str, range: &Range<usize>) {
        let written = self.expanded.text.get(range.clone()).unwrap_or_default();
        let before = self.expanded.text.get(..range.start).unwrap_or_default();
        let escaped = range.start > self.escapes_from && before.ends_with('\\');
        self.escapes_from = range.end;
        // An entity such as `&amp;` reads otherwise than it is written.
        if written != text {
            return;
        }
        let from = range.start + written.chars().next().filter(|_| escaped).map_or(0, char::len_utf8);
        for part in self.expanded.parts(&(from..range.end)) {
            let bytes = self.expanded.text.as_bytes().get(part.text);
            let place = self.literal.get_mut(part.written);
            if let (Origin::Written, Some(bytes), Some(place)) = (part.origin, bytes, place)
                && place.len() == bytes.len()
            {
                place.copy_from_slice(bytes);
            }
        }
    }

    fn html(&mut self, range: &Range<usize>) {
        let in_cell = self.line.as_ref().is_some_and(|paragraph| paragraph.in_cell);
        if let Some(written) = self.expanded.verbatim(range) {
            self.typed.html.push(TypedHtml { range: written, in_cell });
        }
        self.extend(range);
    }

    /// The bytes of the Markdown that a range comes from; `None` if a loop has brought it here before.
    fn first(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let parts = self.expanded.parts(range);
        parts.iter().any(|part| part.origin != Origin::Repeated).then(|| self.expanded.written(range))?
    }

    /// Adds a piece to the line that is open.
    fn extend(&mut self, range: &Range<usize>) {
        let Some(written) = self.first(range) else { return };
        let paragraph = self.line.get_or_insert_default();
        match (self.broken.take(), paragraph.lines.last_mut()) {
            (None, Some(line)) => line.range.end = line.range.end.max(written.end),
            (broken, _) => paragraph.lines.push(TypedLine { range: written, joined: broken == Some(true) }),
        }
    }

    fn close(&mut self) {
        self.broken = None;
        self.typed.paragraphs.extend(self.line.take().filter(|paragraph| !paragraph.lines.is_empty()));
    }
}

/// Whether a fenced block ends with a fence.
fn is_closed(block: &str) -> bool {
    let mut lines = block.lines();
    let fence = lines.next().unwrap_or_default().trim_start();
    let sign = fence.chars().next().unwrap_or('`');
    let length = fence.chars().take_while(|c| *c == sign).count();
    let last = lines.next_back().unwrap_or_default().trim_start_matches(['>', ' ', '\t']).trim_end();
    last.chars().count() >= length && last.chars().all(|c| c == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(markdown: &str) -> Typed {
        typed(&ExpandedText::unexpanded(markdown), markdown)
    }

    #[test]
    fn only_what_became_nothing_is_left() {
        let markdown =
            "È **uno** \\*due* `*` \\*tre [a](b) [c] (d)\n\n| *x* | y |\n|---|---|\n| {{ a|b }} | &amp;* |\n";
        let literal = read(markdown).literal;
        assert_eq!(literal.len(), markdown.len());
        assert_eq!(literal.split_whitespace().collect::<String>(), "Èunodue*trea[c](d)xy*");
    }

    #[test]
    fn lines_know_whether_they_run_together() {
        let typed = read("> uno\n> • due  \n> tre\n\n- a\n  b\n");
        let joined: Vec<Vec<bool>> =
            typed.paragraphs.iter().map(|paragraph| paragraph.lines.iter().map(|line| line.joined).collect()).collect();
        assert_eq!(joined, [vec![false, true, false], vec![false, true]]);
    }

    #[test]
    fn rows_know_how_many_cells_were_typed() {
        let typed = read("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 1 \\| 2 |\ntesto\n| {{ a | b }} | `c` |\n");
        let cells: Vec<usize> = typed.grids[0].rows.iter().map(|(_, cells)| *cells).collect();
        assert_eq!((typed.grids[0].columns, cells), (2, vec![3, 1, 1, 2]));
    }

    #[test]
    fn a_fence_that_is_never_closed_is_known() {
        for (markdown, open) in
            [("```\na\n```\n", 0), ("````\na\n```\n", 1), ("a\n\n~~~ x\nb", 1), ("> ```\n> a\n> ```\n", 0)]
        {
            assert_eq!(read(markdown).open_fences.len(), open, "{markdown}");
        }
    }
}
