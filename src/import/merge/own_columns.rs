//! Columns that the answers made keys of the administration's own: each is described in `modello.yaml`.

use super::settings::tell;
use crate::edit::{Refusal, Written};
use crate::import::deed::Effect;
use crate::import::{SheetReading, Target};
use crate::tables::{Home, Place};

/// The comment at the top of a new `modello.yaml`.
const MODEL: &str = "# yaml-language-server: $schema=../../schemi/modello.json\n# Le colonne proprie dell'ente.\n\n";

/// A column that the table does not have yet.
struct Added {
    key: String,
    heading: String,
    /// What `tipo` says of it.
    kind: &'static str,
}

/// Describes the columns that a sheet fills and its table does not have.
pub(super) fn describe(
    target: &mut Target<'_>,
    effect: &mut Effect,
    file: &str,
    sheet: &SheetReading,
    home: &'static Home,
) {
    let added = added(target, sheet, home);
    let path = ["tavole", home.table, "colonne"];
    let model = target.ledger.top("modello");
    let listed = model.and_then(|top| path.iter().try_fold(top, |value, key| value.get(key)));
    let missing: Vec<&Added> =
        added.iter().filter(|column| listed.is_none_or(|listed| listed.get(&column.key).is_none())).collect();
    if missing.is_empty() {
        return;
    }
    let done: Vec<Result<(), Refusal>> = if listed.is_some_and(|listed| !listed.entries().is_empty()) {
        let set = |column: &&Added| {
            let path = ["tavole", home.table, "colonne", column.key.as_str()];
            target.ledger.set_top("modello", &path, column.described(), MODEL)
        };
        missing.iter().map(set).collect()
    } else {
        let mut columns = ours(target, sheet, home);
        columns.extend(missing.iter().map(|column| (column.key.clone(), column.described())));
        let done = target.ledger.set_top("modello", &path, Written::Group(columns), MODEL);
        missing.iter().map(|_| done.clone()).collect()
    };
    for (column, done) in missing.into_iter().zip(done) {
        let (name, kind) = (format!("colonna propria `{}`", column.key), Written::text(column.kind));
        let refused = done.err().map(|refusal| refusal.to_string());
        tell(target, effect, (file, sheet, home), &name, (String::new(), &kind), refused);
    }
}

impl Added {
    fn described(&self) -> Written {
        let heading = Written::text(self.heading.clone());
        Written::Group(vec![("titolo".to_owned(), heading), ("tipo".to_owned(), Written::text(self.kind))])
    }
}

/// The columns that the table does not have, in the order of the sheet.
fn added(target: &Target<'_>, sheet: &SheetReading, home: &Home) -> Vec<Added> {
    let Some(grid) = target.grid(home.table) else { return Vec::new() };
    let is_known = |key: &str| grid.columns.iter().any(|column| column.path.first().is_some_and(|first| first == key));
    let mut added: Vec<Added> = Vec::new();
    for column in &sheet.columns {
        let Some(key) = column.key.as_ref().filter(|key| !is_known(key)) else { continue };
        let drafts = sheet.drafts.iter().filter(|draft| draft.table == home.table);
        let fields = drafts.flat_map(|draft| &draft.fields).filter(|(own, _)| own == key);
        let values: Vec<&Written> = fields.map(|(_, value)| value).collect();
        let is_plain = !values.is_empty() && !values.iter().any(|value| matches!(value, Written::Group(_)));
        if is_plain && !added.iter().any(|known| known.key == *key) {
            added.push(Added { key: key.clone(), heading: column.heading.clone(), kind: kind(&values) });
        }
    }
    added
}

/// Columns are shown in the order in which `modello.yaml` lists them, and what it does not list follows: so ours are listed before the first of
/// the administration's own, those that are filled, each with the heading that it has.
fn ours(target: &Target<'_>, sheet: &SheetReading, home: &Home) -> Vec<(String, Written)> {
    let records = target.grid(home.table).map(|grid| grid.rows.as_slice()).unwrap_or_default();
    let is_filled = |key: &str| {
        let mut stated = sheet.drafts.iter().flat_map(|draft| &draft.fields);
        records.iter().any(|row| row.value.get(key).is_some()) || stated.any(|(known, _)| known == key)
    };
    let ours = home.columns().into_iter().filter(|column| column.shows.page != Place::Nowhere && is_filled(column.key));
    let entry = |column| {
        let heading = home.heading(target.edition, column);
        (column.published.to_owned(), Written::text(heading))
    };
    ours.map(entry).collect()
}

/// What `tipo` says of a column with these values.
fn kind(values: &[&Written]) -> &'static str {
    let all = |is: &dyn Fn(&Written) -> bool| values.iter().all(|value| is(value));
    let is_number = |text: &str| text.parse::<f64>().is_ok();
    match () {
        () if values.iter().any(|value| matches!(value, Written::List(_))) => "elenco",
        () if all(&|value| matches!(value, Written::Number(text) if is_number(text))) => "numero",
        () if all(&|value| matches!(value, Written::Number(_))) => "data",
        () if all(&|value| matches!(value.scalar(), Some("si" | "no"))) => "si-no",
        () => "testo",
    }
}
