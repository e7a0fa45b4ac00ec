use super::meanings;
use crate::docx::{Block, Cell, Piece, Style, Table};
use crate::paper::ExclusionTable;
use crate::word::composer::Composer;
use crate::word::rows::{cell_of, row};

/// The columns that are drawn here, each with its part of the width.
const COLUMNS: [(&str, u32); 5] = [("lettera", 4), ("profili", 11), ("attivita", 11), ("dove", 10), ("eccezioni", 15)];

pub(super) fn set(composer: &mut Composer<'_>, table: &ExclusionTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let drawn: Vec<_> = COLUMNS.into_iter().filter(|(key, _)| table.headings.contains_key(key)).collect();
    let texts = drawn.iter().filter_map(|(key, _)| table.headings.get(key).copied());
    let head = vec![composer.headings(texts, &table.plain)];
    let mut rows = Vec::new();
    for exclusion in &table.rows {
        let mut cells: Vec<Cell> = Vec::new();
        for (key, _) in &drawn {
            cells.push(match *key {
                "lettera" => composer.said(exclusion.letter.map(|letter| format!("{letter})")).as_deref()),
                "dove" => composer.said(exclusion.place),
                "eccezioni" => composer.said(exclusion.exceptions),
                key => {
                    let names = if key == "profili" { &exclusion.profiles } else { &exclusion.activities };
                    if names.is_empty() {
                        composer.said(None)
                    } else {
                        let name = composer.named(Piece::text(names.join("; ")), Some(&exclusion.remarks));
                        cell_of(name)
                    }
                }
            });
        }
        cells.extend(composer.plain(&table.plain, &exclusion.plain));
        rows.push(row(cells));
    }
    let columns = drawn.iter().map(|(_, part)| *part).chain(table.plain.iter().map(|_| 10)).collect();
    let table_block = Block::Table(Table { columns, head, rows, ..Table::default() });
    std::iter::once(table_block).chain(meanings(&table.marks)).collect()
}
