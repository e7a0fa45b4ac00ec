//! What each table of the data is in the document: the columns of the paper, their headings repeated on every sheet.

mod adoption;
mod exclusions;
mod expected_behaviours;
mod indicators;
mod processes;
mod references;
mod software;
mod teams;
mod training;

use super::composer::Composer;
use crate::docx::{Block, Paragraph, Piece, Style};
use crate::paper::{Meaning, Tables};

/// A table on sheets that stand holds at most so many columns.
const MOST_STANDING: usize = 9;

/// Where the published text gives no meaning.
const UNSTATED: &str = "il testo pubblicato non riporta la nota";

/// Whether a table has more columns than a standing sheet holds.
pub(super) fn is_wide(tables: &Tables<'_>, name: &str) -> bool {
    let columns = match name {
        "formazione" => tables.formazione.as_ref().map_or(0, training::width),
        "attuazione" => tables.attuazione.as_ref().map_or(0, |table| 6 + table.plain.len()),
        "indicatori" => tables.indicatori.as_ref().map_or(0, indicators::width),
        "smart-team" => tables.smart_team.as_ref().map_or(0, |table| 3 + table.plain.len()),
        "software" => tables.software.as_ref().map_or(0, |table| 2 + table.plain.len()),
        _ => 0,
    };
    columns > MOST_STANDING
}

/// The table with this name, and what is said below it; nothing if the edition does not have it.
pub(super) fn set(composer: &mut Composer<'_>, name: &str, title: &str) -> Vec<Block> {
    let tables = composer.tables;
    if let Some(said) = tables.empty.get(name) {
        let premise = tables.attuazione.as_ref().filter(|_| name == "attuazione").and_then(|table| table.premise);
        let lines = premise.into_iter().chain([*said]).map(|line| remark(vec![Piece::italic(line)]));
        return lines.chain([after()]).collect();
    }
    let mut made = match name {
        "processi" => tables.processi.as_ref().map(|table| processes::set(composer, table)),
        "smart-team" => tables.smart_team.as_ref().map(|table| teams::set(composer, table)),
        "software" => tables.software.as_ref().map(|table| software::set(composer, table)),
        "formazione" => tables.formazione.as_ref().map(|table| training::set(composer, table)),
        "attuazione" => tables.attuazione.as_ref().map(|table| adoption::set(composer, table)),
        "valutazione" => tables.valutazione.as_ref().map(|table| expected_behaviours::set(composer, table)),
        "indicatori" => tables.indicatori.as_ref().map(|table| indicators::set(composer, table)),
        "esclusioni" => tables.esclusioni.as_ref().map(|table| exclusions::set(composer, table)),
        "riferimenti" => tables.riferimenti.as_ref().map(|table| references::set(composer, table)),
        _ => None,
    }
    .unwrap_or_default();
    for block in &mut made {
        if let Block::Table(table) = block {
            title.clone_into(&mut table.title);
        }
    }
    made.push(after());
    made
}

/// The line after a table.
pub(super) fn after() -> Block {
    Block::Paragraph(Paragraph::new(Style::Small, Vec::new()))
}

/// A line below a table.
fn remark(pieces: Vec<Piece>) -> Block {
    Block::Paragraph(Paragraph::new(Style::Small, pieces))
}

/// The marks with what they mean.
fn meanings(marks: &[Meaning<'_>]) -> Vec<Block> {
    let line = |meaning: &Meaning<'_>| {
        let text = meaning.text.map_or_else(|| Piece::italic(UNSTATED), Piece::text);
        remark(vec![Piece::bold(meaning.mark), Piece::text(" "), text])
    };
    marks.iter().map(line).collect()
}

/// The name of an area after what areas are called, unless it says so itself.
fn prefixed(title: &str, name: &str) -> String {
    if name.starts_with(title) { name.to_owned() } else { format!("{title} {name}") }
}
