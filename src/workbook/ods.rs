use super::book::{
    Book, BookColumn, BookSheet, CONFIRMATION, GUIDANCE, IDENTITY, LISTS, ORIGIN, SPARE_ROWS, TABLE_MARK,
};
use super::guidance;
use super::ods_parts::{MANIFEST, META_END, META_START, MIMETYPE, STYLES, content_start, settings};
use super::sheet_style::GUIDANCE_WIDTH;
use super::xlsx::letters;
use crate::trouble::{Context as _, Trouble};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The workbook as ODS.
pub(super) fn bytes(book: &Book) -> Result<Vec<u8>, Trouble> {
    archive(book).trouble(
        || "non è possibile scrivere il foglio di calcolo in ODS".to_owned(),
        "segnalare l'errore a chi sviluppa il programma",
    )
}

fn archive(book: &Book) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let (stored, packed) =
        (plain.compression_method(CompressionMethod::Stored), plain.compression_method(CompressionMethod::Deflated));
    let sheets: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let (year, month, day) = book.day;
    let meta = format!(
        "{META_START}<dc:title>{}</dc:title><meta:initial-creator>{}</meta:initial-creator><meta:creation-date>{year:04}-{month:02}-{day:02}T00:00:00</meta:creation-date>{META_END}",
        escaped(&book.title),
        escaped(&book.author)
    );
    let parts = [
        ("mimetype", MIMETYPE.to_owned(), stored),
        ("content.xml", content(book), packed),
        ("styles.xml", STYLES.to_owned(), packed),
        ("settings.xml", settings(&sheets), packed),
        ("meta.xml", meta, packed),
        ("META-INF/manifest.xml", MANIFEST.to_owned(), packed),
    ];
    for (name, text, options) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content(book: &Book) -> String {
    let widths = book.sheets.iter().flat_map(|sheet| &sheet.columns).map(|column| column.width);
    let mut text = content_start(widths.chain([GUIDANCE_WIDTH, 36, 60]).collect());
    text.push_str("<table:content-validations>");
    for (number, (_, words)) in book.lists.iter().enumerate() {
        for is_open in [false, true] {
            validation(&mut text, number, words.len(), is_open);
        }
    }
    text.push_str("</table:content-validations>");
    explain(&mut text, book);
    if book.has_confirmation {
        confirm(&mut text);
    }
    book.sheets.iter().for_each(|sheet| table(&mut text, sheet));
    let identity: Vec<Vec<&str>> = book.identity.iter().map(|(name, value)| vec![name.as_str(), value]).collect();
    hidden(&mut text, IDENTITY, &identity);
    hidden(&mut text, LISTS, &lists(book));
    hidden(&mut text, ORIGIN, &book.origin().iter().map(|row| row.to_vec()).collect::<Vec<_>>());
    text.push_str("</office:spreadsheet></office:body></office:document-content>");
    text
}

/// The lists, one a column.
fn lists(book: &Book) -> Vec<Vec<&str>> {
    let longest = book.lists.iter().map(|(_, words)| words.len()).max().unwrap_or_default();
    (0..=longest).map(|row| book.lists.iter().map(|list| listed(list, row)).collect()).collect()
}

/// The cell of a list at a row: its title, then its words.
fn listed((title, words): &(String, Vec<String>), row: usize) -> &str {
    match row.checked_sub(1) {
        None => title,
        Some(word) => words.get(word).map_or("", String::as_str),
    }
}

fn validation(text: &mut String, number: usize, words: usize, is_open: bool) {
    let letters = letters(number);
    let name = rule_name(number, is_open);
    let _ = write!(
        text,
        "<table:content-validation table:name=\"{name}\" table:condition=\"of:cell-content-is-in-list([$'{LISTS}'.${letters}$2:.${letters}${}])\" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\" table:base-cell-address=\"$'{GUIDANCE}'.$A$1\"><table:error-message table:display=\"{}\" table:message-type=\"stop\" table:title=\"Valore non previsto\"><text:p>Scegliere una voce dell'elenco, o lasciare la cella vuota.</text:p></table:error-message></table:content-validation>",
        words + 1,
        !is_open
    );
}

fn rule_name(number: usize, is_open: bool) -> String {
    format!("{}{number}", if is_open { "aperto" } else { "chiuso" })
}

/// What protects a sheet and yet lets rows come and go.
const PROTECTION: &str = "<table:table-protection table:select-protected-cells=\"true\" table:select-unprotected-cells=\"true\"/><loext:table-protection loext:select-protected-cells=\"true\" loext:select-unprotected-cells=\"true\" loext:insert-rows=\"true\" loext:delete-rows=\"true\"/>";

fn begin(text: &mut String, name: &str, style: &str) {
    let _ = write!(
        text,
        "<table:table table:name=\"{}\" table:style-name=\"{style}\" table:protected=\"true\">{PROTECTION}",
        escaped(name)
    );
}

fn explain(text: &mut String, book: &Book) {
    begin(text, GUIDANCE, "visibile");
    let _ = write!(text, "<table:table-column table:style-name=\"larga{GUIDANCE_WIDTH}\"/>");
    for (number, line) in book.guidance.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| book.guidance.get(before));
        let is_heading = before.is_some_and(String::is_empty) && !line.starts_with('•') && number > 3;
        let style = if number == 0 {
            "titolo"
        } else if is_heading {
            "grassetto"
        } else {
            "fisso"
        };
        text.push_str("<table:table-row table:style-name=\"riga\">");
        cell(text, line, style, "", None);
        text.push_str("</table:table-row>");
    }
    text.push_str("</table:table>");
}

fn confirm(text: &mut String) {
    begin(text, CONFIRMATION, "visibile");
    text.push_str(
        "<table:table-column table:style-name=\"larga36\"/><table:table-column table:style-name=\"larga60\"/>",
    );
    text.push_str("<table:table-row table:style-name=\"riga\">");
    cell(text, "Conferma dei dati", "titolo", "", None);
    text.push_str("</table:table-row><table:table-row table:style-name=\"riga\"><table:table-cell/></table:table-row>");
    for (question, _) in guidance::CONFIRMATION {
        text.push_str("<table:table-row table:style-name=\"riga\">");
        cell(text, question, "grassetto", "", None);
        cell(text, "", "libero", "", None);
        text.push_str("</table:table-row>");
    }
    text.push_str("</table:table>");
}

fn table(text: &mut String, sheet: &BookSheet) {
    begin(text, &sheet.name, "visibile");
    text.push_str("<table:table-column table:style-name=\"larga10\" table:visibility=\"collapse\" table:default-cell-style-name=\"libero\"/>");
    for column in &sheet.columns {
        let _ = write!(
            text,
            "<table:table-column table:style-name=\"larga{}\" table:default-cell-style-name=\"libero\"/>",
            column.width
        );
    }
    text.push_str("<table:table-header-rows><table:table-row table:style-name=\"riga\">");
    cell(text, "Chiave", "testata", "", None);
    for column in &sheet.columns {
        cell(text, &column.heading, "testata", &column.note, None);
    }
    text.push_str("</table:table-row></table:table-header-rows><table:table-row table:style-name=\"riga\" table:visibility=\"collapse\">");
    cell(text, &format!("{TABLE_MARK}{}", sheet.table), "fisso", "", None);
    for column in &sheet.columns {
        cell(text, &column.key, "fisso", "", None);
    }
    text.push_str("</table:table-row>");
    for (key, cells) in &sheet.rows {
        text.push_str("<table:table-row table:style-name=\"riga\">");
        cell(text, key, "libero", "", None);
        for (content, column) in cells.iter().zip(&sheet.columns) {
            cell(text, content, "libero", "", Some(column));
        }
        text.push_str("</table:table-row>");
    }
    let _ = write!(text, "<table:table-row table:style-name=\"riga\" table:number-rows-repeated=\"{SPARE_ROWS}\">");
    cell(text, "", "libero", "", None);
    for column in &sheet.columns {
        cell(text, "", "libero", "", Some(column));
    }
    text.push_str("</table:table-row></table:table>");
}

fn hidden(text: &mut String, name: &str, rows: &[Vec<&str>]) {
    begin(text, name, "nascosto");
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(1);
    let _ = write!(text, "<table:table-column table:number-columns-repeated=\"{width}\"/>");
    for row in rows {
        text.push_str("<table:table-row>");
        for content in row {
            cell(text, content, "fisso", "", None);
        }
        text.push_str("</table:table-row>");
    }
    if rows.is_empty() {
        text.push_str("<table:table-row><table:table-cell/></table:table-row>");
    }
    text.push_str("</table:table>");
}

/// A cell with its note, and the rule of its column.
fn cell(text: &mut String, content: &str, style: &str, note: &str, column: Option<&BookColumn>) {
    let _ = write!(text, "<table:table-cell table:style-name=\"{style}\"");
    if let Some((number, column)) = column.and_then(|column| Some((column.list?, column))) {
        let _ = write!(text, " table:content-validation-name=\"{}\"", rule_name(number, column.is_open));
    }
    if content.is_empty() {
        text.push_str("/>");
        return;
    }
    match column.and_then(|column| column.number(content)) {
        Some(number) => {
            let _ = write!(text, " office:value-type=\"float\" office:value=\"{number}\">");
        }
        None => text.push_str(" office:value-type=\"string\">"),
    }
    if !note.is_empty() {
        let _ =
            write!(text, "<office:annotation svg:width=\"7cm\"><text:p>{}</text:p></office:annotation>", escaped(note));
    }
    for line in content.split('\n') {
        let _ = write!(text, "<text:p>{}</text:p>", spaced(line));
    }
    text.push_str("</table:table-cell>");
}

/// A text in XML; several blanks in a row, and those at an end, are written as such.
fn spaced(line: &str) -> String {
    let escaped = escaped(line);
    let mut text = String::with_capacity(escaped.len());
    let mut blanks = 0;
    let flush = |text: &mut String, blanks: &mut usize, inside: bool| {
        match *blanks {
            0 => {}
            1 if inside => text.push(' '),
            count => {
                let _ = write!(text, "<text:s text:c=\"{count}\"/>");
            }
        }
        *blanks = 0;
    };
    for c in escaped.chars() {
        if c == ' ' {
            blanks += 1;
        } else {
            let inside = !text.is_empty();
            flush(&mut text, &mut blanks, inside);
            text.push(c);
        }
    }
    flush(&mut text, &mut blanks, false);
    text
}

/// A text that XML takes: what it forbids is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}
