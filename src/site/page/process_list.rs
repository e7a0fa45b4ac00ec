use super::Composed;
use crate::site::cut::Cut;
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::{Link, ProcessItem};
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// The processes that have an answer in common.
#[derive(Debug, Serialize)]
struct ProcessList<'s> {
    processes: Vec<ProcessItem<'s>>,
    /// The other lists.
    others: Vec<Link>,
    /// Whether the list is one by risk.
    by_risk: bool,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, cut: Cut) -> Result<Composed<'s>, Trouble> {
    let rows = volume.edition.processes.rows.iter().enumerate();
    let others = Cut::ALL.iter().filter(|other| **other != cut);
    let page = ProcessList {
        processes: rows.filter(|(_, process)| cut.holds(process)).map(|(row, _)| volume.process_item(row)).collect(),
        others: others.map(|other| Link::to(other.title(), other.path())).collect(),
        by_risk: matches!(cut, Cut::Risk(_)),
    };
    let frame = Frame {
        title: cut.title().to_owned(),
        description: format!("{}, edizione {}.", cut.title(), volume.edition.id.as_str()),
        trail: vec![Link::to("Tavola 1 – Processi", "processi/index.html")],
        section: "processi",
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "processi-elenco.html"))
}
