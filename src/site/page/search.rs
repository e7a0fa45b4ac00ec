use super::Composed;
use crate::model::TableName;
use crate::routes::{ProcessSubset, Section};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Link;
use crate::trouble::Trouble;
use serde::Serialize;

/// The page of the search: what else leads to what one looks for.
#[derive(Debug, Serialize)]
struct SearchPage {
    pages: Vec<Link>,
    chapters: Vec<Link>,
    lists: Vec<Link>,
    /// What can be found, in the middle of a sentence.
    kinds: String,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let edition = context.edition;
    // Offices first: most people know the name of theirs.
    let mut sections: Vec<Section> = context.sections().collect();
    sections.sort_by_key(|section| !matches!(section, Section::Areas | Section::Services));
    let listed = |section: Section| Some(Link::to(section.listed(edition)?, section.path()));
    let kinds = kinds(context);
    let description = format!("Cerca tra {kinds} dell'edizione {}.", edition.id.as_str());
    let page = SearchPage {
        kinds,
        pages: sections.into_iter().filter_map(listed).collect(),
        chapters: (0..edition.chapters.len()).map(|row| context.chapter_link(row)).collect(),
        lists: ProcessSubset::of(edition)
            .into_iter()
            .map(|cut| Link::to(cut.title(edition), cut.path(edition)))
            .collect(),
    };
    let meta = PageMeta::of_section(context, Section::Search, description);
    Ok((meta, Box::new(page), "cerca.html"))
}

/// What an edition has to be found: `processi, uffici e capitoli`.
fn kinds(context: &EditionContext<'_>) -> String {
    let edition = context.edition;
    let kinds = [
        (!edition.processes.rows.is_empty(), edition.model.words.say("[processi]")),
        (edition.has_areas() || edition.has_services() || edition.has_teams(), "uffici"),
        (!edition.chapters.is_empty(), "capitoli"),
        (context.has(TableName::Software), "programmi"),
        (context.has(TableName::Training), "moduli formativi"),
        (context.has(TableName::Indicators), "indicatori"),
        (context.terms.is_some(), "termini"),
    ];
    let there: Vec<&str> = kinds.into_iter().filter(|(is_there, _)| *is_there).map(|(_, kind)| kind).collect();
    match there.as_slice() {
        [] => "le pagine".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} e {last}", first.join(", ")),
    }
}
