use super::troubled;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::save::write_all;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::visit::{Done, Form, Shown, field};

/// Undoes the last change, if the files still say what it made them say; where they do not, it may be left as it is, so that the one before it
/// can be undone.
pub(super) fn back(bench: &Bench<'_>, session: &mut Session, form: &Form) -> Done {
    if field(form, "_azione") == Some("lascia") {
        session.leave();
        return Done::only(Shown::Elsewhere("/banco/".to_owned()));
    }
    let Some(edit) = session.last() else { return nothing() };
    let files: Vec<FileEdit> = edit.files.iter().map(FileEdit::reversed).collect();
    let undone = match &edit.edition {
        Some(edition) => edition.take_back(bench.root),
        None => write_all(bench, &files),
    };
    match undone {
        Ok(()) => {
            session.went_back();
            Done::written("/banco/?fatto=annullato")
        }
        Err(trouble) => {
            let shown = look::undo_refused(&edit.words, bench.edition().map(|edition| edition.id.as_str()), &trouble);
            Done { shown: Shown::Refused(shown), changed: true }
        }
    }
}

/// Does again what was undone last, likewise.
pub(super) fn on(bench: &Bench<'_>, session: &mut Session) -> Done {
    let Some(edit) = session.next() else { return nothing() };
    let done = match &edit.edition {
        Some(edition) => edition.write(bench.root),
        None => write_all(bench, &edit.files),
    };
    match done {
        Ok(()) => {
            session.went_on();
            Done::written("/banco/?fatto=rifatto")
        }
        Err(trouble) => troubled(&trouble),
    }
}

fn nothing() -> Done {
    Done::only(Shown::Refused(look::message(
        "Nulla da annullare o da ripetere",
        "Di ciò che è stato fatto da quando il banco è aperto non resta nulla da annullare, né di annullato da ripetere.",
    )))
}
