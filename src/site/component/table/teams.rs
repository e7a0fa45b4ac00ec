use crate::routes::Part;
use crate::site::context::EditionContext;
use crate::site::view::{Meaning, TeamItem};
use crate::tables::{Headings, TEAMS};
use serde::Serialize;

/// The table of the smart teams, by area and service.
#[derive(Debug, Serialize)]
pub(super) struct TeamTable<'a> {
    caption: String,
    headings: Headings<'a>,
    /// How many rows stand on the pages before.
    before: usize,
    rows: Vec<TeamItem>,
    marks: Vec<Meaning>,
}

impl<'a> TeamTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>, part: Part) -> Self {
        let edition = context.edition;
        let rows = part.range(edition.teams.rows.len());
        Self {
            caption: TEAMS.caption(edition),
            headings: TEAMS.headings(edition, &context.columns),
            before: rows.start,
            rows: rows.map(|row| context.team_item(row)).collect(),
            marks: edition.teams.marks.iter().map(Meaning::from).collect(),
        }
    }
}
