use super::{AdoptionRow, Edition, Graph, OfficeKind, OfficeNames};

/// Which smart teams of an edition continue the rows of its state of adoption, which has the names of another year.
#[derive(Debug, Default)]
pub struct Continuity {
    /// For each row, the teams that continue it.
    pub teams: Vec<Vec<usize>>,
    /// For each team, the rows that it continues.
    pub rows: Vec<Vec<usize>>,
}

impl Continuity {
    /// A row continues in the teams of its `continua_in`; without it, in the team that has its name, or has it as alias, within the
    /// area and the service that the row names.
    pub fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let names = OfficeNames::of(edition);
        let mut rows = vec![Vec::new(); edition.teams.rows.len()];
        let mut teams = Vec::new();
        for (number, row) in edition.adoption.rows.rows.iter().enumerate() {
            let found: Vec<usize> = if row.continues_in.is_empty() {
                homonym(graph, &names, row).into_iter().collect()
            } else {
                row.continues_in.iter().filter_map(|id| graph.team(&id.value)).collect()
            };
            for team in &found {
                rows[*team].push(number);
            }
            teams.push(found);
        }
        Self { teams, rows }
    }
}

/// The team with the name of the row, in a service and an area with the names of the row.
fn homonym(graph: &Graph<'_>, names: &OfficeNames, row: &AdoptionRow) -> Option<usize> {
    let places = |kind, name: &str| (!name.is_empty()).then(|| names.find(kind, name));
    let (areas, services) =
        (places(OfficeKind::Area, &row.area.value), places(OfficeKind::Service, &row.service.value));
    // An empty name has a finding of its own, and excludes no team.
    let within = |places: &Option<Vec<usize>>, own: Option<usize>| match places {
        Some(places) => own.is_some_and(|own| places.contains(&own)),
        None => true,
    };
    let teams = names.find(OfficeKind::Team, &row.team.value).into_iter();
    teams
        .into_iter()
        .find(|team| within(&services, graph.team_service[*team]) && within(&areas, graph.team_area(*team)))
}
