use super::Difference;
use super::words::{called, sentence, signed, value, word};
use super::{MARK, heading_of};
use crate::comparison::{ChangeKind, Figure, RecordChange, TableChanges};
use crate::trouble::{Context, Trouble};
use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, NumberFormat, Numbering,
    NumberingId, Paragraph, Run, SpecialIndentType, Start, Style, StyleType, Table, TableCell, TableRow,
};
use std::io::Cursor;

/// The one list of the document, and its two levels.
const LIST: usize = 2;

/// A document for the offices: real headings, a list for each table, the totals as a table.
///
/// # Errors
///
/// When the document cannot be put together.
pub fn docx(difference: &Difference<'_>) -> Result<Vec<u8>, Trouble> {
    let comparison = difference.comparison;
    let mut document = styled(Docx::new().custom_property(MARK.0, MARK.1))
        .add_paragraph(heading(1, &difference.heading()))
        .add_paragraph(line(&format!("{} – {}.", difference.administration, difference.title)))
        .add_paragraph(line(&format!("In breve: {}.", sentence(comparison))));
    let figures: Vec<&Figure> = comparison.figures.iter().filter(|figure| figure.before != figure.after).collect();
    if !figures.is_empty() {
        document = document.add_paragraph(heading(2, "Totali")).add_table(totals(difference, &figures));
    }
    for table in comparison.tables.iter().filter(|table| !table.changes.is_empty()) {
        document = document.add_paragraph(heading(2, &table.title));
        document = ChangeKind::ALL.into_iter().fold(document, |document, kind| records(document, table, kind));
    }
    let mut bytes = Cursor::new(Vec::new());
    document.pack(&mut bytes).trouble(
        || "non è possibile scrivere il confronto in DOCX".to_owned(),
        "segnalare l'errore a chi sviluppa il programma",
    )?;
    Ok(bytes.into_inner())
}

/// The styles of the headings and the list.
fn styled(document: Docx) -> Docx {
    let sizes = [(1, 32), (2, 26), (3, 22)];
    let document = sizes.into_iter().fold(document, |document, (level, size)| {
        let style = Style::new(format!("Heading{level}"), StyleType::Paragraph);
        document.add_style(style.name(format!("heading {level}")).bold().size(size))
    });
    let level = |number: usize, sign: &str| {
        let indent = 360 * (i32::try_from(number).unwrap_or(0) + 1);
        let (start, format) = (Start::new(1), NumberFormat::new("bullet"));
        Level::new(number, start, format, LevelText::new(sign), LevelJc::new("left")).indent(
            Some(indent),
            Some(SpecialIndentType::Hanging(360)),
            None,
            None,
        )
    };
    let list = AbstractNumbering::new(LIST).add_level(level(0, "•")).add_level(level(1, "–"));
    document.add_abstract_numbering(list).add_numbering(Numbering::new(LIST, LIST))
}

fn heading(level: usize, text: &str) -> Paragraph {
    line(text).style(&format!("Heading{level}"))
}

fn line(text: &str) -> Paragraph {
    Paragraph::new().add_run(run(text))
}

/// A text without the characters that no document of this kind may hold.
fn run(text: &str) -> Run {
    Run::new().add_text(text.chars().filter(|c| !c.is_control() || *c == '\t').collect::<String>())
}

fn totals(difference: &Difference<'_>, figures: &[&Figure]) -> Table {
    let number = |text: String| TableCell::new().add_paragraph(line(&text).align(AlignmentType::Right));
    let head = ["Che cosa si conta", difference.from, difference.to, "Differenza"];
    let head = head.map(|text| TableCell::new().add_paragraph(Paragraph::new().add_run(run(text).bold())));
    let rows = figures.iter().map(|figure| {
        TableRow::new(vec![
            TableCell::new().add_paragraph(line(&figure.label)),
            number(figure.before.to_string()),
            number(figure.after.to_string()),
            number(signed(figure)),
        ])
    });
    Table::new(std::iter::once(TableRow::new(head.to_vec())).chain(rows).collect())
}

/// The records of a table that differ in one way.
fn records(mut document: Docx, table: &TableChanges, kind: ChangeKind) -> Docx {
    let of_kind: Vec<&RecordChange> = table.changes.iter().filter(|change| change.kind == kind).collect();
    if of_kind.is_empty() {
        return document;
    }
    document = document.add_paragraph(heading(3, heading_of(kind)));
    for change in of_kind {
        let name = run(&called(change)).bold();
        let item = Paragraph::new().add_run(name).add_run(run(&format!(" ({})", word(kind))));
        document = document.add_paragraph(item.numbering(NumberingId::new(LIST), IndentLevel::new(0)));
        for field in &change.fields {
            let said = format!("{}: da {} a {}", field.label, quoted(&field.before), quoted(&field.after));
            document = document.add_paragraph(line(&said).numbering(NumberingId::new(LIST), IndentLevel::new(1)));
        }
    }
    document
}

fn quoted(texts: &[String]) -> String {
    if texts.is_empty() { value(texts) } else { format!("«{}»", value(texts)) }
}
