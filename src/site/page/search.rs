use super::Composed;
use crate::model::TableName;
use crate::site::cut::Cut;
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::view::Link;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// The page of the search: what else leads to what one looks for.
#[derive(Debug, Serialize)]
struct SearchPage {
    pages: Vec<Link>,
    chapters: Vec<Link>,
    lists: Vec<Link>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = volume.edition;
    let tables = [
        (TableName::Processes, "Tutti i processi (Tavola 1)"),
        (TableName::Teams, "Smart team"),
        (TableName::Software, "Programmi informatici"),
        (TableName::Training, "Piano formativo"),
        (TableName::Implementation, "Stato di attuazione"),
        (TableName::Behaviours, "Comportamenti e competenze attesi"),
    ];
    let mut pages = vec![Link::to("Aree", "aree/index.html"), Link::to("Servizi", "servizi/index.html")];
    let tables = tables.into_iter().filter(|(table, _)| volume.has(*table));
    pages.extend(tables.map(|(table, name)| Link::to(name, super::table_page::path(table))));
    if volume.terms.is_some() {
        pages.push(Link::to("Glossario", "glossario/index.html"));
    }
    let page = SearchPage {
        pages,
        chapters: (0..edition.chapters.len()).map(|row| volume.chapter_link(row)).collect(),
        lists: Cut::ALL.iter().map(|cut| Link::to(cut.title(), cut.path())).collect(),
    };
    let frame = Frame {
        title: "Cerca".to_owned(),
        description: format!("Cerca tra processi, uffici, capitoli e programmi dell'edizione {}.", edition.id.as_str()),
        section: "cerca",
        is_section: true,
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "cerca.html"))
}
