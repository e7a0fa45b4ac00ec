//! What an address shows of a table: which of its records, in which order.

use super::field::Field;
use super::rows::{Row, Rows};
use super::value::shown;
use crate::model::fold;
use crate::workbench::visit::{Form, field};

/// By which column the address says that the rows are sorted, which way, and what means from the last to the first.
pub(in crate::workbench) const SORT: &str = "ordina";
pub(in crate::workbench) const WAY: &str = "verso";
pub(in crate::workbench) const DOWN: &str = "giu";

/// What is looked for in all columns.
const QUERY: &str = "q";

/// The characters of a cell that are shown.
const CELL: usize = 160;

/// The places of the records that an address keeps by its filters, sorted as it says.
pub(in crate::workbench) fn rows(address: &Form, fields: &[&Field], rows: &Rows<'_>) -> Vec<usize> {
    let mut kept: Vec<usize> = (0..rows.rows.len()).filter(|at| is_kept(address, fields, &rows.rows[*at])).collect();
    let asked = |name: &str| field(address, name).unwrap_or_default();
    let Some(by) = fields.iter().find(|field| field.key == asked(SORT)) else { return kept };
    kept.sort_by_cached_key(|at| {
        let text = cell(by, &rows.rows[*at]).join(" ");
        let number = text.replace(',', ".").parse::<f64>().ok();
        (number.is_none(), number.map_or(0, f64_key), fold(&text))
    });
    if asked(WAY) == DOWN {
        kept.reverse();
    }
    kept
}

/// The texts of a field of a record, as people read them.
pub(in crate::workbench) fn cell(field: &Field, row: &Row<'_>) -> Vec<String> {
    let texts = shown(field.value_in(&row.value));
    let options = field.options();
    let name = |text: &str| {
        let label = options.iter().find(|option| option.value == text).map_or(text, |option| option.label.as_str());
        match label.char_indices().nth(CELL) {
            Some((at, _)) => format!("{}…", &label[..at]),
            None => label.to_owned(),
        }
    };
    texts.lines().map(name).collect()
}

fn is_kept(address: &Form, fields: &[&Field], row: &Row<'_>) -> bool {
    let asked = |name: &str| field(address, name).unwrap_or_default();
    let holds = |texts: &[String], wanted: &str| texts.iter().any(|text| fold(text).contains(&fold(wanted)));
    let query = asked(QUERY);
    if query.is_empty() && fields.iter().all(|field| asked(&field.key).is_empty()) {
        return true;
    }
    let cells: Vec<Vec<String>> = fields.iter().map(|field| cell(field, row)).collect();
    let found = query.is_empty() || cells.iter().any(|texts| holds(texts, query));
    found
        && fields.iter().zip(&cells).all(|(field, texts)| {
            let wanted = asked(&field.key);
            let raw = shown(field.value_in(&row.value));
            wanted.is_empty() || raw.lines().any(|line| line == wanted) || holds(texts, wanted)
        })
}

/// A number as one that can be sorted.
fn f64_key(number: f64) -> i64 {
    let bits = number.to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}
