use super::grouped::grouped;
use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::model::{Keyword, SmartTeam, Smartability};
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{Headings, TEAMS};
use serde::Serialize;

/// The teams by area and service.
#[derive(Debug, Serialize)]
pub(crate) struct TeamTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) areas: Vec<AreaBand<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AreaBand<'a> {
    pub(crate) name: &'a str,
    pub(crate) remarks: Option<Remarks<'a>>,
    pub(crate) services: Vec<ServiceBand<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ServiceBand<'a> {
    pub(crate) name: &'a str,
    pub(crate) remarks: Option<Remarks<'a>>,
    pub(crate) teams: Vec<Team<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Team<'a> {
    pub(crate) name: &'a str,
    pub(crate) smartability: Option<&'static str>,
    /// 1 none, 2 partial, 3 full.
    pub(crate) level: u8,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

impl<'a> TeamTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let Sources { edition, graph, .. } = sources;
        // The order of the file, teams of one area and of one service brought together.
        let mut order: Vec<usize> = (0..edition.teams.rows.len()).collect();
        let first_of = |same: &dyn Fn(usize) -> bool| order.iter().copied().find(|team| same(*team));
        let keys: Vec<_> = order
            .iter()
            .map(|team| {
                let area = first_of(&|other| graph.team_area(other) == graph.team_area(*team));
                let service = first_of(&|other| graph.team_service[other] == graph.team_service[*team]);
                (area, service, *team)
            })
            .collect();
        order.sort_by_key(|team| keys[*team]);
        let areas = grouped(order, |team| graph.team_area(*team));
        let plain = PlainTable::of(sources);
        Self {
            headings: TEAMS.headings(edition, &sources.present),
            plain: plain.headings(),
            areas: areas.into_iter().map(|teams| AreaBand::of(sources, &plain, teams)).collect(),
            marks: Meaning::all(&edition.teams),
        }
    }
}

impl<'a> AreaBand<'a> {
    fn of(sources: &'a Sources<'a>, plain: &PlainTable<'a, SmartTeam>, teams: Vec<usize>) -> Self {
        let Sources { edition, graph, .. } = sources;
        let area = teams.first().and_then(|team| graph.team_area(*team)).map(|area| &edition.areas.rows[area]);
        let services = grouped(teams, |team| graph.team_service[*team]);
        Self {
            name: area.map_or("", |area| &area.name.value),
            remarks: area.map(|area| Remarks::from(&area.annotations)),
            services: services.into_iter().map(|teams| ServiceBand::of(sources, plain, &teams)).collect(),
        }
    }
}

impl<'a> ServiceBand<'a> {
    fn of(sources: &'a Sources<'a>, plain: &PlainTable<'a, SmartTeam>, teams: &[usize]) -> Self {
        let Sources { edition, graph, .. } = sources;
        let service =
            teams.first().and_then(|team| graph.team_service[*team]).map(|service| &edition.services.rows[service]);
        Self {
            name: service.map_or("", |service| &service.name.value),
            remarks: service.map(|service| Remarks::from(&service.annotations)),
            teams: teams.iter().map(|team| Team::of(plain, &edition.teams.rows[*team])).collect(),
        }
    }
}

impl<'a> Team<'a> {
    fn of(plain: &PlainTable<'a, SmartTeam>, team: &'a SmartTeam) -> Self {
        let smartability = team.smartability.as_ref().map(|smartability| smartability.value);
        Self {
            name: &team.name.value,
            smartability: smartability.map(Keyword::keyword),
            level: match smartability {
                Some(Smartability::Full) => 3,
                Some(Smartability::Partial) => 2,
                Some(Smartability::None) | None => 1,
            },
            plain: plain.cells(team),
            remarks: Remarks::from(&team.annotations),
        }
    }
}
