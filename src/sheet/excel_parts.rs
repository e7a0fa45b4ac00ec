//! What the reader of the cells of an XLSX file does not tell: which rows and columns are hidden, and which formulas no program has computed yet.

use super::Concealed;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// What is to be known of a sheet beside its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    /// What it hides.
    pub(super) concealed: Concealed,
    /// Formulas without a result: row and column, from 0, and the formula.
    pub(super) uncomputed: Vec<(usize, usize, String)>,
}

/// What is beside the cells of each sheet, by its name; of a part that cannot be read nothing is said, for its cells are read all the same.
pub(super) fn read(bytes: &[u8]) -> BTreeMap<String, Beside> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let mut targets = BTreeMap::new();
    each_event(&part(&mut archive, "xl/_rels/workbook.xml.rels"), |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && local(tag) == "Relationship"
        {
            targets.insert(attribute(tag, "Id"), attribute(tag, "Target"));
        }
    });
    let mut sheets = Vec::new();
    each_event(&part(&mut archive, "xl/workbook.xml"), |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && local(tag) == "sheet"
        {
            sheets.push((attribute(tag, "name"), attribute(tag, "r:id")));
        }
    });
    let mut beside = BTreeMap::new();
    for (name, relation) in sheets {
        let Some(target) = targets.get(&relation) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        beside.insert(name, of_sheet(&part(&mut archive, &path)));
    }
    beside
}

fn of_sheet(xml: &[u8]) -> Beside {
    let mut reading = SheetReading::default();
    let is_there = |bytes: &[u8]| xml.windows(bytes.len()).any(|window| window == bytes);
    if is_there(b"hidden=") || is_there(b"<f") {
        each_event(xml, |event| reading.take(event));
    }
    reading.beside
}

/// What was read of a sheet so far.
#[derive(Debug, Default)]
struct SheetReading {
    beside: Beside,
    /// The row that was begun last, from 1.
    row: usize,
    /// The column of the cell that was begun last, from 1.
    column: usize,
    /// Whether the cell says that it is a text.
    is_text: bool,
    formula: String,
    has_value: bool,
    /// The name of the element whose text is read.
    inside: String,
}

impl SheetReading {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => {
                self.begin(tag);
                self.inside = local(tag);
            }
            Event::Empty(tag) => self.begin(tag),
            Event::Text(text) if self.inside == "f" => self.formula.push_str(text),
            Event::Text(text) if matches!(self.inside.as_str(), "v" | "t") => self.has_value |= !text.trim().is_empty(),
            Event::End(tag) => {
                if tag.name().as_ref().rsplit(':').next() == Some("c") {
                    self.end_cell();
                }
                self.inside.clear();
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>) {
        let number = |name| attribute(tag, name).parse::<usize>().ok().filter(|number| *number > 0);
        let is_hidden = matches!(attribute(tag, "hidden").as_str(), "1" | "true");
        match local(tag).as_str() {
            "row" => {
                (self.row, self.column) = (number("r").unwrap_or(self.row + 1), 0);
                if is_hidden {
                    self.beside.concealed.hide_rows(self.row - 1, self.row);
                }
            }
            "col" if is_hidden => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    self.beside.concealed.hide_columns(first - 1, last);
                }
            }
            "c" => {
                self.column = column(&attribute(tag, "r")).unwrap_or(self.column + 1);
                (self.is_text, self.has_value) = (attribute(tag, "t") == "str", false);
                self.formula.clear();
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        if !self.formula.is_empty() && !self.has_value && !self.is_text && self.row > 0 {
            self.beside.uncomputed.push((self.row - 1, self.column - 1, format!("={}", self.formula)));
        }
    }
}

/// The column of the name of a cell, from 1: 28 of `AB12`.
fn column(name: &str) -> Option<usize> {
    let letters = name.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_uppercase();
    let number = letters.bytes().take(4).fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    (number > 0).then_some(number)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    // The archive was opened once before, within its limits.
    let read = archive.by_name(path).map(|mut part| part.read_to_end(&mut bytes).is_ok());
    if read.unwrap_or(false) { bytes } else { Vec::new() }
}

fn each_event(xml: &[u8], mut take: impl FnMut(&Event<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return,
            Ok(event) => take(&event),
        }
    }
}

/// The name of an element without its prefix.
fn local(tag: &BytesStart<'_>) -> String {
    let name = tag.name();
    let name: &str = name.as_ref();
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let attribute = tag.try_get_attribute(name).ok().flatten();
    attribute
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned))
        .unwrap_or_default()
}
