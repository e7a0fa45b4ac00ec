use super::fields::{apply, order};
use super::files::Files;
use super::{not_written, troubled};
use crate::edit::Written;
use crate::model::{Edition, slug};
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::page::{Extra, new_page, record_page};
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Collision, Row, Rows, called, fields, mentions, shown};
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// A table of an edition.
pub(super) type Place<'e> = (&'e Edition, &'static Home);

/// Writes what a form says of a record.
pub(super) fn change(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Done {
    let (edition, home) = place;
    let rows = Rows::of(bench, edition, home);
    let Some(row) = rows.sent(home, id, form) else { return gone(bench, session, visit, place, form) };
    let collision = collision(place, row, form);
    if let Some(done) = conflict(bench, session, visit, place, (&rows, row), (form, &collision)) {
        return done;
    }
    let changed = match changed(bench, place, (&rows, row), &collision.form) {
        Ok(changed) => changed,
        Err(why) => return refused(bench, session, visit, place, (&rows, row), form, &why),
    };
    let told = format!("{}: {}", row.label, changed.words.join("; "));
    let to = address(home, changed.record.as_ref(), row);
    match save(bench, session, told, changed.files.edits()) {
        Ok(()) if changed.words.is_empty() => Done::only(Shown::Elsewhere(format!("{to}?fatto=0"))),
        Ok(()) => Done::written(format!("{to}?fatto=1")),
        Err(trouble) => troubled(&trouble),
    }
}

/// The form with why nothing was written.
pub(super) fn refused(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    place: Place<'_>,
    record: (&Rows<'_>, &Row<'_>),
    form: &Form,
    why: &str,
) -> Done {
    let notice = Some(not_written(why));
    let extra = Extra { form: Some(form), notice, ..Extra::default() };
    Done::only(Shown::Refused(record_page(bench, session, visit, place, record, extra)))
}

/// What a form says of a record, held against what the record says by now.
pub(super) fn collision((edition, home): Place<'_>, row: &Row<'_>, form: &Form) -> Collision {
    let all = fields(edition, home);
    Collision::of(all.iter().map(|field| (field, shown(field.value_in(&row.value)))), form)
}

/// The form with what was typed, where a button that writes nothing of it was pressed: it would be lost.
pub(super) fn unsaved(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    place: Place<'_>,
    id: &str,
    form: &Form,
) -> Option<Done> {
    let rows = Rows::of(bench, place.0, place.1);
    let row = rows.sent(place.1, id, form)?;
    let all = fields(place.0, place.1);
    let typed = Collision::is_known(form).then(|| collision(place, row, form).form)?;
    if typed.iter().all(|(name, _)| all.iter().all(|field| field.key != *name)) {
        return None;
    }
    let notice = "Nei campi c'è qualcosa che non è ancora salvato, e non è stato fatto nulla: prima si salva, oppure si riapre la pagina per lasciarlo perdere.";
    let extra = Extra { form: Some(form), notice: Some(notice.to_owned()), ..Extra::default() };
    Some(Done::only(Shown::Refused(record_page(bench, session, visit, place, (&rows, row), extra))))
}

/// What a form makes of a record.
pub(super) struct Changed {
    pub(super) files: Files,
    /// The record as it is then.
    record: Option<Written>,
    words: Vec<String>,
}

/// What the files would say after a form; the reason in words where it cannot be written.
pub(super) fn changed(
    bench: &Bench<'_>,
    (edition, home): Place<'_>,
    (rows, row): (&Rows<'_>, &Row<'_>),
    form: &Form,
) -> Result<Changed, String> {
    let mut files = Files::default();
    let document = files.open(&rows.files[row.file]).map_err(|why| why.to_string())?;
    let all = fields(edition, home);
    let mut words = apply(document, &all, (&row.at, &order(&all)), form)?;
    let record = document.read().at(&row.at).cloned();
    let known = |value: &Written| value.get("id").and_then(Written::scalar).unwrap_or_default().to_owned();
    let (from, to) = (known(&row.value), record.as_ref().map(known).unwrap_or_default());
    if let Some(target) = home.target.filter(|_| field(form, "_rinomina") == Some("si"))
        && !from.is_empty()
        && !to.is_empty()
        && from != to
    {
        let named = mentions(bench, edition, target, &from);
        let is_taken = rows.rows.iter().any(|other| other.at != row.at && known(&other.value) == to);
        if is_taken && !named.is_empty() {
            return Err(format!(
                "«{to}» è già l'identificativo di un'altra voce, alla quale passerebbero quelle che nominano questa"
            ));
        }
        files.rename(bench, edition, &named, (&from, &to)).map_err(|why| why.to_string())?;
        if !named.is_empty() {
            words.push(format!("cambiato anche in {}", counted(named.len())));
        }
    }
    Ok(Changed { files, record, words })
}

fn counted(count: usize) -> String {
    if count == 1 { "1 voce che lo nomina".to_owned() } else { format!("{count} voci che lo nominano") }
}

/// The address of a record after it was changed: its name may be another.
fn address(home: &Home, after: Option<&Written>, row: &Row<'_>) -> String {
    let name = |value: &Written| called(home, value).map(slug).filter(|slug| !slug.is_empty());
    let id = match (name(&row.value), after.and_then(name)) {
        (old, Some(new)) if old.as_ref() != Some(&new) => new,
        _ => row.id.clone(),
    };
    format!("/banco/{}/{id}/", home.table)
}

/// The page of what was typed beside what the file says, where the file was changed by somebody else since the form was read.
fn conflict(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    place: Place<'_>,
    (rows, row): (&Rows<'_>, &Row<'_>),
    (form, collision): (&Form, &Collision),
) -> Option<Done> {
    let file = &rows.files[row.file];
    let read = field(form, "_file").unwrap_or_default();
    let now = file.fingerprint();
    let ours = read.is_empty() || read == now || session.led(&file.path, read, &now);
    let merges = Collision::is_known(form) && collision.clashes.is_empty();
    let agrees = row.is_as_read(form) || (merges && row.is_the_one_read(form));
    if ours && agrees {
        return None;
    }
    let notice = Some(collision.notice().to_owned());
    let extra = Extra { form: Some(form), notice, collision: Some(collision), ..Extra::default() };
    let html = record_page(bench, session, visit, place, (rows, row), extra);
    Some(Done::only(Shown::Conflict(html)))
}

/// The record is no longer there: what was typed is offered as a new one.
fn gone(bench: &Bench<'_>, session: &Session, visit: &Visit, place: Place<'_>, form: &Form) -> Done {
    if form.iter().all(|(name, _)| name.starts_with('_')) {
        return Done::only(Shown::Missing(look::message(
            "Voce non trovata",
            "In questa tavola non c'è una voce con questo nome.",
        )));
    }
    let notice = "Questa voce non c'è più: qualcuno l'ha tolta o le ha cambiato nome. Ciò che è stato scritto è ancora qui, e si può aggiungere come voce nuova.";
    let extra = Extra { form: Some(form), notice: Some(notice.to_owned()), ..Extra::default() };
    Done::only(Shown::Conflict(new_page(bench, session, visit, place, None, extra)))
}
