use super::Composed;
use super::services::{People, Row, shared_rows};
use crate::site::figures::{Figures, Place};
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::{Link, ProcessItem, Remarks, TeamItem};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// An area with what belongs to it.
#[derive(Debug, Serialize)]
struct AreaPage<'s> {
    name: &'s str,
    aliases: Vec<&'s str>,
    remarks: Remarks,
    figures: Figures,
    services: Vec<Row<'s>>,
    /// Where the state of implementation is published.
    people: Option<People>,
    /// Why some people are counted in no service.
    notes: Vec<String>,
    teams: Vec<TeamItem>,
    processes: Vec<ProcessItem<'s>>,
    /// Processes whose row names the area, although their teams are elsewhere.
    guests: Vec<ProcessItem<'s>>,
    /// How many processes concern every team.
    common: usize,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, row: usize) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let area = &edition.areas.rows[row];
    let services = &volume.graph.area_services[row];
    let teams = services.iter().flat_map(|service| volume.graph.service_teams[*service].iter());
    let page = AreaPage {
        name: &area.name.value,
        aliases: area.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        remarks: Remarks::of(&area.annotations, &edition.areas.marks),
        figures: Figures::of(volume, Place::Area(row)),
        services: services.iter().map(|service| Row::of(volume, *service)).collect(),
        people: People::of(volume),
        notes: shared_rows(volume, services),
        teams: teams.map(|team| volume.team_item(*team)).collect(),
        processes: volume.membership.areas[row].iter().map(|process| volume.process_item(*process)).collect(),
        guests: volume.membership.guests[row].iter().map(|process| volume.process_item(*process)).collect(),
        common: volume.graph.common_processes.len(),
    };
    let frame = Frame {
        title: title(&area.name.value),
        description: format!("{}: servizi, smart team e processi, in cifre.", title(&area.name.value)),
        trail: vec![Link::to("Aree e organizzazione", "aree/index.html")],
        section: "aree",
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "area.html"))
}

/// The name of an area with the word before it, unless it has it already.
fn title(name: &str) -> String {
    if name.starts_with("Area") { name.to_owned() } else { format!("Area {name}") }
}
