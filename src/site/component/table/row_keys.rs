use crate::model::{Answer, Scope, own_areas};
use crate::site::component::own_filter::{OwnFilter, OwnKey};
use crate::site::context::EditionContext;
use serde::Serialize;

/// The values by which the script of the page finds a row of Tavola 1, without spaces inside; `*` stands for every office.
#[derive(Debug, Serialize)]
pub(in crate::site) struct RowKeys {
    areas: String,
    services: String,
    teams: String,
    smartability: &'static str,
    risk: String,
    paper: &'static str,
    /// Of the columns that the administration adds.
    own: Vec<OwnKey>,
}

impl RowKeys {
    pub(in crate::site) fn of(context: &EditionContext<'_>, own: &[OwnFilter<'_>], row: usize) -> Self {
        let process = &context.edition.processes.rows[row];
        let common = matches!(process.scope, Some(Scope::Everyone(_)));
        let everyone = || "*".to_owned();
        let services = context.services_around(row);
        let areas = own_areas(context.edition, &context.graph, row);
        let teams = context.graph.process_teams[row].iter().map(|team| context.team_name(*team));
        Self {
            areas: if common { everyone() } else { spaced(areas.into_iter().map(|area| context.area_name(area))) },
            services: if common {
                everyone()
            } else {
                spaced(services.into_iter().map(|service| context.service_name(service)))
            },
            teams: if common { everyone() } else { spaced(teams) },
            smartability: match process.smartability.as_ref().map(|answer| answer.value) {
                Some(Answer::Yes) => "si",
                Some(Answer::Partly) => "in-parte",
                Some(Answer::No) => "no",
                None => "",
            },
            risk: process
                .risk
                .as_ref()
                .map_or_else(String::new, |risk| context.edition.model.scales.risk_name(risk.value.step)),
            paper: match process.paper.as_ref().map(|paper| paper.value) {
                Some(true) => "si",
                Some(false) => "no",
                None => "non-indicato",
            },
            own: own.iter().map(|filter| filter.key_of(row)).collect(),
        }
    }
}

impl RowKeys {
    /// The values, each with the name that it has in the rows and in the form.
    pub(in crate::site) fn into_pairs(self) -> Vec<(String, String)> {
        let pairs = [
            ("area", self.areas),
            ("servizio", self.services),
            ("smart-team", self.teams),
            ("smartabilita", self.smartability.to_owned()),
            ("rischio", self.risk),
            ("carta", self.paper.to_owned()),
        ];
        let pairs = pairs.into_iter().map(|(key, value)| (key.to_owned(), value));
        pairs.chain(self.own.into_iter().map(|own| (own.key, own.values))).collect()
    }
}

fn spaced<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(" ")
}
