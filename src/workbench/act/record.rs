use super::fields::{apply, order};
use super::files::Files;
use super::following;
use super::not_written;
use super::record_form::RecordForm;
use super::references;
use super::table_form::TableForm;
use crate::edit::Written;
use crate::workbench::look;
use crate::workbench::page::Extra;
use crate::workbench::table::Collision;
use crate::workbench::visit::{Done, Form, Shown, field};

/// Writes what a form says of a record.
pub(super) fn change(mut sent: RecordForm<'_>) -> Done {
    let collision = sent.collision();
    if let Some(done) = conflict(&sent, &collision) {
        return done;
    }
    let changed = match changed(&sent, &collision.form) {
        Ok(changed) => changed,
        Err(why) => return sent.refused(&why),
    };
    let told = format!("{}: {}", sent.row().label, changed.words.join("; "));
    let (rows, home, row) = (&sent.table.rows, sent.table.home, sent.row());
    let id = changed.record.as_ref().map_or_else(|| row.id.clone(), |after| rows.id_saying(home, row, after));
    let to = sent.table.address(&format!("{id}/"));
    if changed.words.is_empty() {
        return Done::only(Shown::Elsewhere(format!("{to}?fatto=0")));
    }
    sent.table.save(told, changed.files, format!("{to}?fatto=1")).unwrap_or_else(|why| sent.refused(&why).reread())
}

/// The form of a new record that says the same.
pub(super) fn copy(sent: &RecordForm<'_>) -> Done {
    let name = form_urlencoded::byte_serialize(sent.row().id.as_bytes()).collect::<String>();
    Done::only(Shown::Elsewhere(sent.table.address(&format!("nuova/?da={name}"))))
}

/// The form with what was typed, where a button that writes nothing of it was pressed: it would be lost.
pub(super) fn unsaved(sent: &RecordForm<'_>) -> Option<Done> {
    let form = sent.table.form;
    let typed = Collision::is_known(form).then(|| sent.collision().form)?;
    let all = sent.table.fields();
    if typed.iter().all(|(name, _)| all.iter().all(|field| field.key != *name)) {
        return None;
    }
    let notice = "Nei campi c'è qualcosa che non è ancora salvato, e non è stato fatto nulla: prima si salva, oppure si riapre la pagina per lasciarlo perdere.";
    let extra = Extra { form: Some(form), notice: Some(notice.to_owned()), ..Extra::default() };
    Some(Done::only(Shown::Refused(sent.page(extra))))
}

/// What a form makes of a record.
pub(super) struct Changed {
    pub(super) files: Files,
    /// The record as it is then.
    record: Option<Written>,
    words: Vec<String>,
}

/// What the files would say after a form; the reason in words where it cannot be written.
pub(super) fn changed(sent: &RecordForm<'_>, form: &Form) -> Result<Changed, String> {
    let (row, table) = (sent.row(), &sent.table);
    let mut files = Files::default();
    let document = files.open(sent.file()).map_err(|why| why.to_string())?;
    let all = table.fields();
    let mut words = apply(document, &all, (&row.at, &order(&all)), form)?;
    let record = document.read().at(&row.at).cloned();
    if let Some(after) = record.as_ref().filter(|_| field(form, "_rinomina") == Some("si")) {
        words.extend(references::follow(table, row, after, &mut files)?);
    }
    if record.as_ref().is_none_or(|after| following::may_rename(row, after)) {
        words.extend(following::follow(table, &mut files, None, None)?);
    }
    Ok(Changed { files, record, words })
}

/// The page of what was typed beside what the file says, where the file was changed by somebody else since the form was read.
fn conflict(sent: &RecordForm<'_>, collision: &Collision) -> Option<Done> {
    let (form, row, file) = (sent.table.form, sent.row(), sent.file());
    let read = field(form, "_file").unwrap_or_default();
    let now = file.fingerprint();
    let ours = read.is_empty() || read == now || sent.table.session.led(&file.path, read, &now);
    let merges = Collision::is_known(form) && collision.clashes.is_empty();
    let agrees = row.is_as_read(form) || (merges && row.is_the_one_read(form));
    if ours && agrees {
        return None;
    }
    let notice = Some(collision.notice().to_owned());
    let extra = Extra { form: Some(form), notice, collision: Some(collision), ..Extra::default() };
    Some(Done::only(Shown::Conflict(sent.page(extra))))
}

/// The record is no longer there: what was typed is offered as a new one, unless a file that cannot be read may hold it.
pub(super) fn gone(table: &TableForm<'_>, id: &str) -> Done {
    if let Some(why) = table.unread() {
        let extra =
            Extra { form: Some(table.form), notice: Some(not_written(&why)), awaited: Some(id), ..Extra::default() };
        return Done::only(Shown::Refused(table.new_page(extra)));
    }
    if table.form.iter().all(|(name, _)| name.starts_with('_')) {
        return missing();
    }
    let notice = "Questa voce non c'è più: qualcuno l'ha tolta o le ha cambiato nome. Ciò che è stato scritto è ancora qui, e si può aggiungere come voce nuova.";
    let extra = Extra { form: Some(table.form), notice: Some(notice.to_owned()), ..Extra::default() };
    Done::only(Shown::Conflict(table.new_page(extra)))
}

/// No record has the name of the address.
pub(super) fn missing() -> Done {
    Done::only(Shown::Missing(look::message("Voce non trovata", "In questa tavola non c'è una voce con questo nome.")))
}
