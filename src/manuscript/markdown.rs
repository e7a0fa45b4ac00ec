use super::Block;
use super::expressions::Masked;
use super::line::{Line, Span, Words, normal, without_bold};
use super::parsed::{Definition, Parsed, Unit};
use crate::chapters::OPTIONS;
use crate::docx::Look;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// What is open.
#[derive(Clone, Debug, PartialEq)]
enum Frame {
    List {
        is_numbered: bool,
        /// The number of its first item, until that has said something, where it is not 1.
        start: Option<u64>,
    },
    /// An item, where it begins, and whether it has said anything.
    Item {
        start: usize,
        is_fresh: bool,
    },
    Quote,
    Note,
}

/// Takes the Markdown of a chapter apart.
pub fn parse(body: &str) -> Parsed {
    let masked = Masked::of(body);
    let mut reader = Reader {
        body,
        masked: &masked,
        made: Parsed::default(),
        frames: Vec::new(),
        line: Vec::new(),
        calls: Vec::new(),
        place: None,
        look: [0; 3],
        links: Vec::new(),
        heading: None,
        code: None,
        grid: None,
        skipped: 0,
    };
    for (event, range) in Parser::new_ext(&masked.text, OPTIONS).into_offset_iter() {
        reader.take(event, range);
    }
    reader.flush();
    reader.made
}

struct Reader<'b> {
    body: &'b str,
    masked: &'b Masked,
    made: Parsed,
    frames: Vec<Frame>,
    line: Line,
    calls: Vec<String>,
    /// Where the line stands.
    place: Option<Range<usize>>,
    /// How many bold, italic and struck out passages are open.
    look: [usize; 3],
    links: Vec<String>,
    heading: Option<u8>,
    code: Option<String>,
    grid: Option<Vec<Vec<Line>>>,
    /// How deep within a picture.
    skipped: usize,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&self.masked.whole(&text)),
                None => self.text(&text, &range),
            },
            Event::Code(text) => {
                let text = self.masked.whole(&text);
                let look = Look { code: true, ..self.now() };
                self.say(text, look, &range);
            }
            Event::Html(_) | Event::InlineHtml(_) => self.verbatim(&range),
            Event::SoftBreak => self.say(" ".to_owned(), Look::default(), &range),
            Event::HardBreak => self.push(Span::Break, &range),
            Event::FootnoteReference(label) => {
                self.calls.push(self.masked.whole(&label));
                self.push(Span::Note, &range);
            }
            Event::Rule => {
                self.flush();
                self.unit(Block::Rule, range);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.flush(),
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some((level as u8).clamp(2, 6));
                self.place = Some(range);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.frames.push(Frame::Quote);
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::List(start) => {
                self.flush();
                self.begin_item();
                self.frames
                    .push(Frame::List { is_numbered: start.is_some(), start: start.filter(|start| *start != 1) });
            }
            Tag::Item => {
                self.flush();
                self.frames.push(Frame::Item { start: range.start, is_fresh: true });
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                self.frames.push(Frame::Note);
                let label = self.masked.whole(&label);
                let end = range.start + self.body[range.clone()].trim_end().len();
                self.made.definitions.push(Definition {
                    label,
                    range: self.line_start(range.start)..end,
                    blocks: Vec::new(),
                });
            }
            Tag::Table(_) => {
                self.flush();
                self.grid = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => self.grid.iter_mut().for_each(|grid| grid.push(Vec::new())),
            Tag::Strong => self.look[0] += 1,
            Tag::Emphasis => self.look[1] += 1,
            Tag::Strikethrough => self.look[2] += 1,
            Tag::Link { dest_url, .. } => self.links.push(self.masked.whole(&dest_url)),
            Tag::Image { .. } => {
                self.verbatim(&range);
                self.skipped = 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Heading(_) => {
                let level = self.heading.take().unwrap_or(2);
                let line = without_bold(std::mem::take(&mut self.line));
                self.place = None;
                self.unit(Block::Heading(level, line), range);
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition => {
                self.flush();
                self.frames.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.begin_item();
                self.frames.pop();
            }
            TagEnd::CodeBlock => {
                let text = self.code.take().unwrap_or_default();
                self.unit(Block::Code(text.trim_end_matches('\n').to_owned()), range);
            }
            TagEnd::TableCell => {
                let line = normal(std::mem::take(&mut self.line));
                self.place = None;
                if let Some(row) = self.grid.as_mut().and_then(|grid| grid.last_mut()) {
                    row.push(line);
                }
            }
            TagEnd::Table => {
                let mut rows = self.grid.take().unwrap_or_default().into_iter();
                let head = rows.next().unwrap_or_default().into_iter().map(without_bold).collect();
                self.unit(Block::Grid { head, rows: rows.collect() }, range);
            }
            TagEnd::Strong => self.look[0] = self.look[0].saturating_sub(1),
            TagEnd::Emphasis => self.look[1] = self.look[1].saturating_sub(1),
            TagEnd::Strikethrough => self.look[2] = self.look[2].saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            _ => {}
        }
    }

    /// An item that has said nothing yet says nothing.
    fn begin_item(&mut self) {
        if let Some(Frame::Item { start, is_fresh: true }) = self.frames.last().cloned() {
            self.place = Some(start..start + 1);
            self.close();
        }
    }

    fn now(&self) -> Look {
        Look { bold: self.look[0] > 0, italic: self.look[1] > 0, strike: self.look[2] > 0, ..Look::default() }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        for (text, is_expression) in self.masked.restored(text) {
            let look = Look { source: is_expression, ..self.now() };
            self.say(text, look, range);
        }
    }

    /// What stands in the document as it is written in the chapter.
    fn verbatim(&mut self, range: &Range<usize>) {
        let text = self.body.get(range.clone()).unwrap_or_default().trim_end_matches(['\n', '\r']).to_owned();
        let look = Look { source: true, ..self.now() };
        self.say(text, look, range);
    }

    fn say(&mut self, text: String, look: Look, range: &Range<usize>) {
        let link = self.links.last().cloned();
        self.push(Span::Words(Words { text, look, link }), range);
    }

    fn push(&mut self, span: Span, range: &Range<usize>) {
        self.line.push(span);
        let place = self.place.get_or_insert_with(|| range.clone());
        place.start = place.start.min(range.start);
        place.end = place.end.max(range.end);
    }

    /// Ends the line that is open.
    fn flush(&mut self) {
        if self.place.is_some() && self.heading.is_none() && self.grid.is_none() {
            self.close();
        }
    }

    fn close(&mut self) {
        let line = normal(std::mem::take(&mut self.line));
        let Some(place) = self.place.take() else { return };
        let level = self.frames.iter().filter(|frame| matches!(frame, Frame::List { .. })).count();
        let list = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::List { is_numbered, start } => Some((*is_numbered, start.take())),
            _ => None,
        });
        let item = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Item { start, is_fresh } => Some((*start, std::mem::replace(is_fresh, false))),
            _ => None,
        });
        let (block, from) = match (item, list) {
            (Some((begins, is_fresh)), Some((is_numbered, start))) => {
                let level = u8::try_from(level.saturating_sub(1)).unwrap_or(u8::MAX).min(8);
                let from = if is_fresh { begins } else { place.start };
                (Block::Item { level, is_numbered, start, goes_on: !is_fresh, line }, from)
            }
            _ if self.frames.contains(&Frame::Quote) => (Block::Quote(line), place.start),
            _ => (Block::Paragraph(line), place.start),
        };
        self.unit(block, from..place.end);
    }

    fn unit(&mut self, block: Block, range: Range<usize>) {
        let calls = std::mem::take(&mut self.calls);
        if self.frames.contains(&Frame::Note) {
            if let Some(definition) = self.made.definitions.last_mut() {
                definition.blocks.push(block);
            }
            return;
        }
        let start = self.line_start(range.start);
        let text = self.body.get(start..range.end).unwrap_or_default();
        let end = start + text.trim_end_matches(['\n', '\r', ' ', '\t']).len();
        self.made.units.push(Unit { block, range: start..end.max(start), calls });
    }

    /// The beginning of the line in which a byte stands, or the end of the block before it.
    fn line_start(&self, at: usize) -> usize {
        let start = self.body[..at].rfind('\n').map_or(0, |newline| newline + 1);
        start.max(self.made.units.last().map_or(0, |unit| unit.range.end))
    }
}
