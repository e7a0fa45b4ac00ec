//! The legend of the marks of a training plan in cells of their own: a mark in one, what it means in the next, below the plan or beside it.

use super::audiences::is_audience;
use super::grid::Grid;
use super::header::Header;
use super::legend::is_title;
use super::role::{Reads, Role};
use super::sheet_column::SheetColumn;
use super::training::{is_mark, legend};
use super::value::{on_one_line, states_nothing};
use crate::import::reading::How;
use crate::model::fold;
use std::collections::BTreeSet;

/// A sign that the legend explains has no more letters.
const LONGEST_MARK: usize = 3;
/// Headings of columns that explain marks.
const HEADINGS: [&str; 12] = [
    "segno",
    "segni",
    "simbolo",
    "simboli",
    "sigla",
    "sigle",
    "significato",
    "descrizione",
    "spiegazione",
    "valore",
    "legenda",
    "marca",
];

/// Finds the columns beside a plan that explain its marks and are none of it.
pub(super) fn find_columns(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize) {
    let mut explaining: Vec<usize> = Vec::new();
    for (number, column) in columns.iter().enumerate() {
        if column.how != How::None || explaining.contains(&number) {
            continue;
        }
        let next = columns.get(number + 1).filter(|next| next.at == column.at + 1 && next.how == How::None);
        if explains(grid, first, column) {
            explaining.push(number);
        } else if let Some(next) = next {
            let others = columns.iter().filter(|other| other.at != column.at && other.at != next.at);
            let used = used(others, grid, &(first..grid.height()));
            if explain(grid, first, (column, next), &used) {
                explaining.extend([number, number + 1]);
            }
        }
    }
    for number in explaining {
        let Some(column) = columns.get_mut(number) else { continue };
        column.role = Some(Role { key: String::new(), reads: Reads::Ordinal, words: Vec::new() });
        (column.how, column.explains) = (How::Values, true);
        column.remark = Some("spiega i segni del piano".to_owned());
    }
}

/// The marks that columns of audiences have in some rows.
fn used<'c>(
    columns: impl Iterator<Item = &'c SheetColumn>,
    grid: &Grid<'_>,
    rows: &(impl Iterator<Item = usize> + Clone),
) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for column in columns.filter(|column| is_audience(column) || column.how == How::None) {
        let texts = rows.clone().map(|row| grid.text(row, column.at));
        used.extend(texts.filter(|text| is_mark(text)).map(on_one_line));
    }
    used
}

/// Whether each cell of a column explains marks by itself: `X = obbligatorio`.
fn explains(grid: &Grid<'_>, first: usize, column: &SheetColumn) -> bool {
    let tells = |text: &str| !legend(text).is_empty();
    let texts: Vec<&str> =
        (first..grid.height()).map(|row| grid.text(row, column.at)).filter(|text| !text.is_empty()).collect();
    let is_heading = column.heading.is_empty() || is_title(&column.heading) || tells(&column.heading);
    let all = texts.iter().all(|text| tells(text) || is_title(text));
    is_heading && all && (tells(&column.heading) || texts.iter().any(|text| tells(text)))
}

/// Whether two columns hold a mark and its meaning in each row of theirs.
fn explain(
    grid: &Grid<'_>,
    first: usize,
    (marks, meanings): (&SheetColumn, &SheetColumn),
    used: &BTreeSet<String>,
) -> bool {
    let is_heading = |column: &SheetColumn| {
        let heading = fold(&column.heading);
        heading.is_empty() || is_title(beginning(column)) || HEADINGS.contains(&heading.as_str())
    };
    let mut known = BTreeSet::new();
    // Below a title that says so every mark is explained, whether the plan has it or not.
    let is_titled = is_title(beginning(marks));
    let mut is_pair = |row: usize| match (grid.text(row, marks.at), grid.text(row, meanings.at)) {
        ("", "") => true,
        (title, "") if is_title(title) => true,
        (mark, meaning) => {
            let is_known = is_titled && entry(mark, meaning).is_some_and(|(_, meaning)| is_meaning(&meaning));
            (is_known || is_entry(mark, meaning, used)) && known.insert(mark)
        }
    };
    let all = (first..grid.height()).all(&mut is_pair);
    is_heading(marks) && is_heading(meanings) && all && !known.is_empty()
}

/// The first row of a heading: the first of the marks may stand in the second.
fn beginning(column: &SheetColumn) -> &str {
    column.heading.split(" / ").next().unwrap_or_default()
}

/// Whether a text has more letters than a mark.
fn is_meaning(text: &str) -> bool {
    fold(text).chars().filter(|c| c.is_alphabetic()).count() > LONGEST_MARK
}

/// Whether one cell is a mark of the plan and the next says what it means.
fn is_entry(mark: &str, meaning: &str, used: &BTreeSet<String>) -> bool {
    used.contains(&on_one_line(mark)) && is_meaning(meaning) && !used.contains(&on_one_line(meaning))
}

/// The rows of a plan from `first` on that hold nothing but marks with their meanings.
pub(super) fn rows(grid: &Grid<'_>, columns: &[SheetColumn], anchor: Option<usize>, first: usize) -> BTreeSet<usize> {
    let Some(anchor) = anchor.filter(|_| columns.iter().any(is_audience)) else { return BTreeSet::new() };
    let is_module = |row: &usize| {
        let name = grid.text(*row, anchor);
        !states_nothing(name) && !is_title(name) && !is_mark(name)
    };
    let modules: Vec<usize> = (first..grid.height()).filter(is_module).collect();
    let used = used(columns.iter().filter(|column| is_audience(column)), grid, &modules.iter().copied());
    (first..grid.height()).filter(|row| is_legend(grid, *row, &used)).collect()
}

fn is_legend(grid: &Grid<'_>, row: usize, used: &BTreeSet<String>) -> bool {
    let filled = grid.filled(row);
    let own = match filled.split_first() {
        Some((title, rest)) if is_title(grid.text(row, *title)) => rest,
        _ => filled.as_slice(),
    };
    let is_pair = |pair: &[usize]| match pair {
        [mark, meaning] => meaning - mark == 1 && is_entry(grid.text(row, *mark), grid.text(row, *meaning), used),
        _ => false,
    };
    !own.is_empty() && own.chunks(2).all(is_pair)
}

/// What a row of a legend says, cell by cell.
pub(super) fn entries(grid: &Grid<'_>, row: usize) -> Vec<(String, String)> {
    let pair = |pair: &[usize]| match pair {
        [mark, meaning] if meaning - mark == 1 => entry(grid.text(row, *mark), grid.text(row, *meaning)),
        _ => None,
    };
    grid.filled(row).windows(2).filter_map(pair).collect()
}

fn entry(mark: &str, meaning: &str) -> Option<(String, String)> {
    let (mark, meaning) = (on_one_line(mark), on_one_line(meaning));
    (!mark.is_empty() && mark.chars().count() <= LONGEST_MARK && !meaning.is_empty()).then_some((mark, meaning))
}

/// What the columns beside a plan say of its marks.
pub(super) fn beside(grid: &Grid<'_>, header: &Header) -> Vec<(String, String)> {
    let columns = &header.columns;
    let from = header.rows.first().copied().unwrap_or_default();
    let mut said = Vec::new();
    for row in from..grid.height() {
        for column in columns.iter().filter(|column| column.explains) {
            let text = grid.text(row, column.at);
            let next = columns.iter().any(|next| next.explains && next.at == column.at + 1);
            said.extend(legend(text));
            said.extend(next.then(|| entry(text, grid.text(row, column.at + 1))).flatten());
        }
    }
    said
}
