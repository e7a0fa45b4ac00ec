use super::Composed;
use crate::model::TableName;
use crate::site::edition_context::EditionContext;
use crate::site::page_meta::PageMeta;
use crate::site::process_subset::ProcessSubset;
use crate::site::value;
use crate::site::view::Link;
use crate::trouble::Trouble;
use serde::Serialize;

/// The page of the search: what else leads to what one looks for.
#[derive(Debug, Serialize)]
struct SearchPage {
    pages: Vec<Link>,
    chapters: Vec<Link>,
    lists: Vec<Link>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    let tables = [
        (TableName::Processes, "Tutti i processi (Tavola 1)"),
        (TableName::Teams, "Smart team"),
        (TableName::Software, "Programmi informatici"),
        (TableName::Training, "Piano formativo"),
        (TableName::Adoption, "Stato di attuazione"),
        (TableName::ExpectedBehaviours, "Comportamenti e competenze attesi"),
    ];
    let mut pages = vec![Link::to("Aree", "aree/index.html"), Link::to("Servizi", "servizi/index.html")];
    let tables = tables.into_iter().filter(|(table, _)| context.has(*table));
    pages.extend(tables.map(|(table, name)| Link::to(name, super::table_page::path(table))));
    if context.terms.is_some() {
        pages.push(Link::to("Glossario", "glossario/index.html"));
    }
    let page = SearchPage {
        pages,
        chapters: (0..edition.chapters.len()).map(|row| context.chapter_link(row)).collect(),
        lists: ProcessSubset::ALL.iter().map(|cut| Link::to(cut.title(), cut.path())).collect(),
    };
    let meta = PageMeta {
        title: "Cerca".to_owned(),
        description: format!("Cerca tra processi, uffici, capitoli e programmi dell'edizione {}.", edition.id.as_str()),
        section: "cerca",
        is_section: true,
        ..PageMeta::default()
    };
    Ok((meta, value(&page)?, "cerca.html"))
}
