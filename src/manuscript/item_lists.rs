use crate::docx::ListPlace;
use std::collections::HashMap;

/// The lists of a document while its items are read: which are open, and to which number each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Of each level that is open, whether it counts.
    open: Vec<bool>,
    /// Of each list that counts, its level and its last number: after other paragraphs it goes on from there.
    counted: HashMap<usize, (u8, u64)>,
}

impl Lists {
    /// Something else follows.
    pub(super) fn interrupt(&mut self) {
        self.open.clear();
    }

    /// The level of an item of the list that counts from `from`, and the number with which a chapter has to begin a list there, if it is
    /// not 1.
    pub(super) fn item(&mut self, place: ListPlace, from: Option<u64>) -> (u8, Option<u64>) {
        // No level is skipped on the way down.
        let level = usize::from(place.level).min(self.open.len());
        let own = u8::try_from(level).unwrap_or(u8::MAX);
        if place.goes_on {
            self.open.truncate(level + 1);
            return (own.min(u8::try_from(self.open.len().saturating_sub(1)).unwrap_or(u8::MAX)), None);
        }
        let is_first = self.open.get(level) != Some(&from.is_some());
        self.open.truncate(level);
        self.open.push(from.is_some());
        // What stands deeper counts anew below each item.
        self.counted.retain(|_, (deep, _)| *deep <= place.level);
        let Some(from) = from else { return (own, None) };
        let number = self.counted.get(&place.list).map_or(from, |(_, number)| number.saturating_add(1));
        self.counted.insert(place.list, (place.level, number));
        (own, (is_first && number != 1).then_some(number))
    }
}
