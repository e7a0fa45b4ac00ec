//! What the pages of the workbench show.

mod accept;
mod chapters;
mod chrome;
mod comparison;
mod editions;
mod empty;
mod field;
mod heirs;
mod import;
mod import_keys;
mod import_question;
mod import_sheet;
mod kept;
mod paging;
mod paste;
mod publication;
mod record;
mod settings;
mod sheets;
mod table;
mod tables;
mod today;

use super::bench::Bench;
use super::finding_item;
use super::look;
use super::plain_words;
use super::session::Session;
use super::table::{NEW, Row, Rows, SettingsFile};
use super::text_file::TextFile;
use super::visit::{Shown, Visit};
use crate::model::{Edition, capital};
use crate::tables::Home;
use chrome::Chrome;

pub(super) use accept::page as accept_page;
pub(super) use chapters::{Typed, list as chapters_page, text as text_page};
pub(super) use chrome::counted;
pub(super) use editions::{list as editions_page, seal as seal_page};
pub(super) use heirs::heir_id;
pub(super) use import::page as import_page;
pub(super) use kept::page as kept_page;
pub(super) use paste::{Pasted, page as paste_page};
pub(super) use record::{Extra, new_page, page as record_page};
pub(super) use settings::{SettingsExtra, page as settings_page};
pub(super) use sheets::page as sheets_page;

/// The page that a visit asks for.
pub fn show(bench: &Bench<'_>, session: &Session, visit: &Visit) -> Shown {
    let parts: Vec<&str> = visit.path.split('/').filter(|part| !part.is_empty()).collect();
    bench.choose(session.chosen());
    let Ok(_) = bench.annex else { return Shown::Page(empty::page(bench, session, visit)) };
    if let Some(file) = file(bench, visit, &parts) {
        return file;
    }
    let found = match (parts.as_slice(), bench.edition()) {
        ([], _) => Some(today::page(bench, session, visit)),
        (["tavole"], _) => Some(tables::page(bench, session, visit)),
        (["pubblica"], _) => Some(publication::page(bench, session, visit)),
        (["lavoro"], _) => publication::job(bench, session, visit),
        (["importa"], _) => import::page(bench, session, visit, None),
        (["fogli"], _) => Some(sheets::page(bench, session, visit, None)),
        (["confronto"], _) => Some(comparison::page(bench, session, visit)),
        (["edizioni"], _) => Some(editions::list(bench, session, visit, None)),
        (["edizioni", id], _) => editions::one(bench, session, visit, id),
        (["edizioni", id, "sigillo"], _) => editions::seal(bench, session, visit, id, None),
        (["accetta", id], _) => accept(bench, session, visit, id),
        (["testo", ..], _) => {
            let file = TextFile::data(bench, visit.path.strip_prefix("testo/").unwrap_or_default());
            file.map(|file| text_page(bench, session, visit, &file, &Typed::default()))
        }
        (["capitoli"], Some(edition)) => Some(chapters_page(bench, session, visit, edition, None)),
        (["capitoli", name], Some(edition)) => {
            let file = TextFile::chapter(bench, edition, name);
            file.map(|file| text_page(bench, session, visit, &file, &Typed::default()))
        }
        (["ente" | "edizione" | "modello" | "controlli"] | ["impostazioni" | "colonne", _], _) => {
            SettingsFile::at(bench, &parts)
                .map(|settings| settings_page(bench, session, visit, &settings, SettingsExtra::default()))
        }
        ([name], Some(edition)) => Home::named(name).map(|home| table::page(bench, session, visit, edition, home)),
        ([name, "incolla"], Some(edition)) => {
            Home::named(name).map(|home| paste_page(bench, session, visit, (edition, home), None))
        }
        ([name, id], Some(edition)) => match Home::named(name) {
            Some(home) => return record(bench, session, visit, (edition, home), id),
            None => None,
        },
        _ => None,
    };
    found.map_or_else(missing, Shown::Page)
}

/// What is taken away as a file; `None` if the visit asks for a page.
fn file(bench: &Bench<'_>, visit: &Visit, parts: &[&str]) -> Option<Shown> {
    match parts {
        ["pubblica", "pacchetto"] => publication::archive(bench),
        ["fogli", "esporta"] => sheets::export(bench, visit),
        ["confronto", "scarica"] => comparison::file(bench, visit),
        _ => None,
    }
}

fn missing() -> Shown {
    Shown::Missing(look::message("Pagina non trovata", "A questo indirizzo il banco non ha nulla."))
}

/// A record as a form, or the form of a new one; where no record has the name, what was typed in its form and not saved can be added.
fn record(bench: &Bench<'_>, session: &Session, visit: &Visit, place: (&Edition, &'static Home), id: &str) -> Shown {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let found = rows.find(home, id).filter(|row| id != NEW || row.id == id);
    let new = |like: Option<&Row<'_>>, extra: Extra<'_>| new_page(bench, session, visit, place, like, extra);
    match found {
        Some(row) => Shown::Page(record_page(bench, session, visit, place, (&rows, row), Extra::default())),
        None if id == NEW => Shown::Page(new(rows.find(home, visit.asked("da")), Extra::default())),
        None if let Some((path, why)) = rows.unread() => {
            let why = plain_words::unread(bench, &path, &why, "la voce sta forse in esso");
            let text = TextFile::data(bench, &path).map(|file| file.address());
            let words = format!("{}.", capital(&why));
            Shown::Missing(look::unread("La voce non si può mostrare", &words, text.as_deref()))
        }
        None if !visit.has_key => missing(),
        None => Shown::Missing(new(None, Extra { is_gone: true, ..Extra::default() })),
    }
}

/// The form by which a finding is accepted.
fn accept(bench: &Bench<'_>, session: &Session, visit: &Visit, id: &str) -> Option<String> {
    let findings = bench.findings();
    let finding = findings.iter().find(|finding| finding_item::id(bench, finding) == id)?;
    let open = finding.is_open() && finding.rule.is_adjustable();
    open.then(|| accept_page(bench, session, visit, finding, None))
}

/// What stands in the place of the site as long as none could be made.
pub fn without_site(bench: &Bench<'_>, has_key: bool) -> String {
    let visit = Visit { has_key, ..Visit::default() };
    match show(bench, &Session::default(), &visit) {
        Shown::Page(html) => html,
        _ => String::new(),
    }
}
