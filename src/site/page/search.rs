use super::Composed;
use crate::routes::{ProcessSubset, Section};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Link;
use crate::site::view::value;
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
    // Offices first: most people know the name of theirs.
    let mut sections: Vec<Section> = context.sections().collect();
    sections.sort_by_key(|section| !matches!(section, Section::Areas | Section::Services));
    let listed = |section: Section| Some(Link::to(section.listed(edition)?, section.path()));
    let page = SearchPage {
        pages: sections.into_iter().filter_map(listed).collect(),
        chapters: (0..edition.chapters.len()).map(|row| context.chapter_link(row)).collect(),
        lists: ProcessSubset::of(edition)
            .into_iter()
            .map(|cut| Link::to(cut.title(edition), cut.path(edition)))
            .collect(),
    };
    let description = edition
        .model
        .words
        .fill("Cerca tra [processi], uffici, capitoli e programmi dell'edizione {}.", &[&edition.id.as_str()]);
    let meta = PageMeta::of_section(context, Section::Search, description);
    Ok((meta, value(&page)?, "cerca.html"))
}
