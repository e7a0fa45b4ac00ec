use super::likeness::{Likeness, alike};
use super::lineage::Origins;
use std::collections::{HashMap, HashSet, VecDeque};

/// What a record is known by.
pub(super) struct Known {
    /// The strongest first; an empty one tells nothing.
    keys: Vec<String>,
    /// By what it is found where nothing else tells.
    name: String,
}

impl Known {
    pub(super) fn new(keys: impl IntoIterator<Item = String>, name: &str) -> Self {
        Self { keys: keys.into_iter().collect(), name: name.to_owned() }
    }
}

/// For each later record the earlier one that it continues: by each key in turn, then by likeness. Records of one key go by their order.
pub(super) fn matched(earlier: &[Known], later: &[Known]) -> Origins {
    let mut origins: Origins = vec![None; later.len()];
    let mut taken = HashSet::new();
    let levels = earlier.iter().chain(later).map(|known| known.keys.len()).max().unwrap_or_default();
    for level in 0..levels {
        let mut free: HashMap<&str, VecDeque<usize>> = HashMap::new();
        for (row, known) in earlier.iter().enumerate().filter(|(row, _)| !taken.contains(row)) {
            if let Some(key) = known.keys.get(level).filter(|key| !key.is_empty()) {
                free.entry(key).or_default().push_back(row);
            }
        }
        for (known, origin) in later.iter().zip(&mut origins).filter(|(_, origin)| origin.is_none()) {
            let rows = known.keys.get(level).and_then(|key| free.get_mut(key.as_str()));
            *origin = rows.and_then(VecDeque::pop_front).filter(|row| taken.insert(*row));
        }
    }
    let rest = |records: &[Known], is_left: &dyn Fn(usize) -> bool| -> Vec<(usize, Likeness)> {
        let rows = records.iter().enumerate().filter(|(row, _)| is_left(*row));
        rows.map(|(row, known)| (row, Likeness::of(&known.name))).collect()
    };
    let (old, new) = (rest(earlier, &|row| !taken.contains(&row)), rest(later, &|row| origins[row].is_none()));
    for (before, after) in alike(&old, &new) {
        origins[after] = Some(before);
    }
    origins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_records_go_by_their_order() {
        let known =
            |names: &[&str]| names.iter().map(|name| Known::new([(*name).to_owned()], name)).collect::<Vec<_>>();
        assert_eq!(matched(&known(&["a", "a", "b"]), &known(&["a", "c", "a"])), [Some(0), None, Some(1)]);
    }
}
