use super::archive::stamp;
use super::change::Change;
use super::manifest::Manifest;
use std::io::{Read, Seek, SeekFrom};
use zip::{DateTime, ZipArchive};

/// The bytes of the headers of a file, without its name: before the file, and in the directory at the end.
const LOCAL: u64 = 30;
const CENTRAL: u64 = 46;

/// The bytes that end an archive without comment, and those that stand before them where there are too many files to count in two bytes.
const END: u64 = 22;
const LARGE_END: u64 = 56 + 20;

/// The mode of every file: a plain one that all may read.
const MODE: u32 = 0o100_644;

/// What the container itself has that this program did not write: files twice or hidden, comments, other days and permissions, bytes
/// before, between or behind the files.
pub(super) fn changes<R: Read + Seek>(archive: &mut ZipArchive<R>, length: u64, manifest: &Manifest) -> Vec<Change> {
    let mut changes = Vec::new();
    if archive.validate_header_consistency().is_err() {
        changes.push(Change::Structure);
    }
    let Some(entries) = entries(archive) else {
        changes.push(Change::Bytes);
        return changes;
    };
    let day = manifest.first_day().and_then(stamp).unwrap_or_default();
    if !archive.comment().is_empty() || entries.iter().any(|entry| entry.has_comment) {
        changes.push(Change::Comment);
    }
    if entries.iter().any(|entry| entry.modified != Some(day) || entry.mode != Some(MODE)) {
        changes.push(Change::Attributes);
    }
    if !is_gapless(archive, &entries, length) {
        changes.push(Change::Bytes);
    }
    changes
}

/// How long what can be read is, in bytes.
pub(super) fn length<R: Seek>(reader: &mut R) -> std::io::Result<u64> {
    let length = reader.seek(SeekFrom::End(0))?;
    reader.rewind()?;
    Ok(length)
}

/// Where a file stands in the container, and what is said of it there.
struct Entry {
    name: u64,
    header: u64,
    data: u64,
    packed: u64,
    central: u64,
    has_comment: bool,
    modified: Option<DateTime>,
    mode: Option<u32>,
}

/// Every file in the order of the container; `None` if one cannot be opened.
fn entries<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<Vec<Entry>> {
    let mut entries = Vec::with_capacity(archive.len());
    for number in 0..archive.len() {
        let file = archive.by_index_raw(number).ok()?;
        entries.push(Entry {
            name: file.name_raw().len() as u64,
            header: file.header_start(),
            data: file.data_start()?,
            packed: file.compressed_size(),
            central: file.central_header_start(),
            has_comment: !file.comment_raw().is_empty(),
            modified: file.last_modified(),
            mode: file.unix_mode(),
        });
    }
    entries.sort_by_key(|entry| entry.header);
    Some(entries)
}

/// Whether every byte belongs to a file, to its headers or to the end.
fn is_gapless<R: Read + Seek>(archive: &ZipArchive<R>, entries: &[Entry], length: u64) -> bool {
    let directory = archive.central_directory_start();
    let (mut place, mut central) = (0, directory);
    for entry in entries {
        if entry.header != place || entry.data != place + LOCAL + entry.name || entry.central != central {
            return false;
        }
        place = entry.data + entry.packed;
        // Behind four gigabytes the place of a file takes twelve bytes more.
        let far = if entry.header >= u64::from(u32::MAX) { 12 } else { 0 };
        central += CENTRAL + entry.name + far;
    }
    let is_large = entries.len() >= usize::from(u16::MAX) || directory >= u64::from(u32::MAX);
    let end = END + if is_large { LARGE_END } else { 0 };
    archive.offset() == 0 && place == directory && central + end == length
}
