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
    let old = lines(before);
    if old.last().is_some_and(|(_, end)| !end.is_empty()) && !after.ends_with('\n') {
        after.push('\n');
    }
    let mut ends = old.iter().map(|(_, end)| *end).filter(|end| !end.is_empty());
    let usual = ends.next().unwrap_or("\n");
    if ends.all(|end| end == usual) {
        return after.replace('\n', usual);
    }
    // Lines that stand in both keep their ends, where the file mixes them.
    let mut old = old.into_iter().peekable();
    let mut mixed = String::with_capacity(after.len());
    for (line, end) in lines(&after) {
        mixed.push_str(line);
        match old.clone().find(|(other, _)| *other == line) {
            Some(found) => {
                // The last line of the file may have had no end, or is no longer the last.
                mixed.push_str(if end.is_empty() || found.1.is_empty() { end } else { found.1 });
                while old.next_if(|other| *other != found).is_some() {}
                old.next();
            }
            None => mixed.push_str(end),
        }
    }
    mixed
}

/// The lines of a text, each with its end: `\r\n`, `\n`, `\r`, or nothing at the end of the text.
fn lines(text: &str) -> Vec<(&str, &str)> {
    let (mut lines, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let at = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let (line, after) = rest.split_at(at);
        let end = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
        lines.push((line, &after[..end]));
        rest = &after[end..];
    }
    lines
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
        assert_eq!(as_in("a\rb\r", "a\r\nb"), "a\rb\r");
        for mixed in ["a\rb\nc\r\nd", "a\r\rb\n\nc\r\n", "\n\r\n"] {
            let sent = mixed.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
            assert_eq!(as_in(mixed, &sent), mixed, "saved as it is");
        }
        assert_eq!(as_in("a\rb\nc\r\n", "a\r\nx\r\nc\r\nd"), "a\rx\nc\r\nd\n");
    }
}
