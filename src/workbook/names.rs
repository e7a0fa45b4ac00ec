use crate::model::{Edition, Graph, OfficeLabels, fold};
use crate::tables::Target;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the records to which others refer are called in the cells of a workbook: by name, each name one record's alone.
#[derive(Clone, Debug, Default)]
pub struct RecordLabels {
    areas: Labels,
    services: Labels,
    teams: Labels,
    software: Labels,
}

/// The identifiers and names of the records of one kind, in the order of the data, and where each stands among them.
#[derive(Clone, Debug, Default)]
struct Labels {
    list: Vec<(String, String)>,
    by_id: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, usize>,
    by_folded: HashMap<String, Vec<usize>>,
}

impl Labels {
    fn of(list: Vec<(String, String)>) -> Self {
        let mut labels = Self::default();
        for (id, name) in list {
            labels.push(id, name);
        }
        labels
    }

    fn push(&mut self, id: String, name: String) {
        let at = self.list.len();
        self.by_id.entry(id.clone()).or_default().push(at);
        self.by_name.entry(name.clone()).or_insert(at);
        self.by_folded.entry(fold(&name)).or_default().push(at);
        self.list.push((id, name));
    }

    fn of_id(&self, id: &str) -> impl Iterator<Item = &(String, String)> {
        self.by_id.get(id).into_iter().flatten().filter_map(|at| self.list.get(*at))
    }
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
            areas: Labels::of(unique(areas.collect())),
            services: Labels::of(unique(services.collect())),
            teams: Labels::of(unique(teams.collect())),
            software: Labels::of(unique(software.collect())),
        }
    }

    /// The records of a kind: their identifiers and names, in the order of the data.
    pub fn list(&self, target: Target) -> &[(String, String)] {
        &self.of_kind(target).list
    }

    /// Another name by which a record can be chosen.
    pub fn learn(&mut self, target: Target, id: String, name: String) {
        let labels = self.of_kind_mut(target);
        let is_known = labels.of_id(&id).any(|(_, other)| *other == name);
        if !is_known {
            labels.push(id, name);
        }
    }

    /// Calls records by other identifiers, all at once.
    pub fn rename(&mut self, target: Target, renamed: &HashMap<String, String>) {
        let labels = self.of_kind_mut(target);
        let list = std::mem::take(&mut labels.list).into_iter();
        *labels = Labels::of(list.map(|(id, name)| (renamed.get(&id).cloned().unwrap_or(id), name)).collect());
    }

    fn of_kind(&self, target: Target) -> &Labels {
        match target {
            Target::Area => &self.areas,
            Target::Service => &self.services,
            Target::Team => &self.teams,
            Target::Software => &self.software,
        }
    }

    fn of_kind_mut(&mut self, target: Target) -> &mut Labels {
        match target {
            Target::Area => &mut self.areas,
            Target::Service => &mut self.services,
            Target::Team => &mut self.teams,
            Target::Software => &mut self.software,
        }
    }

    /// The name of the record with an identifier; the identifier where there is none.
    pub fn name<'a>(&'a self, target: Target, id: &'a str) -> &'a str {
        self.of_kind(target).of_id(id).next().map_or(id, |(_, name)| name.as_str())
    }

    /// The identifier of the record that a cell names, by its name or its identifier.
    pub fn id(&self, target: Target, text: &str) -> Option<&str> {
        let labels = self.of_kind(target);
        let by_id = labels.by_id.get(text).and_then(|places| places.first());
        let exact = by_id.into_iter().chain(labels.by_name.get(text)).min();
        let id = |at: &usize| labels.list.get(*at).map(|(id, _)| id.as_str());
        if let Some(at) = exact {
            return id(at);
        }
        let mut alike = labels.by_folded.get(&fold(text))?.iter().filter_map(id);
        alike.next().filter(|first| alike.all(|other| other == *first))
    }
}

/// The names, the identifier after those that are still the same, and after those that are another's identifier.
fn unique(mut list: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in &list {
        *times.entry(fold(name)).or_default() += 1;
    }
    let ids: HashSet<String> = list.iter().map(|(id, _)| id.clone()).collect();
    for (id, name) in &mut list {
        *name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_shared = times.get(&fold(name)).is_some_and(|times| *times > 1);
        if is_shared || name.is_empty() || name == "tutti" || (ids.contains(name) && name != id) {
            let told = format!("{name} [{id}]");
            told.trim_start().clone_into(name);
        }
    }
    list
}
