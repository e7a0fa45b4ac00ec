use super::tree::{Block, Grid, Inline, Link};

/// A piece of the chapter that is still open.
pub(super) struct Open {
    pub(super) kind: Kind,
    pub(super) blocks: Vec<Block>,
    /// Words that stand outside a paragraph so far.
    pub(super) line: Vec<Inline>,
}

/// What is open.
pub(super) enum Kind {
    Root,
    Paragraph,
    Heading(u8),
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Item,
    Quote,
    Code {
        language: Option<String>,
    },
    Grid(Grid),
    Cell,
    Note {
        label: String,
    },
    Emphasis,
    Strong,
    Strike,
    Image(Link, String),
    Link(Link),
    /// What leaves no trace: its words go on in what holds it.
    Other,
}

impl Open {
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), line: Vec::new() }
    }

    /// Closes the words that stand outside a paragraph.
    pub(super) fn settle(&mut self) {
        if !self.line.is_empty() {
            self.blocks.push(Block::Line(std::mem::take(&mut self.line)));
        }
    }

    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

impl Kind {
    /// Whether it begins on a line of its own.
    pub(super) fn is_block(&self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Heading(_)
                | Self::List { .. }
                | Self::Quote
                | Self::Code { .. }
                | Self::Grid(_)
                | Self::Note { .. }
        )
    }
}
