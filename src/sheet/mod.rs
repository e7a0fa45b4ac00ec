//! Spreadsheet files as rows of cells: XLSX, ODS, XLS, and text with separators in the encodings that offices use.
//!
//! Owns what a cell shows, whichever program wrote it, and which cells are merged; finds out by looking what a file is. Limits what a file may
//! grow to. Knows nothing of the tables of the annex.

mod archive;
mod cell;
mod concealed;
mod encoding;
mod excel;
mod excel_parts;
mod merged;
mod open_document;
mod quotes;
mod rows;
mod separated;
mod separator;

pub use cell::{Cell, CellKind};
pub use concealed::Concealed;
pub use merged::Merged;

use crate::plain_file;
use crate::trouble::{Context as _, Trouble};
use std::path::Path;

/// Most bytes of a file that is read.
pub const LARGEST: u64 = 64 << 20;

/// What stands beyond what is written.
static EMPTY: Cell = Cell::EMPTY;

/// A spreadsheet file.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// The name of the encoding, where the file is a text: `utf-8`, `windows-1252`, `macintosh`, `utf-16le`, `utf-16be`.
    pub encoding: Option<&'static str>,
    /// What stands between the cells, likewise.
    pub separator: Option<char>,
    /// The sheets, in their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; that of the file, without ending, where the file is a text.
    pub name: String,
    /// Whether the office has hidden it.
    pub hidden: bool,
    /// Its rows from the first of the file on, each as long as its last cell that is not empty.
    pub rows: Vec<Vec<Cell>>,
    /// Its merged cells.
    pub merged: Vec<Merged>,
    /// What of it the office has hidden.
    pub concealed: Concealed,
    /// What had to be supposed to read it, in Italian.
    pub suppositions: Vec<String>,
    /// The cells of which something had to be supposed.
    pub supposed: Vec<Supposed>,
}

/// A cell of which something had to be supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposed {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// What, in Italian.
    pub why: String,
}

impl Sheet {
    /// The cell at a row and a column, from 0; an empty one beyond what is written.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&EMPTY)
    }

    /// How many columns its longest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }
}

/// Reads a spreadsheet file, whichever its ending.
///
/// # Errors
///
/// When it cannot be read, is too large, is damaged or is no spreadsheet.
pub fn read(path: &Path) -> Result<Workbook, Trouble> {
    let shown = path.display().to_string();
    let what = || format!("`{shown}` non si può leggere");
    let file = plain_file::open(path).trouble(what, "indicare un foglio di calcolo che c'è e che si può aprire")?;
    let size = file.metadata().trouble(what, "riprovare")?.len();
    if size > LARGEST {
        return Err(too_large(&shown, TOO_LONG));
    }
    let bytes = plain_file::read(path).trouble(what, "riprovare")?;
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    parse(&shown, &name, bytes)
}

/// Reads the bytes of a spreadsheet; `shown` is what messages call the file, `name` the name of the only sheet of a text.
///
/// # Errors
///
/// As for [`read`], the disk left out.
pub fn parse(shown: &str, name: &str, bytes: Vec<u8>) -> Result<Workbook, Trouble> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err(too_large(shown, TOO_LONG));
    }
    let mut workbook = match bytes.as_slice() {
        [b'P', b'K', 3 | 5, ..] => match archive::kind(shown, &bytes)? {
            archive::Kind::Excel => excel::read(shown, bytes)?,
            archive::Kind::OpenDocument => open_document::read(shown, &bytes)?,
        },
        [0xd0, 0xcf, 0x11, 0xe0, ..] => excel::read_old(shown, bytes)?,
        [b'%', b'P', b'D', b'F', ..] => {
            return Err(Trouble::new(
                format!("`{shown}` è un PDF, non un foglio di calcolo"),
                "chiedere il foglio di calcolo da cui è stato fatto, o ricopiare la tabella in un foglio",
            ));
        }
        start if is_of_another_kind(start) => return Err(separated::no_text(shown)),
        _ => separated::read(shown, name, bytes)?,
    };
    workbook.sheets.iter_mut().for_each(rows::trim);
    Ok(workbook)
}

/// Whether a file begins as pictures, archives and texts of word processors do, which may otherwise pass for a text.
fn is_of_another_kind(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 8] =
        [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"];
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning))
}

/// Of a file of more bytes than [`LARGEST`].
const TOO_LONG: &str = "non può superare 64 MiB";

/// A file that passes a limit, which `why` tells.
fn too_large(shown: &str, why: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è troppo grande: {why}"),
        "aprirlo con il programma dei fogli di calcolo, togliere immagini, fogli, righe e colonne che non sono della tavola, e salvarlo di nuovo; o dividerlo",
    )
}

fn damaged(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è danneggiato: non si può leggere come foglio di calcolo"),
        "aprirlo con il programma che l'ha scritto e salvarlo di nuovo, o farselo rimandare",
    )
}

#[cfg(test)]
mod tests;
