use super::block::{Block, Inline};

/// What is being read.
pub(super) enum BlockKind {
    Root,
    Paragraph,
    Heading {
        anchor: String,
        level: u8,
    },
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Item,
    Quote,
    Note {
        name: String,
    },
    Code,
    Grid {
        align: Vec<Option<&'static str>>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link {
        target: String,
    },
    /// Anything else: its words go on in what holds it.
    Other,
}

/// A piece of the chapter that is still open.
pub(super) struct OpenBlock {
    pub(super) kind: BlockKind,
    pub(super) blocks: Vec<Block>,
    /// Words that wait for the end of their paragraph.
    pub(super) line: Vec<Inline>,
}

impl OpenBlock {
    pub(super) fn new(kind: BlockKind) -> Self {
        Self { kind, blocks: Vec::new(), line: Vec::new() }
    }

    /// What a closed piece held, as it would stand on its own.
    pub(super) fn holding(blocks: Vec<Block>, line: Vec<Inline>) -> Self {
        Self { kind: BlockKind::Root, blocks, line }
    }

    /// Closes the words that stand outside a paragraph, as those of a tight list do.
    pub(super) fn settle(&mut self) {
        if !self.line.is_empty() {
            let body = std::mem::take(&mut self.line);
            self.blocks.push(Block::Paragraph { body });
        }
    }

    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}
