use crate::model::{Continuity, Edition, Graph};

/// The people of the state of adoption under the organisation of this edition, as far as the rows say it.
///
/// A row that continues in several places is counted in none of them: how its people were divided was never published.
#[derive(Debug, Default)]
pub(in crate::site) struct Workforce {
    /// For each team.
    pub(in crate::site) teams: Vec<Staff>,
    /// For each service.
    pub(in crate::site) services: Vec<Staff>,
    /// For each area.
    pub(in crate::site) areas: Vec<Staff>,
    /// The rows that no team continues.
    pub(in crate::site) ended: Vec<usize>,
}

/// The people of one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::site) struct Staff {
    /// How many rows continue here and nowhere else.
    pub(in crate::site) rows: usize,
    /// Their employees.
    pub(in crate::site) employees: u64,
    /// The agile workers among them.
    pub(in crate::site) agile: u64,
    /// The rows that continue here and elsewhere: not counted.
    pub(in crate::site) shared: Vec<usize>,
}

impl Workforce {
    /// Follows every row to the teams that continue it, and from there upwards.
    pub(in crate::site) fn of(edition: &Edition, graph: &Graph<'_>, continuity: &Continuity) -> Self {
        let staff = |places: usize, place: &dyn Fn(usize) -> Option<usize>| {
            let mut staff = vec![Staff::default(); places];
            for (row, teams) in continuity.teams.iter().enumerate() {
                let mut here: Vec<usize> = teams.iter().filter_map(|team| place(*team)).collect();
                here.sort_unstable();
                here.dedup();
                if let [only] = here[..] {
                    staff[only].add(edition, row);
                } else {
                    for one in here {
                        staff[one].shared.push(row);
                    }
                }
            }
            staff
        };
        let ended = continuity.teams.iter().enumerate().filter(|(_, teams)| teams.is_empty());
        Self {
            teams: staff(edition.teams.rows.len(), &Some),
            services: staff(edition.services.rows.len(), &|team| graph.team_service[team]),
            areas: staff(edition.areas.rows.len(), &|team| graph.team_area(team)),
            ended: ended.map(|(row, _)| row).collect(),
        }
    }
}

impl Staff {
    fn add(&mut self, edition: &Edition, row: usize) {
        let row = &edition.adoption.rows.rows[row];
        self.rows += 1;
        self.employees += u64::from(row.employees.value);
        self.agile += u64::from(row.agile.value);
    }
}
