use super::meanings;
use crate::docx::{Block, Piece, Row, Style, Table};
use crate::paper::TeamTable;
use crate::word::composer::Composer;
use crate::word::rows::{band, cell_of, row, shared};

pub(super) fn set(composer: &mut Composer<'_>, table: &TeamTable<'_>) -> Vec<Block> {
    composer.cell = Style::Cell;
    let heading = |key: &str| table.headings.get(key).copied();
    let (service, degree) = (heading("servizio"), heading("smartabilita"));
    let texts = service.into_iter().chain(heading("nome")).chain(degree);
    let head = vec![composer.headings(texts, &table.plain)];
    let columns: Vec<u32> = service.map(|_| 12).into_iter().chain([12]).chain(degree.map(|_| 9)).collect();
    let columns: Vec<u32> = columns.into_iter().chain(table.plain.iter().map(|_| 9)).collect();
    let mut rows: Vec<Row> = Vec::new();
    for area in &table.areas {
        if let Some(title) = heading("area").filter(|_| !area.name.is_empty()) {
            let name = super::prefixed(title, area.name);
            let lines = composer.named(Piece::text(name), area.remarks.as_ref());
            rows.push(band(columns.len(), lines));
        }
        for office in &area.services {
            let mut own = Vec::new();
            let first = composer.named(Piece::text(office.name), office.remarks.as_ref());
            for team in &office.teams {
                let name = composer.named(Piece::text(team.name), Some(&team.remarks));
                let mut cells = vec![cell_of(name)];
                cells.extend(degree.map(|_| composer.said(team.smartability)));
                cells.extend(composer.plain(&table.plain, &team.plain));
                own.push(cells);
            }
            match service {
                Some(_) => rows.extend(shared(&cell_of(first), own)),
                None => rows.extend(own.into_iter().map(row)),
            }
        }
    }
    let table_block = Block::Table(Table { columns, head, rows, ..Table::default() });
    std::iter::once(table_block).chain(meanings(&table.marks)).collect()
}
