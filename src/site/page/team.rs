use super::Composed;
use crate::model::TableName;
use crate::site::anchor::row_path;
use crate::site::figures::{Figures, Place};
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::{Link, ProcessItem, TeamItem};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// A smart team with all that concerns it.
#[derive(Debug, Serialize)]
struct TeamPage<'s> {
    team: TeamItem,
    figures: Figures,
    aliases: Vec<&'s str>,
    processes: Vec<ProcessItem<'s>>,
    common: Vec<ProcessItem<'s>>,
    /// The rows of the state of implementation that it continues.
    implementation: Vec<Row<'s>>,
    /// The day of those rows.
    day: Option<String>,
    exclusions: Vec<Exclusion<'s>>,
}

#[derive(Debug, Serialize)]
struct Row<'s> {
    link: Link,
    service: &'s str,
    days: Option<String>,
    employees: u32,
    agile: u32,
    /// How many other teams continue the same row.
    others: usize,
}

/// Profiles of the team that a chapter excludes.
#[derive(Debug, Serialize)]
struct Exclusion<'s> {
    letter: &'s str,
    profiles: Vec<&'s str>,
    place: Option<&'s str>,
    exceptions: Option<&'s str>,
    /// Where the chapter says so.
    link: Option<Link>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, row: usize) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let team = &edition.teams.rows[row];
    let items = |rows: &[usize]| rows.iter().map(|process| volume.process_item(*process)).collect();
    let page = TeamPage {
        team: volume.team_item(row),
        figures: Figures::of(volume, Place::Team(row)),
        aliases: team.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        processes: items(&volume.graph.team_processes[row]),
        common: items(&volume.graph.common_processes),
        implementation: volume.succession.rows[row].iter().map(|number| implementation(volume, *number)).collect(),
        day: edition.implementation.date.as_ref().map(|date| date.value.long()),
        exclusions: volume.team_exclusions[row].iter().map(|number| exclusion(volume, *number)).collect(),
    };
    let frame = Frame {
        title: format!("Smart team: {}", team.name.value),
        description: format!("Servizio, area e processi dello smart team: {}.", team.name.value),
        trail: vec![Link::to("Smart team", "smart-team/index.html")],
        section: "smart-team",
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "smart-team.html"))
}

fn implementation<'s>(volume: &'s Volume<'_>, number: usize) -> Row<'s> {
    let row = &volume.edition.implementation.rows.rows[number];
    Row {
        link: Link::to(row.team.value.as_str(), row_path("attuazione/index.html", TableName::Implementation, number)),
        service: &row.service.value,
        days: row.days.as_ref().map(|days| days.value.spoken()),
        employees: row.employees.value,
        agile: row.agile.value,
        others: volume.succession.teams[number].len().saturating_sub(1),
    }
}

fn exclusion<'s>(volume: &'s Volume<'_>, number: usize) -> Exclusion<'s> {
    let exclusion = &volume.edition.exclusions.rows[number];
    let link = volume.chapter_showing(TableName::Exclusions).map(|chapter| {
        let path = row_path(&volume.chapter_path(chapter), TableName::Exclusions, number);
        Link::to(volume.chapter_link(chapter).name, path)
    });
    Exclusion {
        letter: &exclusion.letter.value,
        profiles: exclusion.profiles.iter().map(|profile| profile.value.as_str()).collect(),
        place: exclusion.place.as_ref().map(|place| place.value.as_str()),
        exceptions: exclusion.exceptions.as_ref().map(|exceptions| exceptions.value.as_str()),
        link,
    }
}
