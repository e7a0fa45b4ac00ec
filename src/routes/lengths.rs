use super::part::Part;
use super::process_subset::ProcessSubset;
use crate::model::{Edition, Graph, Membership};

/// How long the longest list of each page of an edition is.
#[derive(Debug)]
pub(super) struct Lengths<'e> {
    edition: &'e Edition,
    /// Who belongs to whom; nothing where no list is long enough for it to be asked.
    belonging: Option<(Graph<'e>, Membership)>,
}

impl<'e> Lengths<'e> {
    pub(super) fn of(edition: &'e Edition) -> Self {
        let rows = [edition.processes.rows.len(), edition.teams.rows.len(), edition.services.rows.len()];
        let is_long = rows.into_iter().any(|rows| rows > Part::ROWS);
        let belonging = is_long.then(|| {
            let graph = Graph::new(edition);
            let membership = Membership::of(edition, &graph);
            (graph, membership)
        });
        Self { edition, belonging }
    }

    pub(super) fn area(&self, row: usize) -> usize {
        self.longest(|graph, membership| {
            let services = &graph.area_services[row];
            let teams = services.iter().map(|service| graph.service_teams[*service].len()).sum();
            vec![services.len(), teams, membership.areas[row].len(), membership.guests[row].len()]
        })
    }

    pub(super) fn service(&self, row: usize) -> usize {
        self.longest(|graph, membership| {
            let parts = graph.hierarchy.within(row).len() - 1;
            vec![parts, graph.teams_within(row).len(), membership.services[row].len()]
        })
    }

    pub(super) fn team(&self, row: usize) -> usize {
        self.longest(|graph, _| vec![graph.team_processes[row].len(), graph.common_processes.len()])
    }

    pub(super) fn subset(&self, subset: ProcessSubset) -> usize {
        self.edition.processes.rows.iter().filter(|process| subset.holds(process)).count()
    }

    fn longest(&self, lists: impl Fn(&Graph<'e>, &Membership) -> Vec<usize>) -> usize {
        let lists = self.belonging.as_ref().map(|(graph, membership)| lists(graph, membership));
        lists.into_iter().flatten().max().unwrap_or(0)
    }
}
