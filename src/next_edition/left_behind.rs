//! What the old state of adoption said besides the numbers of its rows, and the new one does not say until somebody writes it again.

use crate::model::{AdoptionRow, DeclaredTotal, Edition, Headcount, People, Spanned};

/// How many rows are named one by one.
const NAMED: usize = 5;

/// What is to be decided of it: the declared total, the notes, the doubts.
pub(super) fn decisions(edition: &Edition) -> Vec<String> {
    let total = edition.adoption.declared.as_ref().map(|total| {
        format!(
            "dire il totale, se anche questa edizione ne pubblica uno: in {} era {}",
            edition.id.as_str(),
            said(total)
        )
    });
    let has_remark = |row: &AdoptionRow| row.annotations.note.is_some() || !row.annotations.marks.is_empty();
    let has_doubt = |row: &AdoptionRow| row.annotations.to_verify.is_some();
    let remarks = of_rows(edition, has_remark, "la nota", "le note");
    let open_points = of_rows(edition, has_doubt, "il dubbio", "i dubbi");
    total.into_iter().chain(remarks).chain(open_points).collect()
}

/// `«Totale» (21 dipendenti, 11 lavoratori agili)`.
fn said(total: &DeclaredTotal) -> String {
    let counted = |count: &Option<Spanned<Headcount>>, one, many| {
        count.as_ref().map(|count| People::from(count.value).counted(one, many))
    };
    let counts = [
        counted(&total.employees, "dipendente", "dipendenti"),
        counted(&total.agile, "lavoratore agile", "lavoratori agili"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let counts = if counts.is_empty() { String::new() } else { format!(" ({})", counts.join(", ")) };
    format!("«{}»{counts}", total.label.value)
}

/// That what some rows said beside their numbers was not carried over; `None` where no row did.
fn of_rows(edition: &Edition, says: impl Fn(&AdoptionRow) -> bool, one: &str, many: &str) -> Option<String> {
    let rows: Vec<&AdoptionRow> = edition.adoption.rows.rows.iter().filter(|row| says(row)).collect();
    let what = if rows.len() == 1 { one } else { many };
    let mut names: Vec<String> = rows.iter().take(NAMED).map(|row| format!("«{}»", row.name())).collect();
    match rows.len().saturating_sub(NAMED) {
        0 => {}
        1 => names.push("un'altra riga".to_owned()),
        others => names.push(format!("altre {others} righe")),
    }
    let last = names.pop()?;
    let names = if names.is_empty() { last } else { format!("{} e {last}", names.join(", ")) };
    let old = edition.id.as_str();
    Some(format!("riscrivere, dove vale ancora, {what} dell'edizione {old} su {names}"))
}
