use crate::model::{Edition, Graph, Scope, once};

/// Which processes belong to the services and areas of an edition; those that concern everyone left out.
#[derive(Debug, Default)]
pub struct Membership {
    /// For each service, the processes of its teams and those that name it, with those of its parts.
    pub services: Vec<Vec<usize>>,
    /// For each area, the processes of its services, and those that are of the area alone.
    pub areas: Vec<Vec<usize>>,
    /// For each area, the processes whose row names it although no service of theirs is in it.
    pub guests: Vec<Vec<usize>>,
}

/// The areas of a process by the organisation; by its row where it is of its areas alone, or where its offices are of no area.
pub fn own_areas(edition: &Edition, graph: &Graph<'_>, row: usize) -> Vec<usize> {
    let process = &edition.processes.rows[row];
    let by_organisation = graph.process_areas(row);
    if matches!(process.scope, Some(Scope::Areas)) || by_organisation.is_empty() {
        return once(process.areas.iter().filter_map(|id| graph.area(&id.value)));
    }
    by_organisation
}

impl Membership {
    /// Follows every process to its services and areas.
    pub fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let mut services = vec![Vec::new(); edition.services.rows.len()];
        let mut areas = vec![Vec::new(); edition.areas.rows.len()];
        let mut guests = vec![Vec::new(); edition.areas.rows.len()];
        for (row, process) in edition.processes.rows.iter().enumerate() {
            if matches!(process.scope, Some(Scope::Everyone(_))) {
                continue;
            }
            let own_services = &graph.process_services[row];
            let named = once(process.areas.iter().filter_map(|id| graph.area(&id.value)));
            let own_areas = own_areas(edition, graph, row);
            for area in named.into_iter().filter(|area| !own_areas.contains(area)) {
                guests[area].push(row);
            }
            for area in own_areas {
                areas[area].push(row);
            }
            // What is a part's belongs to the whole.
            for service in once(own_services.iter().flat_map(|service| graph.hierarchy.chain(*service))) {
                services[service].push(row);
            }
        }
        Self { services, areas, guests }
    }

    /// How many processes name an area that is not theirs.
    pub fn misplaced(&self) -> usize {
        once(self.guests.iter().flatten().copied()).len()
    }
}
