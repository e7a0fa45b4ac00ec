use crate::model::{Keyword, TableName};

/// The identifier that a table has on the page that is all about it, and the first time in a chapter.
pub(super) fn table_anchor(table: TableName) -> String {
    // An underscore never stands in the anchor of a heading, so the two cannot meet.
    format!("tavola_{}", table.keyword())
}

/// The path of a row of a table on a page that shows the table.
pub(super) fn row_path(page: &str, table: TableName, row: usize) -> String {
    format!("{page}#{}_{}", table_anchor(table), row + 1)
}
