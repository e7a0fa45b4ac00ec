use super::change::{Change, Step};
use super::flow::FlowItem;
use super::item::ItemKind;
use super::layout::Layout;
use super::parse::{Parsed, meaning, parse};
use super::place::{Found, Patch, Pen};
use super::refusal::Refusal;
use super::written::Written;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A file of YAML that is being changed.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    parsed: Parsed,
    read: Written,
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
        Ok(Self { text: text.to_owned(), parsed, read })
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it says: every scalar as a text, whether bare or between quotation marks.
    pub fn read(&self) -> &Written {
        &self.read
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
                self.set_items(at, own, wanted, order)
            }
            _ => self.perform(&Change::Set { at: at.to_vec(), value: value.clone() }, order),
        }
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

    fn pen<'a>(&'a self, order: &'a [&'a str], careful: bool) -> Pen<'a> {
        let layout = Layout { text: &self.text, comments: &self.parsed.comments };
        Pen { layout, root: &self.parsed.root, order, careful }
    }

    /// The document with other bytes.
    fn patched(&self, mut patches: Vec<Patch>) -> Result<Self, Refusal> {
        patches.sort_by_key(|patch| (patch.range.start, patch.range.end));
        let overlap = patches.windows(2).any(|pair| pair[0].range.end > pair[1].range.start);
        let mut text = self.text.clone();
        for patch in patches.into_iter().rev() {
            if overlap || text.get(patch.range.clone()).is_none() {
                return Err(Refusal::misread());
            }
            text.replace_range(patch.range, &patch.text);
        }
        Self::parse(&text).map_err(|_| Refusal::misread())
    }

    fn filter_intended(self, intended: &Written) -> Result<Self, Refusal> {
        if self.read.means(intended) { Ok(self) } else { Err(Refusal::misread()) }
    }
}

impl Pen<'_> {
    fn patches(&self, change: &Change) -> Result<Vec<Patch>, Refusal> {
        match change {
            Change::Set { at, value } => self.set_patches(at, value),
            Change::Remove { at } => {
                let Some((last, parent)) = at.split_last() else { return Err(Refusal::misread()) };
                let (found, key) = (self.find(parent)?, key_of(parent));
                self.find(at)?;
                match last {
                    Step::Key(key) => self.remove_key(found, key),
                    Step::Item(_) if found.item.items().len() == 1 => {
                        Ok(self.replace(found, key, &Written::List(Vec::new())))
                    }
                    Step::Item(at) if found.slot.flow || found.item.is_flow() => {
                        let kept = (0..found.item.items().len()).filter(|item| item != at).map(FlowItem::Kept);
                        Ok(self.refill(found, key, &kept.collect::<Vec<_>>()))
                    }
                    Step::Item(at) => self.remove_item(found, *at),
                }
            }
            Change::Insert { list, at, items } => {
                let (found, key) = (self.find(list)?, key_of(list));
                let old = found.item.items().len();
                if found.slot.flow || (found.item.is_flow() && old > 0) {
                    let (before, after) = ((0..*at).map(FlowItem::Kept), (*at..old).map(FlowItem::Kept));
                    let wanted: Vec<_> = before.chain(items.iter().map(FlowItem::New)).chain(after).collect();
                    return Ok(self.refill(found, key, &wanted));
                }
                if old == 0 {
                    return Ok(self.replace(found, key, &Written::List(items.clone())));
                }
                self.insert_items(found, key, *at, items)
            }
            Change::Move { list, from, to } => {
                let (found, key) = (self.find(list)?, key_of(list));
                let mut places: Vec<usize> = (0..found.item.items().len()).collect();
                if *from >= places.len() || *to >= places.len() {
                    return Err(Refusal::misread());
                }
                let moved = places.remove(*from);
                places.insert(*to, moved);
                Ok(self.refill(found, key, &places.into_iter().map(FlowItem::Kept).collect::<Vec<_>>()))
            }
        }
    }

    fn set_patches(&self, at: &[Step], value: &Written) -> Result<Vec<Patch>, Refusal> {
        let Some((last, parent)) = at.split_last() else { return Err(Refusal::misread()) };
        let found = self.find(parent)?;
        if let Step::Key(key) = last
            && found.item.position(key).is_none()
        {
            return self.add_key(found, key, value);
        }
        let own: Found<'_> = self.find(at)?;
        let is_filled = |list: &ItemKind| matches!(list, ItemKind::List { items, flow: true } if !items.is_empty());
        if let (true, Written::List(wanted)) = (is_filled(&own.item.kind), value) {
            let old = meaning(own.item).ok();
            let old = old.as_ref().map(Written::items).unwrap_or_default();
            let items: Vec<FlowItem<'_>> =
                differences(old, wanted).into_iter().flat_map(|op| flow_items(op, wanted)).collect();
            return Ok(self.refill(own, key_of(at), &items));
        }
        Ok(self.replace(own, key_of(at), value))
    }
}

fn flow_items(op: DiffOp, wanted: &[Written]) -> Vec<FlowItem<'_>> {
    if let DiffOp::Equal { old_index, len, .. } = op {
        return (old_index..old_index + len).map(FlowItem::Kept).collect();
    }
    wanted.get(op.new_range()).unwrap_or_default().iter().map(FlowItem::New).collect()
}

/// How one list becomes another.
fn differences(own: &[Written], wanted: &[Written]) -> Vec<DiffOp> {
    let plain = |items: &[Written]| items.iter().map(normal).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &plain(own), &plain(wanted))
}

/// A text that is the same for values that mean the same.
fn normal(value: &Written) -> String {
    match value {
        Written::Nothing => "~".to_owned(),
        Written::Text(text) | Written::Number(text) => format!("{:?}", text.trim()),
        Written::List(items) => format!("[{}]", items.iter().map(normal).collect::<Vec<_>>().join(",")),
        Written::Group(entries) => {
            let mut entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key:?}:{}", normal(value))).collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
    }
}

/// The last key on a path.
fn key_of(path: &[Step]) -> &str {
    let keys = path.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Item(_) => None,
    });
    keys.unwrap_or_default()
}
