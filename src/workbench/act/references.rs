use super::files::Files;
use super::table_form::TableForm;
use crate::edit::Written;
use crate::workbench::table::{Row, mentions};

/// Lets the records that name one by its identifier name it by the one that it has once the files say what they are to say. The change in words;
/// nothing where there is none.
///
/// # Errors
///
/// Why that cannot be.
pub(super) fn follow(
    table: &TableForm<'_>,
    row: &Row<'_>,
    after: &Written,
    files: &mut Files,
) -> Result<Option<String>, String> {
    let known = |value: &Written| value.get("id").and_then(Written::scalar).unwrap_or_default().to_owned();
    let (from, to) = (known(&row.value), known(after));
    let Some(target) = table.home.target.filter(|_| !from.is_empty() && !to.is_empty() && from != to) else {
        return Ok(None);
    };
    let named = mentions(table.bench, table.edition, target, &from);
    if named.is_empty() {
        return Ok(None);
    }
    if table.rows.rows.iter().any(|other| other.at != row.at && known(&other.value) == to) {
        return Err(format!(
            "«{to}» è già l'identificativo di un'altra voce, alla quale passerebbero quelle che nominano questa"
        ));
    }
    files.rename(table.bench, table.edition, &named, (&from, &to)).map_err(|why| why.to_string())?;
    Ok(Some(match named.len() {
        1 => "cambiato anche in 1 voce che lo nomina".to_owned(),
        count => format!("cambiato anche in {count} voci che lo nominano"),
    }))
}
