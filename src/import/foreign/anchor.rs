use super::blocks::column_of;
use super::exclusions;
use super::header::Header;

/// The key without which a row of a table is no record.
pub(super) fn name_key(table: &str) -> Option<&'static str> {
    match table {
        "processi" => Some("processo"),
        "attuazione" | "esclusioni" => None,
        "indicatori" => Some("indicatore"),
        _ => Some("nome"),
    }
}

/// The column of what a row is called, without which it is no record.
pub(super) fn column(header: &Header, table: &str) -> Option<usize> {
    match name_key(table) {
        Some(name) => column_of(header, name),
        None if table == "esclusioni" => exclusions::subject(header),
        None => None,
    }
}
