use super::column::Column;
use super::table::TableDescription;
use crate::model::Edition;
use std::collections::BTreeMap;

/// The printed headings of a table by the names of its columns, those of the edition in the place of the usual ones.
pub type Headings<'a> = BTreeMap<&'static str, &'a str>;

impl TableDescription {
    /// The heading that the edition gives to a column with `colonne`.
    pub fn own_heading<'a>(&self, edition: &'a Edition, column: &str) -> Option<&'a str> {
        let own = |table: &str, key: &str| self.is_called(table) && key == column;
        let label = edition.columns.iter().find(|label| own(&label.table.value, &label.column.value))?;
        Some(label.heading.value.as_str())
    }

    /// The printed heading of a column.
    pub fn heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        self.own_heading(edition, column.published).unwrap_or(column.heading)
    }

    /// The heading of a column in the data files.
    pub fn data_heading<'a>(&self, edition: &'a Edition, column: &Column) -> &'a str {
        self.own_heading(edition, column.published).unwrap_or(column.data_heading())
    }

    /// Every printed heading.
    pub fn headings<'a>(&self, edition: &'a Edition) -> Headings<'a> {
        let printed = (self.columns)().into_iter().filter(|column| column.is_printed());
        let columns = printed.map(|column| (column.published, column.heading));
        let all = columns.chain(self.beside.iter().map(|heading| (heading.key, heading.usual)));
        all.map(|(key, usual)| (key, self.own_heading(edition, key).unwrap_or(usual))).collect()
    }

    /// The columns to which `colonne` can give a heading that shows somewhere.
    pub fn named<'a>(&self, edition: &'a Edition) -> Vec<&'a str> {
        let printed = (self.columns)().into_iter().filter(|column| column.is_printed()).map(|column| column.published);
        let beside = self.beside.iter().map(|heading| heading.key);
        let data = self.data_columns().into_iter().map(|column| column.published);
        let added = (self.added)(edition).into_iter().map(|column| column.key);
        let mut names: Vec<&str> = Vec::new();
        for name in printed.chain(beside).chain(data).chain(added) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
