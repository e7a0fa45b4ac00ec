use crate::load::line::Line;
use std::collections::HashMap;

/// Where a line should begin by the lines around it.
#[derive(Clone, Copy, Default)]
struct Place {
    /// For a key: where the key above stands, or what belongs below it.
    key: Option<usize>,
    /// For an item: where the items stand that belong to the key above.
    item: Option<usize>,
}

/// Where each line of a piece should begin by those around it, in spaces.
pub(super) struct Neighbours(Vec<Place>);

impl Neighbours {
    /// Of the lines of a piece.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let mut places = vec![Place::default(); lines.len()];
        // Where the items below each key stand is known from what follows it.
        let mut below = Items::default();
        let mut lists: Vec<Option<usize>> = vec![None; lines.len()];
        for (at, line) in lines.iter().enumerate().rev().filter(|(_, line)| line.is_written()) {
            if line.is_bare_key() {
                lists[at] = Some(below.place(line.column() + 2));
            }
            match line.item() {
                None if line.key().is_some() => below = Items::default(),
                Some(_) if line.is_spaced() => below.add(line.indent()),
                _ => {}
            }
        }
        let mut above = Place::default();
        for (at, line) in lines.iter().enumerate() {
            places[at] = above;
            if line.is_written() && line.is_spaced() && line.key().is_some() {
                above.key = Some(if line.is_bare_key() { line.column() + 2 } else { line.column() });
            }
            above.item = lists[at].or(above.item);
        }
        Self(places)
    }

    /// Where the key above a line stands, or what belongs below it.
    pub(super) fn key(&self, at: usize) -> Option<usize> {
        self.0.get(at)?.key
    }

    /// Where the items stand among which a line is.
    pub(super) fn item(&self, at: usize) -> Option<usize> {
        self.0.get(at)?.item
    }
}

/// The items below a key, added from the last to the first.
#[derive(Default)]
struct Items {
    /// How many stand after so many spaces.
    times: HashMap<usize, usize>,
    count: usize,
    /// How many stand where most of them do.
    most: usize,
    /// The first of the places where most of them stand.
    best: usize,
}

impl Items {
    fn add(&mut self, indent: usize) {
        let times = self.times.entry(indent).or_default();
        *times += 1;
        self.count += 1;
        if *times >= self.most {
            (self.most, self.best) = (*times, indent);
        }
    }

    /// Where they stand; `usual` if as many are there. The only one says nothing of where the others would be.
    fn place(&self, usual: usize) -> usize {
        let often = self.times.get(&usual).copied().unwrap_or(0);
        if self.count < 2 || often == self.most { usual } else { self.best }
    }
}
