use super::archive::stamp;
use super::change::Change;
use super::headers::{self, Entry};
use super::manifest::Manifest;
use crate::zip_format::MODE;
use std::io::{Read, Seek, SeekFrom};
use zip::{DateTime, ZipArchive};

/// The container of an archive: the files in its order.
pub(super) struct Container {
    entries: Vec<Entry>,
    day: DateTime,
    directory: u64,
}

impl Container {
    /// Looks for what this program did not write: files twice or hidden, comments, other days and permissions, bytes before, between or behind
    /// the files.
    pub(super) fn of<R: Read + Seek>(
        archive: &mut ZipArchive<R>,
        length: u64,
        manifest: &Manifest,
    ) -> (Self, Vec<Change>) {
        let day = manifest.first_day().and_then(stamp).unwrap_or_default();
        let directory = archive.central_directory_start();
        let mut changes = Vec::new();
        if archive.validate_header_consistency().is_err() {
            changes.push(Change::Structure);
        }
        let Some(entries) = entries(archive) else {
            changes.push(Change::Bytes);
            return (Self { entries: Vec::new(), day, directory }, changes);
        };
        if !archive.comment().is_empty() || entries.iter().any(|entry| entry.has_comment) {
            changes.push(Change::Comment);
        }
        if entries.iter().any(|entry| entry.modified != Some(day) || entry.mode != Some(MODE)) {
            changes.push(Change::Attributes);
        }
        if archive.offset() != 0 || !headers::are_gapless(&entries, directory, length) {
            changes.push(Change::Bytes);
        }
        (Self { entries, day, directory }, changes)
    }

    /// Whether all that it says of its files and of itself are the bytes that this program writes, where nothing else of it has changed.
    pub(super) fn is_ours<R: Read + Seek>(&self, reader: &mut R) -> bool {
        headers::are_ours(reader, &self.entries, self.day, self.directory).unwrap_or(false)
    }
}

/// How long what can be read is, in bytes.
pub(super) fn length<R: Seek>(reader: &mut R) -> std::io::Result<u64> {
    let length = reader.seek(SeekFrom::End(0))?;
    reader.rewind()?;
    Ok(length)
}

/// Every file in the order of the container; `None` if one cannot be opened.
fn entries<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<Vec<Entry>> {
    let mut entries = Vec::with_capacity(archive.len());
    for number in 0..archive.len() {
        let file = archive.by_index_raw(number).ok()?;
        entries.push(Entry {
            name: file.name_raw().into(),
            header: file.header_start(),
            data: file.data_start()?,
            packed: file.compressed_size(),
            size: file.size(),
            crc: file.crc32(),
            central: file.central_header_start(),
            has_comment: !file.comment_raw().is_empty(),
            modified: file.last_modified(),
            mode: file.unix_mode(),
        });
    }
    entries.sort_by_key(|entry| entry.header);
    Some(entries)
}
