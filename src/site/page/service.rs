use super::Composed;
use crate::site::figures::{Figures, Place};
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::{Link, ProcessItem, Remarks, TeamItem};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// A service with what belongs to it.
#[derive(Debug, Serialize)]
struct ServicePage<'s> {
    name: &'s str,
    aliases: Vec<&'s str>,
    prefix: Option<&'s str>,
    remarks: Remarks,
    area: Option<Link>,
    figures: Figures,
    teams: Vec<TeamItem>,
    processes: Vec<ProcessItem<'s>>,
    /// How many processes concern every team.
    common: usize,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, row: usize) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let service = &edition.services.rows[row];
    let page = ServicePage {
        name: &service.name.value,
        aliases: service.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        prefix: service.prefix.as_ref().map(|prefix| prefix.value.as_str()),
        remarks: Remarks::of(&service.annotations, &edition.services.marks),
        area: volume.graph.service_area[row].map(|area| volume.area_link(area)),
        figures: Figures::of(volume, Place::Service(row)),
        teams: volume.graph.service_teams[row].iter().map(|team| volume.team_item(*team)).collect(),
        processes: volume.membership.services[row].iter().map(|process| volume.process_item(*process)).collect(),
        common: volume.graph.common_processes.len(),
    };
    let frame = Frame {
        title: format!("Servizio: {}", service.name.value),
        description: format!("Area, smart team e processi del servizio: {}.", service.name.value),
        trail: vec![Link::to("Servizi", "servizi/index.html")],
        section: "servizi",
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "servizio.html"))
}
