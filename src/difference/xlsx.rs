use super::words::{full, value, word};
use super::{Difference, MARK};
use crate::comparison::Called;
use crate::trouble::{Context, Trouble};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The longest text of a cell, in UTF-16 units, with room for a word about what is cut.
const LONGEST: usize = 32_000;
const HEADINGS: [(&str, u16); 7] = [
    ("Tavola", 24),
    ("Che cosa è successo", 14),
    ("Prima", 24),
    ("Dopo", 24),
    ("Che cosa cambia", 24),
    ("Da", 48),
    ("A", 48),
];

/// A workbook: a sheet of what differs, one line a field, and one of the totals.
///
/// # Errors
///
/// When there are more differences than a sheet has rows.
pub fn xlsx(difference: &Difference<'_>) -> Result<Vec<u8>, Trouble> {
    build(difference).trouble(
        || "non è possibile scrivere il confronto in XLSX".to_owned(),
        "un foglio di calcolo contiene al massimo 1.048.576 righe: usare un altro formato",
    )
}

fn build(difference: &Difference<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same comparison gives the same bytes, whenever it is made.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = difference.heading();
    let properties = DocProperties::new().set_title(&title).set_author(difference.administration);
    let properties = properties.set_custom_property(MARK.0, MARK.1);
    workbook.set_properties(&properties.set_creation_datetime(&day));
    changes(workbook.add_worksheet(), difference)?;
    totals(workbook.add_worksheet(), difference)?;
    if !difference.comparison.recomputed.is_empty() {
        recomputed(workbook.add_worksheet(), difference)?;
    }
    workbook.save_to_buffer()
}

fn heading() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin)
}

fn changes(page: &mut Worksheet, difference: &Difference<'_>) -> Result<(), XlsxError> {
    page.set_name("Cambiamenti")?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    for ((text, width), column) in HEADINGS.into_iter().zip(0..) {
        page.write_string_with_format(0, column, text, &heading())?;
        page.set_column_width(column, width)?;
    }
    let id = |called: &Option<Called>| called.as_ref().map(full).unwrap_or_default();
    let mut row = 0;
    for (table, change) in difference.comparison.changes() {
        let start = [table.title.clone(), word(change.kind).to_owned(), id(&change.before), id(&change.after)];
        let nothing = [String::new(), String::new(), String::new()];
        let fields = change.fields.iter().map(|field| [field.label.clone(), value(&field.before), value(&field.after)]);
        let fields: Vec<_> = if change.fields.is_empty() { vec![nothing] } else { fields.collect() };
        for field in fields {
            row += 1;
            for (text, column) in start.iter().chain(&field).zip(0..) {
                write(page, (row, column), text)?;
            }
        }
    }
    page.autofilter(0, 0, row, 6)?;
    Ok(())
}

/// The paragraphs of the chapters in which only figures of the data differ.
fn recomputed(page: &mut Worksheet, difference: &Difference<'_>) -> Result<(), XlsxError> {
    page.set_name("Cifre nei capitoli")?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    for ((text, width), column) in [("Capitolo", 32), ("Da", 60), ("A", 60)].into_iter().zip(0..) {
        page.write_string_with_format(0, column, text, &heading())?;
        page.set_column_width(column, width)?;
    }
    for (paragraph, row) in difference.comparison.recomputed.iter().zip(1..) {
        for (text, column) in [&paragraph.title, &paragraph.before, &paragraph.after].into_iter().zip(0..) {
            write(page, (row, column), text)?;
        }
    }
    Ok(())
}

fn totals(page: &mut Worksheet, difference: &Difference<'_>) -> Result<(), XlsxError> {
    page.set_name("Totali")?;
    page.set_freeze_panes(1, 0)?.set_column_width(0, 48)?;
    let difference_of_numbers = Format::new().set_num_format("\"+\"0;\"−\"0;\"nessuna\"");
    let headings = ["Che cosa si conta", difference.from, difference.to, "Differenza"];
    for (text, column) in headings.into_iter().zip(0..) {
        page.write_string_with_format(0, column, text, &heading())?;
    }
    for (figure, row) in difference.comparison.figures.iter().zip(1..) {
        write(page, (row, 0), &figure.label)?;
        let [before, after] =
            [figure.before, figure.after].map(|count| f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        for (number, column) in [before, after].into_iter().zip(1..) {
            page.write_number(row, column, number)?;
        }
        page.write_number_with_format(row, 3, after - before, &difference_of_numbers)?;
    }
    Ok(())
}

/// Writes a text as a text: one that begins like a formula keeps the mark of an apostrophe.
fn write(page: &mut Worksheet, (row, column): (u32, u16), text: &str) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let format = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format.set_quote_prefix() } else { format };
    let mut left = LONGEST;
    let kept: String = text
        .chars()
        .take_while(|c| {
            let fits = left >= c.len_utf16();
            left = left.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    let text = if kept.len() < text.len() { format!("{kept} […]") } else { kept };
    page.write_string_with_format(row, column, text, &format)?;
    Ok(())
}
