use super::book::{
    Book, BookColumn, BookSheet, CONFIRMATION, GUIDANCE, IDENTITY, LISTS, ORIGIN, SPARE_ROWS, TABLE_MARK,
};
use super::guidance;
use super::sheet_style::{FONT, GUIDANCE_WIDTH, HEADING_FILL};
use crate::trouble::{Context as _, Trouble};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Note, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// The row of the headings, the hidden one of the keys, and the first of the records.
const HEADINGS: u32 = 0;
const KEYS: u32 = 1;
const FIRST: u32 = 2;

/// The workbook as XLSX.
pub(super) fn bytes(book: &Book) -> Result<Vec<u8>, Trouble> {
    build(book).trouble(
        || "non è possibile scrivere il foglio di calcolo in XLSX".to_owned(),
        "un foglio contiene al massimo 1.048.576 righe e 16.384 colonne: ridurre la tabella",
    )
}

fn build(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, month, day) = book.day;
    let properties = DocProperties::new()
        .set_title(&book.title)
        .set_author(&book.author)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
    workbook.set_properties(&properties);
    explain(workbook.add_worksheet(), book)?;
    if book.has_confirmation {
        confirm(workbook.add_worksheet())?;
    }
    for sheet in &book.sheets {
        fill(workbook.add_worksheet(), sheet, &book.lists)?;
    }
    let hidden = workbook.add_worksheet();
    hidden.set_name(IDENTITY)?.set_hidden(true).protect();
    for ((name, value), row) in book.identity.iter().zip(0..) {
        hidden.write_string(row, 0, name)?.write_string(row, 1, value)?;
    }
    let lists = workbook.add_worksheet();
    lists.set_name(LISTS)?.set_hidden(true).protect();
    for ((title, words), column) in book.lists.iter().zip(0..) {
        lists.write_string(0, column, title)?;
        for (word, row) in words.iter().zip(1..) {
            lists.write_string(row, column, word)?;
        }
    }
    let origin = workbook.add_worksheet();
    origin.set_name(ORIGIN)?.set_hidden(true).protect();
    for (cells, row) in book.origin().iter().zip(0..) {
        for (text, column) in cells.iter().zip(0..).filter(|(text, _)| !text.is_empty()) {
            origin.write_string(row, column, *text)?;
        }
    }
    workbook.save_to_buffer()
}

fn explain(page: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
    page.set_name(GUIDANCE)?.set_column_width(0, GUIDANCE_WIDTH)?.protect();
    let plain = Format::new().set_font_name(FONT).set_text_wrap().set_align(FormatAlign::Top);
    let title = plain.clone().set_bold().set_font_size(15);
    let heading = plain.clone().set_bold();
    for ((line, before), row) in
        book.guidance.iter().zip(std::iter::once("").chain(book.guidance.iter().map(String::as_str))).zip(0..)
    {
        let is_heading = before.is_empty() && !line.starts_with('•') && row > 3;
        let format = if row == 0 {
            &title
        } else if is_heading {
            &heading
        } else {
            &plain
        };
        page.write_string_with_format(row, 0, line, format)?;
    }
    page.set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn confirm(page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(CONFIRMATION)?.set_column_width(0, 36)?.set_column_width(1, 60)?;
    let label = Format::new().set_font_name(FONT).set_bold().set_align(FormatAlign::Top);
    let field = Format::new()
        .set_font_name(FONT)
        .set_text_wrap()
        .set_unlocked()
        .set_border(FormatBorder::Thin)
        .set_num_format("@");
    page.write_string_with_format(0, 0, "Conferma dei dati", &label.clone().set_font_size(15))?;
    for ((question, words), row) in guidance::CONFIRMATION.iter().zip(2..) {
        page.write_string_with_format(row, 0, *question, &label)?;
        page.write_blank(row, 1, &field)?;
        if !words.is_empty() {
            page.add_data_validation(row, 1, row, 1, &DataValidation::new().allow_list_strings(words)?)?;
        }
    }
    page.protect_with_options(&protection());
    Ok(())
}

/// What may be done in a protected sheet: all but touching the headings and showing the hidden keys.
fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    }
}

fn fill(page: &mut Worksheet, sheet: &BookSheet, lists: &[(String, Vec<String>)]) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    let heading = Format::new()
        .set_font_name(FONT)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::from(HEADING_FILL))
        .set_border_bottom(FormatBorder::Thin);
    let free = Format::new().set_font_name(FONT).set_text_wrap().set_align(FormatAlign::Top).set_unlocked();
    let text = free.clone().set_num_format("@");
    let quoted = text.clone().set_quote_prefix();
    page.set_column_format(0, &text)?.set_column_hidden(0)?;
    page.write_string_with_format(HEADINGS, 0, "Chiave", &heading)?;
    page.write_string(KEYS, 0, format!("{TABLE_MARK}{}", sheet.table))?;
    let last = FIRST + u32::try_from(sheet.rows.len() + SPARE_ROWS).map_err(|_| XlsxError::RowColumnLimitError)?;
    for (column, at) in sheet.columns.iter().zip(1..) {
        page.set_column_width(at, column.width)?;
        page.set_column_format(at, if column.is_number { &free } else { &text })?;
        page.write_string_with_format(HEADINGS, at, &column.heading, &heading)?;
        page.write_string(KEYS, at, &column.key)?;
        if !column.note.is_empty() {
            let note = Note::new(&column.note).add_author_prefix(false).set_width(280).set_height(110);
            page.insert_note(HEADINGS, at, &note)?;
        }
        if let Some(rule) = choice(column, lists)? {
            page.add_data_validation(FIRST, at, last, at, &rule)?;
        }
    }
    for ((key, cells), row) in sheet.rows.iter().zip(FIRST..) {
        page.write_string_with_format(row, 0, key, &text)?;
        for ((content, column), at) in cells.iter().zip(&sheet.columns).zip(1..) {
            if let Some(number) = column.number(content) {
                page.write_number_with_format(row, at, number, &free)?;
            } else if !content.is_empty() {
                let format = if looks_like_formula(content) { &quoted } else { &text };
                page.write_string_with_format(row, at, content, format)?;
            }
        }
    }
    page.set_row_hidden(KEYS)?.set_freeze_panes(FIRST, 2)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.protect_with_options(&protection());
    Ok(())
}

/// Whether a spreadsheet might take a text for a formula when it is edited.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
}

/// The drop-down list of a column.
fn choice(column: &BookColumn, lists: &[(String, Vec<String>)]) -> Result<Option<DataValidation>, XlsxError> {
    let Some(number) = column.list else { return Ok(None) };
    let Some((_, words)) = lists.get(number) else { return Ok(None) };
    let letters = letters(number);
    let formula = format!("='{LISTS}'!${letters}$2:${letters}${}", words.len() + 1);
    let rule = DataValidation::new().allow_list_formula(Formula::new(formula));
    if column.is_open {
        return Ok(Some(rule.show_error_message(false)));
    }
    let rule = rule.set_error_style(DataValidationErrorStyle::Stop).set_error_title("Valore non previsto")?;
    Ok(Some(rule.set_error_message("Scegliere una voce dell'elenco, o lasciare la cella vuota.")?))
}

/// The letters of a column, from 0.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
