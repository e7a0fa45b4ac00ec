use super::passage::Run;
use crate::model::TableName;
use std::ops::Range;

/// A chapter with the figures in place, taken apart once: every reader of the chapter walks this tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChapterTree {
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A section's title.
    Heading(Heading, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Words without a paragraph of their own: those of a list without blank lines, and raw HTML.
    Line(Vec<Inline>),
    /// A list; `start` counts its items where it is numbered.
    List {
        /// The number of the first item.
        start: Option<u64>,
        /// What each item holds.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// Text shown as it was typed.
    Code {
        /// The language that the author named.
        language: Option<String>,
        /// The text.
        text: String,
    },
    /// A line between two passages.
    Rule,
    /// A table written in the chapter.
    Grid(Grid),
    /// What a footnote says; it is called elsewhere.
    Note {
        /// The name by which it is called.
        label: String,
        /// What it says.
        body: Vec<Block>,
    },
    /// A table of the data.
    Data(TableName),
}

/// A heading of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 for the chapter's own sections, 3 for theirs.
    pub level: u8,
    /// Its anchor, unique in the chapter.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// A table written in the Markdown of a chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// How each column stands.
    pub columns: Vec<Alignment>,
    /// The cells of the headings.
    pub head: Vec<Vec<Inline>>,
    /// The cells of each row.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the author left it.
    Unstated,
    /// To the left.
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text {
        /// The words as readers see them.
        text: String,
        /// The same as the rules on wording read them.
        runs: Vec<Run>,
    },
    /// A program's words.
    Code {
        /// The words.
        text: String,
        /// What the rules on wording read in their place.
        runs: Vec<Run>,
    },
    /// Raw HTML, which is shown as it is written and never passed on.
    Html {
        /// The letters as readers see them.
        text: String,
        /// What the rules on wording read in their place.
        runs: Vec<Run>,
    },
    /// The end of a line, which counts as a space.
    SoftBreak {
        /// The space as the rules on wording read it.
        runs: Vec<Run>,
    },
    /// A line break that the author asked for.
    HardBreak {
        /// The space as the rules on wording read it.
        runs: Vec<Run>,
    },
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strike(Vec<Inline>),
    /// A picture.
    Image {
        /// Which one.
        link: Link,
        /// What is said of it below it; empty if only its text is.
        caption: String,
        /// What it shows, for whoever does not see it.
        body: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where it leads.
        link: Link,
        /// Its words.
        body: Vec<Inline>,
    },
    /// A call of a footnote, by its name.
    NoteCall(String),
}

/// Where a link of a chapter leads, and where that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The destination.
    pub target: String,
    /// The bytes of the chapter's Markdown that hold the destination; `None` if an expression makes it.
    pub written: Option<Range<usize>>,
    /// The bytes of the chapter's Markdown that hold the whole link; `None` if it is made by an expression.
    pub whole: Option<Range<usize>>,
}

impl ChapterTree {
    /// The headings, in order.
    pub fn headings(&self) -> Vec<&Heading> {
        let mut headings = Vec::new();
        self.each_block(&mut |block| {
            if let Block::Heading(heading, _) = block {
                headings.push(heading);
            }
        });
        headings
    }

    /// The links, in order.
    pub fn links(&self) -> Vec<&Link> {
        let mut links = Vec::new();
        self.each_block(&mut |block| {
            block.each_line(&mut |line| {
                each_inline(line, &mut |piece| {
                    if let Inline::Link { link, .. } = piece {
                        links.push(link);
                    }
                });
            });
        });
        links
    }

    /// The pictures, in order, each with what it shows.
    pub fn pictures(&self) -> Vec<(&Link, String)> {
        let mut pictures = Vec::new();
        self.each_block(&mut |block| {
            block.each_line(&mut |line| {
                each_inline(line, &mut |piece| {
                    if let Inline::Image { link, body, .. } = piece {
                        pictures.push((link, plain(body)));
                    }
                });
            });
        });
        pictures
    }

    /// The tables of the data that the chapter shows, in order.
    pub fn tables(&self) -> Vec<TableName> {
        let mut tables = Vec::new();
        self.each_block(&mut |block| {
            if let Block::Data(table) = block {
                tables.push(*table);
            }
        });
        tables
    }

    /// Hands over every block, those inside others included, in the order of the text.
    pub(super) fn each_block<'t>(&'t self, take: &mut impl FnMut(&'t Block)) {
        each_block(&self.blocks, take);
    }
}

/// Hands over every block, those inside others included, in the order of the text.
fn each_block<'t>(blocks: &'t [Block], take: &mut impl FnMut(&'t Block)) {
    for block in blocks {
        take(block);
        match block {
            Block::List { items, .. } => items.iter().for_each(|item| each_block(item, take)),
            Block::Quote(body) | Block::Note { body, .. } => each_block(body, take),
            _ => {}
        }
    }
}

/// Hands over every piece of a line, those inside others included.
fn each_inline<'t>(line: &'t [Inline], take: &mut impl FnMut(&'t Inline)) {
    for piece in line {
        take(piece);
        each_inline(piece.body(), take);
    }
}

impl Block {
    /// Hands over the lines of this block itself, not of those inside it.
    pub(super) fn each_line<'t>(&'t self, take: &mut impl FnMut(&'t [Inline])) {
        match self {
            Self::Heading(_, line) | Self::Paragraph(line) | Self::Line(line) => take(line),
            Self::Grid(grid) => grid.head.iter().chain(grid.rows.iter().flatten()).for_each(|cell| take(cell)),
            Self::List { .. } | Self::Quote(_) | Self::Code { .. } | Self::Rule | Self::Note { .. } | Self::Data(_) => {
            }
        }
    }
}

impl Inline {
    /// What it holds.
    pub fn body(&self) -> &[Self] {
        match self {
            Self::Emphasis(body)
            | Self::Strong(body)
            | Self::Strike(body)
            | Self::Image { body, .. }
            | Self::Link { body, .. } => body,
            Self::Text { .. }
            | Self::Code { .. }
            | Self::Html { .. }
            | Self::SoftBreak { .. }
            | Self::HardBreak { .. }
            | Self::NoteCall(_) => &[],
        }
    }
}

/// The picture of a paragraph that holds nothing else.
pub fn figure(line: &[Inline]) -> Option<&Inline> {
    match line {
        [image @ Inline::Image { .. }] => Some(image),
        _ => None,
    }
}

/// The words alone: no emphasis, no links, no calls of notes.
pub fn plain(line: &[Inline]) -> String {
    let mut text = String::new();
    each_inline(line, &mut |piece| match piece {
        Inline::Text { text: words, .. } | Inline::Code { text: words, .. } | Inline::Html { text: words, .. } => {
            text.push_str(words);
        }
        Inline::SoftBreak { .. } | Inline::HardBreak { .. } => text.push(' '),
        _ => {}
    });
    text
}
