//! Text with separators: CSV in all its flavours.

use super::cell::Cell;
use super::encoding::{self, is_strange};
use super::quotes;
use super::rows::Gatherer;
use super::separator;
use super::{Sheet, Supposed, Workbook, too_large};
use crate::trouble::Trouble;
use csv::{Reader, ReaderBuilder, StringRecord};
use std::borrow::Cow;

/// A cell with more lines than this is what follows a quotation mark that was never closed.
const MOST_LINES: usize = 60;

/// A line longer than this is of no table, and would fill the memory cell by cell.
const LONGEST_LINE: usize = 1 << 20;

pub(super) fn read(shown: &str, name: &str, bytes: Vec<u8>) -> Result<Workbook, Trouble> {
    let Some((text, encoding)) = encoding::decode(bytes) else { return Err(no_text(shown)) };
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    let start = text.trim_start().chars().take(200).collect::<String>().to_lowercase();
    if ["<html", "<!doctype html", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag)) {
        return Err(page(shown));
    }
    if let Some(line) = text.split('\n').position(|line| line.len() > LONGEST_LINE) {
        return Err(too_large(shown, &format!("la riga {} ha più di un milione di lettere", line + 1)));
    }
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let (separator, body, first) = match separator::declared(&text) {
        Some((separator, rest)) => (separator, rest, 1),
        None => (separator::found(&text), text.as_str(), 0),
    };
    let mended = quotes::mended(body, separator).filter(|(text, _)| !has_swallowing(text, separator));
    let quoted = mended.is_some();
    let (body, unclosed) = mended.unwrap_or_else(|| {
        sheet.suppositions.push(
            "una virgoletta aperta non si chiude più: le virgolette sono state lette come segni qualsiasi".to_owned(),
        );
        (Cow::Borrowed(body), Vec::new())
    });
    for mark in unclosed {
        let row = first + mark.row;
        let why = "una virgoletta si apre all'inizio della cella e non si chiude alla fine: è stata tolta".to_owned();
        sheet.suppositions.push(format!("riga {}: {why}", row + 1));
        sheet.supposed.push(Supposed { row, column: mark.column, why });
    }
    sheet.suppositions.dedup();
    sheet.supposed.dedup();
    if is_strange(&text, encoding) {
        sheet.suppositions.push(
            "qualche lettera non è di nessuna parola italiana: il file può essere in un'altra codifica, e va salvato di nuovo come CSV UTF-8"
                .to_owned(),
        );
    }
    let mut gatherer = Gatherer::new(shown);
    let mut row = first;
    let mut records = Records::of(&body, separator, quoted);
    while let Some((blank, record)) = records.next() {
        row += blank;
        for (column, text) in record.iter().enumerate() {
            gatherer.put(&mut sheet, row, column, Cell::text(&unwrapped(text)))?;
        }
        row += 1;
    }
    Ok(Workbook { encoding: Some(encoding), separator: Some(separator), sheets: vec![sheet] })
}

/// A text without the formula that only keeps it a text, `="0012"`, or the apostrophe that does, `'0012`.
fn unwrapped(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if let Some(inner) = trimmed.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        let plain = inner.replace("\"\"", "");
        return if plain.contains('"') { text.into() } else { inner.replace("\"\"", "\"").into() };
    }
    let guarded = trimmed.strip_prefix('\'').filter(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '=' | '+' | '-' | '@')) && !rest.contains('\'')
    });
    guarded.map_or(text.into(), Into::into)
}

/// Whether a cell has swallowed the rows below it.
fn has_swallowing(text: &str, separator: char) -> bool {
    let mut records = Records::of(text, separator, true);
    while let Some((_, record)) = records.next() {
        if record.iter().any(|cell| cell.matches('\n').count() > MOST_LINES) {
            return true;
        }
    }
    false
}

/// The rows of a text whose lines end with a line feed alone, one at a time.
pub(super) struct Records<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    record: StringRecord,
}

impl<'t> Records<'t> {
    pub(super) fn of(text: &'t str, separator: char, quoted: bool) -> Self {
        let sign = u8::try_from(separator).unwrap_or(b';');
        let mut options = ReaderBuilder::new();
        options.delimiter(sign).quoting(quoted).has_headers(false).flexible(true);
        Self { text, reader: options.from_reader(text.as_bytes()), record: StringRecord::new() }
    }

    /// The next row, with the number of blank lines before it.
    pub(super) fn next(&mut self) -> Option<(usize, &StringRecord)> {
        // The reader passes over blank lines, which stand at the beginning of what it read.
        if !self.reader.read_record(&mut self.record).ok()? {
            return None;
        }
        let begin = self.record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let from = self.text.as_bytes().iter().skip(begin.unwrap_or_default());
        Some((from.take_while(|byte| **byte == b'\n').count(), &self.record))
    }
}

pub(super) fn no_text(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` non è un foglio di calcolo: non è XLSX, ODS o XLS, e nemmeno un testo"),
        "indicare un foglio di calcolo, o salvare la tabella come XLSX, ODS o CSV",
    )
}

fn page(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è una pagina web o un documento XML, non un foglio di calcolo, qualunque sia il suo nome"),
        "aprirlo con il programma dei fogli di calcolo e salvarlo come XLSX, ODS o CSV",
    )
}
