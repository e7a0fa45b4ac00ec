use super::rows::{Row, Rows};
use crate::edit::{Step, Written};
use crate::tables::Home;

/// A group that holds records of a table: of the modules of the training plan.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Group {
    /// Which of the files holds it.
    pub(in crate::workbench) file: usize,
    /// The way to the list of its records.
    pub(in crate::workbench) list: Vec<Step>,
    pub(in crate::workbench) name: String,
}

impl Rows<'_> {
    /// The groups of a table, in their order; none where its records stand in no groups.
    pub(in crate::workbench) fn groups(&self, home: &Home) -> Vec<Group> {
        let Some(inner) = home.inner else { return Vec::new() };
        let mut groups = Vec::new();
        for (file, text) in self.files.iter().enumerate() {
            let Ok(document) = text.document() else { continue };
            let items = document.read().get(home.list).map(Written::items).unwrap_or_default();
            groups.extend(items.iter().enumerate().map(|(number, group)| Group {
                file,
                list: vec![Step::from(home.list), Step::from(number), Step::from(inner)],
                name: group.get("nome").and_then(Written::scalar).unwrap_or("gruppo senza nome").to_owned(),
            }));
        }
        groups
    }
}

impl Row<'_> {
    /// The group that holds it.
    pub(in crate::workbench) fn group<'g>(&self, groups: &'g [Group]) -> Option<&'g Group> {
        let (list, _) = self.place()?;
        groups.iter().find(|group| group.file == self.file && group.list == list)
    }
}
