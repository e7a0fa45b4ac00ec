use super::relations::Relations;
use crate::trouble::Trouble;
use roxmltree::{Document, ParsingOptions};
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Most bytes of one part, once opened.
const LARGEST: u64 = 64 << 20;
/// Most bytes of all parts that are read together.
const LARGEST_OPEN: u64 = 128 << 20;
/// Most parts.
const MOST_PARTS: usize = 10_000;
/// Most pieces of a part.
const MOST_PIECES: u32 = 2_000_000;

/// A document as an archive of parts.
pub(super) struct Package<'b> {
    pub(super) shown: String,
    archive: RefCell<ZipArchive<Cursor<&'b [u8]>>>,
    /// The names of the parts as they are written, by the names under which they are looked for.
    names: HashMap<String, String>,
    /// How many bytes may still be opened.
    left: RefCell<u64>,
}

impl<'b> Package<'b> {
    pub(super) fn open(shown: &str, bytes: &'b [u8]) -> Result<Self, Trouble> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| no_document(shown))?;
        if archive.len() > MOST_PARTS {
            return Err(too_large(shown));
        }
        let known = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_lowercase();
        let written: Vec<String> = archive.file_names().flatten().map(|name| name.to_string()).collect();
        let names = written.into_iter().map(|name| (known(&name), name)).collect();
        Ok(Self { shown: shown.to_owned(), archive: RefCell::new(archive), names, left: RefCell::new(LARGEST_OPEN) })
    }

    /// The text of a part; `None` if it is not there.
    pub(super) fn part(&self, name: &str) -> Result<Option<String>, Trouble> {
        let Some(written) = self.names.get(&name.to_lowercase()) else { return Ok(None) };
        let mut archive = self.archive.borrow_mut();
        let part = archive.by_name(written).map_err(|_| damaged(&self.shown))?;
        let mut bytes = Vec::new();
        let limit = LARGEST.min(*self.left.borrow());
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged(&self.shown))?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(too_large(&self.shown));
        }
        *self.left.borrow_mut() -= size;
        Ok(Some(decoded(bytes).ok_or_else(|| damaged(&self.shown))?))
    }

    /// The name of the main part: the one that the package names, else the usual one.
    pub(super) fn main(&self) -> Result<String, Trouble> {
        let relations = Relations::of(self, "")?;
        let named = relations.of_type("officeDocument").map(|target| target.trim_start_matches('/').to_owned());
        let name = named.unwrap_or_else(|| "word/document.xml".to_owned());
        if !self.names.contains_key(&name.to_lowercase()) {
            return Err(no_document(&self.shown));
        }
        Ok(name)
    }
}

/// The text of a part in the encodings that the format allows.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            let (text, _, failed) = encoding_rs::UTF_16LE.decode(&bytes);
            (!failed).then(|| text.into_owned())
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// The tree of a part. One that defines names of its own is refused: they could stand for whatever is outside, or grow without end.
pub(super) fn parse<'t>(shown: &str, text: &'t str) -> Result<Document<'t>, Trouble> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_PIECES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => too_large(shown),
        _ => damaged(shown),
    })
}

fn no_document(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` non è un documento di Word (DOCX)"),
        "aprirlo con il programma che l'ha scritto e salvarlo come documento di Word (.docx)",
    )
}

fn damaged(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è un documento di Word che non si riesce a leggere: è danneggiato"),
        "aprirlo con Word o LibreOffice e salvarlo di nuovo come .docx",
    )
}

fn too_large(shown: &str) -> Trouble {
    Trouble::new(
        format!("`{shown}` è troppo grande per essere un capitolo"),
        "togliere dal documento ciò che non è testo, o dividerlo",
    )
}
