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
use super::descriptor::{Page, Sheet, Subject};
use super::frame::Frame;
use super::volume::Volume;
use super::{Site, up_to_edition};
use crate::model::TableName;
use crate::trouble::Trouble;
use tera::Value;

/// What stands around a page, what it shows, and the template for it.
pub(super) type Composed<'s> = (Frame<'s>, Value, &'static str);

/// Puts a page together.
pub(super) fn compose<'s>(site: &'s Site<'_>, page: &Page) -> Result<Composed<'s>, Trouble> {
    let volume = |number: usize| &site.volumes[number];
    let up = up_to_edition(&page.path);
    let (mut frame, content, template) = match page.subject {
        Subject::Landing => landing::compose(site),
        Subject::Edition(edition) => edition::compose(volume(edition)),
        Subject::Chapter(edition, row) => chapter::compose(volume(edition), row, &up),
        Subject::Processes(edition) => processes::compose(volume(edition), site.has_process_rows(edition)),
        Subject::Process(edition, row) => {
            let id = volume(edition).edition.id.as_str();
            process::compose(volume(edition), row, description::room(id, &site.administration.name.value))
        }
        Subject::ProcessList(edition, cut) => process_list::compose(volume(edition), cut),
        Subject::Areas(edition) => areas::compose(volume(edition)),
        Subject::Area(edition, row) => area::compose(volume(edition), row),
        Subject::Services(edition) => services::compose(volume(edition)),
        Subject::Service(edition, row) => service::compose(volume(edition), row),
        Subject::Teams(edition) => table_page::compose(volume(edition), TableName::Teams),
        Subject::Team(edition, row) => team::compose(volume(edition), row),
        Subject::Software(edition) => table_page::compose(volume(edition), TableName::Software),
        Subject::Training(edition) => table_page::compose(volume(edition), TableName::Training),
        Subject::Implementation(edition) => table_page::compose(volume(edition), TableName::Implementation),
        Subject::Behaviours(edition) => table_page::compose(volume(edition), TableName::Behaviours),
        Subject::ToVerify(edition) => to_verify::compose(volume(edition)),
        Subject::Search(edition) => search::compose(volume(edition)),
        Subject::Print(edition, Sheet::Annex) => annex::compose(volume(edition), &up),
        Subject::Print(edition, sheet) => print::compose(volume(edition), sheet),
        Subject::Data(edition) => data::compose(volume(edition)),
        Subject::Glossary(edition) => glossary::compose(volume(edition)),
        Subject::Changes(edition, earlier) => changes::compose(volume(earlier), volume(edition)),
    }?;
    let administration = &site.administration.name.value;
    let edition = page.edition().map(|number| volume(number).edition.id.as_str());
    frame.description = description::complete(&frame.description, edition, administration);
    frame.window = match page.edition().map(volume) {
        Some(volume) => window(&frame.title, volume, administration),
        None => format!("{} – {administration}", frame.title),
    };
    Ok((frame, content, template))
}

/// Title of the window of the whole annex, where it stands alone.
pub(super) fn window_alone(volume: &Volume<'_>, administration: &str) -> String {
    let edition = volume.edition;
    format!("{}, edizione {} – {administration}", edition.title.value, edition.id.as_str())
}

fn window(title: &str, volume: &Volume<'_>, administration: &str) -> String {
    let edition = volume.edition;
    format!("{title} – {} {} – {administration}", edition.title.value, edition.id.as_str())
}
