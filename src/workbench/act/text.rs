use super::{trial, troubled};
use crate::load::Overlay;
use crate::workbench::bench::Bench;
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
    let (read, now) = (field(form, "_file").unwrap_or_default(), file.fingerprint());
    if !(read.is_empty() || read == now || session.led(&file.path, read, &now)) && after != file.text {
        let notice = "Il file è cambiato mentre qui si scriveva, e non è stato salvato nulla. Qui c'è ancora il testo scritto, e sotto ciò che il file dice ora.";
        let typed =
            Typed { text: Some(&after), notice: Some(notice.to_owned()), is_conflict: true, ..Typed::default() };
        return Done::only(Shown::Conflict(text_page(bench, session, visit, file, &typed)));
    }
    let words = if file.is_chapter {
        format!("Testo del capitolo «{}»", file.name)
    } else {
        format!("Testo di {}", file.path)
    };
    let edit = FileEdit { path: file.path.clone(), before: Some(file.text.to_owned()), after: Some(after) };
    match save(bench, session, words, vec![edit]) {
        Ok(()) => Done::written(format!("{}?fatto=1", file.address())),
        Err(trouble) => troubled(&trouble),
    }
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

/// What was typed, with the ends of lines and of the file that the text has: browsers send others.
fn as_in(before: &str, typed: &str) -> String {
    let mut after = typed.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(mark) = before.chars().next().filter(|first| *first == '\u{feff}' && !after.starts_with('\u{feff}')) {
        after.insert(0, mark);
    }
    if before.ends_with('\n') && !after.ends_with('\n') {
        after.push('\n');
    }
    let (all, crlf) = (before.matches('\n').count(), before.matches("\r\n").count());
    if crlf == 0 {
        return after;
    }
    if crlf == all {
        return after.replace('\n', "\r\n");
    }
    // Lines that stand in both keep their ends, where the file mixes them.
    let mut old = before.split_inclusive('\n').peekable();
    let mut mixed = String::with_capacity(after.len());
    for line in after.split_inclusive('\n') {
        let same = |old: &&str| old.trim_end_matches(['\r', '\n']) == line.trim_end_matches('\n');
        match old.clone().find(same) {
            Some(found) => {
                mixed.push_str(found);
                // The last line of the file may have had no end.
                if line.ends_with('\n') && !found.ends_with('\n') {
                    mixed.push('\n');
                }
                while old.next_if(|other| *other != found).is_some() {}
                old.next();
            }
            None => mixed.push_str(line),
        }
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::as_in;

    #[test]
    fn lines_keep_their_ends() {
        assert_eq!(as_in("a\nb\n", "a\r\nc\r\n"), "a\nc\n");
        assert_eq!(as_in("a\r\nb\r\n", "a\r\nc"), "a\r\nc\r\n");
        assert_eq!(as_in("a\r\nb\nc\n", "a\r\nb\r\nd\r\n"), "a\r\nb\nd\n");
        assert_eq!(as_in("a\r\nb\nc", "a\r\nb\r\nc\r\nd\r\n"), "a\r\nb\nc\nd\n");
        assert_eq!(as_in("a\r\nb\nc", "a\r\nc\r\nb"), "a\r\nc\nb");
        assert_eq!(as_in("\u{feff}a\n", "a\r\n"), "\u{feff}a\n");
        assert_eq!(as_in("a", "a"), "a");
    }
}
