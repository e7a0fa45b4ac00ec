use super::chrome::counted;
use super::import_keys::keys;
use super::import_question::{Known, Question, asked};
use crate::edit::Written;
use crate::import::{ColumnNames, ColumnReading, Doubt, FileReading, How, SheetReading, column_letters};
use crate::model::{Annotations, Edition};
use crate::tables::{HOMES, Home, Kind, columns};
use crate::workbench::plain_words::{keyed, spoken};
use crate::workbench::table::records;
use serde::Serialize;

/// How many questions of a sheet are asked at once, and how many rows of each list are shown.
const ASKED: usize = 60;
const SHOWN: usize = 200;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// A file that was read.
#[derive(Serialize)]
pub(super) struct FileView {
    name: String,
    /// Whether it is a workbook of ours that came back: then its columns are known.
    own: bool,
    /// In which letters a text was read; empty where there is nothing to say.
    encoding: &'static str,
    sheets: Vec<SheetView>,
}

#[derive(Serialize)]
struct SheetView {
    /// Tells its fields from those of others.
    id: String,
    name: String,
    /// What it is taken for.
    table: String,
    question: String,
    /// Whether the table is asked here: of each of the tables that stand in one sheet, once.
    asks_table: bool,
    tables: Vec<Choice>,
    read: String,
    header: String,
    columns: Vec<ColumnView>,
    questions: Vec<Question>,
    more_questions: usize,
    /// What was not read for sure, or not at all.
    doubts: Vec<DoubtView>,
    more_doubts: usize,
    skipped: Vec<String>,
    totals: Vec<String>,
    remarks: Vec<String>,
    offices: Vec<String>,
    /// Whether it is asked here what becomes of them: once for all sheets.
    asks_offices: bool,
    /// What was decided of offices that the edition does not have.
    new_offices: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Serialize)]
struct ColumnView {
    id: String,
    letter: String,
    heading: String,
    /// What it was taken for, in words.
    taken: String,
    known: bool,
    question: String,
    options: Vec<Choice>,
    samples: String,
    remark: String,
}

#[derive(Serialize)]
struct DoubtView {
    row: usize,
    column: String,
    text: String,
    understood: String,
    message: String,
}

impl FileView {
    /// A file; the number tells its fields from those of others.
    pub(super) fn of(
        file: &FileReading,
        edition: &Edition,
        known: &mut Known<'_>,
        (number, own): (usize, bool),
    ) -> Self {
        let names = ColumnNames::of(file);
        let mut sheets = Vec::new();
        for (place, sheet) in file.sheets.iter().enumerate() {
            sheets.push(SheetView::of((&file.file, &names), sheet, (edition, known), format!("{number}-{place}")));
        }
        let encoding = match file.encoding {
            None | Some("utf-8") => "",
            Some("windows-1252") => "Windows-1252, in cui Excel salva i CSV",
            Some("macintosh") => "Mac Roman, in cui salvavano i vecchi Mac",
            Some(_) => "UTF-16",
        };
        Self { name: file.file.clone(), own, encoding, sheets }
    }
}

impl SheetView {
    fn of(
        (file, names): (&str, &ColumnNames),
        sheet: &SheetReading,
        (edition, known): (&Edition, &mut Known<'_>),
        id: String,
    ) -> Self {
        let table = sheet.table.as_deref().unwrap_or_default();
        let home = Home::of(table);
        let part = sheet.part.map(|part| part.to_string());
        let whole = ["fogli", file, &sheet.name];
        let question = asked(&whole.into_iter().chain(part.as_deref()).collect::<Vec<_>>());
        let asks_table = known.asks(&question);
        let asks_offices = !sheet.offices.is_empty() && known.asks(&asked(&["uffici_nuovi"]));
        let mut questions = Question::all((file, names), sheet, known, &id);
        let more_questions = questions.len().saturating_sub(ASKED);
        questions.truncate(ASKED);
        let doubts = sheet.not_understood.iter().chain(&sheet.doubts);
        let total = |total: &crate::import::TotalReading| {
            let column = column_letters(total.column);
            format!(
                "riga {}, colonna {column}: il foglio dice {}, le righe danno {}",
                total.row, total.declared, total.counted
            )
        };
        Self {
            name: match sheet.part {
                Some(part) => format!("{}, tavola {part}", sheet.name),
                None => sheet.name.clone(),
            },
            table: home.map(|home| home.title_in(edition).to_owned()).unwrap_or_default(),
            tables: tables(edition, &known.answer(&question)),
            question,
            asks_table,
            asks_offices,
            new_offices: known.answer(&asked(&["uffici_nuovi"])),
            read: counted(sheet.read, "riga letta", "righe lette"),
            header: sheet.header_rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            columns: sheet
                .columns
                .iter()
                .map(|column| {
                    let question = asked(&["colonne", file, &sheet.name, &names.name(&sheet.name, column)]);
                    ColumnView::of(sheet, column, (home, edition), (&id, question))
                })
                .collect(),
            questions,
            more_questions,
            more_doubts: (sheet.not_understood.len() + sheet.doubts.len()).saturating_sub(SHOWN),
            doubts: doubts.take(SHOWN).map(|doubt| DoubtView::of(sheet, doubt, edition)).collect(),
            skipped: sheet
                .skipped
                .iter()
                .filter(|skipped| !skipped.text.is_empty())
                .take(SHOWN)
                .map(|skipped| format!("riga {}, {}: {}", skipped.row, skipped.why.word(), skipped.text))
                .collect(),
            totals: sheet.totals.iter().filter(|it| (it.declared - it.counted).abs() > 1e-9).map(total).collect(),
            remarks: sheet.remarks.iter().map(|remark| keyed(edition, table, remark)).collect(),
            offices: sheet.offices.iter().map(|draft| said(field(&draft.fields, "nome"), &str::to_owned)).collect(),
            id,
        }
    }
}

/// What a sheet may hold, and what was decided of it.
fn tables(edition: &Edition, decided: &str) -> Vec<Choice> {
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: value == decided,
    };
    let known = HOMES.iter().filter(|home| home.table != "destinatari");
    let known = known.map(|home| choice(home.table, home.title_in(edition)));
    known.chain([choice("ignora", "nulla: tralasciarlo")]).collect()
}

impl ColumnView {
    fn of(
        sheet: &SheetReading,
        column: &ColumnReading,
        (home, edition): (Option<&Home>, &Edition),
        (id, question): (&str, String),
    ) -> Self {
        let table = sheet.table.as_deref().unwrap_or_default();
        let said = column.key.as_ref().map(|key| match &column.part {
            Some(part) => format!("{key}.{part}"),
            None => key.clone(),
        });
        let mut options: Vec<Choice> = Vec::new();
        if let Some(home) = home {
            let own = edition.model.columns_of(home.table);
            let ours = home.columns().into_iter().flat_map(|own| keys(edition, home, own));
            let notes = columns::<Annotations>().into_iter().filter(|column| column.key == "nota");
            let notes = notes.map(|column| (column.key.to_owned(), column.heading.to_owned()));
            let own = own.map(|own| (own.key.value.clone(), own.title.value.clone()));
            for (value, label) in ours.chain(own).chain(notes) {
                if !options.iter().any(|known| known.value == value) {
                    let chosen = said.as_ref() == Some(&value) && column.how == How::Answer;
                    options.push(Choice { value, label, chosen });
                }
            }
        }
        let is_left = column.how == How::Answer && column.key.is_none();
        options.push(Choice { value: "ignora".to_owned(), label: "nulla: tralasciarla".to_owned(), chosen: is_left });
        let heading = |key: &str| {
            let known = options.iter().find(|option| option.value == key).map(|option| option.label.clone());
            known.unwrap_or_else(|| key.replace(['_', '/', '.'], " "))
        };
        let kind = column.key.as_deref().and_then(|key| home?.columns().into_iter().find(|own| own.key == key));
        let named = match kind.map(|own| own.kind) {
            Some(Kind::Reference(target) | Kind::References(target)) => records(edition, target),
            _ => Vec::new(),
        };
        let read = |word: &str| {
            let record = named.iter().find(|record| record.value == word);
            record.map_or_else(|| spoken(word).to_owned(), |record| record.label.clone())
        };
        let taken = match (&column.key, column.how) {
            (Some(_), _) => said.as_deref().map(heading).unwrap_or_default(),
            (None, How::None) => "non riconosciuta".to_owned(),
            (None, How::Answer) => "tralasciata".to_owned(),
            (None, _) => "non serve".to_owned(),
        };
        Self {
            id: format!("colonna-{id}-{}", column.column),
            letter: column_letters(column.column),
            heading: column.heading.clone(),
            taken,
            known: column.how != How::None,
            question,
            options,
            samples: said.as_deref().map(|key| samples(sheet, &key.replace('.', "/"), &read)).unwrap_or_default(),
            remark: column.remark.as_deref().map(|remark| keyed(edition, table, remark)).unwrap_or_default(),
        }
    }
}

/// The first values of a key, as they would be; `read` says how people read a word of the data.
fn samples(sheet: &SheetReading, key: &str, read: &dyn Fn(&str) -> String) -> String {
    let mut found: Vec<String> = Vec::new();
    for draft in &sheet.drafts {
        let mut path = key.split('/');
        let first = path.next().and_then(|key| field(&draft.fields, key));
        let value = path.try_fold(first, |value, key| value.map(|value| value.get(key))).flatten();
        let value = said(value, read);
        if !value.is_empty() && !found.contains(&value) {
            found.push(value);
        }
        if found.len() == SAMPLES {
            break;
        }
    }
    found.iter().map(|value| format!("«{value}»")).collect::<Vec<_>>().join(", ")
}

fn field<'a>(fields: &'a [(String, Written)], key: &str) -> Option<&'a Written> {
    fields.iter().find(|(own, _)| own == key).map(|(_, value)| value)
}

/// A value in one short line.
fn said(value: Option<&Written>, read: &dyn Fn(&str) -> String) -> String {
    let Some(value) = value else { return String::new() };
    let items: Vec<String> = value.items().iter().filter_map(Written::scalar).map(read).collect();
    let line = value.scalar().map_or_else(|| items.join("; "), |text| read(text).replace('\n', " "));
    if line.chars().count() > 60 { line.chars().take(60).chain(['…']).collect() } else { line }
}

impl DoubtView {
    fn of(sheet: &SheetReading, doubt: &Doubt, edition: &Edition) -> Self {
        let heading = sheet.columns.iter().find(|column| column.column == doubt.column);
        Self {
            row: doubt.row,
            column: heading.map_or_else(|| column_letters(doubt.column), |column| column.heading.clone()),
            text: doubt.text.clone(),
            understood: spoken(&doubt.understood).to_owned(),
            message: keyed(edition, sheet.table.as_deref().unwrap_or_default(), &doubt.message),
        }
    }
}
