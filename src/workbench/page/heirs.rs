use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::table::{FieldOption, Row, Rows, known, records};

/// The records to which what refers to one can be given.
pub(super) fn heirs(edition: &Edition, home: &Home, rows: &Rows<'_>, row: &Row<'_>) -> Vec<FieldOption> {
    let mut all = match home.target {
        Some(target) => records(edition, target),
        None => rows.rows.iter().map(|row| FieldOption::new(heir_id(row), row.label.as_str())).collect(),
    };
    all.retain(|option| option.value != heir_id(row));
    all
}

/// What tells a record from the others where it is chosen as an heir: its identifier, or its address where it has none.
pub(in crate::workbench) fn heir_id<'r>(row: &'r Row<'_>) -> &'r str {
    Some(known(&row.value)).filter(|id| !id.is_empty()).unwrap_or(&row.id)
}
