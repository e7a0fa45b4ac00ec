use crate::load::line::Line;
use std::collections::HashMap;

/// How many spaces usually stand before each key of a file, the dash included.
#[derive(Default)]
pub(in crate::load) struct Usage<'t>(HashMap<&'t str, Vec<(usize, usize)>>);

impl<'t> Usage<'t> {
    /// What is usual in these lines.
    pub(in crate::load) fn of(lines: &[Line<'t>]) -> Self {
        let mut usage: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for line in lines.iter().filter(|line| line.is_written() && line.is_spaced()) {
            let Some((key, _)) = line.key() else { continue };
            let columns = usage.entry(key).or_default();
            match columns.iter_mut().find(|(column, _)| *column == line.column()) {
                Some((_, times)) => *times += 1,
                None => columns.push((line.column(), 1)),
            }
        }
        Self(usage)
    }

    /// Where a key usually stands: nothing if it stands in one place only, or in several as often.
    pub(super) fn column(&self, key: &str) -> Option<usize> {
        let columns = self.0.get(key)?;
        let (column, times) = columns.iter().copied().max_by_key(|(_, times)| *times)?;
        let tied = columns.iter().filter(|(_, others)| *others == times).count() > 1;
        (times > 1 && !tied).then_some(column)
    }

    /// Whether something is a key somewhere in the file.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }
}
