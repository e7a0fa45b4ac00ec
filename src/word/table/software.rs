use super::meanings;
use crate::docx::{Block, Piece, Style, Table};
use crate::paper::SoftwareTable;
use crate::word::composer::Composer;
use crate::word::rows::{cell_of, row};

pub(super) fn set(composer: &mut Composer<'_>, table: &SoftwareTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let heading = |key: &str| table.headings.get(key).copied().unwrap_or_default();
    let head = vec![composer.headings([heading("nome"), heading("scopo")], &table.plain)];
    let mut rows = Vec::new();
    for program in &table.rows {
        let name = composer.named(Piece::text(program.name), Some(&program.remarks));
        let mut cells = vec![cell_of(name), composer.said(Some(program.purpose))];
        cells.extend(composer.plain(&table.plain, &program.plain));
        rows.push(row(cells));
    }
    let columns = [10, 17].into_iter().chain(table.plain.iter().map(|_| 8)).collect();
    let table_block = Block::Table(Table { columns, head, rows, ..Table::default() });
    std::iter::once(table_block).chain(meanings(&table.marks)).collect()
}
