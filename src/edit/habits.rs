use super::item::{Item, ItemKind, Style};
use super::layout::Layout;
use super::scalar::needs_quotes;
use super::spot::{Shifts, Spot};
use super::style::{Habit, LONG};
use std::collections::{BTreeMap, HashMap};

/// How the values of every key of a file are written, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    by_key: HashMap<String, KeyHabits>,
    /// How far the dashes of every list stand to the right of its key.
    offsets: BTreeMap<Spot, usize>,
    pub(super) shifts: Shifts,
}

/// How the values of one key are written.
#[derive(Clone, Debug, Default)]
struct KeyHabits {
    /// Whether its lists stand between brackets; an empty one tells nothing.
    lists: BTreeMap<Spot, bool>,
    /// Whether its groups stand between braces.
    groups: BTreeMap<Spot, bool>,
    offsets: BTreeMap<Spot, usize>,
    /// Its texts that have quotation marks and could do without.
    quoted: BTreeMap<Spot, Style>,
    /// How many texts tell whether they have quotation marks.
    telling: usize,
    /// Whether its long texts are blocks.
    long: BTreeMap<Spot, bool>,
}

impl Habits {
    /// Those of a text.
    pub(super) fn of(root: &Item, layout: Layout<'_>) -> Self {
        let mut habits = Self::default();
        habits.learn(root, layout, Spot::from);
        habits
    }

    /// Takes what a value tells; `spot` says where a byte of its text stands.
    pub(super) fn learn(&mut self, value: &Item, layout: Layout<'_>, spot: impl Fn(usize) -> Spot) {
        value.walk(&mut |map| {
            for (name, value) in map.entries() {
                self.take(name, value, layout, spot(name.span.start));
            }
        });
    }

    fn take(&mut self, name: &Item, value: &Item, layout: Layout<'_>, spot: Spot) {
        let offset = offset(name, value, layout);
        if let Some(offset) = offset {
            self.offsets.insert(spot, offset);
        }
        let Some(key) = name.key_text() else { return };
        if !self.by_key.contains_key(key) {
            self.by_key.insert(key.to_owned(), KeyHabits::default());
        }
        let Some(own) = self.by_key.get_mut(key) else { return };
        if let Some(offset) = offset {
            own.offsets.insert(spot, offset);
        }
        match &value.kind {
            ItemKind::List { items, flow } if !items.is_empty() => drop(own.lists.insert(spot, *flow)),
            ItemKind::Map { entries, flow } if !entries.is_empty() => drop(own.groups.insert(spot, *flow)),
            ItemKind::Scalar { text, style } => {
                let is_block = matches!(style, Style::Literal | Style::Folded);
                let tells = !is_block && (!needs_quotes(text) || *style == Style::Plain);
                // Numbers and codes between quotation marks tell a habit too.
                let is_word = !text.contains([',', ':', '#', '"', '\'', '[', '{']);
                if tells || (is_word && !is_block) {
                    own.telling += 1;
                    if matches!(style, Style::Single | Style::Double) {
                        own.quoted.insert(spot, *style);
                    }
                }
                if text.len() > LONG {
                    own.long.insert(spot, is_block);
                }
            }
            _ => {}
        }
    }

    /// How the values of a key are written, the places nearest to a spot first.
    pub(super) fn habit(&self, key: &str, near: Spot) -> Habit {
        let nothing = KeyHabits::default();
        let own = self.by_key.get(key).unwrap_or(&nothing);
        let quoted = self.nearest(&own.quoted, near).filter(|_| own.quoted.len() * 2 > own.telling);
        let offset = self.nearest(&own.offsets, near).or_else(|| self.nearest(&self.offsets, near));
        Habit {
            flow_list: self.nearest(&own.lists, near),
            flow_group: self.nearest(&own.groups, near),
            offset: offset.unwrap_or(2),
            style: quoted.unwrap_or(Style::Plain),
            folded: self.nearest(&own.long, near).unwrap_or_default(),
        }
    }

    /// What stands nearest to a spot; of two that stand equally far, the one before it.
    fn nearest<T: Copy>(&self, spots: &BTreeMap<Spot, T>, near: Spot) -> Option<T> {
        let at = self.shifts.now(near);
        let found = [spots.range(..near).next_back(), spots.range(near..).next()];
        found.into_iter().flatten().min_by_key(|(spot, _)| self.shifts.now(**spot).abs_diff(at)).map(|(_, told)| *told)
    }
}

/// How far the dashes of a block stand to the right of its key.
fn offset(name: &Item, value: &Item, layout: Layout<'_>) -> Option<usize> {
    let first = value.items().first().filter(|_| !value.is_flow())?.span.start;
    let text = layout.slice(layout.line_start(first)..first);
    let dash = text.len() - text.trim_start().len();
    text.trim_start().starts_with('-').then(|| dash.saturating_sub(layout.column(name.span.start)))
}
