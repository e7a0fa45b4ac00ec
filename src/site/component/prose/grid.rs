use super::widths::Widths;
use crate::chapters::{Alignment, Grid, plain};
use crate::site::escape::escaped;

/// The HTML before the cells of a table written in a chapter: like the tables of the data, it has a caption and a region that scrolls.
pub(super) fn opening(grid: &Grid, id: &str) -> String {
    let caption = escaped(&caption(grid));
    let widths = Widths::of(grid);
    let columns: String =
        widths.percentages.iter().map(|percentage| format!("<col class=\"l-{percentage}\">")).collect();
    let least = step(widths.least);
    format!(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\
         <table class=\"breve scritta m-{least}\">\
         <caption id=\"{id}\" class=\"visually-hidden\">{caption}</caption><colgroup>{columns}</colgroup>"
    )
}

/// The least of the widths in the stylesheet (`73-misure.css`) that is not below this one, in characters.
fn step(least: usize) -> usize {
    let step = if least <= 60 { 2 } else { 10 };
    least.next_multiple_of(step).clamp(10, 300)
}

/// The opening and the closing tag of a cell of the headings.
pub(super) fn heading_cell(grid: &Grid, column: usize) -> (String, &'static str) {
    (format!("<th scope=\"col\"{}>", class(grid, column)), "</th>")
}

/// The opening and the closing tag of a cell of a row: the first is the heading of its row.
pub(super) fn row_cell(grid: &Grid, column: usize) -> (String, &'static str) {
    let class = class(grid, column);
    if column == 0 { (format!("<th scope=\"row\"{class}>"), "</th>") } else { (format!("<td{class}>"), "</td>") }
}

fn class(grid: &Grid, column: usize) -> &'static str {
    match grid.columns.get(column) {
        Some(Alignment::Right) => " class=\"numero\"",
        Some(Alignment::Centre) => " class=\"centro\"",
        Some(Alignment::Left | Alignment::Unstated) | None => "",
    }
}

/// A table of Markdown has no caption, so its headings say what it holds.
fn caption(grid: &Grid) -> String {
    let headings: Vec<String> = grid.head.iter().map(|cell| plain(cell)).collect();
    let headings: Vec<&str> =
        headings.iter().map(String::as_str).filter(|heading| !heading.trim().is_empty()).collect();
    if headings.is_empty() { "Tabella".to_owned() } else { headings.join(", ") }
}
