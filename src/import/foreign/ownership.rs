//! Which offices belong to which, so that those of one are found without a look at the others.

use super::offices::Found;
use crate::model::{Edition, Graph, OfficeKind};
use std::collections::HashMap;

/// The rows of the offices of each kind within each office.
#[derive(Clone, Debug, Default)]
pub(super) struct Ownership {
    rows: HashMap<(OfficeKind, Found), Vec<usize>>,
}

impl Ownership {
    pub(super) fn of(edition: &Edition, graph: &Graph<'_>) -> Self {
        let mut own = Self::default();
        for (row, area) in edition.areas.rows.iter().enumerate() {
            let found = Found { kind: OfficeKind::Area, id: area.id.value.clone() };
            own.rows.entry((OfficeKind::Area, found)).or_default().push(row);
        }
        for (row, service) in edition.services.rows.iter().enumerate() {
            own.push((OfficeKind::Service, row), graph.service(&service.id.value), edition, graph);
        }
        for (row, team) in edition.teams.rows.iter().enumerate() {
            let service = graph.team(&team.id.value).and_then(|team| graph.team_service[team]);
            own.push((OfficeKind::Team, row), service, edition, graph);
        }
        own
    }

    /// Puts an office in the service that it is or belongs to, in all that this one belongs to, and in their area.
    fn push(&mut self, (kind, row): (OfficeKind, usize), service: Option<usize>, edition: &Edition, graph: &Graph<'_>) {
        let Some(service) = service else { return };
        let services = graph.hierarchy.chain(service).map(|row| (OfficeKind::Service, &edition.services.rows[row].id));
        let area = graph.service_area(service).map(|row| (OfficeKind::Area, &edition.areas.rows[row].id));
        for (owner, id) in services.chain(area) {
            let found = Found { kind: owner, id: id.value.clone() };
            self.rows.entry((kind, found)).or_default().push(row);
        }
    }

    /// The rows of the offices of a kind within another office.
    pub(super) fn within(&self, kind: OfficeKind, owner: &Found) -> &[usize] {
        self.rows.get(&(kind, owner.clone())).map_or(&[], Vec::as_slice)
    }
}
