use super::block::{Block, Inline};
use super::open_block::{BlockKind, OpenBlock};

/// The frames that are open, the innermost last; the root is never closed.
pub(super) struct Stack(Vec<OpenBlock>);

impl Stack {
    /// The root alone.
    pub(super) fn new() -> Self {
        Self(vec![OpenBlock::new(BlockKind::Root)])
    }

    /// Opens a frame inside the others.
    pub(super) fn open(&mut self, kind: BlockKind) {
        self.0.push(OpenBlock::new(kind));
    }

    /// Closes the innermost frame; nothing where only the root is open.
    pub(super) fn close(&mut self) -> Option<OpenBlock> {
        if self.is_root() { None } else { self.0.pop() }
    }

    /// Whether nothing is open inside the root.
    pub(super) fn is_root(&self) -> bool {
        self.0.len() == 1
    }

    /// The innermost frame.
    pub(super) fn innermost(&mut self) -> Option<&mut OpenBlock> {
        self.0.last_mut()
    }

    /// How many lists and quotations are open.
    pub(super) fn depth(&self) -> usize {
        self.0.iter().filter(|frame| matches!(frame.kind, BlockKind::List { .. } | BlockKind::Quote)).count()
    }

    /// Closes the words that stand outside a paragraph.
    pub(super) fn settle(&mut self) {
        if let Some(frame) = self.innermost() {
            frame.settle();
        }
    }

    /// Adds words to the innermost frame.
    pub(super) fn inline(&mut self, piece: Inline) {
        if let Some(frame) = self.innermost() {
            frame.line.push(piece);
        }
    }

    /// Adds a block to the innermost frame.
    pub(super) fn put(&mut self, block: Block) {
        if let Some(frame) = self.innermost() {
            frame.settle();
            frame.blocks.push(block);
        }
    }

    /// Adds a block made of words, unless there are none.
    pub(super) fn put_unless_empty(&mut self, body: Vec<Inline>, block: impl FnOnce(Vec<Inline>) -> Block) {
        if !body.is_empty() {
            self.put(block(body));
        }
    }

    /// What the root holds.
    pub(super) fn into_blocks(self) -> Vec<Block> {
        self.0.into_iter().next().map(OpenBlock::into_blocks).unwrap_or_default()
    }
}
