use super::EditionContext;
use crate::model::{Concept, Scope, capital};
use crate::routes::Section;
use crate::site::view::{Chip, Link, Remarks, TeamItem};
use crate::tables::RecordNames;
use std::collections::BTreeSet;

/// What is said of an area that published rows name, but that the organisation does not have.
pub(in crate::site) const CEASED: &str = "non più presente nell'organizzazione";

/// The offices of an edition as its pages show them.
impl<'a> EditionContext<'a> {
    /// What its records are called where others refer to them.
    pub(in crate::site) fn record_names(&self) -> RecordNames<'_> {
        RecordNames { edition: self.edition, graph: &self.graph, labels: &self.labels }
    }

    /// An area and its page; an area that is no longer there has none.
    pub(in crate::site) fn area_link(&self, row: usize) -> Link {
        let area = &self.edition.areas.rows[row];
        if area.is_in_force() {
            Link::to(self.labels.areas[row].as_str(), self.area_path(row))
        } else {
            Link::none(self.labels.areas[row].as_str(), Some(CEASED))
        }
    }

    pub(in crate::site) fn service_link(&self, row: usize) -> Link {
        Link::to(self.labels.services[row].as_str(), self.service_path(row))
    }

    pub(in crate::site) fn team_link(&self, row: usize) -> Link {
        Link::to(self.labels.teams[row].as_str(), self.team_path(row))
    }

    /// The name of an area in addresses; likewise below.
    pub(in crate::site) fn area_name(&self, row: usize) -> &str {
        self.own_routes().area_name(row)
    }

    pub(in crate::site) fn service_name(&self, row: usize) -> &str {
        self.own_routes().service_name(row)
    }

    pub(in crate::site) fn team_name(&self, row: usize) -> &str {
        self.own_routes().team_name(row)
    }

    pub(in crate::site) fn team_item(&self, row: usize) -> TeamItem {
        let team = &self.edition.teams.rows[row];
        TeamItem {
            area: self.graph.team_area(row).map(|area| self.area_link(area)),
            service: self.graph.team_service[row].map(|service| self.service_link(service)),
            team: self.team_link(row),
            smartability: team.smartability.as_ref().map(|smartability| Chip::from(smartability.value)),
            processes: self.graph.team_processes[row].len(),
            remarks: Remarks::of(&team.annotations, &self.edition.teams.marks),
        }
    }

    /// The areas of a process: those that its row names, or those of its teams.
    pub(in crate::site) fn process_areas(&self, row: usize) -> Vec<Link> {
        self.process_area_rows(row).into_iter().map(|area| self.area_link(area)).collect()
    }

    pub(in crate::site) fn process_area_rows(&self, row: usize) -> Vec<usize> {
        let named = &self.edition.processes.rows[row].areas;
        if named.is_empty() {
            return self.graph.process_areas(row);
        }
        named.iter().filter_map(|id| self.graph.area(&id.value)).collect()
    }

    /// The page that shows the processes that concern everyone.
    pub(in crate::site) fn common_path(&self) -> String {
        if self.edition.has_areas() {
            return format!("{}#comuni", Section::Areas.path());
        }
        Section::Processes.path()
    }

    /// `7 in comune a tutti`: what belongs to every office beside its own processes; nothing where there is none.
    pub(in crate::site) fn in_common(&self) -> Option<String> {
        let common = self.graph.common_processes.len();
        let has_own_word = self.edition.has_teams() && self.edition.model.words.has_own(Concept::Team);
        let everyone = if has_own_word { self.everyone() } else { "tutti" };
        (common > 0).then(|| format!("{common} in comune a {everyone}"))
    }

    /// Whether what concerns everyone concerns a service: where the edition has teams, one that has some.
    pub(in crate::site) fn is_service_concerned(&self, row: usize) -> bool {
        !self.edition.has_teams() || !self.graph.teams_within(row).is_empty()
    }

    /// Likewise an area.
    pub(in crate::site) fn is_area_concerned(&self, row: usize) -> bool {
        let mut services = self.graph.area_services[row].iter();
        !self.edition.has_teams() || services.any(|service| !self.graph.service_teams[*service].is_empty())
    }

    /// How many processes concern everyone, as the page of a place tells it that they concern or not.
    pub(in crate::site) fn common_processes(&self, is_concerned: bool) -> usize {
        if is_concerned { self.graph.common_processes.len() } else { 0 }
    }

    /// Whom a process that concerns everyone concerns.
    pub(in crate::site) fn everyone(&self) -> &'a str {
        self.edition.everyone()
    }

    /// What a service belongs to: the services above it, the largest last, and its area.
    pub(in crate::site) fn service_place(&self, row: usize) -> String {
        let above = self
            .graph
            .hierarchy
            .chain(row)
            .skip(1)
            .map(|service| self.edition.services.rows[service].name.value.clone());
        above.chain(self.graph.service_area(row).map(|area| self.area_link(area).name)).collect::<Vec<_>>().join(", ")
    }

    /// The services of a process, and those that they are a part of, in the order of the services.
    pub(in crate::site) fn services_around(&self, row: usize) -> Vec<usize> {
        let own = &self.graph.process_services[row];
        let around = own.iter().flat_map(|service| self.graph.hierarchy.chain(*service));
        around.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Whom a process concerns, as its row says it.
    pub(in crate::site) fn process_scope(&self, row: usize) -> Vec<Link> {
        match &self.edition.processes.rows[row].scope {
            Some(Scope::Teams(ids)) => {
                ids.iter().filter_map(|id| self.graph.team(&id.value)).map(|team| self.team_link(team)).collect()
            }
            Some(Scope::Services(ids)) => {
                let rows = ids.iter().filter_map(|id| self.graph.service(&id.value));
                rows.map(|service| self.service_link(service)).collect()
            }
            Some(Scope::Everyone(_)) => {
                let section = if self.edition.has_teams() { Section::Teams } else { Section::Services };
                vec![Link::to(capital(self.everyone()), section.path())]
            }
            Some(Scope::Areas) | None => Vec::new(),
        }
    }

    /// The offices that continue a row of the state of adoption.
    pub(in crate::site) fn successors(&self, row: usize) -> Vec<Link> {
        let continuity = &self.continuity;
        let teams = continuity.teams[row].iter().map(|team| self.team_link(*team));
        let services = continuity.services[row].iter().map(|service| self.service_link(*service));
        teams.chain(services).chain(continuity.areas[row].iter().map(|area| self.area_link(*area))).collect()
    }
}
