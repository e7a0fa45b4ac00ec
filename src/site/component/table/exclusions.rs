use crate::site::context::EditionContext;
use crate::site::view::{Link, Meaning, Remarks};
use crate::tables::{EXCLUSIONS, Headings};
use serde::Serialize;

/// The job profiles that are excluded from agile work.
#[derive(Debug, Serialize)]
pub(super) struct ExclusionTable<'a> {
    caption: String,
    headings: Headings<'a>,
    rows: Vec<Row<'a>>,
    marks: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    letter: Option<&'a str>,
    profiles: Vec<&'a str>,
    activities: Vec<&'a str>,
    place: Option<&'a str>,
    teams: Vec<Link>,
    exceptions: Option<&'a str>,
    remarks: Remarks,
}

impl<'a> ExclusionTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>) -> Self {
        let edition = context.edition;
        let rows = edition.exclusions.rows.iter().map(|exclusion| {
            let teams = exclusion.teams.iter().filter_map(|id| context.graph.team(&id.value));
            Row {
                letter: exclusion.letter.as_ref().map(|letter| letter.value.as_str()),
                profiles: exclusion.profiles.iter().map(|profile| profile.value.as_str()).collect(),
                activities: exclusion.activities.iter().map(|activity| activity.value.as_str()).collect(),
                place: exclusion.place.as_ref().map(|place| place.value.as_str()),
                teams: teams.map(|team| context.team_link(team)).collect(),
                exceptions: exclusion.exceptions.as_ref().map(|exceptions| exceptions.value.as_str()),
                remarks: Remarks::of(&exclusion.annotations, &edition.exclusions.marks),
            }
        });
        Self {
            caption: EXCLUSIONS.caption(edition),
            headings: EXCLUSIONS.headings(edition, &context.columns),
            rows: rows.collect(),
            marks: edition.exclusions.marks.iter().map(Meaning::from).collect(),
        }
    }
}
