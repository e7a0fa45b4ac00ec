use crate::trouble::{Context, Trouble};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// The file at the root of every folder that the program wrote.
pub const MARKER: &str = ".piao";

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
    /// The marker of a folder; `None` if there is none, or one that this version does not understand.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Trouble> {
        let path = folder.join(MARKER);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::IsADirectory) => return Ok(None),
            Err(error) => {
                return Err(error).trouble(
                    || format!("non è possibile leggere `{}`", path.display()),
                    "controllare i permessi della cartella",
                );
            }
        };
        Ok(String::from_utf8(bytes).ok().and_then(|text| Self::parse(&text)))
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
    pub(super) fn write(&self, folder: &Path) -> Result<(), Trouble> {
        let new = folder.join(format!("{MARKER}-nuovo"));
        fs::write(&new, self.text()).and_then(|()| fs::rename(&new, folder.join(MARKER))).trouble(
            || format!("non è possibile scrivere `{}`", folder.join(MARKER).display()),
            "controllare lo spazio libero e i permessi della cartella",
        )
    }
}

/// Marks a folder as one that a run is still filling.
pub(super) fn begin(folder: &Path) -> io::Result<()> {
    fs::write(folder.join(MARKER), UNFINISHED)
}

/// Whether the folder is one that a run was still filling: everything in it is that run's work.
pub(super) fn is_unfinished(folder: &Path) -> bool {
    fs::read(folder.join(MARKER)).is_ok_and(|bytes| bytes == UNFINISHED.as_bytes())
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
