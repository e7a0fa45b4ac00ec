//! The workbooks of Excel, new and old.

use super::cell::Cell;
use super::excel_parts;
use super::merged::Merged;
use super::rows::Gatherer;
use super::{Sheet, Workbook, damaged};
use crate::trouble::Trouble;
use calamine::{CellErrorType, Data, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, Xlsx, XlsxError};
use std::io::Cursor;

/// Reads an XLSX file.
pub(super) fn read(shown: &str, bytes: Vec<u8>) -> Result<Workbook, Trouble> {
    let mut beside = excel_parts::read(&bytes);
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => locked(shown),
        _ => damaged(shown),
    })?;
    let mut gatherer = Gatherer::new(shown);
    let listed = file.sheets_metadata().to_vec();
    let mut workbook = Workbook::default();
    for listed in listed.iter().filter(|listed| listed.typ == SheetType::WorkSheet) {
        let mut sheet =
            Sheet { name: listed.name.clone(), hidden: listed.visible != SheetVisible::Visible, ..Sheet::default() };
        let merged = file.merge_cells_by_sheet_name(&listed.name).map_err(|_| damaged(shown))?;
        sheet.merged = merged.iter().map(merge).collect();
        let mut reader = file.worksheet_cells_reader(&listed.name).map_err(|_| damaged(shown))?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| damaged(shown))? {
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let (row, column) = cell.get_position();
            let value =
                shown_value(&Data::from(cell.get_value().clone()), format.map_or("", |format| &format.format_code));
            gatherer.put(&mut sheet, place(row), place(column), value)?;
        }
        let beside = beside.remove(&listed.name).unwrap_or_default();
        sheet.concealed = beside.concealed;
        for (row, column, formula) in beside.uncomputed {
            gatherer.put(&mut sheet, row, column, Cell::error(&formula))?;
        }
        workbook.sheets.push(sheet);
    }
    Ok(workbook)
}

/// Reads an XLS file.
pub(super) fn read_old(shown: &str, bytes: Vec<u8>) -> Result<Workbook, Trouble> {
    let mut file = Xls::new(Cursor::new(bytes)).map_err(|_| {
        Trouble::new(
            format!("`{shown}` è un file del vecchio Excel, o protetto da una parola d'ordine, e non si può leggere"),
            "aprirlo con Excel o LibreOffice e salvarlo come XLSX senza parola d'ordine",
        )
    })?;
    let mut gatherer = Gatherer::new(shown);
    let listed = file.sheets_metadata().to_vec();
    let mut workbook = Workbook::default();
    for listed in listed.iter().filter(|listed| listed.typ == SheetType::WorkSheet) {
        let mut sheet =
            Sheet { name: listed.name.clone(), hidden: listed.visible != SheetVisible::Visible, ..Sheet::default() };
        let merged = file.merge_cells_by_sheet_name(&listed.name).map_err(|_| damaged(shown))?;
        sheet.merged = merged.iter().map(merge).collect();
        let range = file.worksheet_range(&listed.name).map_err(|_| damaged(shown))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let value = shown_value(value, "");
            gatherer.put(&mut sheet, place(top) + row, place(left) + column, value)?;
        }
        workbook.sheets.push(sheet);
    }
    Ok(workbook)
}

fn locked(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è protetto da una parola d'ordine"),
        "aprirlo con la parola d'ordine e salvarlo senza",
    )
}

/// What a cell shows by its value and the format of its numbers.
fn shown_value(value: &Data, format: &str) -> Cell {
    match value {
        Data::Empty => Cell::EMPTY,
        Data::Int(number) => numeric(number.to_string().parse().unwrap_or_default(), format),
        Data::Float(number) => numeric(*number, format),
        Data::String(text) => Cell::text(text),
        Data::Bool(truth) => Cell::truth(*truth),
        Data::DateTime(moment) => date(moment, format),
        Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Cell::date(text.trim_end_matches("T00:00:00").replace('T', " "))
        }
        Data::Error(error) => Cell::error(sign(error)),
    }
}

fn numeric(number: f64, format: &str) -> Cell {
    let first = format.split(';').next().unwrap_or_default();
    if first.contains('%') {
        return Cell::percentage(number);
    }
    // `00000`: a number that begins with zeros.
    if first.len() > 1 && first.bytes().all(|byte| byte == b'0') && number.fract() == 0.0 && number >= 0.0 {
        return Cell::padded(number, first.len());
    }
    Cell::number(number)
}

/// A day, an hour, or both; what is longer than a day, as `[h]:mm` counts it, is hours and minutes.
fn date(moment: &ExcelDateTime, format: &str) -> Cell {
    let serial = moment.as_f64();
    if !serial.is_finite() || serial < 0.0 {
        return Cell::number(serial);
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if moment.is_duration() || format.contains("[h") {
        let minutes = (serial * 1440.0).round();
        return Cell::date(format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0));
    }
    let has_hour = hour != 0 || minute != 0;
    match (serial < 1.0, has_hour) {
        (true, _) => Cell::date(format!("{hour:02}:{minute:02}")),
        (false, true) => Cell::date(format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")),
        (false, false) => Cell::date(format!("{year:04}-{month:02}-{day:02}")),
    }
}

/// The signs of errors in Italian spreadsheets.
fn sign(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/D",
        CellErrorType::Name => "#NOME?",
        CellErrorType::Null => "#NULLO!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#RIF!",
        CellErrorType::Value => "#VALORE!",
        CellErrorType::GettingData => "#ERRORE",
    }
}

fn merge(dimensions: &Dimensions) -> Merged {
    let ((top, left), (bottom, right)) = (dimensions.start, dimensions.end);
    Merged { top: place(top), bottom: place(bottom), left: place(left), right: place(right) }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
