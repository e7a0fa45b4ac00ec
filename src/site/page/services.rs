use super::Composed;
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::{Link, Remarks};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// Every service, as a table.
#[derive(Debug, Serialize)]
struct ServicesPage<'s> {
    caption: String,
    rows: Vec<Row<'s>>,
}

#[derive(Debug, Serialize)]
struct Row<'s> {
    service: Link,
    area: Option<Link>,
    teams: Vec<Link>,
    prefix: Option<&'s str>,
    remarks: Remarks,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let rows = edition.services.rows.iter().enumerate().map(|(number, service)| Row {
        service: volume.service_link(number),
        area: volume.graph.service_area[number].map(|area| volume.area_link(area)),
        teams: volume.graph.service_teams[number].iter().map(|team| volume.team_link(*team)).collect(),
        prefix: service.prefix.as_ref().map(|prefix| prefix.value.as_str()),
        remarks: Remarks::of(&service.annotations, &edition.services.marks),
    });
    let page = ServicesPage { caption: format!("Servizi, edizione {}", edition.id.as_str()), rows: rows.collect() };
    let frame = Frame {
        title: "Servizi".to_owned(),
        description: format!("I servizi di ogni area, edizione {}.", edition.id.as_str()),
        section: "servizi",
        is_section: true,
        files: volume.files_of("servizi"),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "servizi.html"))
}
