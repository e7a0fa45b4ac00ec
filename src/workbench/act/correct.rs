use super::troubled;
use crate::diagnostic::Safety;
use crate::fix;
use crate::workbench::bench::Bench;
use crate::workbench::finding_item;
use crate::workbench::look;
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::visit::{Done, Form, Shown, field};

/// Applies every certain correction.
pub(super) fn all(bench: &Bench<'_>, session: &mut Session) -> Done {
    let correction = match fix::correct(bench.root, bench.settings, Safety::Certain) {
        Ok(correction) => correction,
        Err(trouble) => return troubled(&trouble),
    };
    let words = format!("Correzioni certe: {}", correction.sentence());
    let files = correction.files.into_iter();
    let files = files.map(|file| FileEdit { path: file.path, before: Some(file.before), after: Some(file.after) });
    match save(bench, session, words, files.collect()) {
        Ok(()) => Done::written("/banco/?fatto=1"),
        Err(trouble) => troubled(&trouble),
    }
}

/// Applies the correction of one finding.
pub(super) fn one(bench: &Bench<'_>, session: &mut Session, id: &str, form: &Form) -> Done {
    let findings = bench.findings();
    let found = findings.iter().find(|finding| finding.is_open() && finding_item::id(bench, finding) == id);
    let (Some(finding), Ok(annex)) = (found, bench.annex) else { return gone() };
    let Some(fix) = &finding.fix else { return gone() };
    let source = annex.sources().get(fix.span.source);
    let range = fix.span.range();
    let (before, written) = (source.text(), source.slice(range.clone()));
    let Some((start, end)) = before.get(..range.start).zip(before.get(range.end..)) else { return gone() };
    let after = format!("{start}{}{end}", fix.replacement);
    let words = format!("Corretto: da «{}» a «{}»", written.trim(), fix.replacement.trim());
    let file = FileEdit { path: source.path().to_owned(), before: Some(before.to_owned()), after: Some(after) };
    match save(bench, session, words, vec![file]) {
        Ok(()) => Done::written(back(form)),
        Err(trouble) => troubled(&trouble),
    }
}

/// Where to go on: the page on which the button stood.
fn back(form: &Form) -> String {
    let from = field(form, "da").filter(|from| from.starts_with("/banco/") && !from.contains(['\r', '\n', '\\']));
    let from = from.unwrap_or("/banco/");
    let and = if from.contains('?') { '&' } else { '?' };
    format!("{from}{and}fatto=1")
}

fn gone() -> Done {
    let words = "Ciò che si voleva correggere non c'è più: qualcuno l'ha cambiato. Tornare alla pagina di prima per vedere com'è ora.";
    Done { shown: Shown::Refused(look::message("Non è stato scritto nulla", words)), changed: true }
}
