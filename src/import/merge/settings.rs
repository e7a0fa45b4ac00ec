//! What a sheet says beside its records: keys at the top of the file of its table, and columns that the table does not have yet.

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
    own_columns(target, effect, file, sheet, home);
}

/// Columns that the answers made keys of the administration's own: each is described in `modello.yaml`.
fn own_columns(target: &mut Target<'_>, effect: &mut Effect, file: &str, sheet: &SheetReading, home: &'static Home) {
    let Some(grid) = target.grid(home.table) else { return };
    let known: Vec<String> = grid.columns.iter().filter_map(|column| column.path.first().cloned()).collect();
    let mut added: Vec<(String, String, Vec<Written>)> = Vec::new();
    for (key, value) in sheet.drafts.iter().filter(|draft| draft.table == home.table).flat_map(|draft| &draft.fields) {
        if known.contains(key) || matches!(value, Written::Group(_)) {
            continue;
        }
        if let Some((_, _, values)) = added.iter_mut().find(|(other, ..)| other == key) {
            values.push(value.clone());
            continue;
        }
        let heading = sheet.columns.iter().find(|column| column.key.as_ref() == Some(key));
        let heading = heading.map_or_else(|| key.clone(), |column| column.heading.clone());
        added.push((key.clone(), heading, vec![value.clone()]));
    }
    for (key, heading, values) in added {
        let path = ["tavole", home.table, "colonne", key.as_str()];
        let top = target.ledger.top("modello");
        if top.is_some_and(|top| path.iter().try_fold(top, |value, key| value.get(key)).is_some()) {
            continue;
        }
        let kind = kind(&values);
        let value = Written::Group(vec![
            ("titolo".to_owned(), Written::text(heading)),
            ("tipo".to_owned(), Written::text(kind)),
        ]);
        let comment = "# yaml-language-server: $schema=../../schemi/modello.json\n# Le colonne proprie dell'ente.\n\n";
        let done = target.ledger.set_top("modello", &path, value, comment);
        let told = Written::text(kind);
        let name = format!("colonna propria `{key}`");
        tell(target, effect, (file, sheet, home), &name, (String::new(), &told), done.err().map(|why| why.to_string()));
    }
}

/// What `tipo` says of a column with these values.
fn kind(values: &[Written]) -> &'static str {
    let all = |is: &dyn Fn(&Written) -> bool| values.iter().all(is);
    let is_number = |text: &str| text.parse::<f64>().is_ok();
    match () {
        () if values.iter().any(|value| matches!(value, Written::List(_))) => "elenco",
        () if all(&|value| matches!(value, Written::Number(text) if is_number(text))) => "numero",
        () if all(&|value| matches!(value, Written::Number(_))) => "data",
        () if all(&|value| matches!(value.scalar(), Some("si" | "no"))) => "si-no",
        () => "testo",
    }
}

fn tell(
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
