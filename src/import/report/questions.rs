use super::sheet_questions;
use crate::import::reading::{ColumnReading, Doubt, FileReading, How, Question, SheetReading};
use crate::import::{ColumnNames, answer_keys};
use crate::model::{Edition, fold, slug};
use crate::tables::TABLES;
use std::fmt::Write as _;

/// The file of answers ready to be filled in: each question once, with what is known of it beside it.
pub fn questions(files: &[FileReading], edition: &Edition) -> String {
    let sheets: Vec<&SheetReading> = files.iter().flat_map(|file| &file.sheets).collect();
    let mut text = String::from(
        "# Risposte per l'importazione dei fogli di calcolo.\n\
         # Si compila, si salva e si ripete l'importazione con --risposte e il nome di questo file.\n\
         # Ciò che resta senza risposta si importa come la prima volta.\n",
    );
    sheet_questions::ask(&mut text, files);
    let columns = once(files.iter().flat_map(|file| {
        let names = ColumnNames::of(file);
        let asked = |sheet: &SheetReading| {
            let open = sheet.columns.iter().filter(|column| is_open(column));
            open.map(|column| column_question(sheet, column, names.name(&sheet.name, column))).collect::<Vec<_>>()
        };
        file.sheets.iter().flat_map(asked).collect::<Vec<_>>()
    }));
    section(
        &mut text,
        "colonne",
        "Che cos'è ciascuna colonna che non è stata riconosciuta, o lo è stata soltanto dai suoi valori: la chiave dei dati, oppure ignora. Una chiave che la tavola non ha diventa una colonna propria.",
        columns.into_iter(),
    );
    for table in TABLES.iter().filter(|table| asks_columns(&sheets, table.name)) {
        let keys: Vec<String> = (table.columns)().iter().flat_map(|column| answer_keys(edition, column)).collect();
        let _ = writeln!(text, "  # Le chiavi di {}: {}.", table.name, keys.join(", "));
    }
    let about = |question: Question| {
        let all = sheets.iter().flat_map(|sheet| sheet.not_understood.iter().chain(&sheet.doubts));
        once(all.filter(move |doubt| doubt.question == question && !doubt.text.is_empty()).map(doubt_question))
    };
    let names = about(Question::Name);
    let asks_names = !names.is_empty();
    section(
        &mut text,
        "nomi",
        "Quale ufficio è ciascun nome: il suo id o il suo nome intero, oppure nuovo, tutti o ignora.",
        names.into_iter(),
    );
    if asks_names {
        text.push_str("  # Gli uffici dell'edizione, ciascuno dopo il suo id:\n");
        for (id, names) in offices(edition) {
            let _ = writeln!(text, "  # {id}: {}", names.join("; "));
        }
    }
    section(
        &mut text,
        "parole",
        "Che cosa significa ciascuna parola o cifra: per esempio si, no, in parte, 0,5, 1-2.",
        about(Question::Word).into_iter(),
    );
    let lists = once(files.iter().flat_map(|file| {
        let names = ColumnNames::of(file);
        let asked = |sheet: &SheetReading| {
            let open = sheet.doubts.iter().filter(|doubt| doubt.question == Question::Separator);
            let asked = open.filter_map(|doubt| {
                let column = sheet.columns.iter().find(|column| column.column == doubt.column)?;
                Some((names.name(&sheet.name, column), String::new(), doubt.message.clone()))
            });
            asked.collect::<Vec<_>>()
        };
        file.sheets.iter().flat_map(asked).collect::<Vec<_>>()
    }));
    section(
        &mut text,
        "separatori",
        "Che cosa divide le voci di una colonna: un segno fra virgolette, oppure «a capo» o «nessuno».",
        lists.into_iter(),
    );
    text.push_str("\n# Se gli uffici che l'edizione non ha si aggiungono (si) o no (no).\nuffici_nuovi:\n");
    text
}

/// The offices of an edition, each identifier once with the names of all that have it: a service and its only smart team often share one.
fn offices(edition: &Edition) -> Vec<(String, Vec<String>)> {
    let mut offices: Vec<(String, Vec<String>)> = Vec::new();
    for office in edition.all_offices() {
        let (id, name) = (on_one_line(office.id), on_one_line(office.name));
        match offices.iter_mut().find(|(known, _)| *known == id) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => offices.push((id, vec![name])),
        }
    }
    offices
}

/// Whether it is asked what a column is: it is not known, or only by its values.
fn is_open(column: &ColumnReading) -> bool {
    match column.how {
        How::None => !column.heading.is_empty(),
        How::Values => column.key.is_some(),
        How::Heading | How::Answer => false,
    }
}

/// Whether something is asked of the columns of a table.
fn asks_columns(sheets: &[&SheetReading], table: &str) -> bool {
    sheets.iter().any(|sheet| sheet.table.as_deref() == Some(table) && sheet.columns.iter().any(is_open))
}

/// A question, what is proposed, and what is known of it.
type Asked = (String, String, String);

fn column_question(sheet: &SheetReading, column: &ColumnReading, name: String) -> Asked {
    let proposed = slug(&column.heading).replace('-', "_");
    let remark = match (&column.remark, &column.key) {
        (Some(remark), Some(key)) => format!("intesa come {key}: {remark}; senza risposta resta così"),
        (Some(remark), None) => remark.clone(),
        (None, _) => format!("foglio «{}»; per farne una colonna propria: {proposed}", sheet.name),
    };
    (name, String::new(), remark)
}

fn doubt_question(doubt: &Doubt) -> Asked {
    let understood =
        if doubt.understood.is_empty() { String::new() } else { format!("inteso come {}; ", doubt.understood) };
    (doubt.text.clone(), String::new(), format!("riga {}: {understood}{}", doubt.row, doubt.message))
}

/// Each question once, whatever its spelling.
fn once(asked: impl Iterator<Item = Asked>) -> Vec<Asked> {
    let mut kept: Vec<Asked> = Vec::new();
    for question in asked {
        if !kept
            .iter()
            .any(|known| known.0 == question.0 || fold(&known.0) == fold(&question.0) && !fold(&question.0).is_empty())
        {
            kept.push(question);
        }
    }
    kept
}

fn section(text: &mut String, key: &str, meaning: &str, asked: impl Iterator<Item = Asked>) {
    let mut asked = asked.peekable();
    if asked.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "\n# {meaning}\n{key}:");
    for (name, answer, known) in asked {
        if !known.is_empty() {
            let _ = writeln!(text, "  # {}", on_one_line(&known));
        }
        let space = if answer.is_empty() { "" } else { " " };
        let _ = writeln!(text, "  {}:{space}{answer}", quoted(&name));
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A key of YAML in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
