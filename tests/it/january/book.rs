//! A workbook of ours, filled in as a spreadsheet program would: the text of a cell in its sheet, all else as it was.

use calamine::{Reader as _, Xlsx};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(super) struct Workbook {
    path: PathBuf,
    bytes: Vec<u8>,
    /// What is to stand in cells: by the number of their sheet, from 1, and their name.
    filled: BTreeMap<(usize, String), String>,
}

impl Workbook {
    pub(super) fn open(path: &Path) -> Self {
        Self { path: path.to_owned(), bytes: fs::read(path).expect("a workbook"), filled: BTreeMap::new() }
    }

    fn book(&self) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(self.bytes.clone())).expect("XLSX")
    }

    /// Fills the cell of a row, from 1, under a heading.
    pub(super) fn fill(&mut self, sheet: &str, row: usize, heading: &str, text: &str) {
        let range = self.book().worksheet_range(sheet).unwrap_or_else(|error| panic!("{sheet}: {error}"));
        let headings: Vec<String> = range.rows().next().expect("headings").iter().map(ToString::to_string).collect();
        let column = headings.iter().position(|own| own == heading);
        self.put(sheet, row, column.unwrap_or_else(|| panic!("«{heading}» in {headings:?}")) + 1, text);
    }

    /// Fills a cell; row and column from 1.
    pub(super) fn put(&mut self, sheet: &str, row: usize, column: usize, text: &str) {
        let number = self.book().sheet_names().iter().position(|name| name == sheet).expect("the sheet") + 1;
        self.filled.insert((number, format!("{}{row}", letter(column))), text.to_owned());
    }

    pub(super) fn save(&self) {
        let mut archive = ZipArchive::new(Cursor::new(&self.bytes)).expect("an archive");
        let mut written = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..archive.len() {
            let mut part = archive.by_index(number).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            for ((_, cell), text) in
                self.filled.iter().filter(|((sheet, _), _)| name == format!("xl/worksheets/sheet{sheet}.xml"))
            {
                bytes = with_cell(&String::from_utf8(bytes).expect("XML"), cell, text).into_bytes();
            }
            written.start_file(name, SimpleFileOptions::default()).expect("a part");
            written.write_all(&bytes).expect("its bytes");
        }
        fs::write(&self.path, written.finish().expect("an archive").into_inner()).expect("the workbook");
    }
}

fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column - 1).expect("one of the first columns"))
}

/// A sheet with another text in a cell.
fn with_cell(xml: &str, cell: &str, text: &str) -> String {
    let filled = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    if let Some(begin) = xml.find(&format!("<c r=\"{cell}\"")) {
        let tag = begin + xml[begin..].find('>').expect("a tag") + 1;
        let end = if xml[..tag].ends_with("/>") { tag } else { tag + xml[tag..].find("</c>").expect("its end") + 4 };
        return format!("{}{filled}{}", &xml[..begin], &xml[end..]);
    }
    let row = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let begin = xml.find(&format!("<row r=\"{row}\"")).expect("the row");
    let end = begin + xml[begin..].find("</row>").expect("its end");
    // The cells of a row stand in their order.
    let after = xml[begin..end].match_indices("<c r=\"").map(|(at, _)| begin + at);
    let after = after.filter(|at| xml[at + 6..].split('"').next().expect("a name") > cell).min().unwrap_or(end);
    format!("{}{filled}{}", &xml[..after], &xml[after..])
}
