//! What a workbook calls the records that others name: what they were called when it was written, and what they are called in it now. Any of
//! these may stand in its cells.

use crate::model::slug;
use crate::tables::{Home, Target};
use crate::workbook::Returned;
use std::collections::BTreeMap;

/// The kind, the identifier and the name of such records.
pub(super) fn of(returned: &Returned) -> Vec<(Target, String, String)> {
    let mut names = Vec::new();
    for table in &returned.tables {
        let Some(kind) = Home::of(&table.table).and_then(|home| home.target) else { continue };
        let renamed: BTreeMap<&str, &str> = table
            .rows
            .iter()
            .map(|row| (row.key.as_str(), table.cell(row, "id")))
            .filter(|(_, id)| !id.is_empty())
            .collect();
        // By the name that it had it is called by the identifier that it has.
        let held = table.origin.iter().filter_map(|(key, cells)| {
            let id = renamed.get(key.as_str()).copied().or_else(|| cells.get("id").map(String::as_str))?;
            Some((id.to_owned(), cells.get("nome")?.clone()))
        });
        let now = table.rows.iter().filter_map(|row| {
            let (id, name) = (table.cell(row, "id"), table.cell(row, "nome"));
            // An office gets its identifier from its name, where it is given none.
            let id = if id.is_empty() && kind != Target::Software { slug(name) } else { id.to_owned() };
            (!name.is_empty() && !id.is_empty()).then(|| (id, name.to_owned()))
        });
        names.extend(held.chain(now).map(|(id, name)| (kind, id, name)));
    }
    names
}
