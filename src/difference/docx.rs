use super::Difference;
use super::words::{called, sentence, signed, value, word};
use super::{MARK, RECOMPUTED, heading_of};
use crate::comparison::{ChangeKind, Figure, Recomputed, RecordChange, TableChanges};
use crate::docx::{
    Align, Block, Cell, Document, ListKind, ListPlace, Paragraph, Piece, Properties, Row, Running, Section, Sheet,
    Style, Table, Tint,
};
use crate::trouble::Trouble;

/// A document for the offices: real headings, a list for each table, the totals as a table.
///
/// # Errors
///
/// When the document cannot be put together.
pub fn docx(difference: &Difference<'_>) -> Result<Vec<u8>, Trouble> {
    let comparison = difference.comparison;
    let title = difference.heading();
    let subject = format!("{} – {}", difference.administration, difference.title);
    let mut blocks =
        vec![heading(1, &title), line(&format!("{subject}.")), line(&format!("In breve: {}.", sentence(comparison)))];
    let figures: Vec<&Figure> = comparison.figures.iter().filter(|figure| figure.before != figure.after).collect();
    if !figures.is_empty() {
        blocks.extend([heading(2, "Totali"), totals(difference, &figures)]);
    }
    for table in comparison.tables.iter().filter(|table| !table.changes.is_empty()) {
        blocks.push(heading(2, &table.title));
        blocks.extend(ChangeKind::ALL.into_iter().flat_map(|kind| records(table, kind)));
    }
    if !comparison.recomputed.is_empty() {
        blocks.push(heading(2, RECOMPUTED));
        blocks.extend(comparison.recomputed.iter().map(recomputed));
    }
    let document = Document {
        properties: Properties {
            title: title.clone(),
            subject,
            author: difference.administration.to_owned(),
            day: None,
            mark: Some((MARK.0.to_owned(), MARK.1.to_owned())),
        },
        running: Some(Running {
            left: title,
            right: difference.administration.to_owned(),
            is_everywhere: true,
            ..Running::default()
        }),
        sections: vec![Section { sheet: Sheet::Portrait, blocks }],
        lists: vec![ListKind::Bulleted],
        ..Document::default()
    };
    document.bytes()
}

/// A paragraph of a chapter in which only figures of the data differ.
fn recomputed(paragraph: &Recomputed) -> Block {
    let said = format!(": da «{}» a «{}»", paragraph.before, paragraph.after);
    let pieces = vec![Piece::bold(paragraph.title.as_str()), Piece::text(said)];
    let list = Some(ListPlace { list: 0, level: 0, goes_on: false });
    Block::Paragraph(Paragraph { list, ..Paragraph::new(Style::List, pieces) })
}

fn heading(level: u8, text: &str) -> Block {
    Block::Paragraph(Paragraph::new(Style::Heading(level), vec![Piece::text(text)]))
}

fn line(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(Style::Normal, vec![Piece::text(text)]))
}

fn totals(difference: &Difference<'_>, figures: &[&Figure]) -> Block {
    let cell = |text: String, align, tint| {
        let paragraph = Paragraph { align, ..Paragraph::new(Style::Cell, vec![Piece::text(text)]) };
        Cell { paragraphs: vec![paragraph], tint, ..Cell::default() }
    };
    let side = |column: usize| (column > 0).then_some(Align::Right);
    let row = |texts: [String; 4], tint| {
        let cells = texts.into_iter().enumerate().map(|(column, text)| cell(text, side(column), tint));
        Row { cells: cells.collect(), may_split: false }
    };
    let head = ["Che cosa si conta", difference.from, difference.to, "Differenza"].map(str::to_owned);
    let rows = figures.iter().map(|figure| {
        row([figure.label.clone(), figure.before.to_string(), figure.after.to_string(), signed(figure)], Tint::Plain)
    });
    let rows = rows.collect();
    Block::Table(Table {
        title: "Totali".to_owned(),
        columns: vec![22, 8, 8, 8],
        head: vec![row(head, Tint::Head)],
        rows,
    })
}

/// The records of a table that differ in one way.
fn records(table: &TableChanges, kind: ChangeKind) -> Vec<Block> {
    let of_kind: Vec<&RecordChange> = table.changes.iter().filter(|change| change.kind == kind).collect();
    if of_kind.is_empty() {
        return Vec::new();
    }
    let item = |level: u8, pieces: Vec<Piece>, with_next: bool| {
        let list = Some(ListPlace { list: 0, level, goes_on: false });
        Block::Paragraph(Paragraph { list, with_next, ..Paragraph::new(Style::List, pieces) })
    };
    let mut blocks = vec![heading(3, heading_of(kind))];
    for change in of_kind {
        let pieces = vec![Piece::bold(called(change)), Piece::text(format!(" ({})", word(kind)))];
        blocks.push(item(0, pieces, !change.fields.is_empty()));
        for field in &change.fields {
            let said = format!("{}: da {} a {}", field.label, quoted(&field.before), quoted(&field.after));
            blocks.push(item(1, vec![Piece::text(said)], false));
        }
    }
    blocks
}

fn quoted(texts: &[String]) -> String {
    if texts.is_empty() { value(texts) } else { format!("«{}»", value(texts)) }
}
