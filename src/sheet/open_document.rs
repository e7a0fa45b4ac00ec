//! The ODS format: the tables of `content.xml`, event by event.

use super::cell::{Cell, CellKind};
use super::merged::Merged;
use super::rows::{Gatherer, MOST_COLUMNS, MOST_ROWS};
use super::{Sheet, Workbook, damaged};
use crate::trouble::Trouble;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Elements whose texts are not what a cell shows: comments, drawings, what was deleted.
const PASSED_OVER: [&str; 5] =
    ["office:annotation", "table:shapes", "draw:frame", "table:tracked-changes", "office:forms"];

/// Reads an ODS file.
pub(super) fn read(shown: &str, bytes: &[u8]) -> Result<Workbook, Trouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(shown))?;
    let content = archive.by_name("content.xml").map_err(|_| damaged(shown))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut tables = Tables::new(shown);
    let mut buffer = Vec::new();
    let mut passed_over = 0_usize;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| damaged(shown))?;
        match &event {
            Event::Eof => break,
            Event::Start(tag) if passed_over > 0 || is_passed_over(tag) => passed_over += 1,
            Event::End(_) if passed_over > 0 => passed_over -= 1,
            _ if passed_over > 0 => {}
            Event::Start(tag) => tables.begin(tag)?,
            Event::Empty(tag) => {
                tables.begin(tag)?;
                tables.end(tag.name().as_ref())?;
            }
            Event::End(tag) => tables.end(tag.name().as_ref())?,
            Event::Text(text) => tables.say(text),
            Event::GeneralRef(entity) => tables.say(&letter(entity)),
            _ => {}
        }
    }
    if tables.sheet.is_some() {
        return Err(damaged(shown));
    }
    Ok(Workbook { sheets: tables.sheets, ..Workbook::default() })
}

fn is_passed_over(tag: &BytesStart<'_>) -> bool {
    let name = tag.name();
    PASSED_OVER.iter().any(|passed| *passed == name.as_ref())
}

/// The character that an entity stands for.
fn letter(entity: &str) -> String {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let c = match entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match entity.strip_prefix("#x") {
            Some(digits) => number(digits, 16),
            None => entity.strip_prefix('#').and_then(|digits| number(digits, 10)),
        },
    };
    c.map(String::from).unwrap_or_default()
}

/// A cell that is being read.
struct Open {
    kind: String,
    /// What is computed in it.
    formula: String,
    value: String,
    text: String,
    paragraphs: usize,
    repeated: usize,
    spanned: (usize, usize),
}

/// What was read so far.
struct Tables<'a> {
    gatherer: Gatherer<'a>,
    sheets: Vec<Sheet>,
    sheet: Option<Sheet>,
    /// Names of the styles of hidden tables.
    hidden: BTreeSet<String>,
    style: String,
    row: usize,
    repeated: usize,
    column: usize,
    /// How many columns were described so far.
    columns: usize,
    cells: Vec<(usize, usize, Cell)>,
    open: Option<Open>,
    paragraph: bool,
}

impl<'a> Tables<'a> {
    fn new(shown: &'a str) -> Self {
        Self {
            gatherer: Gatherer::new(shown),
            sheets: Vec::new(),
            sheet: None,
            hidden: BTreeSet::new(),
            style: String::new(),
            row: 0,
            repeated: 1,
            column: 0,
            columns: 0,
            cells: Vec::new(),
            open: None,
            paragraph: false,
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>) -> Result<(), Trouble> {
        match tag.name().as_ref() {
            "style:style" => self.style = attribute(tag, "style:name"),
            "style:table-properties" if attribute(tag, "table:display") == "false" => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" if self.open.is_none() => {
                let hidden = self.hidden.contains(&attribute(tag, "table:style-name"));
                self.sheet = Some(Sheet { name: attribute(tag, "table:name"), hidden, ..Sheet::default() });
                (self.row, self.columns) = (0, 0);
            }
            "table:table-column" if self.open.is_none() => {
                let end = self.columns.saturating_add(count(tag, "table:number-columns-repeated").min(MOST_COLUMNS));
                if let (true, Some(sheet)) = (is_concealed(tag), &mut self.sheet) {
                    sheet.concealed.hide_columns(self.columns, end);
                }
                self.columns = end.min(MOST_COLUMNS);
            }
            "table:table-row" if self.open.is_none() => {
                self.repeated = count(tag, "table:number-rows-repeated").min(MOST_ROWS);
                self.column = 0;
                self.cells.clear();
                if let (true, Some(sheet)) = (is_concealed(tag), &mut self.sheet) {
                    sheet.concealed.hide_rows(self.row, self.row + self.repeated);
                }
            }
            "table:table-cell" | "table:covered-table-cell" if self.open.is_none() => self.open = Some(Open::of(tag)),
            "text:p" | "text:h" => {
                self.paragraph = true;
                if let Some(open) = &mut self.open {
                    if open.paragraphs > 0 {
                        open.text.push('\n');
                    }
                    open.paragraphs += 1;
                }
            }
            "text:s" => {
                let spaces = count(tag, "text:c").min(1000);
                self.say(&" ".repeat(spaces));
            }
            "text:ta" => self.say("\t"),
            "text:line-break" => self.say("\n"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Trouble> {
        match name {
            "text:p" | "text:h" => self.paragraph = false,
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "table:table-row" => self.end_row()?,
            "table:table" if self.open.is_none() => self.sheets.extend(self.sheet.take()),
            _ => {}
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        if let (true, Some(open)) = (self.paragraph, &mut self.open) {
            open.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(open) = self.open.take() else { return };
        let cell = open.cell();
        if let (Some(sheet), (rows, columns)) = (&mut self.sheet, open.spanned)
            && (rows > 1 || columns > 1)
        {
            let (top, left) = (self.row, self.column);
            sheet.merged.push(Merged { top, bottom: top + rows - 1, left, right: left + columns - 1 });
        }
        if !cell.is_empty() {
            self.cells.push((self.column, open.repeated, cell));
        }
        self.column += open.repeated;
    }

    fn end_row(&mut self) -> Result<(), Trouble> {
        if let Some(sheet) = &mut self.sheet
            && !self.cells.is_empty()
        {
            for row in self.row..self.row + self.repeated {
                for (column, repeated, cell) in &self.cells {
                    for column in *column..*column + *repeated {
                        self.gatherer.put(sheet, row, column, cell.clone())?;
                    }
                }
            }
        }
        self.row = (self.row + self.repeated).min(MOST_ROWS);
        Ok(())
    }
}

impl Open {
    fn of(tag: &BytesStart<'_>) -> Self {
        let kind = attribute(tag, "office:value-type");
        let value = match kind.as_str() {
            "date" => "office:date-value",
            "time" => "office:time-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        let spanned = |name| count(tag, name).min(MOST_ROWS);
        Self {
            value: attribute(tag, value),
            kind,
            formula: attribute(tag, "table:formula"),
            text: String::new(),
            paragraphs: 0,
            repeated: count(tag, "table:number-columns-repeated").min(MOST_COLUMNS),
            spanned: (spanned("table:number-rows-spanned"), spanned("table:number-columns-spanned").min(MOST_COLUMNS)),
        }
    }

    fn cell(&self) -> Cell {
        // A formula that no program has computed yet.
        if self.kind.is_empty() && self.text.is_empty() && !self.formula.is_empty() {
            return Cell::error(self.formula.trim_start_matches("of:"));
        }
        let number = || self.value.parse::<f64>().ok().filter(|number| number.is_finite());
        // The sign of a failed formula stands where its number would.
        if self.text.starts_with('#') && self.kind != "string" || self.text.starts_with("#N/") {
            return Cell::error(if self.text == "#N/A" { "#N/D" } else { &self.text });
        }
        match (self.kind.as_str(), number()) {
            ("float" | "currency", Some(number)) => match self.text.strip_prefix('0') {
                // A format that begins with zeros.
                Some(_) if number >= 1.0 && self.text.bytes().all(|byte| byte.is_ascii_digit()) => {
                    Cell { text: self.text.clone(), kind: CellKind::Number(number) }
                }
                _ => Cell::number(number),
            },
            ("percentage", Some(number)) => Cell::percentage(number),
            ("boolean", _) => Cell::truth(self.value == "true"),
            ("date", _) => Cell::date(moment(&self.value)),
            ("time", _) => Cell::date(duration(&self.value).unwrap_or_else(|| self.text.clone())),
            _ if self.text.is_empty() => Cell::text(&self.value),
            _ => Cell::text(&self.text),
        }
    }
}

/// Whether a row or a column is hidden, or filtered away.
fn is_concealed(tag: &BytesStart<'_>) -> bool {
    matches!(attribute(tag, "table:visibility").as_str(), "collapse" | "filter")
}

/// `2025-12-31T00:00:00` as a day, and as a day with its hour where that is not midnight.
fn moment(value: &str) -> String {
    match value.split_once('T') {
        Some((day, hour)) if hour.starts_with("00:00") => day.to_owned(),
        Some((day, hour)) => format!("{day} {}", hour.chars().take(5).collect::<String>()),
        None => value.to_owned(),
    }
}

/// `PT07H12M00S` as `07:12`.
fn duration(value: &str) -> Option<String> {
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(hours) && digits(minutes)).then(|| format!("{hours:0>2}:{minutes:0>2}"))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let attribute = tag.try_get_attribute(name).ok().flatten();
    attribute
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned))
        .unwrap_or_default()
}

/// A number that is 1 where it is not written.
fn count(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).parse::<usize>().unwrap_or(1).max(1)
}
