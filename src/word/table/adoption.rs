use super::{meanings, remark};
use crate::docx::{Block, Cell, Paragraph, Piece, Row, Style, Table, Tint};
use crate::paper::{AdoptionTable, Figure};
use crate::word::composer::Composer;
use crate::word::rows::{aligned, band, cell_of, row, strong};

/// The columns of offices and days that some row fills, each with its part of the width.
const COLUMNS: [(&str, u32); 5] =
    [("area", 13), ("servizio", 13), ("smart_team", 13), ("giorni_settimana", 8), ("giorni", 10)];

/// Those that count persons, where anybody is counted yet.
const COUNTS: [(&str, u32); 2] = [("dipendenti", 7), ("agili", 8)];

pub(super) fn set(composer: &mut Composer<'_>, table: &AdoptionTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let heading = |key: &str| table.headings.get(key).copied().unwrap_or_default();
    // In its usual shape the areas are bands.
    let usual = table.headings.contains_key("macro_organizzazione");
    let drawn: Vec<_> = COLUMNS
        .into_iter()
        .filter(|(key, _)| if usual { !matches!(*key, "area" | "giorni") } else { table.headings.contains_key(key) })
        .collect();
    let counts: Vec<_> = COUNTS.into_iter().filter(|(key, _)| table.headings.contains_key(key)).collect();
    let texts = drawn.iter().chain(&counts).map(|(key, _)| heading(key));
    let mut head = composer.headings(texts, &table.plain);
    for cell in head.cells.iter_mut().skip(drawn.len()).take(counts.len()) {
        *cell = aligned(std::mem::take(cell), true);
    }
    let parts = drawn.iter().chain(&counts).map(|(_, part)| *part);
    let columns: Vec<u32> = parts.chain(table.plain.iter().map(|_| 9)).collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut has_gaps = false;
    for area in &table.areas {
        if usual {
            let name = super::prefixed(heading("area"), area.name);
            let lines = composer.named(Piece::text(name), None);
            rows.push(band(columns.len(), lines));
        }
        for service in &area.services {
            for team in &service.rows {
                let names = |key: &str| match key {
                    "area" => Some(area.name),
                    "servizio" => Some(service.name),
                    "smart_team" => Some(team.team),
                    _ => None,
                };
                // Marks and notes stand beside the last office that the row names.
                let last = drawn.iter().rposition(|(key, _)| names(key).is_some_and(|name| !name.is_empty()));
                let mut cells: Vec<Cell> = Vec::new();
                for (number, (key, _)) in drawn.iter().enumerate() {
                    let cell = match (names(key), *key) {
                        (Some(name), _) => {
                            let remarks = (last == Some(number)).then_some(&team.remarks);
                            let lines = composer.named(Piece::text(name), remarks);
                            cell_of(lines)
                        }
                        (None, "giorni_settimana") => composer.said(team.days.as_deref()),
                        (None, _) => composer.said(team.period_days.as_deref()),
                    };
                    cells.push(cell);
                }
                has_gaps |= team.days.is_none() && team.period_days.is_none();
                if !counts.is_empty() {
                    cells.push(composer.number(&team.employees));
                    cells.push(composer.number(&team.agile));
                }
                cells.extend(composer.plain(&table.plain, &team.plain));
                rows.push(row(cells));
            }
        }
    }
    rows.extend(total(composer, table, drawn.len()));
    let mut made: Vec<Block> = table.premise.map(|premise| remark(vec![Piece::italic(premise)])).into_iter().collect();
    made.extend(table.undecided.map(|note| remark(vec![Piece::text(note)])));
    made.push(Block::Table(Table { columns, head: vec![head], rows, ..Table::default() }));
    if has_gaps && table.headings.contains_key("giorni_settimana") {
        made.push(remark(vec![Piece::text("Una lineetta (–): dato non indicato.")]));
    }
    made.extend(meanings(&table.marks));
    made
}

/// The published total.
fn total(composer: &mut Composer<'_>, table: &AdoptionTable<'_>, span: usize) -> Option<Row> {
    let total = table.total.as_ref()?;
    let label = strong(composer.line_of(vec![Piece::text(total.label)]));
    let mut cells = vec![Cell { paragraphs: vec![label], span, ..Cell::default() }];
    cells.push(figure(composer, total.employees.as_ref()));
    cells.push(figure(composer, total.agile.as_ref()));
    cells.extend(table.plain.iter().map(|_| Cell::default()));
    for cell in &mut cells {
        cell.tint = Tint::Band;
    }
    Some(Row { cells, may_split: false })
}

/// A published number; where the rows give another, a footnote says which.
fn figure(composer: &mut Composer<'_>, figure: Option<&Figure>) -> Cell {
    let Some(figure) = figure else { return composer.said(None) };
    let mut pieces = vec![Piece::bold(figure.published.as_str())];
    if let Some(by_rows) = &figure.by_rows {
        let text = format!("È il totale pubblicato. La somma delle righe della tabella dà {by_rows}.");
        let note = Paragraph::new(Style::Note, vec![Piece::text(text)]);
        pieces.push(Piece::Note(composer.note(vec![Block::Paragraph(note)])));
    }
    aligned(cell_of(vec![composer.line_of(pieces)]), true)
}
