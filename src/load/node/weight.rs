//! How much memory a value takes once it is read: as a record of the annex, in the outline of its file, for the rules.

use super::{Node, NodeKind};

/// What a record takes with its keys, in bytes: that of a process takes most.
const RECORD: usize = 900;

/// What a key takes that is not one of the few that every record has.
const KEY: usize = 24;

/// What an item of a list takes besides its letters.
const ITEM: usize = 80;

impl Node {
    /// How much memory it takes once it is read, in bytes; what is packed knows its own.
    pub(in crate::load) fn weight(&self) -> usize {
        match &self.kind {
            NodeKind::Empty | NodeKind::Bare => 8,
            NodeKind::Text(text) => 8 + text.len(),
            NodeKind::List(items) => items.iter().map(|item| ITEM + item.weight()).sum(),
            NodeKind::Mapping(entries) => RECORD + entries.iter().map(|(_, value)| KEY + value.weight()).sum::<usize>(),
            NodeKind::Packed(packed) => packed.weight(),
        }
    }
}
