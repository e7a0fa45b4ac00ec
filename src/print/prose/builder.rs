use super::block::{Block, Inline};
use super::notes;
use super::places::FromChapter;
use crate::model::Word;
use crate::narrative;
use crate::print::table::title;
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use std::collections::HashMap;

/// How deep lists and quotations may stand in one another; what is deeper is set at this depth. The converter has a limit of its own.
const DEEPEST: usize = 8;

/// The chapter in blocks. Footnotes stand where they are first called.
pub(in crate::print) fn blocks(pieces: Vec<narrative::Block<'_>>, from: &mut FromChapter<'_>) -> Vec<Block> {
    let mut builder = Builder { from: &mut *from, open: vec![Frame::new(Kind::Root)], notes: HashMap::new(), too_deep: 0, level: 1 };
    for piece in pieces {
        match piece {
            narrative::Block::Text(events) => events.into_iter().for_each(|event| builder.take(event)),
            narrative::Block::Table(table) => {
                let first = builder.from.show(table);
                let anchor = super::Places::of_table(table);
                builder.put(Block::Data { table: table.word(), title: title(table), anchor, first });
            }
        }
    }
    let Builder { open, notes, .. } = builder;
    let mut blocks = open.into_iter().next().map(Frame::into_blocks).unwrap_or_default();
    notes::place(&mut blocks, notes, &|name| from.anchor(&format!("nota-{name}")));
    blocks
}

/// What is being read.
enum Kind {
    Root,
    Paragraph,
    Heading { anchor: String, level: u8 },
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    Item,
    Quote,
    Note { name: String },
    Code,
    Grid { align: Vec<Option<&'static str>>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link { target: String },
    /// Anything else: its words go on in what holds it.
    Other,
}

struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    /// Words that wait for the end of their paragraph.
    line: Vec<Inline>,
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), line: Vec::new() }
    }

    /// Closes the words that stand outside a paragraph, as those of a tight list do.
    fn settle(&mut self) {
        if !self.line.is_empty() {
            let body = std::mem::take(&mut self.line);
            self.blocks.push(Block::Paragraph { body });
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

struct Builder<'b, 'p> {
    from: &'b mut FromChapter<'p>,
    open: Vec<Frame>,
    notes: HashMap<String, Vec<Block>>,
    /// Lists and quotations that are open beyond the deepest.
    too_deep: usize,
    /// Level of the last heading: the next may go down by one only, or the document would skip a level.
    level: u8,
}

impl Builder<'_, '_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.word(Inline::Text { text: text.into_string() }),
            Event::Code(text) => self.word(Inline::Code { text: text.into_string() }),
            Event::SoftBreak => self.word(Inline::Text { text: " ".to_owned() }),
            Event::HardBreak => self.word(Inline::Break),
            Event::Rule => self.put(Block::Rule),
            Event::FootnoteReference(name) => {
                let anchor = name.to_string();
                self.word(Inline::Note { anchor, body: Vec::new() });
            }
            Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.word(Inline::Text { text: text.into_string() });
            }
            Event::TaskListMarker(done) => self.word(Inline::Text { text: if done { "[x] " } else { "[ ] " }.to_owned() }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, id, .. } => {
                let level = (level as u8).clamp(2, self.level + 1);
                if self.open.len() == 1 {
                    self.level = level;
                }
                let anchor = id.map(|id| self.from.anchor(&id)).unwrap_or_default();
                Kind::Heading { anchor, level }
            }
            Tag::List(_) | Tag::BlockQuote(_) | Tag::Item if self.too_deep > 0 || self.depth() >= DEEPEST => {
                self.too_deep += 1;
                return self.settle();
            }
            Tag::List(start) => Kind::List { start, items: Vec::new() },
            Tag::Item => Kind::Item,
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::FootnoteDefinition(name) => Kind::Note { name: name.into_string() },
            Tag::CodeBlock(_) => Kind::Code,
            Tag::Table(align) => {
                let align = align.into_iter().map(alignment).collect();
                Kind::Grid { align, head: Vec::new(), rows: Vec::new() }
            }
            Tag::TableHead => return,
            Tag::TableRow => {
                if let Some(Frame { kind: Kind::Grid { rows, .. }, .. }) = self.open.last_mut() {
                    rows.push(Vec::new());
                }
                return;
            }
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strike,
            Tag::Link { dest_url, .. } => Kind::Link { target: dest_url.into_string() },
            _ => Kind::Other,
        };
        if matches!(kind, Kind::Paragraph | Kind::Heading { .. } | Kind::List { .. } | Kind::Quote | Kind::Code | Kind::Grid { .. }) {
            self.settle();
        }
        self.open.push(Frame::new(kind));
    }

    fn end(&mut self, end: TagEnd) {
        if matches!(end, TagEnd::TableHead | TagEnd::TableRow) {
            return;
        }
        if self.too_deep > 0 && matches!(end, TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::Item) {
            self.too_deep -= 1;
            return self.settle();
        }
        if self.open.len() < 2 {
            return;
        }
        let Some(Frame { kind, blocks, line: body }) = self.open.pop() else { return };
        let whole = |line| Frame { kind: Kind::Root, blocks, line }.into_blocks();
        match kind {
            Kind::Root => {}
            Kind::Paragraph => self.put_unless_empty(body, |body| Block::Paragraph { body }),
            // Only a heading of the chapter itself divides it; one inside a list or a quotation is a strong line.
            Kind::Heading { anchor, level } if self.open.len() == 1 => {
                self.put_unless_empty(body, |body| Block::Heading { level, anchor, body });
            }
            Kind::Heading { .. } => self.put_unless_empty(body, |body| Block::Paragraph { body: vec![Inline::Strong { body }] }),
            Kind::List { start, items } => {
                if !items.is_empty() {
                    self.put(Block::List { start, items });
                }
            }
            Kind::Item => {
                let item = whole(body);
                if let Some(Frame { kind: Kind::List { items, .. }, .. }) = self.open.last_mut() {
                    items.push(item);
                }
            }
            Kind::Quote => self.put(Block::Quote { body: whole(body) }),
            Kind::Note { name } => {
                self.notes.insert(name, whole(body));
            }
            Kind::Code => {
                let text = body.into_iter().filter_map(|piece| if let Inline::Text { text } = piece { Some(text) } else { None });
                let text = text.collect::<String>().trim_end_matches('\n').to_owned();
                self.put(Block::Code { text });
            }
            Kind::Grid { align, head, rows } => self.put(Block::Grid { align, head, rows }),
            Kind::Cell => {
                if let Some(Frame { kind: Kind::Grid { head, rows, .. }, .. }) = self.open.last_mut() {
                    rows.last_mut().unwrap_or(head).push(body);
                }
            }
            Kind::Emphasis => self.word(Inline::Emphasis { body }),
            Kind::Strong => self.word(Inline::Strong { body }),
            Kind::Strike => self.word(Inline::Strike { body }),
            Kind::Link { target } => {
                let to = self.from.resolve(&target);
                self.word(Inline::Link { to, body });
            }
            Kind::Other => body.into_iter().for_each(|piece| self.word(piece)),
        }
    }

    /// How many lists and quotations are open.
    fn depth(&self) -> usize {
        self.open.iter().filter(|frame| matches!(frame.kind, Kind::List { .. } | Kind::Quote)).count()
    }

    fn settle(&mut self) {
        if let Some(frame) = self.open.last_mut() {
            frame.settle();
        }
    }

    fn word(&mut self, piece: Inline) {
        if let Some(frame) = self.open.last_mut() {
            frame.line.push(piece);
        }
    }

    fn put(&mut self, block: Block) {
        if let Some(frame) = self.open.last_mut() {
            frame.settle();
            frame.blocks.push(block);
        }
    }

    fn put_unless_empty(&mut self, body: Vec<Inline>, block: impl FnOnce(Vec<Inline>) -> Block) {
        if !body.is_empty() {
            self.put(block(body));
        }
    }
}

fn alignment(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None => None,
        Alignment::Left => Some("left"),
        Alignment::Center => Some("center"),
        Alignment::Right => Some("right"),
    }
}
