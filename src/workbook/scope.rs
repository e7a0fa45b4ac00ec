use super::grid::Grid;
use crate::model::{Continuity, Edition, Graph, OfficeLabels, Process, Scope as ProcessScope};
use std::collections::BTreeSet;

/// Whose rows a workbook holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The kind of office; nothing = the whole edition.
    pub kind: Option<ScopeKind>,
    /// The identifier of the office.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The kinds of office for each of which a workbook is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// Each area.
    Area,
    /// Each service.
    Service,
    /// Each smart team.
    Team,
}

impl ScopeKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Area, Self::Service, Self::Team];

    /// Whether an edition has offices of this kind.
    pub fn is_in(self, edition: &Edition) -> bool {
        match self {
            Self::Area => edition.has_areas(),
            Self::Service => edition.has_services(),
            Self::Team => edition.has_teams(),
        }
    }

    /// Its word on the command line and in the workbook.
    pub fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Service => "servizio",
            Self::Team => "smart-team",
        }
    }
}

impl Scope {
    /// The whole edition.
    pub fn whole() -> Self {
        Self { kind: None, id: String::new(), name: String::new() }
    }

    /// One scope for each office of a kind.
    pub fn each(kind: ScopeKind, edition: &Edition, graph: &Graph<'_>) -> Vec<Self> {
        let labels = OfficeLabels::of(edition, graph);
        let offices: Vec<(String, String)> = match kind {
            ScopeKind::Area => {
                let areas = edition.areas.rows.iter().zip(labels.areas).filter(|(area, _)| area.is_in_force());
                areas.map(|(area, label)| (area.id.value.clone(), label)).collect()
            }
            ScopeKind::Service => {
                edition.services.rows.iter().map(|row| row.id.value.clone()).zip(labels.services).collect()
            }
            ScopeKind::Team => edition.teams.rows.iter().map(|row| row.id.value.clone()).zip(labels.teams).collect(),
        };
        offices.into_iter().map(|(id, name)| Self { kind: Some(kind), id, name }).collect()
    }

    /// The tables that a workbook of this scope holds, with the rows of its office alone.
    pub fn filter(&self, grids: &[Grid], edition: &Edition, graph: &Graph<'_>) -> Vec<Grid> {
        let Some(kind) = self.kind else { return grids.to_vec() };
        let reach = Reach::of(kind, &self.id, edition, graph);
        let kept = grids.iter().filter_map(|grid| {
            let rows = reach.rows(grid.home.table, edition, graph)?;
            let mut grid = grid.clone();
            grid.rows.retain(|row| rows.contains(&row.number));
            Some(grid)
        });
        kept.collect()
    }
}

/// The offices that an office holds, itself included.
struct Reach {
    areas: BTreeSet<usize>,
    services: BTreeSet<usize>,
    teams: BTreeSet<usize>,
}

impl Reach {
    fn of(kind: ScopeKind, id: &str, edition: &Edition, graph: &Graph<'_>) -> Self {
        let mut reach = Self { areas: BTreeSet::new(), services: BTreeSet::new(), teams: BTreeSet::new() };
        match kind {
            ScopeKind::Area => reach.areas.extend(graph.area(id)),
            ScopeKind::Service => reach.services.extend(graph.service(id)),
            ScopeKind::Team => reach.teams.extend(graph.team(id)),
        }
        for service in 0..edition.services.rows.len() {
            let is_in_area = graph.service_area(service).is_some_and(|area| reach.areas.contains(&area));
            let is_part = graph.hierarchy.chain(service).any(|above| reach.services.contains(&above));
            if is_in_area || is_part {
                reach.services.insert(service);
            }
        }
        let teams = graph.team_service.iter().enumerate();
        let own = teams.filter(|(_, service)| service.is_some_and(|service| reach.services.contains(&service)));
        reach.teams.extend(own.map(|(team, _)| team));
        reach
    }

    /// The numbers of the rows of a table that are theirs; nothing for a table that is the whole administration's.
    fn rows(&self, table: &str, edition: &Edition, graph: &Graph<'_>) -> Option<BTreeSet<usize>> {
        let continuity = Continuity::of(edition, graph);
        let has_team = |ids: &[crate::model::Text]| {
            ids.iter().filter_map(|id| graph.team(&id.value)).any(|team| self.teams.contains(&team))
        };
        let numbers = |count: usize, is: &dyn Fn(usize) -> bool| (0..count).filter(|row| is(*row)).collect();
        Some(match table {
            "servizi" => self.services.clone(),
            "smart-team" => self.teams.clone(),
            "processi" => {
                let rows = &edition.processes.rows;
                numbers(rows.len(), &|row| rows.get(row).is_some_and(|process| self.has_process(row, process, graph)))
            }
            "attuazione" => {
                let any = |own: &[Vec<usize>], mine: &BTreeSet<usize>, row: usize| {
                    own.get(row).is_some_and(|offices| offices.iter().any(|office| mine.contains(office)))
                };
                numbers(edition.adoption.rows.rows.len(), &|row| {
                    any(&continuity.teams, &self.teams, row)
                        || any(&continuity.services, &self.services, row)
                        || any(&continuity.areas, &self.areas, row)
                })
            }
            "esclusioni" => {
                let rows = &edition.exclusions.rows;
                numbers(rows.len(), &|row| rows.get(row).is_some_and(|exclusion| has_team(&exclusion.teams)))
            }
            _ => return None,
        })
    }

    /// Whether a process concerns them and not everyone.
    fn has_process(&self, row: usize, process: &Process, graph: &Graph<'_>) -> bool {
        let any = |own: &[Vec<usize>], mine: &BTreeSet<usize>| {
            own.get(row).is_some_and(|offices| offices.iter().any(|office| mine.contains(office)))
        };
        let of_areas = matches!(process.scope, Some(ProcessScope::Areas))
            && graph.process_areas(row).iter().any(|area| self.areas.contains(area));
        let services =
            matches!(process.scope, Some(ProcessScope::Services(_))) && any(&graph.process_services, &self.services);
        any(&graph.process_teams, &self.teams) || services || of_areas
    }
}
