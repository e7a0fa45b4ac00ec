use crate::model::{Edition, TableName};

/// What stands in the place of a table of an edition, on pages and on paper, that has no rows; `None` if it has some.
pub fn no_rows(edition: &Edition, table: TableName) -> Option<&'static str> {
    edition.is_empty(table).then_some("Questa tavola non ha nessuna riga.")
}
