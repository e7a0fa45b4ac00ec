use super::record::{self, Place};
use super::{add, troubled};
use crate::load::Overlay;
use crate::workbench::bench::Bench;
use crate::workbench::page::{Extra, new_page, record_page};
use crate::workbench::session::Session;
use crate::workbench::table::Rows;
use crate::workbench::visit::{Done, Form, Shown, Visit};

/// The form of a record with what would be said of it if what was typed were saved. Nothing is written.
pub(super) fn of_record(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Option<Done> {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let row = rows.sent(home, id, form)?;
    let typed = record::collision(place, row, form).form;
    let changed = match record::changed(bench, place, (&rows, row), &typed) {
        Ok(changed) => changed,
        Err(why) => return Some(record::refused(bench, session, visit, place, (&rows, row), form, &why)),
    };
    let (path, at) = (rows.files[row.file].path.as_str(), row.at.as_slice());
    Some(tried(bench, &changed.files.overlay(), |next| {
        let edition = next.edition()?;
        let rows = Rows::of(next, edition, home);
        let row = rows.rows.iter().find(|row| row.at == at && rows.files[row.file].path == path)?;
        let extra = Extra { form: Some(form), tried_on: Some(bench), ..Extra::default() };
        Some(record_page(next, session, visit, (edition, home), (&rows, row), extra))
    }))
}

/// The same of a record that is not there yet.
pub(super) fn of_new(bench: &Bench<'_>, session: &Session, visit: &Visit, place: Place<'_>, form: &Form) -> Done {
    let added = match add::added(bench, place, form) {
        Ok(added) => added,
        Err(why) => return add::refused(bench, session, visit, place, form, &why),
    };
    tried(bench, &added.files.overlay(), |next| {
        let (edition, home) = (next.edition()?, place.1);
        let rows = Rows::of(next, edition, home);
        let (path, at) = &added.at;
        let row = rows.rows.iter().find(|row| row.at.starts_with(at) && rows.files[row.file].path == *path)?;
        let extra = Extra { form: Some(form), tried_on: Some(bench), written: Some(row), ..Extra::default() };
        Some(new_page(next, session, visit, (edition, home), None, extra))
    })
}

/// Reads the folder as it would be, and shows a page of it.
pub(super) fn tried(bench: &Bench<'_>, texts: &Overlay, page: impl FnOnce(&Bench<'_>) -> Option<String>) -> Done {
    let next = match bench.read_with(texts) {
        Ok(next) => next,
        Err(trouble) => return troubled(&trouble),
    };
    let next = Bench::new(bench.root, bench.settings, Ok(&next), None, None);
    next.choose(bench.chosen().as_deref());
    match page(&next) {
        Some(html) => Done::only(Shown::Page(html)),
        None => Done::only(Shown::Elsewhere("/banco/".to_owned())),
    }
}
