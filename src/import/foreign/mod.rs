//! Spreadsheets that others keep, in whatever shape: which table a sheet holds, what its columns are, which rows are records and what they
//! state. Nothing is guessed in silence: what was not read for sure, or not at all, stands beside what was.

mod added_offices;
mod anchor;
mod answer_heading;
mod apostrophes;
mod audiences;
pub(super) mod beside;
mod blocks;
mod body;
mod by_values;
mod catalogue;
mod cell;
mod chain;
mod cross;
mod days_unplanned;
mod derived;
mod division;
mod exclusions;
mod fields;
mod gender;
mod gender_letters;
mod given_up;
mod grid;
mod group_headings;
mod grouped;
mod header;
mod heading;
mod known_offices;
mod legend;
mod letters;
mod levels;
mod likely;
mod likeness;
mod mark_legend;
mod measure;
mod missing;
mod names;
mod narrowed;
mod new_office;
mod note;
mod office_cell;
mod office_choice;
mod office_doubt;
mod offices;
mod organigram;
mod other_table;
mod own_column;
mod ownership;
mod part_title;
mod past_names;
mod past_year;
mod programs;
mod record;
mod remarks;
mod role;
mod rows;
mod scope;
mod section;
mod share;
mod sheet_column;
mod sheet_reader;
mod slip;
mod storeys;
mod sums;
mod sums_ahead;
mod surroundings;
mod synonyms;
mod table_title;
mod too_large;
mod total;
mod training;
mod units;
mod value;
mod vocabulary;

use super::answers::{Answers, SheetAnswers};
use super::reading::{FileReading, SheetReading};
use crate::model::{Edition, Scales};
use crate::sheet::{Cell, Sheet, Workbook};
pub(super) use names::bare;
use offices::Offices;
pub(super) use share::share;
pub(super) use value::list::items_of as items;
use vocabulary::Vocabulary;
pub use vocabulary::heading_keys;

/// What a foreign workbook is read with.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The edition into which it is read.
    pub edition: &'a Edition,
    /// The table that its sheets hold, where that is said.
    pub table: Option<&'a str>,
    /// The decisions of whoever imports.
    pub answers: &'a Answers,
}

/// What was understood of a foreign workbook; `file` is its path as it was given.
pub fn read(workbook: &Workbook, file: &str, context: Context<'_>) -> FileReading {
    let mut offices = Offices::new(context.edition, context.answers);
    offices.name_sheets = surroundings::name_sheets(workbook, &offices);
    let mut sheets = Vec::new();
    for sheet in &workbook.sheets {
        let sheet = &*apostrophes::without(sheet);
        let answers = context.answers.of_sheet(file, &sheet.name);
        let mut readings = match answers.table() {
            Some("ignora") => vec![ignored(&sheet.name, "tralasciato, come dicono le risposte")],
            _ if sheet.rows.is_empty() => vec![ignored(&sheet.name, "vuoto")],
            table => parts(sheet, table.or(context.table), (context, &answers), &mut offices),
        };
        if let Some(first) = readings.first_mut() {
            if sheet.hidden {
                first.remarks.push("il foglio è nascosto".to_owned());
            }
            first.remarks.extend(sheet.suppositions.iter().cloned());
        }
        sheets.extend(readings);
    }
    // A workbook with one table and sheets of words: the words are no failure, rows of a table are.
    if sheets.iter().any(|sheet| sheet.table.is_some() && !sheet.drafts.is_empty()) {
        let is_words = |name: &str| workbook.sheets.iter().any(|sheet| sheet.name == name && !is_tabular(sheet));
        let is_whole = |sheet: &&mut SheetReading| sheet.table.is_none() && sheet.part.is_none();
        for sheet in sheets.iter_mut().filter(is_whole).filter(|sheet| is_words(&sheet.name)) {
            sheet.not_understood.clear();
            sheet.remarks.push("nessuna tavola riconosciuta: tralasciato".to_owned());
        }
    }
    programs::settle(&mut sheets);
    let added = offices.drafts();
    for sheet in &mut sheets {
        sheet.new_offices_are_settled = offices.are_settled(&sheet.name);
        sheet.offices = added.iter().filter(|draft| draft.sheet == sheet.name).cloned().collect();
    }
    FileReading { file: file.to_owned(), encoding: workbook.encoding, sheets }
}

/// What was understood of a sheet, table by table.
fn parts<'a>(
    sheet: &Sheet,
    table: Option<&str>,
    (context, answers): (Context<'a>, &SheetAnswers<'a>),
    offices: &mut Offices<'a>,
) -> Vec<SheetReading> {
    if let Some(refused) = too_large::refused(sheet) {
        return vec![refused];
    }
    let of_table = |table: &str| Vocabulary::of(context.edition, table).into_iter().collect();
    let vocabularies = table.map_or_else(|| Vocabulary::all(context.edition), of_table);
    let parts = division::divide(sheet, &vocabularies, answers);
    let count = parts.len();
    let mut readings = Vec::new();
    for (number, part) in parts.into_iter().enumerate() {
        let own = (count > 1).then(|| answers.table_of_part(number + 1)).flatten();
        let mut reading = match own {
            Some("ignora") => ignored(&sheet.name, "tralasciata, come dicono le risposte"),
            Some(table) => sheet_reader::read(&part.sheet, &of_table(table), (context, answers), offices),
            None => sheet_reader::read(&part.sheet, &vocabularies, (context, answers), offices),
        };
        if count > 1 {
            reading.part = Some(number + 1);
            reading.skipped.retain(|skipped| part.rows.contains(&(skipped.row - 1)));
            reading.remarks.insert(0, part.place(number + 1, count));
        }
        reading.remarks.extend(remarks::concealed(&part.sheet.concealed));
        readings.push(reading);
    }
    readings
}

/// Whether a sheet has rows of a table: several in which three cells or more are filled.
fn is_tabular(sheet: &Sheet) -> bool {
    let is_row = |row: &&Vec<Cell>| row.iter().filter(|cell| !cell.text.trim().is_empty()).count() > 2;
    sheet.rows.iter().filter(is_row).count() > 1
}

fn ignored(name: &str, why: &str) -> SheetReading {
    SheetReading { name: name.to_owned(), remarks: vec![why.to_owned()], ..SheetReading::default() }
}

/// The answer of smartability that a text alone means, as the data write it; nothing where it says more than that, or is not sure.
pub fn answer(text: &str, own: &Scales) -> Option<String> {
    match value::verdict::read(text, own, |_| None) {
        value::Read::Sure(verdict)
            if verdict.percentage.is_none() && verdict.reason.is_none() && verdict.marks.is_empty() =>
        {
            Some(verdict.word)
        }
        _ => None,
    }
}

#[cfg(test)]
mod column_tests;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod meaning_tests;
#[cfg(test)]
mod tests;
