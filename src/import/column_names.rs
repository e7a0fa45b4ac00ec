use super::answers::{heading_key, spelled, with_cell};
use super::reading::{ColumnReading, FileReading};
use std::collections::{BTreeMap, BTreeSet};

/// What the columns of a file are called where something is asked of them: by their headings, with their cells where a sheet has several alike, or
/// where there is no heading.
#[derive(Debug)]
pub struct ColumnNames {
    /// The sheet and the heading of those that need their cells.
    alike: BTreeSet<(String, String)>,
}

impl ColumnNames {
    /// Those of a file.
    pub fn of(file: &FileReading) -> Self {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        for sheet in &file.sheets {
            for column in &sheet.columns {
                *counts.entry((spelled(&sheet.name), heading_key(&column.heading))).or_default() += 1;
            }
        }
        let needs = |((sheet, heading), count): ((String, String), usize)| {
            (count > 1 || heading.is_empty()).then_some((sheet, heading))
        };
        Self { alike: counts.into_iter().filter_map(needs).collect() }
    }

    /// What a column of a sheet is called.
    pub fn name(&self, sheet: &str, column: &ColumnReading) -> String {
        if self.alike.contains(&(spelled(sheet), heading_key(&column.heading))) {
            return with_cell(&column.heading, &column.cell);
        }
        column.heading.clone()
    }
}
