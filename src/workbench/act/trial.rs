use super::record_form::RecordForm;
use super::table_form::TableForm;
use super::{add, record, troubled};
use crate::load::Overlay;
use crate::workbench::bench::Bench;
use crate::workbench::page::{Extra, new_page, record_page};
use crate::workbench::table::Rows;
use crate::workbench::visit::{Done, Shown};

/// The form of a record with what would be said of it if what was typed were saved. Nothing is written.
pub(super) fn of_record(sent: &RecordForm<'_>) -> Done {
    let changed = match record::changed(sent, &sent.collision().form) {
        Ok(changed) => changed,
        Err(why) => return sent.refused(&why),
    };
    let TableForm { bench, session, visit, home, form, .. } = &sent.table;
    let (path, at) = (&sent.file().path, &sent.row().at);
    tried(bench, &changed.files.overlay(), |next| {
        let edition = next.edition()?;
        let rows = Rows::of(next, edition, home);
        let row = rows.rows.iter().find(|row| row.at == *at && rows.files[row.file].path == *path)?;
        let extra = Extra { form: Some(form), tried_on: Some(bench), ..Extra::default() };
        Some(record_page(next, session, visit, (edition, home), (&rows, row), extra))
    })
}

/// The same of a record that is not there yet.
pub(super) fn of_new(table: &TableForm<'_>) -> Done {
    let added = match add::added(table) {
        Ok(added) => added,
        Err(why) => return table.refused(&why),
    };
    let TableForm { bench, session, visit, home, form, .. } = table;
    tried(bench, &added.files.overlay(), |next| {
        let edition = next.edition()?;
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
