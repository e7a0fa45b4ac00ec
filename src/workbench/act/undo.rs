use super::troubled;
use crate::plain_file;
use crate::trouble::Trouble;
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::save::write_all;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::visit::{Done, Form, Shown, field};
use std::io::ErrorKind;

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
        None => as_made(bench, &files).and_then(|()| write_all(bench, &files)),
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
        None => as_made(bench, &edit.files).and_then(|()| write_all(bench, &edit.files)),
    };
    match done {
        Ok(()) => {
            session.went_on();
            Done::written("/banco/?fatto=rifatto")
        }
        Err(trouble) => troubled(&trouble),
    }
}

/// Whether files still say what they are taken to say: what somebody wrote into them since would be lost.
///
/// # Errors
///
/// Which one does not.
fn as_made(bench: &Bench<'_>, files: &[FileEdit]) -> Result<(), Trouble> {
    let is_other = |file: &&FileEdit| match plain_file::read(&bench.root.join(&file.path)) {
        Ok(bytes) => file.before.as_ref().is_none_or(|before| before.as_bytes() != bytes),
        // What cannot be read is told when it is written.
        Err(error) => error.kind() == ErrorKind::NotFound && file.before.is_some(),
    };
    files.iter().find(is_other).map_or(Ok(()), |file| {
        Err(Trouble::new(
            format!(
                "`{}` è stato cambiato dopo, a mano o con un altro programma, e quel cambiamento andrebbe perduto",
                file.path
            ),
            "cambiare dalle pagine del banco ciò che si vuole diverso, oppure lasciare tutto com'è",
        ))
    })
}

fn nothing() -> Done {
    Done::only(Shown::Refused(look::message(
        "Nulla da annullare o da ripetere",
        "Di ciò che è stato fatto da quando il banco è aperto non resta nulla da annullare, né di annullato da ripetere.",
    )))
}
