use super::meanings;
use crate::docx::{Block, Cell, Piece, Style, Table};
use crate::paper::{IndicatorTable, IndicatorYear};
use crate::word::composer::Composer;
use crate::word::rows::{band, cell_of, row};

/// How many columns it has.
pub(super) fn width(table: &IndicatorTable<'_>) -> usize {
    1 + usize::from(table.headings.contains_key("base")) + table.years.len() + table.plain.len()
}

pub(super) fn set(composer: &mut Composer<'_>, table: &IndicatorTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let heading = |key: &str| table.headings.get(key).copied().unwrap_or_default();
    let base = table.headings.get("base").copied();
    let years: Vec<String> = table.years.iter().map(ToString::to_string).collect();
    let texts = [heading("indicatore")].into_iter().chain(base).chain(years.iter().map(String::as_str));
    let head = vec![composer.headings(texts, &table.plain)];
    let mut rows = Vec::new();
    for group in &table.groups {
        let lines = composer.named(Piece::text(group.name), None);
        rows.push(band(width(table), lines));
        for indicator in &group.rows {
            let mut lines = composer.named(Piece::bold(indicator.name), Some(&indicator.remarks));
            let more = [("unita", indicator.unit), ("formula", indicator.formula), ("fonte", indicator.source)];
            for (key, text) in more.into_iter().filter_map(|(key, text)| Some((key, text?))) {
                lines.push(composer.line_of(vec![Piece::text(format!("{}: {text}", heading(key)))]));
            }
            let mut cells = vec![cell_of(lines)];
            if base.is_some() {
                let day = indicator.base_day.as_ref().map(|day| composer.line_of(vec![Piece::text(day)]));
                let mut cell = composer.said(indicator.base.as_deref());
                cell.paragraphs.extend(day);
                cells.push(cell);
            }
            for year in &indicator.years {
                let titles = ["obiettivi", "consuntivo"].map(heading);
                cells.push(value(composer, titles, year));
            }
            cells.extend(composer.plain(&table.plain, &indicator.plain));
            rows.push(row(cells));
        }
    }
    let columns = std::iter::once(20).chain((1..width(table)).map(|_| 10)).collect();
    let table_block = Block::Table(Table { columns, head, rows, ..Table::default() });
    std::iter::once(table_block).chain(meanings(&table.marks)).collect()
}

/// The value of a year: the target, below it the result, and what came of it.
fn value(composer: &Composer<'_>, titles: [&str; 2], year: &IndicatorYear) -> Cell {
    let mut lines = Vec::new();
    for (title, value) in titles.into_iter().zip([&year.target, &year.result]) {
        let value = value.as_ref().map(|value| vec![Piece::text(format!("{title}: ")), Piece::bold(value)]);
        lines.extend(value.map(|pieces| composer.line_of(pieces)));
    }
    lines.extend(year.outcome.map(|words| composer.line_of(vec![Piece::text(words)])));
    if lines.is_empty() { composer.said(None) } else { cell_of(lines) }
}
