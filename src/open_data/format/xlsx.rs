use super::formula::looks_like_formula;
use super::stamp::Stamp;
use crate::digest::Sha256;
use crate::memo::{Memo, Name};
use crate::open_data::data_table::{Cell, DataTable};
use crate::trouble::{Context, Trouble};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;

/// The longest text of a cell, in UTF-16 units; Excel counts them so.
const LONGEST: usize = 32_767;
/// Ends a text that no cell can hold.
const CUT: &str = " […] (testo troppo lungo per una cella: è intero nel file CSV)";
/// Widths of the columns, in characters.
const NARROWEST: usize = 9;
const WIDEST: usize = 48;
/// How hard the parts are deflated: as hard as Excel does it, with two thirds of the time of the usual level and a twentieth more bytes.
const LEVEL: u8 = 3;
/// A4, by its number in the format.
const A4: u8 = 9;

/// A workbook of one sheet: header row bold and frozen, filter, wrapped texts, ready to be printed on A4.
///
/// Texts are written as texts and never as formulas. Those that start like a formula carry besides the mark that
/// Excel sets when someone types an apostrophe before a text (`quotePrefix`): they stay texts when the cell is edited,
/// and whoever reads the file finds exactly the published text, without an apostrophe.
pub(super) fn bytes(sheet: &DataTable<'_>, stamp: &Stamp, memo: &Memo) -> Result<Vec<u8>, Trouble> {
    let made = memo.made(name(sheet, stamp), || build(sheet, stamp)).trouble(
        || format!("non è possibile scrivere in XLSX la tabella `{}`", sheet.name),
        "un foglio di calcolo contiene al massimo 1.048.576 righe e 16.384 colonne: ridurre la tabella",
    )?;
    Ok(made.to_vec())
}

/// The fingerprint of all that the workbook says.
fn name(sheet: &DataTable<'_>, stamp: &Stamp) -> Name {
    let mut digest = Sha256::default();
    digest.update(b"xlsx\n");
    stamp.add_to(&mut digest);
    sheet.add_to(&mut digest);
    digest.finish_bytes()
}

fn build(sheet: &DataTable<'_>, stamp: &Stamp) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(LEVEL);
    workbook.set_properties(&properties(sheet, stamp)?);
    let page = workbook.add_worksheet();
    page.set_name(sheet.name)?;
    set_up_print(page, stamp)?;
    fill(page, sheet)?;
    workbook.save_to_buffer()
}

fn properties(sheet: &DataTable<'_>, stamp: &Stamp) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = stamp.day;
    let day = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new()
        .set_title(format!("{} – {}", sheet.title, stamp.subject))
        .set_subject(&stamp.subject)
        .set_author(&stamp.author)
        .set_comment(&stamp.notice)
        .set_creation_datetime(&day))
}

fn set_up_print(page: &mut Worksheet, stamp: &Stamp) -> Result<(), XlsxError> {
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.set_footer("&L&A&R&P di &N");
    // A header holds 255 characters, and an ampersand in it starts a code.
    let notice: String = stamp.notice.chars().take(120).collect::<String>().replace('&', "&&");
    if !notice.is_empty() {
        page.set_header(format!("&C{notice}"));
    }
    Ok(())
}

fn fill(page: &mut Worksheet, sheet: &DataTable<'_>) -> Result<(), XlsxError> {
    let header =
        Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let quoted = plain.clone().set_quote_prefix();
    let numeric = Format::new().set_align(FormatAlign::Top);

    for (column, number) in sheet.columns.iter().zip(0..) {
        page.write_string_with_format(0, number, fitting(Cow::Borrowed(column.heading.as_ref())), &header)?;
        page.set_column_width(number, width(sheet, usize::from(number)))?;
        // Texts without a format have this one: to look for it at every cell would take a sixth of the time.
        page.set_column_format(number, &plain)?;
    }
    let mut last = 0;
    for (row, number) in sheet.rows.iter().zip(1..) {
        for (cell, column) in row.iter().zip(0..) {
            match cell {
                Cell::Empty => {}
                Cell::Number(value) => {
                    page.write_number_with_format(number, column, *value, &numeric)?;
                }
                Cell::Text(_) | Cell::List(_) => {
                    let text = fitting(cell.joined(|number| number.to_string()));
                    if looks_like_formula(&text) {
                        page.write_string_with_format(number, column, text, &quoted)?;
                    } else {
                        page.write_string(number, column, text)?;
                    }
                }
            }
        }
        last = number;
    }
    let width = u16::try_from(sheet.columns.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    page.set_freeze_panes(1, 0)?;
    if width > 0 {
        page.autofilter(0, 0, last, width - 1)?;
    }
    Ok(())
}

/// The text, cut with a word about it where no cell can hold it: the other formats have it whole.
fn fitting(text: Cow<'_, str>) -> Cow<'_, str> {
    // No text has more UTF-16 units than bytes.
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut left = LONGEST - CUT.encode_utf16().count();
    let kept = text.chars().take_while(|c| {
        let fits = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(CUT.chars()).collect())
}

/// Wide enough for most of the column: the longest text, within bounds that keep the sheet readable.
fn width(sheet: &DataTable<'_>, column: usize) -> u16 {
    let heading = sheet.columns[column].heading.chars().count() + 3; // Room for the filter's button.
    let longest = sheet.rows.iter().filter_map(|row| row.get(column)).map(|cell| match cell {
        Cell::Empty => 0,
        Cell::Number(number) => number.to_string().len(),
        Cell::Text(text) => text.chars().take(WIDEST).count(),
        Cell::List(items) => items.iter().map(|item| item.value.chars().count() + 2).sum::<usize>(),
    });
    let wanted = longest.max().unwrap_or(0).max(heading.min(24));
    u16::try_from(wanted.clamp(NARROWEST, WIDEST)).unwrap_or(20)
}
