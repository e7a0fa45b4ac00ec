//! Many new items of the lists of a file by one change: each stands and looks as if they had been added one after the other, and the whole is
//! read again once.

use super::change::Step;
use super::document::Document;
use super::habits::Habits;
use super::ledger::Place;
use super::patches::key_of;
use super::place::Pen;
use super::record::Neighbour;
use super::spot::{Shifts, Spot};
use super::written::Written;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// A new item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The list.
    pub list: Place,
    /// Directly after which of its items it goes in.
    pub after: After,
    /// What it says: keys with their values.
    pub item: Written,
}

/// An item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum After {
    /// The one that has this number before anything is added.
    Item(usize),
    /// A new one, by its number among the insertions: one that goes in earlier.
    New(usize),
}

/// The new items of a file, by their numbers, in the order in which they go in.
pub(super) type New<'n> = Vec<(usize, &'n Insertion)>;

/// Which new item stands directly after an item of a list, once all are in.
struct Chain<'n>(HashMap<(&'n [Step], After), usize>);

impl<'n> Chain<'n> {
    fn of(new: &[(usize, &'n Insertion)]) -> Self {
        let mut next = HashMap::new();
        for (number, Insertion { list, after, .. }) in new {
            if let Some(moved) = next.insert((list.path.as_slice(), *after), *number) {
                next.insert((list.path.as_slice(), After::New(*number)), moved);
            }
        }
        Self(next)
    }

    /// The new items that stand after one that is there, in the order in which they will.
    fn after(&self, list: &'n [Step], item: usize) -> impl Iterator<Item = usize> {
        let next = move |after: After| self.0.get(&(list, after)).copied();
        std::iter::successors(next(After::Item(item)), move |number| next(After::New(*number)))
    }
}

/// A place after an item that is there.
struct Point<'d> {
    list: &'d [Step],
    item: usize,
    neighbour: Neighbour<'d>,
    /// What leads from it to the dash of a new item, and from that to the next.
    lead: String,
    /// The byte at which new items go in.
    end: usize,
}

impl<'d> Point<'d> {
    fn of(pen: &Pen<'d>, list: &'d [Step], item: usize) -> Option<Self> {
        let found = pen.find(list).ok().filter(|found| !found.slot.flow && !found.item.is_flow())?;
        let neighbour = pen.neighbour(found, item)?;
        let lines = pen.lines(found, item)?;
        let end = pen.layout.slice(0..lines.own.end).trim_end_matches(['\r', '\n']).len();
        let gap = pen.layout.newline.repeat(pen.blank_lines(found, item + 1));
        let lead = gap + &pen.break_to(neighbour.column);
        Some(Self { list, item, neighbour, lead, end })
    }
}

/// What a new item is to those that go in after it.
struct Grown<'n> {
    text: String,
    keys: Vec<&'n str>,
    dash: Spot,
}

impl Document {
    /// The document with new items; nothing where it cannot take them all together.
    ///
    /// `learns` = each is written as those look that went in before it; otherwise as those that were there.
    pub(super) fn grown(&self, new: &New<'_>, order: &[&str], learns: bool) -> Option<Self> {
        let chain = Chain::of(new);
        let points = self.points(new)?;
        let (mut slots, mut ends) = (HashMap::new(), Vec::new());
        for point in &points {
            for number in chain.after(point.list, point.item) {
                ends.push(point.end);
                slots.insert(number, (point, ends.len()));
            }
        }
        let pen = self.pen(order, false);
        let mut habits = OnceLock::new();
        if learns {
            let mut own = Habits::of(&self.parsed.root, pen.layout);
            own.shifts = Shifts::new(ends);
            habits = OnceLock::from(own);
        }
        let mut grown: HashMap<usize, Grown<'_>> = HashMap::new();
        for (number, insertion) in new {
            let (point, slot) = slots.get(number)?;
            let before = match insertion.after {
                After::New(before) if learns => grown.get(&before),
                _ => None,
            };
            let (keys, near) = match before {
                Some(before) => (before.keys.clone(), before.dash),
                None => (point.neighbour.keys(), point.neighbour.dash.into()),
            };
            let pen = if learns { Pen { habits: &habits, ..pen } } else { pen };
            let item = pen.ordered(&keys, &insertion.item);
            let (text, read) = pen.rendered(point, &item, near)?;
            let dash = Spot::new(point.end, *slot, point.lead.len());
            if let Some(habits) = habits.get_mut() {
                habits.shifts.grow(*slot, point.lead.len() + text.len());
                let start = read.text.len() - text.len();
                let own = read.parsed.root.get(key_of(point.list))?.items().first()?;
                habits.learn(own, read.layout(), |byte| dash.further(byte.saturating_sub(start)));
            }
            let keys = sorted_keys(&insertion.item, &item);
            grown.insert(*number, Grown { text, keys, dash });
        }
        let (mut text, mut done) = (String::with_capacity(self.text.len() * 2), 0);
        for point in &points {
            text.push_str(self.text.get(done..point.end)?);
            for number in chain.after(point.list, point.item) {
                text.push_str(&point.lead);
                text.push_str(&grown.get(&number)?.text);
            }
            done = point.end;
        }
        text.push_str(self.text.get(done..)?);
        let intended = self.intended(new, &chain)?;
        Self::parse(&text).ok().filter(|whole| whole.read.means(&intended))
    }

    /// The places at which new items go in, in the order of the text; of an item and the last of a list in it, that one first.
    fn points<'d>(&'d self, new: &New<'d>) -> Option<Vec<Point<'d>>> {
        let pen = self.pen(&[], false);
        let (mut points, mut known) = (Vec::new(), HashSet::new());
        for (_, Insertion { list, after, .. }) in new {
            if let After::Item(item) = after
                && known.insert((list.path.as_slice(), *item))
            {
                points.push(Point::of(&pen, &list.path, *item)?);
            }
        }
        points.sort_by_key(|point| (point.end, Reverse(point.list.len())));
        Some(points)
    }

    /// What the document is to say with the new items.
    fn intended<'n>(&self, new: &[(usize, &'n Insertion)], chain: &Chain<'n>) -> Option<Written> {
        let mut lists: Vec<&[Step]> = new.iter().map(|(_, insertion)| insertion.list.path.as_slice()).collect();
        // A list within another first, so that it is still where its path leads.
        lists.sort_by(|one, other| (other.len(), *one).cmp(&(one.len(), *other)));
        lists.dedup();
        let said: HashMap<usize, &Written> = new.iter().map(|(number, own)| (*number, &own.item)).collect();
        let mut whole = self.read.clone();
        for list in lists {
            let Written::List(items) = whole.at_mut(list)? else { return None };
            for (number, item) in std::mem::take(items).into_iter().enumerate() {
                items.push(item);
                let after = chain.after(list, number).filter_map(|number| said.get(&number).copied().cloned());
                items.extend(after);
            }
        }
        Some(whole)
    }
}

impl Pen<'_> {
    /// A new item that reads as it is meant, without what leads to its dash, and a text that holds it alone and ends with it.
    fn rendered(&self, point: &Point<'_>, item: &Written, near: Spot) -> Option<(String, Document)> {
        let key = key_of(point.list);
        [false, true].into_iter().find_map(|careful| {
            let pen = Pen { careful: self.careful || careful, ..*self };
            let text = pen.item_beside(&point.neighbour, item, key, near);
            let alone = format!("{key}:{}{text}", self.break_to(point.neighbour.column));
            let read = Document::parse(&alone).ok()?;
            let means = matches!(read.read.get(key)?.items(), [own] if own.means(item));
            (means && !item.entries().is_empty()).then_some((text, read))
        })
    }
}

/// The keys of an item in the order of another that says the same.
fn sorted_keys<'n>(item: &'n Written, other: &Written) -> Vec<&'n str> {
    let own = |key: &String| item.entries().iter().find(|(known, _)| known == key).map(|(known, _)| known.as_str());
    other.entries().iter().filter_map(|(key, _)| own(key)).collect()
}
