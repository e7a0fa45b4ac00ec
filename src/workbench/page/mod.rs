//! What the pages of the workbench show.

mod chrome;
mod empty;
mod today;

use super::bench::Bench;
use super::look;
use super::session::Session;
use super::visit::{Shown, Visit};
pub(super) use chrome::Chrome;

/// The page that a visit asks for.
pub fn show(bench: &Bench<'_>, session: &Session, visit: &Visit) -> Shown {
    let parts: Vec<&str> = visit.path.split('/').filter(|part| !part.is_empty()).collect();
    let Ok(_) = bench.annex else { return Shown::Page(empty::page(bench, session, visit)) };
    match parts.as_slice() {
        [] => Shown::Page(today::page(bench, session, visit)),
        _ => Shown::Missing(look::message("Pagina non trovata", "A questo indirizzo il banco non ha nulla.")),
    }
}

/// What stands in the place of the site as long as none could be made.
pub fn without_site(bench: &Bench<'_>, has_key: bool) -> String {
    let visit = Visit { has_key, ..Visit::default() };
    match show(bench, &Session::default(), &visit) {
        Shown::Page(html) => html,
        _ => String::new(),
    }
}
