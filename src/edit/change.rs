use super::refusal::Refusal;
use super::written::Written;

/// A step on the way from the top of a file to a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, counted from 0.
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// One change to what a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A key, or an item that is there, gets this value; a key that is not there is added.
    Set {
        /// The key or the item.
        at: Vec<Step>,
        /// What it is to say.
        value: Written,
    },
    /// A key or an item goes.
    Remove {
        /// The key or the item.
        at: Vec<Step>,
    },
    /// New items in a list; it is made where nothing stands.
    Insert {
        /// The list.
        list: Vec<Step>,
        /// How many items stand before them.
        at: usize,
        /// The items.
        items: Vec<Written>,
    },
    /// An item of a list takes another place, with its comments.
    Move {
        /// The list.
        list: Vec<Step>,
        /// Where it stands.
        from: usize,
        /// How many of the other items then stand before it.
        to: usize,
    },
}

impl Written {
    /// The value to which a path leads.
    pub fn at(&self, path: &[Step]) -> Option<&Written> {
        path.iter().try_fold(self, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Item(at) => value.items().get(*at),
        })
    }

    /// The same, to be changed.
    pub(super) fn at_mut(&mut self, path: &[Step]) -> Option<&mut Written> {
        path.iter().try_fold(self, |value, step| match (value, step) {
            (Self::Group(entries), Step::Key(key)) => {
                entries.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            (Self::List(items), Step::Item(at)) => items.get_mut(*at),
            _ => None,
        })
    }
}

impl Change {
    /// What a file is to say after it.
    pub(super) fn apply(&self, whole: &Written) -> Result<Written, Refusal> {
        let mut whole = whole.clone();
        self.perform(&mut whole).ok_or_else(|| Refusal::new("ciò che si vuole cambiare non c'è più"))?;
        Ok(whole)
    }

    /// Where what stands at the end of a path stands after it; `None` if it goes.
    pub fn place(&self, path: &[Step]) -> Option<Vec<Step>> {
        let moved = |list: &[Step], number: &dyn Fn(usize) -> usize| {
            let mut path = path.to_vec();
            if path.starts_with(list)
                && let Some(Step::Item(at)) = path.get_mut(list.len())
            {
                *at = number(*at);
            }
            path
        };
        match self {
            Self::Set { .. } => Some(path.to_vec()),
            Self::Remove { at } if path.starts_with(at) => None,
            Self::Remove { at } => match at.split_last() {
                Some((Step::Item(gone), list)) => Some(moved(list, &|number| number - usize::from(number > *gone))),
                _ => Some(path.to_vec()),
            },
            Self::Insert { list, at, items } => {
                Some(moved(list, &|number| if number < *at { number } else { number + items.len() }))
            }
            Self::Move { list, from, to } => Some(moved(list, &|number| {
                let others = number - usize::from(number > *from);
                if number == *from { *to } else { others + usize::from(others >= *to) }
            })),
        }
    }

    fn perform(&self, whole: &mut Written) -> Option<()> {
        match self {
            Self::Set { at, value } => {
                if let Some(found) = whole.at_mut(at) {
                    *found = value.clone();
                    return Some(());
                }
                let (Step::Key(key), parent) = at.split_last()? else { return None };
                let parent = whole.at_mut(parent)?;
                if matches!(parent, Written::Nothing) {
                    *parent = Written::Group(Vec::new());
                }
                let Written::Group(entries) = parent else { return None };
                entries.push((key.clone(), value.clone()));
            }
            Self::Remove { at } => {
                let (last, parent) = at.split_last()?;
                match (whole.at_mut(parent)?, last) {
                    (Written::Group(entries), Step::Key(key)) => {
                        entries.remove(entries.iter().position(|(name, _)| name == key)?);
                    }
                    (Written::List(items), Step::Item(at)) if *at < items.len() => drop(items.remove(*at)),
                    _ => return None,
                }
            }
            Self::Insert { list, at, items } => {
                let Written::List(found) = whole.at_mut(list)? else { return None };
                if *at > found.len() {
                    return None;
                }
                found.splice(*at..*at, items.iter().cloned());
            }
            Self::Move { list, from, to } => {
                let Written::List(found) = whole.at_mut(list)? else { return None };
                if *from >= found.len() || *to >= found.len() {
                    return None;
                }
                let item = found.remove(*from);
                found.insert(*to, item);
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_after_a_change_holds_what_it_held() {
        let items = |names: &[&str]| Written::List(names.iter().map(|name| Written::text(*name)).collect());
        let before =
            Written::Group(vec![("a".to_owned(), items(&["0", "1", "2", "3"])), ("b".to_owned(), items(&["x"]))]);
        let list = vec![Step::from("a")];
        let at = |number: usize| vec![Step::from("a"), Step::from(number)];
        let mut changes = vec![
            Change::Set { at: at(1), value: Written::text("1") },
            Change::Remove { at: at(1) },
            Change::Remove { at: vec![Step::from("b")] },
            Change::Insert { list: list.clone(), at: 2, items: vec![Written::text("neu"), Written::text("neu")] },
        ];
        changes.extend([(0, 3), (3, 0), (1, 2), (2, 1), (1, 1)].map(|(from, to)| Change::Move {
            list: list.clone(),
            from,
            to,
        }));
        for change in changes {
            let after = change.apply(&before).unwrap_or_else(|refusal| panic!("{refusal}"));
            for path in (0..4).map(at).chain([vec![Step::from("b"), Step::from(0)]]) {
                match change.place(&path) {
                    Some(place) => assert_eq!(after.at(&place), before.at(&path), "{change:?}: {path:?}"),
                    None => assert!(matches!(&change, Change::Remove { at } if path.starts_with(at)), "{change:?}"),
                }
            }
        }
    }
}
