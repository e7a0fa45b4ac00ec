use super::meanings;
use crate::docx::{Block, Piece, Style, Table};
use crate::paper::ExpectedBehaviourTable;
use crate::word::composer::Composer;
use crate::word::rows::{cell_of, shared};

pub(super) fn set(composer: &mut Composer<'_>, table: &ExpectedBehaviourTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let heading = |key: &str| table.headings.get(key).copied().unwrap_or_default();
    let head = vec![composer.headings([heading("ruolo"), heading("voce")], &[])];
    let mut rows = Vec::new();
    for role in &table.rows {
        let mut lines = composer.named(Piece::bold(role.name), Some(&role.remarks));
        lines.extend(role.nature.map(|nature| composer.line_of(vec![Piece::text(nature)])));
        for (heading, texts) in table.plain.iter().zip(&role.plain).filter(|(_, texts)| !texts.is_empty()) {
            lines.push(composer.line_of(vec![Piece::text(format!("{}: {}", heading.text, texts.join("; ")))]));
        }
        let first = cell_of(lines);
        let mut entries: Vec<_> = role.entries.iter().map(|entry| vec![composer.said(Some(entry))]).collect();
        if entries.is_empty() {
            entries.push(vec![composer.said(None)]);
        }
        rows.extend(shared(&first, entries));
    }
    let table_block = Block::Table(Table { columns: vec![10, 32], head, rows, ..Table::default() });
    std::iter::once(table_block).chain(meanings(&table.marks)).collect()
}
