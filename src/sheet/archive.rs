//! What is inside a file that is an archive: which kind of document, and whether it stays small when it is opened.

use super::{LARGEST, damaged, too_large};
use crate::trouble::Trouble;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// Most bytes of all parts of an archive together, once opened.
const LARGEST_OPEN: u64 = 8 * LARGEST;
const TOO_LONG_OPEN: &str = "una volta aperto non può superare 512 MiB";
/// Most parts of an archive.
const MOST_PARTS: usize = 10_000;

/// The kinds of spreadsheet that are archives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// XLSX.
    Excel,
    /// ODS.
    OpenDocument,
}

/// What an archive is; every part of it is opened once, so that none grows without end later.
pub(super) fn kind(shown: &str, bytes: &[u8]) -> Result<Kind, Trouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(shown))?;
    if archive.len() > MOST_PARTS {
        return Err(too_large(shown, "non può avere più di 10.000 parti"));
    }
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.to_lowercase().replace('\\', "/")).collect();
    let has = |part: &str| names.iter().any(|name| name.trim_start_matches('/') == part);
    let kind = if has("xl/workbook.bin") {
        return Err(other(shown, "una cartella binaria di Excel (XLSB)"));
    } else if names.iter().any(|name| name.trim_start_matches('/').starts_with("xl/")) {
        Kind::Excel
    } else if has("word/document.xml") {
        return Err(other(shown, "un documento di Word"));
    } else if has("content.xml") {
        match part(&mut archive, "mimetype").as_deref() {
            Some(kind) if kind.contains("opendocument.text") => return Err(other(shown, "un documento di testo")),
            _ => Kind::OpenDocument,
        }
    } else {
        return Err(other(shown, "un archivio"));
    };
    // What says of itself that it is too large is not even opened.
    let mut stated: u64 = 0;
    for at in 0..archive.len() {
        stated = stated.saturating_add(archive.by_index_raw(at).map_err(|_| damaged(shown))?.size());
    }
    if stated > LARGEST_OPEN {
        return Err(too_large(shown, TOO_LONG_OPEN));
    }
    let mut left = LARGEST_OPEN;
    for at in 0..archive.len() {
        let opened = archive.by_index(at).map_err(|_| damaged(shown))?;
        let size = io::copy(&mut opened.take(left + 1), &mut io::sink()).map_err(|_| damaged(shown))?;
        left = left.checked_sub(size).ok_or_else(|| too_large(shown, TOO_LONG_OPEN))?;
    }
    Ok(kind)
}

/// The text of a small part.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(200).read_to_string(&mut text).ok()?;
    Some(text)
}

fn other(shown: &str, what: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è {what}, non un foglio di calcolo che si sappia leggere"),
        "aprirlo con il programma che l'ha scritto e salvare la tabella come XLSX, ODS o CSV",
    )
}
