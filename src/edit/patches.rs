use super::change::{Change, Step};
use super::flow::FlowItem;
use super::item::ItemKind;
use super::lists::differences;
use super::parse::meaning;
use super::place::{Found, Patch, Pen};
use super::refusal::Refusal;
use super::written::Written;
use similar::DiffOp;

impl Pen<'_> {
    /// The bytes that a change replaces.
    pub(super) fn patches(&self, change: &Change) -> Result<Vec<Patch>, Refusal> {
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

/// The last key on a path.
pub(super) fn key_of(path: &[Step]) -> &str {
    let keys = path.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Item(_) => None,
    });
    keys.unwrap_or_default()
}
