use super::line::Line;
use crate::model::OfficeKind;
use crate::site::context::EditionContext;
use crate::site::view::Link;
use serde::Serialize;

/// The offices of an area.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// The area itself; nothing where the edition has none.
    head: Option<Line>,
    rows: Vec<Line>,
}

/// Every office under its area, those of none last.
pub(super) fn all(context: &EditionContext<'_>) -> Vec<Group> {
    let edition = context.edition;
    if !edition.has_services() && !edition.has_teams() {
        return vec![largest(context)];
    }
    let graph = &context.graph;
    let services = |area: Option<usize>| {
        let here = (0..edition.services.rows.len()).filter(|service| graph.service_area(*service) == area);
        graph.hierarchy.in_order(&here.collect::<Vec<_>>())
    };
    let is_there = |area: &usize| edition.areas.rows[*area].is_in_force() || !services(Some(*area)).is_empty();
    let mut groups: Vec<Group> = (0..edition.areas.rows.len())
        .filter(is_there)
        .map(|area| Group::new(Some(Line::area(context, area)), offices(context, &services(Some(area)))))
        .collect();
    let mut lost = offices(context, &services(None));
    let homeless = (0..edition.teams.rows.len()).filter(|team| graph.team_service[*team].is_none());
    lost.extend(homeless.map(|team| Line::team(context, team)));
    if !lost.is_empty() {
        let name = edition.model.words.say("[Area] non [indicata|area]");
        let head = edition.has_areas().then(|| Line::named(Link::none(name, None)));
        groups.push(Group::new(head, lost));
    }
    groups
}

/// The areas, else the services that are no part of others, else the teams.
pub(super) fn largest(context: &EditionContext<'_>) -> Group {
    let edition = context.edition;
    let rows: Vec<Line> = if edition.has_areas() {
        let is_there =
            |area: &usize| edition.areas.rows[*area].is_in_force() || !context.graph.area_services[*area].is_empty();
        (0..edition.areas.rows.len()).filter(is_there).map(|area| Line::area(context, area)).collect()
    } else if edition.has_services() {
        let is_whole = |service: &usize| context.graph.hierarchy.parents[*service].is_none();
        let whole = (0..edition.services.rows.len()).filter(is_whole);
        whole.map(|service| Line::service(context, service, 0)).collect()
    } else {
        (0..edition.teams.rows.len()).map(|team| Line::team(context, team)).collect()
    };
    Group { head: None, rows }
}

/// The teams of these services, and those of the services that have none.
fn offices(context: &EditionContext<'_>, services: &[usize]) -> Vec<Line> {
    let graph = &context.graph;
    let has_teams = |service: usize| !graph.service_teams[service].is_empty();
    let mut rows = Vec::new();
    for service in services.iter().copied() {
        rows.extend(graph.service_teams[service].iter().map(|team| Line::team(context, *team)));
        let alone = !graph.hierarchy.within(service).into_iter().chain(graph.hierarchy.chain(service)).any(has_teams);
        if alone {
            let depth = if context.edition.has_teams() { 0 } else { graph.hierarchy.depth(service) };
            rows.push(Line::service(context, service, depth));
        }
    }
    rows
}

impl Group {
    fn new(head: Option<Line>, mut rows: Vec<Line>) -> Self {
        if let Some(head) = &head {
            for row in &mut rows {
                row.stand_within(head);
            }
        }
        Self { head, rows }
    }

    /// How many offices it has.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it is that of an area.
    pub(super) fn is_named(&self) -> bool {
        self.head.is_some()
    }

    /// The smallest kind of office that it has.
    pub(super) fn kind(&self) -> Option<OfficeKind> {
        let kinds = || self.rows.iter().map(Line::kind);
        [OfficeKind::Team, OfficeKind::Service, OfficeKind::Area]
            .into_iter()
            .find(|kind| kinds().any(|one| one == *kind))
    }
}
