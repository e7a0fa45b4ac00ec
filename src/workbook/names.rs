use crate::model::{Edition, Graph, OfficeLabels, fold};
use crate::tables::Target;
use std::collections::BTreeMap;

/// What the records to which others refer are called in the cells of a workbook: by name, each name one record's alone.
#[derive(Clone, Debug, Default)]
pub struct RecordLabels {
    areas: Vec<(String, String)>,
    services: Vec<(String, String)>,
    teams: Vec<(String, String)>,
    software: Vec<(String, String)>,
}

impl RecordLabels {
    /// The names of an edition.
    pub fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let labels = OfficeLabels::of(edition, graph);
        let areas = edition.areas.rows.iter().map(|area| area.id.value.clone()).zip(labels.areas);
        let services = edition.services.rows.iter().map(|service| service.id.value.clone()).zip(labels.services);
        let teams = edition.teams.rows.iter().map(|team| team.id.value.clone()).zip(labels.teams);
        let software = edition.software.rows.iter();
        let software = software.filter_map(|row| Some((row.id.as_ref()?.value.clone(), row.name.value.clone())));
        Self {
            areas: unique(areas.collect()),
            services: unique(services.collect()),
            teams: unique(teams.collect()),
            software: unique(software.collect()),
        }
    }

    /// The records of a kind: their identifiers and names, in the order of the data.
    pub fn list(&self, target: Target) -> &[(String, String)] {
        match target {
            Target::Area => &self.areas,
            Target::Service => &self.services,
            Target::Team => &self.teams,
            Target::Software => &self.software,
        }
    }

    /// Another name by which a record can be chosen.
    pub fn learn(&mut self, target: Target, id: String, name: String) {
        let list = self.list_mut(target);
        if !list.iter().any(|(known, other)| *known == id && *other == name) {
            list.push((id, name));
        }
    }

    /// Calls a record by another identifier.
    pub fn rename(&mut self, target: Target, before: &str, after: &str) {
        for (id, _) in self.list_mut(target).iter_mut().filter(|(id, _)| id == before) {
            after.clone_into(id);
        }
    }

    fn list_mut(&mut self, target: Target) -> &mut Vec<(String, String)> {
        match target {
            Target::Area => &mut self.areas,
            Target::Service => &mut self.services,
            Target::Team => &mut self.teams,
            Target::Software => &mut self.software,
        }
    }

    /// The name of the record with an identifier; the identifier where there is none.
    pub fn name<'a>(&'a self, target: Target, id: &'a str) -> &'a str {
        let found = self.list(target).iter().find(|(own, _)| own == id);
        found.map_or(id, |(_, name)| name.as_str())
    }

    /// The identifier of the record that a cell names, by its name or its identifier.
    pub fn id(&self, target: Target, text: &str) -> Option<&str> {
        let list = self.list(target);
        let exact = list.iter().find(|(id, name)| name == text || id == text);
        let folded = || {
            let mut alike = list.iter().filter(|(_, name)| fold(name) == fold(text));
            alike.next().filter(|(first, _)| alike.all(|(id, _)| id == first))
        };
        exact.or_else(folded).map(|(id, _)| id.as_str())
    }
}

/// The names, the identifier after those that are still the same, and after those that are another's identifier.
fn unique(mut list: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &list {
        *times.entry(fold(name)).or_default() += 1;
    }
    let ids: Vec<String> = list.iter().map(|(id, _)| id.clone()).collect();
    for (id, name) in &mut list {
        *name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_shared = times.get(&fold(name)).is_some_and(|times| *times > 1);
        if is_shared || name.is_empty() || name == "tutti" || ids.iter().any(|other| other == name && other != id) {
            let told = format!("{name} [{id}]");
            told.trim_start().clone_into(name);
        }
    }
    list
}
