use std::ops::Range;

/// A value with the bytes that hold it and the way it is written.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    /// From its first byte, without anchor and tag, to its last; of a block the end of its last value.
    pub(super) span: Range<usize>,
    /// The number of its anchor; 0 = none.
    pub(super) anchor: usize,
}

#[derive(Clone, Debug)]
pub(super) enum ItemKind {
    Nothing,
    Scalar {
        text: String,
        style: Style,
    },
    List {
        items: Vec<Item>,
        flow: bool,
    },
    Map {
        entries: Vec<(Item, Item)>,
        flow: bool,
    },
    /// It stands for what the anchor of this number holds.
    Alias(usize),
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

impl Item {
    pub(super) fn key_text(&self) -> Option<&str> {
        match &self.kind {
            ItemKind::Scalar { text, .. } => Some(text.trim()),
            _ => None,
        }
    }

    pub(super) fn items(&self) -> &[Item] {
        match &self.kind {
            ItemKind::List { items, .. } => items,
            _ => &[],
        }
    }

    pub(super) fn entries(&self) -> &[(Item, Item)] {
        match &self.kind {
            ItemKind::Map { entries, .. } => entries,
            _ => &[],
        }
    }

    /// The place of a key among the entries.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        self.entries().iter().position(|(name, _)| name.key_text() == Some(key))
    }

    pub(super) fn get(&self, key: &str) -> Option<&Item> {
        self.position(key).and_then(|at| self.entries().get(at)).map(|(_, value)| value)
    }

    pub(super) fn is_flow(&self) -> bool {
        matches!(self.kind, ItemKind::List { flow: true, .. } | ItemKind::Map { flow: true, .. })
    }

    /// Calls a function for it and for everything in it.
    pub(super) fn walk(&self, see: &mut dyn FnMut(&Item)) {
        see(self);
        self.items().iter().for_each(|item| item.walk(see));
        for (key, value) in self.entries() {
            key.walk(see);
            value.walk(see);
        }
    }
}
