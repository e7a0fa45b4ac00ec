use super::new_office::Added;
use crate::model::{OfficeKind, fold};
use std::collections::HashMap;

/// The offices that are new to the edition, in the order in which sheets name them.
#[derive(Default)]
pub(super) struct AddedOffices {
    all: Vec<Added>,
    by_name: HashMap<(OfficeKind, String), Vec<usize>>,
    by_id: HashMap<(OfficeKind, String), usize>,
}

impl AddedOffices {
    pub(super) fn push(&mut self, added: Added) {
        let at = self.all.len();
        self.by_name.entry((added.kind, fold(&added.name))).or_default().push(at);
        self.by_id.entry((added.kind, added.id.clone())).or_insert(at);
        self.all.push(added);
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Takes those back that came after the first ones; gives them.
    pub(super) fn take_back(&mut self, before: usize) -> Vec<Added> {
        let gone: Vec<Added> = self.all.drain(before..).collect();
        for added in &gone {
            if let Some(places) = self.by_name.get_mut(&(added.kind, fold(&added.name))) {
                places.retain(|place| *place < before);
            }
            let id = (added.kind, added.id.clone());
            if self.by_id.get(&id).is_some_and(|place| *place >= before) {
                self.by_id.remove(&id);
            }
        }
        gone
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Added> {
        self.all.iter()
    }

    /// Those of a kind that are called so.
    pub(super) fn named(&self, kind: OfficeKind, name: &str) -> impl Iterator<Item = &Added> {
        let places = self.by_name.get(&(kind, fold(name)));
        places.into_iter().flatten().filter_map(|place| self.all.get(*place))
    }

    /// The one of a kind that has an identifier.
    pub(super) fn with_id(&self, kind: OfficeKind, id: &str) -> Option<&Added> {
        self.by_id.get(&(kind, id.to_owned())).and_then(|place| self.all.get(*place))
    }
}
