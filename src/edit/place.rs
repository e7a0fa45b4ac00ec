use super::change::Step;
use super::habits::Habits;
use super::item::{Item, ItemKind};
use super::layout::Layout;
use super::refusal::Refusal;
use std::ops::Range;
use std::sync::OnceLock;

/// Bytes that are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Patch {
    pub(super) fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// The byte after the colon of its key, or after its dash.
    pub(super) after: usize,
    /// The column of its key, or of its dash.
    pub(super) column: usize,
    /// Whether it stands between brackets.
    pub(super) flow: bool,
}

/// A value with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    pub(super) item: &'a Item,
    pub(super) slot: Slot,
}

/// Works out which bytes a change replaces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen<'a> {
    pub(super) layout: Layout<'a>,
    pub(super) root: &'a Item,
    /// The order of the keys of the records.
    pub(super) order: &'a [&'a str],
    /// How the values of its keys are written, once somebody has asked.
    pub(super) habits: &'a OnceLock<Habits>,
    /// Whether every new text goes between quotation marks, on its line: the second try where the first would read otherwise.
    pub(super) careful: bool,
}

impl<'a> Pen<'a> {
    /// The value to which a path leads; refuses where a change there would change other places as well.
    pub(super) fn find(&self, path: &[Step]) -> Result<Found<'a>, Refusal> {
        let top = self.layout.skip_blank(if self.layout.text.starts_with('\u{feff}') { 3 } else { 0 });
        let flow = self.root.is_flow();
        let mut found = Found { item: self.root, slot: Slot { after: top, column: 0, flow } };
        self.must_be_alone(found.item)?;
        for step in path {
            found = self.step(found, step).ok_or_else(|| Refusal::new("ciò che si vuole cambiare non c'è più"))?;
            self.must_be_alone(found.item)?;
        }
        Ok(found)
    }

    fn step(&self, from: Found<'a>, step: &Step) -> Option<Found<'a>> {
        match step {
            Step::Key(key) => {
                let at = from.item.position(key)?;
                let (_, value) = from.item.entries().get(at)?;
                Some(Found { item: value, slot: self.entry_slot(from, at)? })
            }
            Step::Item(at) => {
                let item = from.item.items().get(*at)?;
                Some(Found { item, slot: self.item_slot(from, *at)? })
            }
        }
    }

    fn must_be_alone(&self, item: &Item) -> Result<(), Refusal> {
        if matches!(item.kind, ItemKind::Alias(_)) {
            return Err(Refusal::new(
                "il valore è un richiamo (`*…`) a un altro punto del file: cambiarlo cambierebbe anche quello",
            ));
        }
        let mut is_called = false;
        self.root.walk(&mut |other| is_called |= matches!(other.kind, ItemKind::Alias(to) if to == item.anchor));
        if item.anchor != 0 && is_called {
            return Err(Refusal::new(
                "il valore è richiamato (`&…`) da altri punti del file: cambiarlo cambierebbe anche quelli",
            ));
        }
        Ok(())
    }

    /// Where the value of an entry stands.
    pub(super) fn entry_slot(&self, map: Found<'a>, at: usize) -> Option<Slot> {
        let (key, _) = map.item.entries().get(at)?;
        let colon = self.layout.skip_blank(key.span.end);
        let is_colon = self.layout.slice(colon..colon + 1) == ":";
        let column = self.layout.column(key.span.start);
        let flow = map.slot.flow || map.item.is_flow();
        is_colon.then_some(Slot { after: colon + 1, column, flow })
    }

    /// Where an item of a list stands.
    pub(super) fn item_slot(&self, list: Found<'a>, at: usize) -> Option<Slot> {
        let item = list.item.items().get(at)?;
        if list.slot.flow || list.item.is_flow() {
            return Some(Slot { after: item.span.start, column: list.slot.column, flow: true });
        }
        let dash = self.dash(list, at)?;
        Some(Slot { after: dash + 1, column: self.layout.column(dash), flow: false })
    }

    /// The dash of an item of a block.
    pub(super) fn dash(&self, list: Found<'a>, at: usize) -> Option<usize> {
        let items = list.item.items();
        let mut from = match at.checked_sub(1) {
            Some(before) => items.get(before)?.span.end,
            None => list.slot.after,
        };
        loop {
            from = self.layout.skip_blank(from);
            let rest = self.layout.slice(from..self.layout.text.len());
            match rest.chars().next()? {
                '-' => return Some(from),
                '&' | '!' => from += rest.find(char::is_whitespace)?,
                _ => return None,
            }
        }
    }
}
