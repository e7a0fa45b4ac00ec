use super::Composed;
use crate::model::TableName;
use crate::site::figures::{day, implementation_row, shared};
use crate::site::frame::Frame;
use crate::site::tally::Tally;
use crate::site::view::{Link, Remarks};
use crate::site::volume::Volume;
use crate::site::{footing, value};
use crate::trouble::Trouble;
use serde::Serialize;
use std::collections::BTreeSet;

/// Every service with its figures, area by area.
#[derive(Debug, Serialize)]
struct ServicesPage<'s> {
    caption: String,
    groups: Vec<Group<'s>>,
    /// Every process once.
    total: Tally,
    teams: usize,
    /// Where the state of implementation is published.
    people: Option<People>,
    /// What is to be known of the figures.
    remarks: Vec<String>,
    /// Of the rows of people that are in no single service.
    notes: Vec<String>,
}

/// The services of an area.
#[derive(Debug, Serialize)]
struct Group<'s> {
    /// Nothing where the services name none.
    area: Option<Link>,
    rows: Vec<Row<'s>>,
}

/// A service with its figures.
#[derive(Debug, Serialize)]
pub(super) struct Row<'s> {
    service: Link,
    teams: Vec<Link>,
    prefix: Option<&'s str>,
    remarks: Remarks,
    tally: Tally,
    /// Employees and agile workers; nothing where no row continues here alone.
    staff: Option<[u64; 2]>,
    /// Whether a row continues here and elsewhere.
    shared: bool,
}

/// The published totals of employees and agile workers.
#[derive(Debug, Serialize)]
pub(super) struct People {
    day: String,
    employees: u32,
    agile: u32,
    footnote: Option<String>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let graph = &volume.graph;
    let rows = |services: &[usize]| services.iter().map(|service| Row::of(volume, *service)).collect();
    let areas = graph.area_services.iter().enumerate().filter(|(_, services)| !services.is_empty());
    let mut groups: Vec<Group<'_>> =
        areas.map(|(area, services)| Group { area: Some(volume.area_link(area)), rows: rows(services) }).collect();
    let lost: Vec<usize> =
        (0..edition.services.rows.len()).filter(|service| graph.service_area[*service].is_none()).collect();
    if !lost.is_empty() {
        groups.push(Group { area: None, rows: rows(&lost) });
    }
    let all: Vec<usize> = (0..edition.processes.rows.len()).collect();
    let page = ServicesPage {
        caption: format!("Servizi in cifre, edizione {}", edition.id.as_str()),
        groups,
        total: Tally::of(edition, &all),
        teams: edition.teams.rows.len(),
        people: People::of(volume),
        remarks: remarks(volume),
        notes: shared_rows(volume, &(0..edition.services.rows.len()).collect::<Vec<_>>()),
    };
    let frame = Frame {
        title: "Servizi".to_owned(),
        description: format!(
            "I servizi di ogni area, con smart team, processi e persone, edizione {}.",
            edition.id.as_str()
        ),
        section: "servizi",
        is_section: true,
        files: volume.files_of("servizi"),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "servizi.html"))
}

impl<'s> Row<'s> {
    pub(super) fn of(volume: &'s Volume<'_>, number: usize) -> Self {
        let edition = volume.edition;
        let service = &edition.services.rows[number];
        let staff = &volume.workforce.services[number];
        Self {
            service: volume.service_link(number),
            teams: volume.graph.service_teams[number].iter().map(|team| volume.team_link(*team)).collect(),
            prefix: service.prefix.as_ref().map(|prefix| prefix.value.as_str()),
            remarks: Remarks::of(&service.annotations, &edition.services.marks),
            tally: Tally::of(edition, &volume.membership.services[number]),
            staff: (staff.rows > 0).then_some([staff.employees, staff.agile]),
            shared: !staff.shared.is_empty(),
        }
    }
}

impl People {
    /// The totals, where the state of implementation is published.
    pub(super) fn of(volume: &Volume<'_>) -> Option<Self> {
        let totals = &volume.totals;
        let notes: Vec<String> = [footing::employees(totals), footing::agile(totals)].into_iter().flatten().collect();
        volume.has(TableName::Implementation).then(|| Self {
            day: day(volume),
            employees: totals.dipendenti,
            agile: totals.agili,
            footnote: (!notes.is_empty()).then(|| notes.join(" ")),
        })
    }
}

fn remarks(volume: &Volume<'_>) -> Vec<String> {
    let mut remarks = Vec::new();
    let common = volume.graph.common_processes.len();
    match common {
        0 => {}
        1 => remarks.push("Il processo comune a tutti gli smart team è contato soltanto nel totale.".to_owned()),
        _ => {
            remarks
                .push(format!("I {common} processi comuni a tutti gli smart team sono contati soltanto nel totale."));
        }
    }
    if (0..volume.edition.processes.rows.len()).any(|row| volume.process_services(row).len() > 1) {
        remarks.push(
            "Un processo che riguarda più servizi è contato in ciascuno, e una volta sola nel totale.".to_owned(),
        );
    }
    remarks.extend(volume.workforce.ended.iter().map(|row| {
        let row = implementation_row(volume, *row);
        format!("{row} non continua in uno smart team di questa edizione: è contata soltanto nel totale.")
    }));
    remarks
}

/// Why some people are counted in none of these services.
pub(super) fn shared_rows(volume: &Volume<'_>, services: &[usize]) -> Vec<String> {
    let of_services = services.iter().flat_map(|service| volume.workforce.services[*service].shared.iter().copied());
    let rows: BTreeSet<usize> = of_services.collect();
    rows.into_iter().map(|row| shared(volume, row, " di servizi diversi")).collect()
}
