use super::questions::quoted;
use crate::import::reading::{FileReading, SheetReading};
use std::fmt::Write as _;

/// What is asked of the sheets that hold no known table, and of the parts of the others that hold none, each under its file and its sheet.
pub(super) fn ask(text: &mut String, files: &[FileReading]) {
    let is_open = |sheet: &&SheetReading| sheet.table.is_none() && !sheet.not_understood.is_empty();
    let mut asked = String::new();
    for sheet in files.iter().flat_map(|file| &file.sheets).filter(is_open).filter(|sheet| sheet.part.is_none()) {
        let _ = writeln!(asked, "  {}:", quoted(&sheet.name));
    }
    for file in files {
        let mut above = None;
        for sheet in file.sheets.iter().filter(is_open) {
            let Some(part) = sheet.part else { continue };
            if above.is_none() {
                let _ = writeln!(asked, "  {}:", quoted(&file.file));
            }
            if above != Some(&sheet.name) {
                let _ = writeln!(asked, "    {}:", quoted(&sheet.name));
            }
            above = Some(&sheet.name);
            if let Some(place) = sheet.remarks.first() {
                let _ = writeln!(asked, "      # {place}");
            }
            let _ = writeln!(asked, "      \"{part}\":");
        }
    }
    if !asked.is_empty() {
        let meaning = "Che tavola contiene ciascun foglio: processi, attuazione, smart-team, servizi, aree, software, formazione, valutazione, esclusioni, indicatori, oppure ignora.";
        let _ = write!(text, "\n# {meaning}\nfogli:\n{asked}");
    }
}
