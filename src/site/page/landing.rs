use super::Composed;
use super::edition::figures;
use super::starting_points::{StartingPoint, starting_points};
use crate::site::agile_day::AgileDay;
use crate::site::frame::Frame;
use crate::site::view::{Day, Fact, Link, PaperItem};
use crate::site::volume::Volume;
use crate::site::{Site, value};
use crate::trouble::Trouble;
use serde::Serialize;

/// The first page: the edition in force at a glance, and every edition.
#[derive(Debug, Serialize)]
struct Landing<'s> {
    current: Option<Glance<'s>>,
    editions: Vec<Item<'s>>,
}

/// The edition in force.
#[derive(Debug, Serialize)]
struct Glance<'s> {
    id: &'s str,
    title: &'s str,
    annex: &'s str,
    plan: &'s str,
    /// The document that was approved, and the PDF of the annex, where they are published.
    papers: Vec<PaperItem>,
    starting_points: Vec<StartingPoint>,
    agile_day: Option<AgileDay>,
    figures: Vec<Fact>,
    chapters: Vec<Link>,
}

/// An edition in the list.
#[derive(Debug, Serialize)]
struct Item<'s> {
    id: &'s str,
    title: &'s str,
    plan: &'s str,
    current: bool,
    public_until: Option<Day>,
}

pub(super) fn compose<'s>(site: &'s Site<'_>) -> Result<Composed<'s>, Trouble> {
    let current = site.current.map(|number| glance(&site.volumes[number]));
    // The newest first: identifiers begin with a year.
    let editions = site.volumes.iter().enumerate().rev().map(|(number, volume)| Item {
        id: volume.edition.id.as_str(),
        title: &volume.edition.title.value,
        plan: &volume.edition.plan.value,
        current: site.current == Some(number),
        public_until: volume.edition.public_until().map(Day::from),
    });
    let page = Landing { current, editions: editions.collect() };
    let frame = Frame {
        title: "Lavoro agile".to_owned(),
        description: format!(
            "{}: la disciplina del lavoro agile, in tutte le edizioni.",
            site.administration.name.value
        ),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "landing.html"))
}

/// An edition at a glance.
fn glance<'s>(volume: &'s Volume<'_>) -> Glance<'s> {
    let agile_day = AgileDay::of(volume);
    Glance {
        id: volume.edition.id.as_str(),
        title: &volume.edition.title.value,
        annex: &volume.edition.annex.value,
        plan: &volume.edition.plan.value,
        papers: volume.approved().into_iter().chain(volume.pdf_of("allegato")).collect(),
        starting_points: starting_points(volume, agile_day.as_ref()),
        agile_day,
        figures: figures(volume),
        chapters: (0..volume.edition.chapters.len()).map(|row| volume.chapter_link(row)).collect(),
    }
}
