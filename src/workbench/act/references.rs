use super::files::Files;
use super::table_form::TableForm;
use crate::edit::Written;
use crate::workbench::plain_words;
use crate::workbench::table::{Row, known, mentions};

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
    let (from, to) = (known(&row.value), known(after));
    if from == to || to.is_empty() {
        return Ok(None);
    }
    let named = mentions(table.bench, table.edition, table.home, from);
    if let Some((path, why)) = named.unread.first() {
        return Err(plain_words::unread(table.bench, path, why, "nomina forse questa voce, e resterebbe indietro"));
    }
    if named.all.is_empty() {
        return Ok(None);
    }
    if table.rows.rows.iter().any(|other| (other.file, &other.at) != (row.file, &row.at) && known(&other.value) == to) {
        return Err(format!(
            "«{to}» è già l'identificativo di un'altra voce, alla quale passerebbero quelle che nominano questa"
        ));
    }
    files.rename(table.bench, table.edition, &named.all, (from, to)).map_err(|why| why.to_string())?;
    Ok(Some(match named.all.len() {
        1 => "cambiato anche in 1 voce che lo nomina".to_owned(),
        count => format!("cambiato anche in {count} voci che lo nominano"),
    }))
}
