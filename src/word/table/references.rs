use super::meanings;
use crate::docx::{Block, Piece, Style, Table, Target};
use crate::paper::ReferenceTable;
use crate::word::composer::Composer;
use crate::word::rows::{cell_of, row};

pub(super) fn set(composer: &mut Composer<'_>, table: &ReferenceTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let heading = |key: &str| table.headings.get(key).copied();
    let (date, subject) = (heading("data"), heading("materia"));
    let texts = heading("atto").into_iter().chain(date).chain(subject);
    let head = vec![composer.headings(texts, &table.plain)];
    let mut rows = Vec::new();
    for reference in &table.rows {
        let act = match reference.url {
            Some(url) => Piece::Link(Target::Outside(url.to_owned()), vec![Piece::text(reference.act)]),
            None => Piece::text(reference.act),
        };
        let name = composer.named(act, Some(&reference.remarks));
        let mut cells = vec![cell_of(name)];
        cells.extend(date.map(|_| composer.said(reference.date.as_deref())));
        cells.extend(subject.map(|_| composer.said(reference.subject)));
        cells.extend(composer.plain(&table.plain, &reference.plain));
        rows.push(row(cells));
    }
    let columns = [20].into_iter().chain(date.map(|_| 8)).chain(subject.map(|_| 13));
    let columns = columns.chain(table.plain.iter().map(|_| 10)).collect();
    let table_block = Block::Table(Table { columns, head, rows, ..Table::default() });
    std::iter::once(table_block).chain(meanings(&table.marks)).collect()
}
