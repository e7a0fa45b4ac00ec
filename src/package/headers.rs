//! Whether an archive is, besides the content of its files, byte for byte as this program writes it.

use crate::zip_format::{DEFLATED, FileHeader, end, end_length};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use zip::DateTime;

/// Where a file stands in the container, and what is said of it there.
pub(super) struct Entry {
    pub(super) name: Box<[u8]>,
    pub(super) header: u64,
    pub(super) data: u64,
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) crc: u32,
    pub(super) central: u64,
    pub(super) has_comment: bool,
    pub(super) modified: Option<DateTime>,
    pub(super) mode: Option<u32>,
}

impl Entry {
    /// What this program says of such a file.
    fn as_written(&self) -> FileHeader<'_> {
        let Self { name, packed, size, crc, header, .. } = self;
        FileHeader { name, method: DEFLATED, crc: *crc, packed: *packed, size: *size, place: *header }
    }
}

/// Whether every byte belongs to a file, to its headers or to the end.
pub(super) fn are_gapless(entries: &[Entry], directory: u64, length: u64) -> bool {
    let (mut place, mut central) = (0, directory);
    for entry in entries {
        let header = entry.as_written();
        if entry.header != place || entry.data != place + header.local_length() || entry.central != central {
            return false;
        }
        place = entry.data + entry.packed;
        central += header.directory_length();
    }
    place == directory && central + end_length(entries.len(), directory, central) == length
}

/// Whether the bytes of a gapless archive that belong to no file are those that this program writes.
pub(super) fn are_ours<R: Read + Seek>(
    reader: &mut R,
    entries: &[Entry],
    day: DateTime,
    directory: u64,
) -> io::Result<bool> {
    let mut reader = BufReader::new(reader);
    let mut found = Vec::new();
    let mut read = |reader: &mut BufReader<&mut R>, expected: &[u8]| {
        found.resize(expected.len(), 0);
        reader.read_exact(&mut found).map(|()| found == expected)
    };
    for entry in entries {
        reader.seek(SeekFrom::Start(entry.header))?;
        if !read(&mut reader, &entry.as_written().local(day))? {
            return Ok(false);
        }
    }
    reader.seek(SeekFrom::Start(directory))?;
    let mut central = directory;
    for entry in entries {
        let expected = entry.as_written().in_directory(day);
        central += expected.len() as u64;
        if !read(&mut reader, &expected)? {
            return Ok(false);
        }
    }
    read(&mut reader, &end(entries.len(), directory, central))
}
