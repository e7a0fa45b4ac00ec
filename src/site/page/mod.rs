//! What each page shows: one module a page, each with the view that its template reads.

mod annex;
mod area;
mod areas;
mod changes;
mod chapter;
mod data;
mod edition;
mod glossary;
mod landing;
mod placed_meta;
mod print;
mod process;
mod process_list;
mod processes;
pub(super) mod row_index;
mod search;
mod service;
mod services;
mod starting_points;
mod table_page;
mod team;
mod to_verify;

use super::address::up_to_edition;
use crate::routes::{Page, Part, PrintPage, Section, Subject};
use crate::site::context::{EditionContext, PageMeta, SiteContext};
use crate::site::view::View;
use crate::site::words::description;
use crate::trouble::Trouble;
pub(super) use placed_meta::PlacedMeta;

/// What stands around a page, what it shows, and the template for it.
pub(super) type Composed<'s> = (PageMeta<'s>, Box<dyn View + 's>, &'static str);

/// Puts a page together; one that stands alone has no ways to the other pages.
pub(super) fn compose<'s>(
    site: &'s SiteContext<'_>,
    page: &Page,
    alone: bool,
) -> Result<(PlacedMeta<'s>, Box<dyn View + 's>, &'static str), Trouble> {
    let (meta, view, template) = match site.edition_of(page) {
        Some(context) => of_edition(site, context, page, alone),
        None => landing::compose(site),
    }?;
    Ok((PlacedMeta::of(site, page, meta.of_part(page), alone), view, template))
}

/// Puts a page of an edition together.
fn of_edition<'s>(
    site: &'s SiteContext<'_>,
    context: &'s EditionContext<'_>,
    page: &Page,
    alone: bool,
) -> Result<Composed<'s>, Trouble> {
    let up = up_to_edition(&page.path);
    match page.subject {
        Subject::Landing => landing::compose(site),
        Subject::Edition => edition::compose(context),
        Subject::Chapter(row) => chapter::compose(context, row, &up),
        Subject::Section(section) => of_section(site, context, section, page.part),
        Subject::Process(row) => {
            let room = description::room(context.edition.id.as_str(), &site.administration.name.value);
            process::compose(context, row, room)
        }
        Subject::ProcessList(subset) => process_list::compose(context, subset, page.part),
        Subject::Area(row) => area::compose(context, row, page.part),
        Subject::Service(row) => service::compose(context, row, page.part),
        Subject::Team(row) => team::compose(context, row, page.part),
        Subject::Print(PrintPage::Annex) => annex::compose(context, (!alone).then_some(up.as_str())),
        Subject::Print(PrintPage::Table(table)) => print::compose(context, table),
    }
}

/// Puts a page together that an edition has once.
fn of_section<'s>(
    site: &'s SiteContext<'_>,
    context: &'s EditionContext<'_>,
    section: Section,
    part: Part,
) -> Result<Composed<'s>, Trouble> {
    match section {
        Section::Processes => processes::compose(context, context.offers_process_rows(), part),
        Section::Areas => areas::compose(context),
        Section::Services => services::compose(context, part),
        Section::Teams
        | Section::Software
        | Section::Training
        | Section::Adoption
        | Section::ExpectedBehaviours
        | Section::Indicators => table_page::compose(context, section, part),
        Section::Data => data::compose(context),
        Section::Search => search::compose(context),
        Section::Glossary => glossary::compose(context),
        Section::Changes => changes::compose(site, context, part),
        Section::ToVerify => to_verify::compose(context),
    }
}
