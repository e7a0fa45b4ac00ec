use crate::site::context::EditionContext;
use crate::site::view::{Meaning, TeamItem};
use crate::tables::{Headings, TEAMS};
use serde::Serialize;

/// The table of the smart teams, by area and service.
#[derive(Debug, Serialize)]
pub(super) struct TeamTable<'a> {
    caption: String,
    headings: Headings<'a>,
    rows: Vec<TeamItem>,
    marks: Vec<Meaning>,
}

impl<'a> TeamTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>) -> Self {
        let edition = context.edition;
        Self {
            caption: TEAMS.caption(edition),
            headings: TEAMS.headings(edition, &context.columns),
            rows: (0..edition.teams.rows.len()).map(|row| context.team_item(row)).collect(),
            marks: edition.teams.marks.iter().map(Meaning::from).collect(),
        }
    }
}
