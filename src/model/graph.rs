use super::{Edition, Hierarchy, Scope, Text};
use std::collections::HashMap;

/// Who belongs to whom in an edition, by row numbers: resolved once, used by every stage.
///
/// A reference to an identifier that does not exist is left out; a rule reports it.
#[derive(Debug)]
pub struct Graph<'a> {
    areas: HashMap<&'a str, usize>,
    services: HashMap<&'a str, usize>,
    teams: HashMap<&'a str, usize>,
    software: HashMap<&'a str, usize>,
    /// Which service belongs to which, and to which area.
    pub hierarchy: Hierarchy,
    /// For each team, its service.
    pub team_service: Vec<Option<usize>>,
    /// For each area, its services.
    pub area_services: Vec<Vec<usize>>,
    /// For each service, its teams.
    pub service_teams: Vec<Vec<usize>>,
    /// For each process, the teams it concerns; empty for those that concern everyone.
    pub process_teams: Vec<Vec<usize>>,
    /// For each process, the services of its teams and those that it names; empty for those that concern everyone.
    pub process_services: Vec<Vec<usize>>,
    /// For each team, the processes that concern it, those that concern everyone left out.
    pub team_processes: Vec<Vec<usize>>,
    /// The processes that concern everyone.
    pub common_processes: Vec<usize>,
    /// For each computer program, the processes that use it.
    pub software_processes: Vec<Vec<usize>>,
}

impl<'a> Graph<'a> {
    /// Resolves the references of an edition.
    pub fn new(edition: &'a Edition) -> Self {
        let areas = index(edition.areas.rows.iter().map(|row| &row.id));
        let services = index(edition.services.rows.iter().map(|row| &row.id));
        let teams = index(edition.teams.rows.iter().map(|row| &row.id));
        let mut software = HashMap::new();
        for (number, row) in edition.software.rows.iter().enumerate() {
            if let Some(id) = &row.id {
                software.entry(id.value.as_str()).or_insert(number);
            }
        }

        let hierarchy = Hierarchy::of(edition, &areas, &services);
        let mut area_services = vec![Vec::new(); edition.areas.rows.len()];
        for (number, area) in hierarchy.areas.iter().enumerate() {
            if let Some(area) = area {
                area_services[*area].push(number);
            }
        }

        let mut service_teams = vec![Vec::new(); edition.services.rows.len()];
        let mut team_service = Vec::with_capacity(edition.teams.rows.len());
        for (number, team) in edition.teams.rows.iter().enumerate() {
            let service = team.service.as_ref().and_then(|id| services.get(id.value.as_str())).copied();
            if let Some(service) = service {
                service_teams[service].push(number);
            }
            team_service.push(service);
        }

        let mut process_teams = Vec::with_capacity(edition.processes.rows.len());
        let mut process_services = Vec::with_capacity(edition.processes.rows.len());
        let mut team_processes = vec![Vec::new(); edition.teams.rows.len()];
        let mut common_processes = Vec::new();
        let mut software_processes = vec![Vec::new(); edition.software.rows.len()];
        for (number, process) in edition.processes.rows.iter().enumerate() {
            let mut named = Vec::new();
            let concerned: Vec<usize> = match &process.scope {
                Some(Scope::Teams(ids)) => ids.iter().filter_map(|id| teams.get(id.value.as_str()).copied()).collect(),
                Some(Scope::Services(ids)) => {
                    named.extend(ids.iter().filter_map(|id| services.get(id.value.as_str()).copied()));
                    named.iter().flat_map(|service| service_teams[*service].iter().copied()).collect()
                }
                Some(Scope::Everyone(_)) => {
                    common_processes.push(number);
                    Vec::new()
                }
                Some(Scope::Areas) | None => Vec::new(),
            };
            let concerned = once(concerned);
            for team in &concerned {
                team_processes[*team].push(number);
            }
            process_services
                .push(once(named.into_iter().chain(concerned.iter().filter_map(|team| team_service[*team]))));
            for id in &process.software {
                if let Some(program) = software.get(id.value.as_str()) {
                    software_processes[*program].push(number);
                }
            }
            process_teams.push(concerned);
        }

        Self {
            areas,
            services,
            teams,
            software,
            hierarchy,
            team_service,
            area_services,
            service_teams,
            process_teams,
            process_services,
            team_processes,
            common_processes,
            software_processes,
        }
    }

    /// Row number of the area with this identifier.
    pub fn area(&self, id: &str) -> Option<usize> {
        self.areas.get(id).copied()
    }

    /// Row number of the service with this identifier.
    pub fn service(&self, id: &str) -> Option<usize> {
        self.services.get(id).copied()
    }

    /// Row number of the team with this identifier.
    pub fn team(&self, id: &str) -> Option<usize> {
        self.teams.get(id).copied()
    }

    /// Row number of the computer program with this identifier.
    pub fn program(&self, id: &str) -> Option<usize> {
        self.software.get(id).copied()
    }

    /// Row number of the area of a service.
    pub fn service_area(&self, service: usize) -> Option<usize> {
        self.hierarchy.areas[service]
    }

    /// Row number of the area of a team.
    pub fn team_area(&self, team: usize) -> Option<usize> {
        self.service_area(self.team_service[team]?)
    }

    /// The teams of a service, then those of its parts.
    pub fn teams_within(&self, service: usize) -> Vec<usize> {
        self.hierarchy.within(service).into_iter().flat_map(|part| self.service_teams[part].iter().copied()).collect()
    }

    /// The areas of the teams and services that a process concerns, each once, in the order of the areas; for a common process, every
    /// area with a team, or with a service where there are no teams.
    pub fn process_areas(&self, process: usize) -> Vec<usize> {
        let is_common = self.common_processes.binary_search(&process).is_ok();
        match (is_common, self.team_service.len()) {
            (false, _) => once(self.process_services[process].iter().filter_map(|service| self.service_area(*service))),
            (true, 0) => once((0..self.service_teams.len()).filter_map(|service| self.service_area(service))),
            (true, teams) => once((0..teams).filter_map(|team| self.team_area(team))),
        }
    }
}

/// These row numbers in order, each once.
pub fn once(rows: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut rows: Vec<usize> = rows.into_iter().collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn index<'a>(ids: impl Iterator<Item = &'a Text>) -> HashMap<&'a str, usize> {
    let mut rows = HashMap::new();
    for (number, id) in ids.enumerate() {
        rows.entry(id.value.as_str()).or_insert(number);
    }
    rows
}
