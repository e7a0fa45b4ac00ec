use super::refusal::Refusal;
use super::written::Written;

/// A step on the way from the top of a file to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
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
