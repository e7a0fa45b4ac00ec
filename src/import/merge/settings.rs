//! What a sheet says beside its records: keys at the top of the file of its table.

use super::own_columns;
use super::same::is_same;
use crate::edit::Written;
use crate::import::deed::{Effect, FieldChange, Problem};
use crate::import::target::head;
use crate::import::{SheetReading, Target};
use crate::tables::Home;
use crate::workbook::Setting;

/// Makes what a sheet says beside its records part of the data; what `may_change` does not hold of stays as it is, and is told.
pub(super) fn apply(
    target: &mut Target<'_>,
    effect: &mut Effect,
    (file, sheet): (&str, &SheetReading),
    may_change: impl Fn(&str, &Written) -> bool,
) {
    let Some(home) = sheet.table.as_deref().and_then(Home::of) else { return };
    for (key, value) in &sheet.settings {
        let is_free = may_change(key, value);
        let top = target.ledger.top(home.file).and_then(|top| top.get(key)).cloned().unwrap_or(Written::Nothing);
        // A mark that the table does not explain yet is added, whatever else it holds.
        let is_new = |path: &[&str]| path.len() > 1 && key == "note" && top.get(path[1]).is_none();
        let parts = match value {
            Written::Group(parts) => parts.iter().map(|(part, value)| (vec![key.as_str(), part], value)).collect(),
            _ => vec![(vec![key.as_str()], value)],
        };
        let mut kept = Vec::new();
        for (path, value) in parts {
            let top = target.ledger.top(home.file);
            let now = top.and_then(|top| path.iter().try_fold(top, |value, key| value.get(key)));
            if now.is_some_and(|now| is_same(key, now, value)) {
                continue;
            }
            if !is_free && !is_new(&path) {
                kept.push((path, now.and_then(Written::scalar).map(str::to_owned), value));
                continue;
            }
            let before = now.and_then(Written::scalar).unwrap_or_default().to_owned();
            let comment = head(home, target.edition);
            let done = target.ledger.set_top(home.file, &path, value.clone(), &comment);
            tell(
                target,
                effect,
                (file, sheet, home),
                &label(target, home, &path),
                (before, value),
                done.err().map(|why| why.to_string()),
            );
        }
        effect.problems.extend(stays(file, sheet, key, &kept));
    }
    own_columns::describe(target, effect, file, sheet, home);
}

/// What people call something that stands at the top of a file.
fn label(target: &Target<'_>, home: &Home, path: &[&str]) -> String {
    let settings = Setting::all(target.edition, &target.ledger);
    let known = settings.iter().find(|setting| setting.home.file == home.file && setting.column.keys() == path);
    known.map_or_else(|| path.join(": "), |setting| setting.label().to_owned())
}

/// What a sheet says at the top and is not written, part by part: the path, what the data say, and what the sheet does.
type Kept<'k> = (Vec<&'k str>, Option<String>, &'k Written);

/// That what stands at the top of a table stays: it is said of records, too, of which the sheet does not speak.
fn stays(file: &str, sheet: &SheetReading, key: &str, kept: &[Kept<'_>]) -> Option<Problem> {
    let part = |path: &[&str], text: &str| match path {
        // A label says itself what it is.
        [_, part] if *part != "etichetta" => format!("{part} {text}"),
        _ => text.to_owned(),
    };
    let now = kept.iter().filter_map(|(path, now, _)| Some(part(path, now.as_deref()?))).collect::<Vec<_>>();
    let said = kept.iter().map(|(path, _, value)| part(path, value.scalar().unwrap_or_default())).collect::<Vec<_>>();
    let now = if now.is_empty() { "non è indicato".to_owned() } else { format!("è «{}»", now.join(", ")) };
    (!kept.is_empty()).then(|| Problem {
        file: file.to_owned(),
        sheet: sheet.name.clone(),
        row: 0,
        column: key.replace('_', " "),
        text: said.join(", "),
        message: format!(
            "il foglio dice «{}», e nei dati {now}: vale anche per righe che il foglio non ha, e perciò resta com'è",
            said.join(", ")
        ),
    })
}

/// Tells what became of a key.
pub(super) fn tell(
    target: &Target<'_>,
    effect: &mut Effect,
    (file, sheet, home): (&str, &SheetReading, &Home),
    heading: &str,
    (before, value): (String, &Written),
    refused: Option<String>,
) {
    match refused {
        None => {
            let after = value.scalar().unwrap_or_default().to_owned();
            let field = FieldChange { heading: heading.to_owned(), before, after };
            effect.change(target.title(home), "in cima al file", field, file);
        }
        Some(message) => effect.problems.push(Problem {
            file: file.to_owned(),
            sheet: sheet.name.clone(),
            row: 0,
            column: heading.to_owned(),
            text: String::new(),
            message,
        }),
    }
}
