use super::fields::apply;
use super::files::Files;
use super::{missing, troubled};
use crate::edit::{Change, Document, Written};
use crate::workbench::bench::Bench;
use crate::workbench::page::{SettingsExtra, settings_page};
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Row, Rows, SettingsFile, emptied, shown};
use crate::workbench::visit::{Done, Form, Shown, Visit};

/// How many records that have a value are named.
const NAMED: usize = 5;

/// Adds the column that a form asks for, and tells it in words; nothing where it asks for none.
///
/// # Errors
///
/// Why there can be no such column.
pub(super) fn add(
    document: &mut Document,
    settings: &SettingsFile<'_>,
    order: &[&str],
    form: &Form,
) -> Result<Option<String>, String> {
    let Some((title, fields)) = settings.added_column(form)? else { return Ok(None) };
    apply(document, &fields, (&[], order), form)?;
    Ok(Some(format!("nuova colonna «{title}»")))
}

/// Removes a column that no record fills; where some do, it is told what would be lost, and nothing is.
pub(super) fn remove(
    bench: &Bench<'_>,
    session: &mut Session,
    visit: &Visit,
    settings: &SettingsFile<'_>,
    key: &str,
) -> Done {
    let (Some((path, title)), Some(home), Some(edition)) =
        (settings.own_column(key), settings.table(), bench.edition())
    else {
        return missing();
    };
    let refused = |session: &Session, notice: String| {
        let extra = SettingsExtra { notice: Some(notice), ..SettingsExtra::default() };
        Done::only(Shown::Refused(settings_page(bench, session, visit, settings, extra)))
    };
    let rows = Rows::of(bench, edition, home);
    let filled: Vec<&Row<'_>> = rows.rows.iter().filter(|row| is_filled(row.value.get(key))).collect();
    if !filled.is_empty() {
        return refused(session, kept(&title, key, &filled));
    }
    let mut files = Files::default();
    let removed = files.open(&settings.file).and_then(|document| {
        let depth = emptied(document.read(), &path).unwrap_or(path.len());
        document.apply(&Change::Remove { at: path[..depth].to_vec() }, &[])
    });
    if let Err(why) = removed {
        return refused(session, format!("Non è stato tolto nulla: {why}."));
    }
    match save(bench, session, format!("{}: tolta la colonna «{title}»", settings.title), files.edits()) {
        Ok(()) => Done::written(format!("{}?fatto=1", settings.address)),
        Err(trouble) => troubled(&trouble),
    }
}

fn is_filled(value: Option<&Written>) -> bool {
    value.is_some_and(|value| !value.entries().is_empty() || !shown(Some(value)).trim().is_empty())
}

/// What would be lost, and what to do first.
fn kept(title: &str, key: &str, filled: &[&Row<'_>]) -> String {
    let named = filled.iter().take(NAMED).map(|row| {
        let value = shown(row.value.get(key)).lines().collect::<Vec<_>>().join(", ");
        if value.is_empty() { row.label.clone() } else { format!("{} (dice «{value}»)", row.label) }
    });
    let named = named.collect::<Vec<_>>().join("; ");
    let count = match filled.len() {
        1 => "una voce ha".to_owned(),
        count => format!("{count} voci hanno"),
    };
    let others = match filled.len().saturating_sub(NAMED) {
        0 => String::new(),
        1 => "; e un'altra".to_owned(),
        others => format!("; e altre {others}"),
    };
    format!(
        "La colonna «{title}» non è stata tolta: {count} un valore che andrebbe perso. Sono: {named}{others}. Per toglierla, svuotare prima quei campi nella tavola; per non mostrarla e tenere i valori, scegliere «no» in «Pubblica»."
    )
}
