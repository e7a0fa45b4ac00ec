use super::folder::{FILE_MODE, Folder};
use crate::trouble::{Context, Trouble};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// The file at the root of every folder that the program wrote.
pub const MARKER: &str = ".piao";

/// The same while it is being written.
pub(super) const NEW_MARKER: &str = ".piao-nuovo";

const VERSION: &str = "piao 1";
const UNFINISHED: &str = "piao 1, generazione in corso";
const LIST: &str = "# Distinta dei file:";
const EXPLANATION: &str = "\
# Questa cartella è stata generata dal programma piao, che a ogni generazione la sostituisce per intero.
# Non aggiungere e non modificare qui nulla: si lavora sui file di data/, content/ e themes/.
";

/// The list of the files that the program wrote in a folder, which is how it knows the folder again.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marker {
    /// Their paths below the folder, with `/`.
    pub(super) paths: BTreeSet<String>,
}

impl Marker {
    /// The marker of a folder, which people know as `shown`; `None` if there is none, or one that this version does not understand.
    pub(super) fn read(folder: &Folder, shown: &Path) -> Result<Option<Self>, Trouble> {
        let text = text(folder).trouble(
            || format!("non è possibile leggere `{}`", shown.join(MARKER).display()),
            "controllare i permessi della cartella, e che nessuno vi abbia messo altro",
        )?;
        Ok(text.and_then(|text| Self::parse(&text)))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(VERSION) {
            return None;
        }
        let list = lines.skip_while(|line| *line != LIST).skip(1);
        Some(Self { paths: list.map(str::to_owned).collect() })
    }

    /// The text of the marker: its version, what it is, one path a line in order.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{VERSION}\n{EXPLANATION}{LIST}\n");
        for path in &self.paths {
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    /// Writes the marker into a folder, whole or not at all.
    pub(super) fn write(&self, folder: &Folder) -> io::Result<()> {
        put(folder, &self.text())
    }
}

/// Marks a folder as one that a run is still filling; gives who may read a new file there.
pub(super) fn begin(folder: &Folder) -> io::Result<u32> {
    folder.create(Path::new(MARKER), FILE_MODE)?.write_all(UNFINISHED.as_bytes())?;
    Ok(folder.look(MARKER)?.map_or(0, |seen| seen.mode))
}

/// Marks a folder that holds a whole site as one that a run is filling again; gives who may read a new file there.
pub(super) fn begin_again(folder: &Folder) -> io::Result<u32> {
    put(folder, UNFINISHED)?;
    Ok(folder.look(MARKER)?.map_or(0, |seen| seen.mode))
}

/// Puts a text in the place of the marker of a folder, whole or not at all.
fn put(folder: &Folder, text: &str) -> io::Result<()> {
    folder.create(Path::new(NEW_MARKER), FILE_MODE)?.write_all(text.as_bytes())?;
    folder.rename(OsStr::new(NEW_MARKER), OsStr::new(MARKER))
}

/// Whether the folder is one that a run was still filling: everything in it is that run's work.
///
/// The run may have died while it wrote the mark, of which there is then only a part.
pub(super) fn is_unfinished(folder: &Folder) -> bool {
    text(folder).is_ok_and(|text| text.is_some_and(|text| UNFINISHED.starts_with(&text)))
}

/// The text of the marker of a folder, where there is one that is a text.
fn text(folder: &Folder) -> io::Result<Option<String>> {
    let mut file = match folder.read(MARKER) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => return Ok(None),
        opened => opened?,
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).ok())
}

#[cfg(test)]
mod tests {
    use super::Marker;

    #[test]
    fn a_marker_reads_itself() {
        let paths = ["2025-2027/index.html", "404.html", "# x", "a b"].map(str::to_owned);
        let marker = Marker { paths: paths.into() };
        assert_eq!(Marker::parse(&marker.text()), Some(marker));
        assert_eq!(Marker::parse("piao 2\na\n"), None);
        assert_eq!(Marker::parse(""), None);
    }
}
