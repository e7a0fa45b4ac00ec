use crate::site::view::{Meaning, TeamItem};
use crate::site::volume::Volume;
use serde::Serialize;

/// The table of the smart teams, by area and service.
#[derive(Debug, Serialize)]
pub(super) struct TeamTable<'a> {
    caption: String,
    headings: Headings<'a>,
    rows: Vec<TeamItem>,
    marks: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct Headings<'a> {
    area: &'a str,
    service: &'a str,
    team: &'a str,
    smartability: &'a str,
}

impl<'a> TeamTable<'a> {
    pub(super) fn of(volume: &Volume<'a>) -> Self {
        let edition = volume.edition;
        let heading = |column, usual| edition.heading("smart-team", column, usual);
        Self {
            caption: format!("Smart team (gruppi di lavoro), edizione {}", edition.id.as_str()),
            headings: Headings {
                area: heading("area", "Area"),
                service: heading("servizio", "Servizio"),
                team: heading("nome", "Smart team"),
                smartability: heading("smartabilita", "Smartabilità"),
            },
            rows: (0..edition.teams.rows.len()).map(|row| volume.team_item(row)).collect(),
            marks: edition.teams.marks.iter().map(Meaning::from).collect(),
        }
    }
}
