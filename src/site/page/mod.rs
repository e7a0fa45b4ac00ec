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
mod print;
mod process;
mod process_list;
mod processes;
mod search;
mod service;
mod services;
mod starting_points;
mod table_page;
mod team;
mod to_verify;

pub(super) use changes::title as changes_title;
pub(super) use table_page::path as table_path;

use super::description;
use super::edition_context::EditionContext;
use super::page_id::{Page, PrintPage, Subject};
use super::page_meta::PageMeta;
use super::{Site, up_to_edition};
use crate::model::TableName;
use crate::trouble::Trouble;
use tera::Value;

/// What stands around a page, what it shows, and the template for it.
pub(super) type Composed<'s> = (PageMeta<'s>, Value, &'static str);

/// Puts a page together.
pub(super) fn compose<'s>(site: &'s Site<'_>, page: &Page) -> Result<Composed<'s>, Trouble> {
    let context = |number: usize| &site.contexts[number];
    let up = up_to_edition(&page.path);
    let (mut meta, view, template) = match page.subject {
        Subject::Landing => landing::compose(site),
        Subject::Edition(edition) => edition::compose(context(edition)),
        Subject::Chapter(edition, row) => chapter::compose(context(edition), row, &up),
        Subject::Processes(edition) => processes::compose(context(edition), site.has_process_rows(edition)),
        Subject::Process(edition, row) => {
            let id = context(edition).edition.id.as_str();
            process::compose(context(edition), row, description::room(id, &site.administration.name.value))
        }
        Subject::ProcessList(edition, cut) => process_list::compose(context(edition), cut),
        Subject::Areas(edition) => areas::compose(context(edition)),
        Subject::Area(edition, row) => area::compose(context(edition), row),
        Subject::Services(edition) => services::compose(context(edition)),
        Subject::Service(edition, row) => service::compose(context(edition), row),
        Subject::Teams(edition) => table_page::compose(context(edition), TableName::Teams),
        Subject::Team(edition, row) => team::compose(context(edition), row),
        Subject::Software(edition) => table_page::compose(context(edition), TableName::Software),
        Subject::Training(edition) => table_page::compose(context(edition), TableName::Training),
        Subject::Adoption(edition) => table_page::compose(context(edition), TableName::Adoption),
        Subject::ExpectedBehaviours(edition) => table_page::compose(context(edition), TableName::ExpectedBehaviours),
        Subject::ToVerify(edition) => to_verify::compose(context(edition)),
        Subject::Search(edition) => search::compose(context(edition)),
        Subject::Print(edition, PrintPage::Annex) => annex::compose(context(edition), &up),
        Subject::Print(edition, sheet) => print::compose(context(edition), sheet),
        Subject::Data(edition) => data::compose(context(edition)),
        Subject::Glossary(edition) => glossary::compose(context(edition)),
        Subject::Changes(edition, earlier) => changes::compose(context(earlier), context(edition)),
    }?;
    let administration = &site.administration.name.value;
    let edition = page.edition().map(|number| context(number).edition.id.as_str());
    meta.description = description::complete(&meta.description, edition, administration);
    meta.window = match page.edition().map(context) {
        Some(context) => window(&meta.title, context, administration),
        None => format!("{} – {administration}", meta.title),
    };
    Ok((meta, view, template))
}

/// Title of the window of the whole annex, where it stands alone.
pub(super) fn window_alone(context: &EditionContext<'_>, administration: &str) -> String {
    let edition = context.edition;
    format!("{}, edizione {} – {administration}", edition.title.value, edition.id.as_str())
}

fn window(title: &str, context: &EditionContext<'_>, administration: &str) -> String {
    let edition = context.edition;
    format!("{title} – {} {} – {administration}", edition.title.value, edition.id.as_str())
}
