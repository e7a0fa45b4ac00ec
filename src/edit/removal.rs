//! Many items of the lists of a file that go by one change: what stays is as if they had gone one after the other, the last first.

use super::change::{Change, Step};
use super::document::Document;
use super::place::{Found, Patch, Pen};
use super::written::Written;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The items of some lists that go, by their numbers.
type Gone<'g> = BTreeMap<&'g [Step], BTreeSet<usize>>;

impl Document {
    /// The document without the items to which these paths lead; nothing where they cannot go together.
    pub(super) fn without(&self, paths: &[&[Step]], order: &[&str]) -> Option<Self> {
        let mut gone = Gone::new();
        for path in paths {
            let (Step::Item(item), list) = path.split_last()? else { return None };
            gone.entry(list).or_default().insert(*item);
        }
        if !self.is_plain {
            return None;
        }
        let pen = self.pen(order, false);
        let (mut patches, mut emptied) = (Vec::new(), Vec::new());
        for (list, items) in &mut gone {
            let found = pen.find(list).ok().filter(|found| !found.slot.flow && !found.item.is_flow())?;
            // A list that loses all is written otherwise: its first item goes alone.
            if items.len() == found.item.items().len() && items.remove(&0) {
                emptied.push(list.iter().cloned().chain([Step::from(0)]).collect::<Vec<_>>());
            }
            patches.extend(pen.removals(found, items)?.into_iter().map(|range| Patch::new(range, "")));
        }
        let mut intended = self.read.clone();
        for (list, items) in &gone {
            let Written::List(own) = intended.at_mut(list)? else { return None };
            let mut number = 0..;
            own.retain(|_| number.next().is_none_or(|number: usize| !items.contains(&number)));
        }
        let mut document = self.patched(patches).ok().filter(|document| document.read.means(&intended))?;
        for at in emptied {
            document.apply(&Change::Remove { at }, order).ok()?;
        }
        Some(document)
    }
}

impl Pen<'_> {
    /// The bytes that go with some items of a block, each after those that stand behind it.
    fn removals(&self, list: Found<'_>, items: &BTreeSet<usize>) -> Option<Vec<Range<usize>>> {
        let layout = self.layout;
        let count = list.item.items().len();
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut next_kept = None;
        for number in (0..count).rev() {
            if !items.contains(&number) {
                next_kept = Some(number);
                continue;
            }
            // Where the text goes on at a byte, what is gone left out.
            let on = |byte: usize, ranges: &[Range<usize>]| match ranges.last() {
                Some(range) if range.contains(&byte) => range.end,
                _ => byte,
            };
            let next = match next_kept {
                Some(next) => Some(layout.line_start(self.dash(list, next)?)),
                None => None,
            };
            let lines = self.lines_before(list, number, |below| next == Some(on(below, &ranges)))?;
            let mut range = lines.own;
            let is_after_blank = layout.line_above(range.start).is_some_and(|above| layout.is_blank(above));
            range.end = on(range.end, &ranges);
            if next_kept.is_none() {
                range.start = layout.blanks_above(range.start);
            } else if is_after_blank || number == 0 {
                range.end = on(layout.blanks_below(range.end), &ranges);
            }
            if range.end == layout.text.len() && !layout.text.ends_with('\n') {
                range.start = layout.slice(0..range.start).trim_end_matches(['\r', '\n']).len();
            }
            while let Some(later) = ranges.pop_if(|later| later.start <= range.end) {
                range.end = range.end.max(later.end);
            }
            ranges.push(range);
        }
        Some(ranges)
    }
}
