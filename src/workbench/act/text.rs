use super::text_form::TextForm;
use super::{missing, trial};
use crate::load::Overlay;
use crate::workbench::lines::{as_in, merged};
use crate::workbench::page::{Typed, text_page};
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::{Done, Shown, field};

/// Writes a file as it was typed. Lines that were not touched stay as they are, their ends included.
pub(super) fn change(mut sent: TextForm<'_>) -> Done {
    let Some(typed) = sent.typed() else {
        let notice = "Non è arrivato alcun testo: non è stato scritto nulla.";
        return Done::only(Shown::Refused(sent.told(notice, false)));
    };
    if field(sent.form, "_azione") == Some("prova") {
        return tried(&sent, &typed);
    }
    let Some((after, is_merged)) = with_others(&sent, typed) else {
        let notice = "Il file è cambiato mentre qui si scriveva, nelle stesse righe, e non è stato salvato nulla. Qui c'è ancora il testo scritto, e sotto ciò che il file dice ora.";
        return Done::only(Shown::Conflict(sent.told(notice, true)));
    };
    let to = sent.file.address();
    if after == sent.file.text {
        return Done::only(Shown::Elsewhere(format!("{to}?fatto=0")));
    }
    let words = if sent.file.is_chapter {
        format!("Testo del capitolo «{}»", sent.file.name)
    } else {
        format!("Testo di {}", sent.file.path)
    };
    let words = if is_merged { format!("{words}, insieme a ciò che vi era cambiato nel frattempo") } else { words };
    sent.save(words, Some(after), format!("{to}?fatto=1"))
}

/// Writes a file that is no longer there, if the form was shown together with that.
pub(super) fn absent(mut sent: TextForm<'_>) -> Done {
    let Some(typed) = sent.typed() else { return missing() };
    if sent.read() != sent.file.fingerprint() || field(sent.form, "_azione").is_some() {
        let notice = "Questo testo non c'è più: qualcuno l'ha tolto, o gli ha dato un altro nome, e non è stato scritto nulla. Qui c'è ancora ciò che era scritto: salvandolo, torna al suo posto.";
        return Done::only(Shown::Conflict(sent.told(notice, false)));
    }
    let words = format!("Rimesso il testo «{}»", sent.file.name);
    let to = format!("{}?fatto=1", sent.file.address());
    sent.save(words, Some(typed), to)
}

/// What was typed, put together with what the file says by now where that is another text than it was read from, and whether it was; `None` if
/// that cannot be done.
fn with_others(sent: &TextForm<'_>, typed: String) -> Option<(String, bool)> {
    let (file, read) = (&sent.file, sent.read());
    if read.is_empty() || read == file.fingerprint() || typed == file.text {
        return Some((typed, false));
    }
    let base = sent.session.text(&file.path, read)?;
    let typed = as_in(base, &typed);
    Some((merged(base, &typed, file.text)?, typed != file.text))
}

/// The text as it was typed with what would be said of it if it were saved. Nothing is written.
fn tried(sent: &TextForm<'_>, text: &str) -> Done {
    let TextForm { bench, session, visit, file, form } = sent;
    trial::tried(bench, &Overlay::from([(file.path.clone(), text.to_owned())]), |next| {
        let file = match next.edition().filter(|_| file.is_chapter) {
            Some(edition) => TextFile::chapter(next, edition, &file.name)?,
            None => TextFile::data(next, &file.path)?,
        };
        let typed = Typed { text: Some(text), tried_on: Some(bench), read: field(form, "_file"), ..Typed::default() };
        Some(text_page(next, session, visit, &file, &typed))
    })
}
