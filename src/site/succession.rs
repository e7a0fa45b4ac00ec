use crate::model::{Edition, Graph, fold};
use std::collections::HashMap;

/// Which teams of an edition continue the rows of its state of adoption, which has the names of another year.
#[derive(Debug, Default)]
pub(super) struct Succession {
    /// For each row, the teams that continue it.
    pub(super) teams: Vec<Vec<usize>>,
    /// For each team, the rows that it continues.
    pub(super) rows: Vec<Vec<usize>>,
}

impl Succession {
    /// By what the rows say; where a row says nothing, by the names and other names of the teams.
    pub(super) fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let mut names: HashMap<String, usize> = HashMap::new();
        for (row, team) in edition.teams.rows.iter().enumerate() {
            names.entry(fold(&team.name.value)).or_insert(row);
        }
        // Names count before other names, whatever the order of the teams.
        for (row, team) in edition.teams.rows.iter().enumerate() {
            for alias in &team.aliases {
                names.entry(fold(&alias.value)).or_insert(row);
            }
        }
        let mut rows = vec![Vec::new(); edition.teams.rows.len()];
        let mut teams = Vec::new();
        for (number, row) in edition.adoption.rows.rows.iter().enumerate() {
            let found: Vec<usize> = if row.continues_in.is_empty() {
                names.get(&fold(&row.team.value)).copied().into_iter().collect()
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
