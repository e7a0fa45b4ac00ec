use super::change::{Change, Step};
use super::habits::Habits;
use super::item::ItemKind;
use super::layout::Layout;
use super::lists::differences;
use super::parse::{Parsed, meaning, parse};
use super::place::{Patch, Pen};
use super::refusal::Refusal;
use super::written::Written;
use similar::DiffOp;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A file of YAML that is being changed.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) text: String,
    pub(super) parsed: Parsed,
    pub(super) read: Written,
    /// Whether no value stands for another (`&`, `*`).
    pub(super) is_plain: bool,
    /// How the values of its keys are written, once somebody has asked.
    habits: Arc<OnceLock<Habits>>,
}

impl Document {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// When it is not one document of YAML, or holds what no change could leave alone: then nothing of it can be changed.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let parsed = parse(text)?;
        let read = meaning(&parsed.root)?;
        let mut is_plain = true;
        parsed.root.walk(&mut |item| is_plain &= item.anchor == 0 && !matches!(item.kind, ItemKind::Alias(_)));
        Ok(Self { text: text.to_owned(), parsed, read, is_plain, habits: Arc::default() })
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it says: every scalar as a text, whether bare or between quotation marks.
    pub fn read(&self) -> &Written {
        &self.read
    }

    /// The bytes of the value to which a path leads, without its key or dash.
    pub fn span(&self, path: &[Step]) -> Option<Range<usize>> {
        let found = path.iter().try_fold(&self.parsed.root, |item, step| match step {
            Step::Key(key) => item.get(key),
            Step::Item(at) => item.items().get(*at),
        });
        found.map(|item| item.span.clone())
    }

    /// Makes a change; `order` is the order of the keys of the records that it concerns.
    ///
    /// # Errors
    ///
    /// When it cannot be made without changing something else; the text is then as it was.
    pub fn apply(&mut self, change: &Change, order: &[&str]) -> Result<(), Refusal> {
        let before = self.clone();
        let done = self.make(change, order);
        if done.is_err() {
            *self = before;
        }
        done
    }

    fn make(&mut self, change: &Change, order: &[&str]) -> Result<(), Refusal> {
        match change {
            Change::Set { at, value } => self.set(at, value, order),
            Change::Insert { items, .. } if items.is_empty() => Ok(()),
            Change::Insert { list, at: 0, items } if self.read.at(list).is_none_or(Written::is_empty) => {
                self.set(list, &Written::List(items.clone()), order)
            }
            Change::Insert { list, .. } if !matches!(self.read.at(list), Some(Written::List(_))) => {
                Err(Refusal::no_list(list))
            }
            Change::Move { list, from, to } => self.relocate(change, list, *from, *to, order),
            _ => self.perform(change, order),
        }
    }

    /// Sets a value by the smallest changes: key by key, item by item.
    fn set(&mut self, at: &[Step], value: &Written, order: &[&str]) -> Result<(), Refusal> {
        let Some(old) = self.read.at(at).cloned() else {
            return self.perform(&Change::Set { at: at.to_vec(), value: value.clone() }, order);
        };
        let below = |step: Step| at.iter().cloned().chain([step]).collect::<Vec<_>>();
        match (&old, value) {
            _ if old.means(value) => Ok(()),
            (Written::Group(own), Written::Group(wanted)) if !own.is_empty() && !wanted.is_empty() => {
                for (key, value) in wanted {
                    self.set(&below(key.as_str().into()), value, order)?;
                }
                for (key, _) in own.iter().filter(|(key, _)| value.get(key).is_none()) {
                    self.perform(&Change::Remove { at: below(key.as_str().into()) }, order)?;
                }
                Ok(())
            }
            (Written::List(own), Written::List(wanted)) if !own.is_empty() && !wanted.is_empty() => {
                let pen = self.pen(order, false);
                let found = pen.find(at)?;
                if found.slot.flow || found.item.is_flow() {
                    return self.perform(&Change::Set { at: at.to_vec(), value: value.clone() }, order);
                }
                match self.reordered(at, own, wanted, order) {
                    Some(document) => *self = document,
                    None => self.set_items(at, own, wanted, order)?,
                }
                Ok(())
            }
            (Written::Group(own), Written::List(wanted)) if !own.is_empty() && !wanted.is_empty() => {
                match self.enlisted(at, &old, order) {
                    Ok(document) => {
                        *self = document;
                        self.set(at, value, order)
                    }
                    Err(_) => self.perform(&Change::Set { at: at.to_vec(), value: value.clone() }, order),
                }
            }
            _ => self.perform(&Change::Set { at: at.to_vec(), value: value.clone() }, order),
        }
    }

    /// The document in which a block of keys is the only item of a list, with its comments.
    fn enlisted(&self, at: &[Step], group: &Written, order: &[&str]) -> Result<Self, Refusal> {
        let value = Written::List(vec![group.clone()]);
        let intended = Change::Set { at: at.to_vec(), value }.apply(&self.read)?;
        let pen = self.pen(order, false);
        let found = pen.find(at)?;
        if found.slot.flow {
            return Err(Refusal::misread());
        }
        let patches = pen.enlist(found.item).ok_or_else(Refusal::misread)?;
        self.patched(patches)?.filter_intended(&intended)
    }

    /// The document in which the items of a block stand in another order, with their comments; nothing where other items are wanted.
    fn reordered(&self, at: &[Step], own: &[Written], wanted: &[Written], order: &[&str]) -> Option<Self> {
        if own.len() != wanted.len() {
            return None;
        }
        let (mut document, mut items) = (self.clone(), own.to_vec());
        for (to, item) in wanted.iter().enumerate() {
            let from = to + items.get(to..)?.iter().position(|other| other.means(item))?;
            items.get_mut(to..=from)?.rotate_right(1);
            document.make(&Change::Move { list: at.to_vec(), from, to }, order).ok()?;
        }
        Some(document)
    }

    /// Sets the items of a block, from the last, so that the places of the others stay.
    fn set_items(&mut self, at: &[Step], own: &[Written], wanted: &[Written], order: &[&str]) -> Result<(), Refusal> {
        let below = |item: usize| at.iter().cloned().chain([item.into()]).collect::<Vec<_>>();
        for step in differences(own, wanted).into_iter().rev() {
            let (old, new) = (step.old_range(), step.new_range());
            let shared = old.len().min(new.len());
            if matches!(step, DiffOp::Equal { .. }) {
                continue;
            }
            if new.len() > shared {
                let items = wanted.get(new.start + shared..new.end).unwrap_or_default().to_vec();
                let insert = Change::Insert { list: at.to_vec(), at: old.start + shared, items };
                self.perform(&insert, order)?;
            }
            for place in (old.start + shared..old.end).rev() {
                self.perform(&Change::Remove { at: below(place) }, order)?;
            }
            for place in (0..shared).rev() {
                let value = wanted.get(new.start + place).ok_or_else(Refusal::misread)?;
                self.set(&below(old.start + place), value, order)?;
            }
        }
        Ok(())
    }

    /// Moves the lines of an item.
    fn relocate(
        &mut self,
        change: &Change,
        list: &[Step],
        from: usize,
        to: usize,
        order: &[&str],
    ) -> Result<(), Refusal> {
        let intended = change.apply(&self.read)?;
        if from == to {
            return Ok(());
        }
        let item = list.iter().cloned().chain([from.into()]).collect::<Vec<_>>();
        let pen = self.pen(order, false);
        let found = pen.find(list)?;
        if found.slot.flow || found.item.is_flow() {
            return self.perform(change, order);
        }
        let lines = pen.lines(found, from).ok_or_else(Refusal::misread)?;
        let column = pen.item_slot(found, from).ok_or_else(Refusal::misread)?.column;
        let chunk = pen.layout.slice(lines.own).trim_end_matches(['\r', '\n']).trim_start_matches(' ').to_owned();
        let mut without = self.clone();
        without.perform(&Change::Remove { at: item }, order)?;
        let pen = without.pen(order, false);
        let patches = pen.insert_texts(pen.find(list)?, to, column, &[chunk])?;
        *self = without.patched(patches)?.filter_intended(&intended)?;
        Ok(())
    }

    /// Makes a change that is not made of smaller ones, and reads the text again.
    fn perform(&mut self, change: &Change, order: &[&str]) -> Result<(), Refusal> {
        let intended = change.apply(&self.read)?;
        let mut last = Refusal::misread();
        for careful in [false, true] {
            let patches = self.pen(order, careful).patches(change)?;
            match self.patched(patches).and_then(|document| document.filter_intended(&intended)) {
                Ok(document) => {
                    *self = document;
                    return Ok(());
                }
                Err(refusal) => last = refusal,
            }
        }
        Err(last)
    }

    pub(super) fn pen<'a>(&'a self, order: &'a [&'a str], careful: bool) -> Pen<'a> {
        Pen { layout: self.layout(), root: &self.parsed.root, order, habits: &self.habits, careful }
    }

    pub(super) fn layout(&self) -> Layout<'_> {
        Layout { text: &self.text, comments: &self.parsed.comments, newline: self.parsed.newline }
    }

    /// The document with other bytes.
    pub(super) fn patched(&self, mut patches: Vec<Patch>) -> Result<Self, Refusal> {
        patches.sort_by_key(|patch| (patch.range.start, patch.range.end));
        let overlap = patches.windows(2).any(|pair| pair[0].range.end > pair[1].range.start);
        let (mut text, mut done) = (String::with_capacity(self.text.len()), 0);
        for Patch { range, text: new } in patches {
            let before = self.text.get(done..range.start).filter(|_| !overlap).ok_or_else(Refusal::misread)?;
            text.extend([before, &new]);
            done = range.end;
        }
        text.push_str(self.text.get(done..).ok_or_else(Refusal::misread)?);
        Self::parse(&text).map_err(|_| Refusal::misread())
    }

    fn filter_intended(self, intended: &Written) -> Result<Self, Refusal> {
        if self.read.means(intended) { Ok(self) } else { Err(Refusal::misread()) }
    }
}
