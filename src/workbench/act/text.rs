use super::{in_words, not_written, trial};
use crate::load::Overlay;
use crate::workbench::bench::Bench;
use crate::workbench::lines::{as_in, merged};
use crate::workbench::page::{Typed, text_page};
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// Writes a file as it was typed. Lines that were not touched stay as they are, their ends included.
pub(super) fn change(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    file: &TextFile<'_>,
    form: &Form,
) -> Done {
    let Some(typed) = field(form, "testo") else {
        let typed = Typed {
            notice: Some("Non è arrivato alcun testo: non è stato scritto nulla.".to_owned()),
            ..Typed::default()
        };
        return Done::only(Shown::Refused(text_page(bench, session, visit, file, &typed)));
    };
    let after = as_in(file.text, typed);
    if field(form, "_azione") == Some("prova") {
        return tried(bench, session, visit, file, (&after, field(form, "_file")));
    }
    let Some((after, is_merged)) = with_others(session, file, field(form, "_file").unwrap_or_default(), after.clone())
    else {
        let notice = "Il file è cambiato mentre qui si scriveva, nelle stesse righe, e non è stato salvato nulla. Qui c'è ancora il testo scritto, e sotto ciò che il file dice ora.";
        let typed =
            Typed { text: Some(&after), notice: Some(notice.to_owned()), is_conflict: true, ..Typed::default() };
        return Done::only(Shown::Conflict(text_page(bench, session, visit, file, &typed)));
    };
    if after == file.text {
        return Done::only(Shown::Elsewhere(format!("{}?fatto=0", file.address())));
    }
    let words = if file.is_chapter {
        format!("Testo del capitolo «{}»", file.name)
    } else {
        format!("Testo di {}", file.path)
    };
    let words = if is_merged { format!("{words}, insieme a ciò che vi era cambiato nel frattempo") } else { words };
    let edit = FileEdit { path: file.path.clone(), before: Some(file.text.to_owned()), after: Some(after) };
    match save(bench, session, words, vec![edit]) {
        Ok(()) => Done::written(format!("{}?fatto=1", file.address())),
        Err(trouble) => {
            let notice = Some(not_written(&in_words(&trouble)));
            let typed = Typed { text: field(form, "testo"), notice, ..Typed::default() };
            Done::only(Shown::Refused(text_page(bench, session, visit, file, &typed))).reread()
        }
    }
}

/// Whether a form says something else than the file.
pub(super) fn is_typed(file: &TextFile<'_>, form: &Form) -> bool {
    field(form, "testo").is_some_and(|typed| as_in(file.text, typed) != file.text)
}

/// What was typed, put together with what the file says by now where that is another text than it was read from, and whether it was; `None` if
/// that cannot be done.
fn with_others(session: &Session, file: &TextFile<'_>, read: &str, after: String) -> Option<(String, bool)> {
    if read.is_empty() || read == file.fingerprint() || after == file.text {
        return Some((after, false));
    }
    let base = session.text(&file.path, read)?;
    let typed = as_in(base, &after);
    Some((merged(base, &typed, file.text)?, typed != file.text))
}

/// The text as it was typed with what would be said of it if it were saved. Nothing is written.
fn tried(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    file: &TextFile<'_>,
    (text, read): (&str, Option<&str>),
) -> Done {
    trial::tried(bench, &Overlay::from([(file.path.clone(), text.to_owned())]), |next| {
        let file = match next.edition().filter(|_| file.is_chapter) {
            Some(edition) => TextFile::chapter(next, edition, &file.name)?,
            None => TextFile::data(next, &file.path)?,
        };
        let typed = Typed { text: Some(text), tried_on: Some(bench), read, ..Typed::default() };
        Some(text_page(next, session, visit, &file, &typed))
    })
}
