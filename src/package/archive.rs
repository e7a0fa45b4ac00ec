use super::manifest::{MANIFEST, Manifest, ManifestEntry};
use super::one_error::OneError;
use super::origin::Origin;
use crate::digest::Sha256;
use crate::model::Date;
use crate::trouble::{Context, Trouble};
use crate::write::is_safe;
use rayon::prelude::*;
use std::fmt;
use std::io::{Seek, Write};
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A file that goes into the archive.
#[derive(Debug)]
pub struct Piece<'a> {
    /// Its path in the archive, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: &'a [u8],
    /// Its address on the web and its day.
    pub origin: Origin,
}

/// An archive being written: the same pieces in the same order give the same bytes on every system and on every day.
pub struct Archive<W: Write + Seek> {
    zip: ZipWriter<OneError<W>>,
    options: SimpleFileOptions,
    manifest: Manifest,
}

impl<W: Write + Seek> Archive<W> {
    /// An empty archive whose files all carry the same day; without one, the first day of the format.
    pub fn new(writer: W, day: Option<Date>) -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(day.and_then(stamp).unwrap_or_default())
            .unix_permissions(0o644)
            .system(System::Unix);
        Self { zip: ZipWriter::new(OneError::new(writer)), options, manifest: Manifest::default() }
    }

    /// Adds files, packing them on every core.
    ///
    /// # Errors
    ///
    /// When a path is unsafe or already taken, or the writer refuses.
    pub fn put(&mut self, pieces: &[Piece<'_>]) -> Result<(), Trouble> {
        let options = self.options;
        let packed: Vec<_> = pieces
            .par_iter()
            .with_max_len(1)
            .map(|piece| {
                let packed = PreparedZipFile::from_data(&piece.path, options, piece.bytes);
                (packed, Sha256::of(piece.bytes))
            })
            .collect();
        for (piece, (packed, sha256)) in pieces.iter().zip(packed) {
            if !is_safe(&piece.path) || self.manifest.entries.contains_key(&piece.path) {
                return Err(Trouble::new(
                    format!("nel pacchetto il percorso `{}` non va bene, o c'è già", piece.path.escape_debug()),
                    "segnalare l'errore a chi cura il programma o l'aspetto",
                ));
            }
            let written = packed.and_then(|packed| self.zip.add_prepared_file(packed));
            written.trouble(failed, ADVICE)?;
            let entry = ManifestEntry::new(piece.bytes.len() as u64, sha256, &piece.origin);
            self.manifest.entries.insert(piece.path.clone(), entry);
        }
        Ok(())
    }

    /// Adds the list of the files, and ends; gives how many files there are.
    ///
    /// # Errors
    ///
    /// When the writer refuses.
    pub fn finish(mut self) -> Result<(W, usize), Trouble> {
        let list = self.manifest.bytes()?;
        let packed = PreparedZipFile::from_data(MANIFEST, self.options, &list);
        packed.and_then(|packed| self.zip.add_prepared_file(packed)).trouble(failed, ADVICE)?;
        Ok((self.zip.finish().trouble(failed, ADVICE)?.into_inner(), self.manifest.entries.len() + 1))
    }
}

impl<W: Write + Seek> fmt::Debug for Archive<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("manifest", &self.manifest).finish_non_exhaustive()
    }
}

const ADVICE: &str = "controllare lo spazio libero sul disco e i permessi della cartella";

fn failed() -> String {
    "non è possibile scrivere il pacchetto".to_owned()
}

/// A day as the format writes it, which begins with 1980.
pub(super) fn stamp(day: Date) -> Option<DateTime> {
    let (month, number) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    DateTime::from_date_and_time(u16::try_from(day.year()).ok()?, month, number, 0, 0, 0).ok()
}
