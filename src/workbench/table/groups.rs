use super::choice::Choice;
use super::rows::{Row, Rows};
use crate::edit::{Step, Written};
use crate::model::{UniqueNames, slug};
use crate::tables::Home;
use std::collections::HashMap;

/// A group that holds records of a table: of the modules of the training plan.
#[derive(Clone, Debug)]
pub(in crate::workbench) struct Group {
    /// Which of the files holds it.
    pub(in crate::workbench) file: usize,
    /// The way to the list of its records.
    pub(in crate::workbench) list: Vec<Step>,
    /// Tells it from the others in forms.
    pub(in crate::workbench) id: String,
    /// What people call it.
    pub(in crate::workbench) label: String,
}

impl Group {
    /// The same, to be chosen.
    pub(in crate::workbench) fn choice(&self) -> Choice {
        Choice::new(&*self.id, &*self.label)
    }
}

impl Rows<'_> {
    /// The groups of a table, in their order; none where its records stand in no groups.
    pub(in crate::workbench) fn groups(&self, home: &Home) -> Vec<Group> {
        let Some(inner) = home.inner else { return Vec::new() };
        let (mut groups, mut taken) = (Vec::new(), UniqueNames::default());
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (file, text) in self.files.iter().enumerate() {
            let Ok(document) = text.document() else { continue };
            let items = document.read().get(home.list).map(Written::items).unwrap_or_default();
            groups.extend(items.iter().enumerate().map(|(number, group)| {
                let name = group.get("nome").and_then(Written::scalar).unwrap_or("gruppo senza nome");
                let count = counts.entry(name.to_owned()).and_modify(|count| *count += 1).or_insert(1);
                Group {
                    file,
                    list: vec![Step::from(home.list), Step::from(number), Step::from(inner)],
                    id: taken.give(&slug(name), |_| true),
                    label: if *count == 1 { name.to_owned() } else { format!("{name} ({count}º)") },
                }
            }));
        }
        groups
    }
}

impl Row<'_> {
    /// The group that holds it.
    pub(in crate::workbench) fn group<'g>(&self, groups: &'g [Group]) -> Option<&'g Group> {
        groups.iter().find(|group| self.is_in(group))
    }

    /// Whether a group holds it.
    pub(in crate::workbench) fn is_in(&self, group: &Group) -> bool {
        group.file == self.file && self.place().is_some_and(|(list, _)| group.list == list)
    }
}
