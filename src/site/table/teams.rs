use crate::heading::TeamHeadings;
use crate::site::view::{Meaning, TeamItem};
use crate::site::volume::Volume;
use serde::Serialize;

/// The table of the smart teams, by area and service.
#[derive(Debug, Serialize)]
pub(super) struct TeamTable<'a> {
    caption: String,
    headings: TeamHeadings<'a>,
    rows: Vec<TeamItem>,
    marks: Vec<Meaning>,
}

impl<'a> TeamTable<'a> {
    pub(super) fn of(volume: &Volume<'a>) -> Self {
        let edition = volume.edition;
        Self {
            caption: format!("Smart team (gruppi di lavoro), edizione {}", edition.id.as_str()),
            headings: TeamHeadings::of(edition),
            rows: (0..edition.teams.rows.len()).map(|row| volume.team_item(row)).collect(),
            marks: edition.teams.marks.iter().map(Meaning::from).collect(),
        }
    }
}
