use super::{meanings, remark};
use crate::docx::{Align, Block, Cell, Merge, Paragraph, Piece, Row, Style, Table};
use crate::paper::{Meaning, TrainingTable};
use crate::word::composer::Composer;
use crate::word::rows::{band, cell_of, row};

/// How many columns it has.
pub(super) fn width(table: &TrainingTable<'_>) -> usize {
    1 + table.columns.len() + table.plain.len()
}

pub(super) fn set(composer: &mut Composer<'_>, table: &TrainingTable<'_>) -> Vec<Block> {
    composer.cell = if table.columns.len() > 6 { Style::SmallCell } else { Style::Cell };
    let mut rows = Vec::new();
    for group in &table.groups {
        let lines = composer.named(Piece::text(group.name), Some(&group.remarks));
        rows.push(band(width(table), lines));
        for module in &group.modules {
            let name = composer.named(Piece::text(module.name), Some(&module.remarks));
            let mut cells = vec![cell_of(name)];
            cells.extend(module.cells.iter().map(|mark| centred(composer, Piece::bold(mark.unwrap_or_default()))));
            cells.extend(composer.plain(&table.plain, &module.plain));
            rows.push(row(cells));
        }
    }
    let count = u32::try_from(table.columns.len()).unwrap_or(1);
    let columns = [(count * 5).max(26)].into_iter().chain(table.columns.iter().map(|_| 10));
    let columns = columns.chain(table.plain.iter().map(|_| 20)).collect();
    let head = head(composer, table);
    let mut made = legend(&table.legend);
    made.push(Block::Table(Table { columns, head, rows, ..Table::default() }));
    made.extend(meanings(&table.marks));
    made
}

/// The headings, in two rows where the audiences stand in groups.
fn head(composer: &Composer<'_>, table: &TrainingTable<'_>) -> Vec<Row> {
    let module = table.headings.get("modulo").copied().unwrap_or_default();
    let audiences = table.columns.iter().map(|column| {
        let marks: String = column.remarks.marks.concat();
        composer.heading(&format!("{}{marks}", column.name))
    });
    let grouped = table.upper.iter().any(|upper| upper.name.is_some());
    let plain = |merge| composer.plain_headings(&table.plain).into_iter().map(move |heading| Cell { merge, ..heading });
    let row = |cells: Vec<Cell>| Row { cells, may_split: false };
    if !grouped {
        return vec![row([composer.heading(module)].into_iter().chain(audiences).chain(plain(Merge::Alone)).collect())];
    }
    let upper =
        table.upper.iter().map(|upper| Cell { span: upper.span, ..composer.heading(upper.name.unwrap_or_default()) });
    let first = Cell { merge: Merge::First, ..composer.heading(module) };
    let below = |title: &str| {
        let mut cell = Cell { merge: Merge::Next, ..composer.heading(title) };
        cell.paragraphs.clear();
        cell
    };
    vec![
        row([first].into_iter().chain(upper).chain(plain(Merge::First)).collect()),
        row([below(module)]
            .into_iter()
            .chain(audiences)
            .chain(table.plain.iter().map(|heading| below(heading.text)))
            .collect()),
    ]
}

fn centred(composer: &Composer<'_>, piece: Piece) -> Cell {
    let paragraph = composer.line_of(vec![piece]);
    cell_of(vec![Paragraph { align: Some(Align::Centre), ..paragraph }])
}

fn legend(marks: &[Meaning<'_>]) -> Vec<Block> {
    if marks.is_empty() {
        return Vec::new();
    }
    let mut pieces = vec![Piece::bold("Legenda: ")];
    for (number, meaning) in marks.iter().enumerate() {
        pieces.push(Piece::text(if number == 0 { "" } else { "; " }));
        pieces.push(Piece::bold(meaning.mark));
        pieces.push(Piece::text(" – "));
        let unstated = || Piece::italic("significato non indicato nel testo pubblicato");
        pieces.push(meaning.text.map_or_else(unstated, Piece::text));
    }
    pieces.push(Piece::text("."));
    vec![remark(pieces)]
}
