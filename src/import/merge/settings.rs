//! What a sheet says beside its records: keys at the top of the file of its table.

use super::own_columns;
use super::same::is_same;
use crate::edit::Written;
use crate::import::deed::{Effect, FieldChange, Problem};
use crate::import::target::head;
use crate::import::{SheetReading, Target};
use crate::tables::Home;

pub(super) fn apply(target: &mut Target<'_>, effect: &mut Effect, file: &str, sheet: &SheetReading) {
    let Some(home) = sheet.table.as_deref().and_then(Home::of) else { return };
    for (key, value) in &sheet.settings {
        let parts = match value {
            Written::Group(parts) => parts.iter().map(|(part, value)| (vec![key.as_str(), part], value)).collect(),
            _ => vec![(vec![key.as_str()], value)],
        };
        for (path, value) in parts {
            let top = target.ledger.top(home.file);
            let now = top.and_then(|top| path.iter().try_fold(top, |value, key| value.get(key)));
            if now.is_some_and(|now| is_same(key, now, value)) {
                continue;
            }
            let before = now.and_then(Written::scalar).unwrap_or_default().to_owned();
            let comment = head(home, target.edition);
            let done = target.ledger.set_top(home.file, &path, value.clone(), &comment);
            tell(
                target,
                effect,
                (file, sheet, home),
                &path.join(": "),
                (before, value),
                done.err().map(|why| why.to_string()),
            );
        }
    }
    own_columns::describe(target, effect, file, sheet, home);
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
