use super::Composed;
use crate::routes::Section;
use crate::site::component::office_figures::{Office, OfficeFigures};
use crate::site::component::table::PlainFact;
use crate::site::component::table::facts;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::value;
use crate::site::view::{Link, ProcessItem, Remarks, TeamItem};
use crate::tables::SERVICES;
use crate::trouble::Trouble;
use serde::Serialize;

/// A service with what belongs to it.
#[derive(Debug, Serialize)]
struct ServicePage<'s> {
    name: &'s str,
    aliases: Vec<&'s str>,
    /// The other columns that its row fills.
    facts: Vec<PlainFact<'s>>,
    prefix: Option<&'s str>,
    remarks: Remarks,
    area: Option<Link>,
    figures: OfficeFigures,
    teams: Vec<TeamItem>,
    processes: Vec<ProcessItem<'s>>,
    /// How many processes concern every team.
    common: usize,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, row: usize) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let service = &edition.services.rows[row];
    let page = ServicePage {
        name: &service.name.value,
        aliases: service.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        facts: facts(context, &SERVICES, service),
        prefix: service.prefix.as_ref().map(|prefix| prefix.value.as_str()),
        remarks: Remarks::of(&service.annotations, &edition.services.marks),
        area: context.graph.service_area[row].map(|area| context.area_link(area)),
        figures: OfficeFigures::of(context, Office::Service(row)),
        teams: context.graph.service_teams[row].iter().map(|team| context.team_item(*team)).collect(),
        processes: context.membership.services[row].iter().map(|process| context.process_item(*process)).collect(),
        common: context.graph.common_processes.len(),
    };
    let meta = PageMeta {
        title: format!("Servizio: {}", service.name.value),
        description: format!("Area, smart team e processi del servizio: {}.", service.name.value),
        trail: vec![EditionContext::crumb(Section::Services)],
        section: Section::Services.entry().folder,
        ..PageMeta::default()
    };
    Ok((meta, value(&page)?, "servizio.html"))
}
