use super::footnotes::Footnotes;
use super::grid;
use crate::chapters::{Block, Grid, Heading, Inline, Link, figure, plain};
use crate::model::TableName;
use crate::site::component::chapter_link::{ChapterLinks, Destination};
use crate::site::escape::{escaped, escaped_text};
use crate::site::glossary::{TermLinks, with_laws};
use crate::theme::unbroken_html;

/// A piece of a chapter as the writer hands it over.
#[derive(Debug)]
pub(super) enum Written {
    /// HTML.
    Html(String),
    /// A table of the data.
    Table(TableName),
}

/// Writes the blocks of a chapter as HTML.
#[derive(Debug)]
pub(super) struct Writer<'l> {
    links: &'l ChapterLinks<'l>,
    prefix: String,
    /// How many levels the headings go down.
    shift: u8,
    /// The level of the last heading, so that none is skipped.
    level: u8,
    footnotes: Footnotes,
    /// The links to the glossary; `None` on a page that has none.
    terms: Option<TermLinks<'l>>,
    /// How many pieces are open in which no term may be linked.
    closed: usize,
    /// Tables written in the chapter so far.
    grids: usize,
    written: Vec<Written>,
    /// The HTML since the last table of the data.
    html: String,
}

impl<'l> Writer<'l> {
    pub(super) fn new(links: &'l ChapterLinks<'l>, shift: u8) -> Self {
        let prefix = links.prefix();
        Self {
            links,
            shift,
            level: 1 + shift,
            footnotes: Footnotes::new(&prefix),
            prefix,
            terms: links.terms(),
            closed: 0,
            grids: 0,
            written: Vec::new(),
            html: String::new(),
        }
    }

    /// The pieces of a chapter, in order, and its notes.
    pub(super) fn write(mut self, blocks: &[Block]) -> (Vec<Written>, Footnotes) {
        self.blocks(blocks);
        self.flush();
        (self.written, self.footnotes)
    }

    fn flush(&mut self) {
        if !self.html.is_empty() {
            self.written.push(Written::Html(std::mem::take(&mut self.html)));
        }
    }

    fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Begins on a line of its own.
    fn push_line(&mut self, html: &str) {
        if !(self.html.is_empty() || self.html.ends_with('\n')) {
            self.html.push('\n');
        }
        self.push(html);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading, line) => self.heading(heading, line),
            Block::Paragraph(line) if figure(line).is_some_and(|image| self.figure(image)) => {}
            Block::Paragraph(line) => {
                self.push_line("<p>");
                self.line(line);
                self.push("</p>\n");
            }
            Block::Line(line) => self.line(line),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(body) => {
                self.push_line("<blockquote>\n");
                self.blocks(body);
                self.push("</blockquote>\n");
            }
            Block::Code { language, text } => {
                self.push_line("<pre><code");
                if let Some(language) = language {
                    self.push(&format!(" class=\"language-{}\"", escaped(language)));
                }
                self.push(&format!(">{}</code></pre>\n", escaped_text(text)));
            }
            Block::Rule => self.push_line("<hr />\n"),
            Block::Grid(grid) => self.closed(|writer| writer.grid(grid)),
            Block::Note { label, body } => self.note(label, body),
            Block::Data(table) => {
                self.flush();
                self.written.push(Written::Table(*table));
            }
        }
    }

    fn heading(&mut self, heading: &Heading, line: &[Inline]) {
        // Never more than one level below the last.
        self.level = (heading.level + self.shift).min(self.level + 1).min(6);
        let level = self.level;
        self.push_line(&format!("<h{level} id=\"{}{}\">", self.prefix, escaped(&heading.id)));
        self.closed(|writer| writer.line(line));
        self.push(&format!("</h{level}>\n"));
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        match start {
            None => self.push_line("<ul>\n"),
            Some(1) => self.push_line("<ol>\n"),
            Some(start) => self.push_line(&format!("<ol start=\"{start}\">\n")),
        }
        for item in items {
            self.push_line("<li>");
            self.blocks(item);
            self.push("</li>\n");
        }
        self.push(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn grid(&mut self, grid: &Grid) {
        self.grids += 1;
        let id = format!("{}tabella_{}", self.prefix, self.grids);
        self.push(&grid::opening(grid, &id));
        self.push("<thead><tr>");
        self.cells(&grid.head, |column| grid::heading_cell(grid, column));
        self.push("</tr></thead><tbody>");
        for row in &grid.rows {
            self.push("<tr>");
            self.cells(row, |column| grid::row_cell(grid, column));
            self.push("</tr>\n");
        }
        self.push("</tbody></table></div>\n");
    }

    fn cells(&mut self, cells: &[Vec<Inline>], tags: impl Fn(usize) -> (String, &'static str)) {
        for (column, cell) in cells.iter().enumerate() {
            let (open, close) = tags(column);
            self.push(&open);
            self.line(cell);
            self.push(close);
        }
    }

    /// A note is kept apart: it stands at the end of the chapter.
    fn note(&mut self, label: &str, body: &[Block]) {
        let text = std::mem::take(&mut self.html);
        // What a note says is read out of its place, so it does not count as the first use of a term.
        self.closed(|writer| writer.blocks(body));
        let note = std::mem::replace(&mut self.html, text);
        self.footnotes.define(label, &note);
    }

    /// Writes what no term may be linked in.
    fn closed(&mut self, write: impl FnOnce(&mut Self)) {
        self.closed += 1;
        write(self);
        self.closed -= 1;
    }

    fn line(&mut self, line: &[Inline]) {
        for piece in line {
            self.inline(piece);
        }
    }

    fn inline(&mut self, piece: &Inline) {
        match piece {
            Inline::Text { text, .. } | Inline::Html { text, .. } => self.text(text),
            Inline::Code { text, .. } => self.push(&format!("<code>{}</code>", escaped_text(text))),
            Inline::SoftBreak { .. } => self.push("\n"),
            Inline::HardBreak { .. } => self.push("<br />\n"),
            Inline::Emphasis(body) => self.around("<em>", body, "</em>"),
            Inline::Strong(body) => self.around("<strong>", body, "</strong>"),
            Inline::Strike(body) => self.around("<del>", body, "</del>"),
            Inline::Image { link, body, .. } => match self.image(link, body) {
                Some(image) => self.push(&image),
                None => self.closed(|writer| writer.line(body)),
            },
            Inline::Link { link, body } => self.closed(|writer| writer.link(link, body)),
            Inline::NoteCall(label) => {
                let call = self.footnotes.refer(label);
                self.push(&call);
            }
        }
    }

    /// A picture that stands alone, and below it what is said of it; whether there is one.
    fn figure(&mut self, image: &Inline) -> bool {
        let Inline::Image { link, caption, body } = image else { return false };
        let Some(image) = self.image(link, body) else { return false };
        let text = plain(body);
        // What only repeats the alternative text is not read out twice.
        let (hidden, words) = if caption.is_empty() { (" aria-hidden=\"true\"", &text) } else { ("", caption) };
        self.push_line(&format!("<figure class=\"immagine\">{image}"));
        if !words.trim().is_empty() {
            self.push(&format!("<figcaption{hidden}>{}</figcaption>", escaped_text(words)));
        }
        self.push("</figure>\n");
        true
    }

    fn image(&self, link: &Link, body: &[Inline]) -> Option<String> {
        let (address, (width, height)) = self.links.picture(&link.target)?;
        let (address, text) = (escaped(&address), escaped(&plain(body)));
        Some(format!("<img src=\"{address}\" alt=\"{text}\" width=\"{width}\" height=\"{height}\">"))
    }

    fn around(&mut self, open: &str, body: &[Inline], close: &str) {
        self.push(open);
        self.line(body);
        self.push(close);
    }

    /// The words of a link that leads nowhere stay.
    fn link(&mut self, link: &Link, body: &[Inline]) {
        match self.links.resolve(&link.target) {
            Some(Destination::Inside(address)) => {
                self.around(&format!("<a href=\"{}\">", escaped(&address)), body, "</a>");
            }
            Some(Destination::Outside(address)) => {
                self.around(&format!("<a href=\"{}\" rel=\"external\">", escaped(&address)), body, "</a>");
            }
            None => self.line(body),
        }
    }

    fn text(&mut self, text: &str) {
        if self.closed > 0 {
            return self.push(&unbroken_html(&escaped_text(text)));
        }
        let mut terms = self.terms.as_mut();
        let mut plain =
            |text: &str| terms.as_mut().and_then(|terms| terms.linked(text)).unwrap_or_else(|| escaped_text(text));
        let html = with_laws(text, &mut plain).unwrap_or_else(|| plain(text));
        self.push(&unbroken_html(&html));
    }
}
