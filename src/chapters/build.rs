use super::limit::NESTING;
use super::open::{Kind, Open};
use super::origin::ExpandedText;
use super::passage::Run;
use super::tree::{Alignment, Block, ChapterTree, Grid, Heading, Inline, Link, plain};
use crate::model::{Keyword, TableName, slug};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Stands on both sides of a table's name. A private-use character: texts that hold one lose it before they are expanded.
pub(super) const MARK: char = '\u{e000}';

/// The Markdown that holds the place of a table of the data.
pub(crate) fn place_of(table: TableName) -> String {
    format!("\n\n{MARK}{}{MARK}\n\n", table.keyword())
}

/// What of Markdown is understood beyond its standard.
pub(crate) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// Takes a chapter apart. What stands too deep in it is left out, and the Markdown of the first such place is told.
pub(super) fn build(expanded: &ExpandedText) -> (ChapterTree, Option<Range<usize>>) {
    let events = Parser::new_ext(&expanded.text, OPTIONS).into_offset_iter();
    let mut definitions: HashMap<String, Range<usize>> = HashMap::new();
    for (_, definition) in events.reference_definitions().iter() {
        let place = definitions.entry(definition.dest.to_string()).or_insert_with(|| definition.span.clone());
        if place.start < definition.span.start {
            *place = definition.span.clone();
        }
    }
    let mut builder = Builder {
        expanded,
        open: vec![Open::new(Kind::Root)],
        anchors: HashSet::new(),
        numbers: HashMap::new(),
        definitions,
        skipped: 0,
        too_deep: None,
    };
    for (event, range) in events {
        builder.take_shallow(event, &range);
    }
    let too_deep = builder.too_deep.take();
    (ChapterTree { blocks: builder.finish() }, too_deep)
}

#[cfg(test)]
impl ChapterTree {
    /// A chapter without expressions.
    pub(crate) fn parse(markdown: &str) -> Self {
        build(&ExpandedText::unexpanded(markdown)).0
    }
}

/// Puts the events of the parser into a tree.
struct Builder<'e> {
    expanded: &'e ExpandedText,
    /// What is open, the innermost last; the root is never closed.
    open: Vec<Open>,
    /// The anchors of the headings so far.
    anchors: HashSet<String>,
    /// For each anchor without a number, the last number that was given to it.
    numbers: HashMap<String, usize>,
    /// Where each destination of a link by reference is defined.
    definitions: HashMap<String, Range<usize>>,
    /// How many pieces are open that stand too deep.
    skipped: usize,
    /// The Markdown of the first of them.
    too_deep: Option<Range<usize>>,
}

impl Builder<'_> {
    /// Takes an event that does not stand too deep: whoever walks the tree goes as deep as it is.
    fn take_shallow(&mut self, event: Event<'_>, range: &Range<usize>) {
        match &event {
            Event::Start(_) if self.skipped > 0 || self.open.len() > NESTING => {
                self.skipped += 1;
                if self.too_deep.is_none() {
                    self.too_deep = Some(self.expanded.written(range).unwrap_or_default());
                }
            }
            Event::End(_) if self.skipped > 0 => self.skipped -= 1,
            _ if self.skipped > 0 => {}
            _ => self.take(event, range),
        }
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end),
            Event::Text(text) => {
                let runs = Run::of(&text, range, self.expanded);
                self.inline(Inline::Text { text: text.into_string(), runs });
            }
            Event::Code(text) => {
                let runs = Run::code(range, self.expanded);
                self.inline(Inline::Code { text: text.into_string(), runs });
            }
            Event::SoftBreak => self.inline(Inline::SoftBreak { runs: Run::space(range, self.expanded) }),
            Event::HardBreak => self.inline(Inline::HardBreak { runs: Run::space(range, self.expanded) }),
            Event::Rule => self.put(Block::Rule),
            Event::FootnoteReference(label) => self.inline(Inline::NoteCall(label.into_string())),
            Event::InlineHtml(text) if self.is_break(&text) => {
                self.inline(Inline::HardBreak { runs: Run::space(range, self.expanded) });
            }
            Event::Html(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                let runs = Run::code(range, self.expanded);
                self.inline(Inline::Html { text: text.into_string(), runs });
            }
            Event::TaskListMarker(done) => {
                let text = if done { "[x] " } else { "[ ] " }.to_owned();
                self.inline(Inline::Html { text, runs: Vec::new() });
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            // The page's own title is the only heading of the first level.
            Tag::Heading { level, .. } => Kind::Heading(level.max(HeadingLevel::H2) as u8),
            Tag::List(start) => Kind::List { start, items: Vec::new() },
            Tag::Item => Kind::Item,
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(code) => Kind::Code { language: language(&code) },
            Tag::FootnoteDefinition(label) => Kind::Note { label: label.into_string() },
            Tag::Table(columns) => {
                let columns = columns.into_iter().map(alignment).collect();
                Kind::Grid(Grid { columns, ..Grid::default() })
            }
            Tag::TableHead => return,
            Tag::TableRow => {
                if let Some(Open { kind: Kind::Grid(grid), .. }) = self.open.last_mut() {
                    grid.rows.push(Vec::new());
                }
                return;
            }
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strike,
            Tag::Image { dest_url, title, .. } => Kind::Image(self.link(&dest_url, range), title.into_string()),
            Tag::Link { dest_url, .. } => Kind::Link(self.link(&dest_url, range)),
            _ => Kind::Other,
        };
        if kind.is_block()
            && let Some(holder) = self.open.last_mut()
        {
            holder.settle();
        }
        self.open.push(Open::new(kind));
    }

    fn end(&mut self, end: TagEnd) {
        if matches!(end, TagEnd::TableHead | TagEnd::TableRow) || self.open.len() < 2 {
            return;
        }
        let Some(Open { kind, blocks, line }) = self.open.pop() else { return };
        let whole = |line| Open { kind: Kind::Root, blocks, line }.into_blocks();
        match kind {
            Kind::Root => {}
            Kind::Paragraph => self.put(paragraph(line)),
            Kind::Heading(level) => {
                let heading = self.heading(level, plain(&line));
                self.put(Block::Heading(heading, line));
            }
            Kind::List { start, items } => self.put(Block::List { start, items }),
            Kind::Item => {
                let item = whole(line);
                if let Some(Open { kind: Kind::List { items, .. }, .. }) = self.open.last_mut() {
                    items.push(item);
                }
            }
            Kind::Quote => self.put(Block::Quote(whole(line))),
            Kind::Code { language } => self.put(Block::Code { language, text: plain(&line) }),
            Kind::Grid(grid) => self.put(Block::Grid(grid)),
            Kind::Cell => {
                if let Some(Open { kind: Kind::Grid(Grid { head, rows, .. }), .. }) = self.open.last_mut() {
                    rows.last_mut().unwrap_or(head).push(line);
                }
            }
            Kind::Note { label } => self.put(Block::Note { label, body: whole(line) }),
            Kind::Emphasis => self.inline(Inline::Emphasis(line)),
            Kind::Strong => self.inline(Inline::Strong(line)),
            Kind::Strike => self.inline(Inline::Strike(line)),
            Kind::Image(link, caption) => self.inline(Inline::Image { link, caption, body: line }),
            Kind::Link(link) => self.inline(Inline::Link { link, body: line }),
            Kind::Other => line.into_iter().for_each(|piece| self.inline(piece)),
        }
    }

    /// Whether a piece of HTML is a line break in a cell, which Markdown has no sign for.
    fn is_break(&self, html: &str) -> bool {
        let name = html.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
        name.eq_ignore_ascii_case("br") && self.open.iter().any(|open| matches!(open.kind, Kind::Cell))
    }

    fn inline(&mut self, piece: Inline) {
        if let Some(open) = self.open.last_mut() {
            open.line.push(piece);
        }
    }

    fn put(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.settle();
            open.blocks.push(block);
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while self.open.len() > 1 {
            self.end(TagEnd::Paragraph);
        }
        self.open.pop().map(Open::into_blocks).unwrap_or_default()
    }

    /// A heading, with an anchor that no other has.
    fn heading(&mut self, level: u8, text: String) -> Heading {
        let base = Some(slug(&text)).filter(|name| !name.is_empty()).unwrap_or_else(|| "sezione".to_owned());
        let mut id = base.clone();
        let number = self.numbers.entry(base.clone()).or_insert(1);
        while !self.anchors.insert(id.clone()) {
            *number += 1;
            id = format!("{base}-{number}");
        }
        Heading { level, id, text }
    }

    /// A link that stands at `range`, and where its destination was written: in the link itself or in its definition.
    fn link(&self, target: &str, range: &Range<usize>) -> Link {
        let text = self.expanded.text.as_str();
        let found = |from: &Range<usize>, before: &str| {
            let written = format!("{before}{target}");
            let at = text.get(from.clone())?.rfind(&written)?;
            let start = from.start + at + before.len();
            Some(start..start + target.len())
        };
        let inside = ["](", "](<", "<"].into_iter().find_map(|before| found(range, before));
        let defined = || self.definitions.get(target).and_then(|from| found(from, "]: "));
        let place = inside.or_else(defined).filter(|_| !target.is_empty());
        Link {
            target: target.to_owned(),
            written: place.and_then(|place| self.expanded.verbatim(&place)),
            whole: self.expanded.written(range),
        }
    }
}

/// A paragraph; the table of the data whose mark is the whole of it.
fn paragraph(line: Vec<Inline>) -> Block {
    let table = |line: &[Inline]| {
        let [Inline::Text { text, .. }] = line else { return None };
        let name = text.strip_prefix(MARK)?.strip_suffix(MARK)?;
        TableName::KEYWORDS.iter().find(|(word, _)| *word == name).map(|(_, table)| *table)
    };
    match table(&line) {
        Some(table) => Block::Data(table),
        None => Block::Paragraph(line),
    }
}

/// The language of a fenced block: the first word after its fence.
fn language(code: &CodeBlockKind<'_>) -> Option<String> {
    let CodeBlockKind::Fenced(info) = code else { return None };
    let word = |info: &CowStr<'_>| info.split(' ').next().unwrap_or("").to_owned();
    Some(word(info)).filter(|word| !word.is_empty())
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Unstated,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

#[cfg(test)]
mod tests;
