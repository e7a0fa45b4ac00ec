use super::{meanings, remark};
use crate::docx::{Block, Cell, Paragraph, Piece, Row, Style, Table};
use crate::paper::{ProcessRow, ProcessTable};
use crate::tables::ColumnPlace;
use crate::word::composer::Composer;
use crate::word::rows::{aligned, cell_of, row};

/// The part of the width of each column that is drawn here.
const PARTS: [(&str, u32); 12] = [
    ("codice", 16),
    ("rischio", 16),
    ("processo", 25),
    ("finalita", 27),
    ("input", 22),
    ("fasi", 36),
    ("output", 25),
    ("area", 21),
    ("smart_team", 22),
    ("servizio", 22),
    ("smartabilita", 16),
    ("supporti_cartacei", 14),
];

pub(super) fn set(composer: &mut Composer<'_>, table: &ProcessTable<'_>) -> Vec<Block> {
    composer.cell = Style::SmallCell;
    let heading = |key: &str| table.headings.get(key).copied();
    let plain = composer.plain_headings(&table.plain);
    let title = |place: &ColumnPlace<'_>| match place.plain {
        Some(number) => plain.get(number).cloned().unwrap_or_default(),
        None => composer.heading(heading(place.key).unwrap_or_default()),
    };
    let mut head = Row { cells: table.order.iter().map(title).collect(), may_split: false };
    // The risk stands below the code.
    if let (Some(at), Some(risk)) = (table.order.iter().position(|place| is_drawn(place, "codice")), heading("rischio"))
    {
        let line = composer.line_of(vec![Piece::text(risk)]);
        head.cells[at].paragraphs.push(line);
    }
    let mut rows = Vec::new();
    for process in &table.rows {
        let cells = table.order.iter().map(|place| cell(composer, table, process, place)).collect();
        rows.push(row(cells));
    }
    let columns = table.order.iter().map(part).collect();
    let mut made = vec![Block::Table(Table { columns, head: vec![head], rows, ..Table::default() })];
    let gaps = table.has_gaps.then_some("Una lineetta (–): dato non indicato.");
    let notes: Vec<&str> = table.risk_note.into_iter().chain(gaps).collect();
    if !notes.is_empty() {
        made.push(remark(vec![Piece::text(notes.join(" "))]));
    }
    made.extend(meanings(&table.marks));
    made
}

fn is_drawn(place: &ColumnPlace<'_>, key: &str) -> bool {
    place.plain.is_none() && place.key == key
}

fn part(place: &ColumnPlace<'_>) -> u32 {
    let known = PARTS.iter().find(|(key, _)| is_drawn(place, key));
    known.map_or(20, |(_, part)| *part)
}

fn cell(
    composer: &mut Composer<'_>,
    table: &ProcessTable<'_>,
    process: &ProcessRow<'_>,
    place: &ColumnPlace<'_>,
) -> Cell {
    if let Some(number) = place.plain {
        let texts = process.plain.get(number).cloned().unwrap_or_default();
        return aligned(composer.items(&texts), table.plain.get(number).is_some_and(|heading| heading.is_number));
    }
    match place.key {
        "codice" | "rischio" => code(composer, process),
        "processo" => name(composer, process),
        "finalita" => composer.said(process.purpose),
        "input" => composer.items(&process.inputs),
        "fasi" => composer.items(&process.phases),
        "output" => composer.items(&process.outputs),
        "area" => lines(composer, &process.areas),
        "smart_team" | "servizio" => lines(composer, &process.teams),
        "smartabilita" => smartability(composer, process),
        _ => composer.said(process.paper),
    }
}

/// Texts one below the other.
fn lines<T: AsRef<str>>(composer: &Composer<'_>, texts: &[T]) -> Cell {
    if texts.is_empty() {
        return composer.said(None);
    }
    cell_of(texts.iter().map(|text| composer.line_of(vec![Piece::text(text.as_ref())])).collect())
}

fn code(composer: &Composer<'_>, process: &ProcessRow<'_>) -> Cell {
    let line = |piece| composer.line_of(vec![piece]);
    let code = process.code.map(|code| line(Piece::bold(code)));
    let risk = process.risk.as_ref().map(|risk| line(Piece::text(&*risk.word)));
    let previous = process.previous_code.map(|code| line(Piece::text(format!("già {code}"))));
    let all: Vec<Paragraph> = code.into_iter().chain(risk).chain(previous).collect();
    if all.is_empty() { composer.said(None) } else { cell_of(all) }
}

fn name(composer: &mut Composer<'_>, process: &ProcessRow<'_>) -> Cell {
    let mut lines = composer.named(Piece::text(process.name), Some(&process.remarks));
    if !process.software.is_empty() {
        let text = format!("Programmi: {}", process.software.join("; "));
        lines.push(composer.line_of(vec![Piece::text(text)]));
    }
    cell_of(lines)
}

fn smartability(composer: &Composer<'_>, process: &ProcessRow<'_>) -> Cell {
    let mut cell = composer.said(process.smartability.as_ref().map(|level| level.word.as_str()));
    let line = |piece| composer.line_of(vec![piece]);
    cell.paragraphs.extend(process.percentage.as_ref().map(|share| line(Piece::text(format!("{share}%")))));
    cell.paragraphs.extend(process.reason.map(|reason| line(Piece::italic(reason))));
    cell
}
