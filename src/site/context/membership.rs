use crate::model::{Edition, Graph, Scope};

/// Which processes belong to the services and areas of an edition; those that concern everyone left out.
#[derive(Debug, Default)]
pub(in crate::site) struct Membership {
    /// For each service, the processes of its teams and those that name it.
    pub(in crate::site) services: Vec<Vec<usize>>,
    /// For each area, the processes of its services.
    pub(in crate::site) areas: Vec<Vec<usize>>,
    /// For each area, the processes whose row names it although no service of theirs is in it.
    pub(in crate::site) guests: Vec<Vec<usize>>,
}

impl Membership {
    /// Follows every process to its services and areas.
    pub(in crate::site) fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let mut services = vec![Vec::new(); edition.services.rows.len()];
        let mut areas = vec![Vec::new(); edition.areas.rows.len()];
        let mut guests = vec![Vec::new(); edition.areas.rows.len()];
        for (row, process) in edition.processes.rows.iter().enumerate() {
            if matches!(process.scope, Some(Scope::Everyone(_))) {
                continue;
            }
            let own_services = process_services(edition, graph, row);
            let own_areas = once(own_services.iter().filter_map(|service| graph.service_area[*service]));
            let named = once(process.areas.iter().filter_map(|id| graph.area(&id.value)));
            for area in named.into_iter().filter(|area| !own_areas.contains(area)) {
                guests[area].push(row);
            }
            for area in own_areas {
                areas[area].push(row);
            }
            for service in own_services {
                services[service].push(row);
            }
        }
        Self { services, areas, guests }
    }

    /// How many processes name an area that is not theirs.
    pub(in crate::site) fn misplaced(&self) -> usize {
        once(self.guests.iter().flatten().copied()).len()
    }
}

/// The services of the teams of a process, and those that it names; none for a process that concerns everyone.
pub(in crate::site) fn process_services(edition: &Edition, graph: &Graph<'_>, row: usize) -> Vec<usize> {
    let of_teams = graph.process_teams[row].iter().filter_map(|team| graph.team_service[*team]);
    let named = match &edition.processes.rows[row].scope {
        Some(Scope::Services(ids)) => &ids[..],
        _ => &[],
    };
    once(of_teams.chain(named.iter().filter_map(|id| graph.service(&id.value))))
}

/// In order, each once.
fn once(rows: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut rows: Vec<usize> = rows.collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}
