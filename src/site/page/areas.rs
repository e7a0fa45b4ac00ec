use super::Composed;
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::Link;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// Every area with its services and teams.
#[derive(Debug, Serialize)]
struct AreasPage {
    areas: Vec<Item>,
    /// Areas that published rows name but the organisation does not have.
    ceased: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct Item {
    link: Link,
    services: Vec<Branch>,
}

/// A service with its teams.
#[derive(Debug, Serialize)]
struct Branch {
    link: Link,
    teams: Vec<Link>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let (here, gone): (Vec<usize>, Vec<usize>) =
        (0..edition.areas.rows.len()).partition(|row| edition.areas.rows[*row].is_in_force());
    let branch = |service: usize| Branch {
        link: volume.service_link(service),
        teams: volume.graph.service_teams[service].iter().map(|team| volume.team_link(*team)).collect(),
    };
    let page = AreasPage {
        areas: here
            .into_iter()
            .map(|area| Item {
                link: volume.area_link(area),
                services: volume.graph.area_services[area].iter().map(|service| branch(*service)).collect(),
            })
            .collect(),
        ceased: gone.into_iter().map(|area| volume.area_link(area)).collect(),
    };
    let frame = Frame {
        title: "Aree".to_owned(),
        description: format!("Le aree dell'organizzazione, edizione {}.", edition.id.as_str()),
        section: "aree",
        is_section: true,
        files: volume.files_of("aree"),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "aree.html"))
}
