//! What stands in an archive besides the content of its files, byte for byte as this program writes it: a header before each file, the
//! directory, the end.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use zip::DateTime;

/// The mode of every file: a plain one that all may read.
pub(super) const MODE: u32 = 0o100_644;

/// The bytes of the headers of a file, without its name: before the file, and in the directory at the end.
const LOCAL: u64 = 30;
const CENTRAL: u64 = 46;

/// The bytes that end an archive without comment, and those that stand before them where there are too many files to count in two bytes.
const END: u64 = 22;
const LARGE_END: u64 = 56 + 20;

/// The version of the format that a reader must know, and of the one that wrote it: 2.0, with the files of Unix.
const VERSION: u16 = 20;
const WRITER: u16 = 3 << 8 | VERSION;

/// How a file is packed: deflate.
const METHOD: u16 = 8;

/// The mark of a name that is not of ASCII alone: UTF-8.
const UTF8: u16 = 1 << 11;

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

/// Whether every byte belongs to a file, to its headers or to the end.
pub(super) fn are_gapless(entries: &[Entry], directory: u64, length: u64) -> bool {
    let (mut place, mut central) = (0, directory);
    for entry in entries {
        let name = entry.name.len() as u64;
        if entry.header != place || entry.data != place + LOCAL + name || entry.central != central {
            return false;
        }
        place = entry.data + entry.packed;
        // Behind four gigabytes the place of a file takes twelve bytes more.
        central += CENTRAL + name + if is_far(entry.header) { 12 } else { 0 };
    }
    let end = END + if is_large(entries, directory, central) { LARGE_END } else { 0 };
    place == directory && central + end == length
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
        if !read(&mut reader, &local(entry, day))? {
            return Ok(false);
        }
    }
    reader.seek(SeekFrom::Start(directory))?;
    let mut central = directory;
    for entry in entries {
        let expected = in_directory(entry, day);
        central += expected.len() as u64;
        if !read(&mut reader, &expected)? {
            return Ok(false);
        }
    }
    read(&mut reader, &end(entries, directory, central))
}

/// The header before a file.
fn local(entry: &Entry, day: DateTime) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04".to_vec();
    described(entry, day, 0, &mut bytes);
    bytes.extend(&entry.name);
    bytes
}

/// What the directory says of a file.
fn in_directory(entry: &Entry, day: DateTime) -> Vec<u8> {
    let mut bytes = b"PK\x01\x02".to_vec();
    bytes.extend(WRITER.to_le_bytes());
    described(entry, day, if is_far(entry.header) { 12 } else { 0 }, &mut bytes);
    // No comment, the first disk, a file of bytes.
    bytes.extend([0; 6]);
    bytes.extend((MODE << 16).to_le_bytes());
    bytes.extend(short(entry.header).to_le_bytes());
    bytes.extend(&entry.name);
    if is_far(entry.header) {
        bytes.extend([1, 0, 8, 0]);
        bytes.extend(entry.header.to_le_bytes());
    }
    bytes
}

/// What both say of it.
fn described(entry: &Entry, day: DateTime, extra: u16, bytes: &mut Vec<u8>) {
    let flags = if entry.name.is_ascii() { 0 } else { UTF8 };
    for number in [VERSION, flags, METHOD, day.timepart(), day.datepart()] {
        bytes.extend(number.to_le_bytes());
    }
    for number in [entry.crc, short(entry.packed), short(entry.size)] {
        bytes.extend(number.to_le_bytes());
    }
    for number in [u16::try_from(entry.name.len()).unwrap_or(u16::MAX), extra] {
        bytes.extend(number.to_le_bytes());
    }
}

/// What ends the archive; its directory goes up to `central`.
fn end(entries: &[Entry], directory: u64, central: u64) -> Vec<u8> {
    let (count, size) = (entries.len() as u64, central - directory);
    let mut bytes = Vec::new();
    let is_large = is_large(entries, directory, central);
    if is_large {
        bytes.extend(b"PK\x06\x06");
        bytes.extend((LARGE_END - 20 - 12).to_le_bytes());
        bytes.extend([VERSION, VERSION].map(u16::to_le_bytes).concat());
        bytes.extend([0; 8]);
        bytes.extend([count, count, size, directory].map(u64::to_le_bytes).concat());
        bytes.extend(b"PK\x06\x07\0\0\0\0");
        bytes.extend(central.to_le_bytes());
        bytes.extend(1_u32.to_le_bytes());
    }
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([u16::try_from(count).unwrap_or(u16::MAX); 2].map(u16::to_le_bytes).concat());
    let size = if is_large { u32::MAX } else { short(size) };
    bytes.extend([size, short(directory)].map(u32::to_le_bytes).concat());
    bytes.extend([0; 2]);
    bytes
}

fn is_far(place: u64) -> bool {
    place >= u64::from(u32::MAX)
}

/// Whether there are more files, or more bytes, than the usual end of an archive can count.
fn is_large(entries: &[Entry], directory: u64, central: u64) -> bool {
    entries.len() > usize::from(u16::MAX) || (central - directory).max(directory) > u64::from(u32::MAX)
}

/// A number as the usual headers write it; what is larger stands elsewhere.
fn short(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    /// The end counts the files in two bytes, or in eight.
    #[test]
    fn an_archive_may_have_more_files_than_two_bytes_count() {
        let place = |bytes: &[u8], mark: &[u8]| bytes.windows(4).position(|four| four == mark);
        for count in [3, 65_535, 65_536] {
            // What is not packed is written sooner; it asks for a lower version.
            let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for number in 0..count {
                zip.start_file(number.to_string(), options).expect("a file");
            }
            let bytes = zip.finish().expect("an archive").into_inner();
            let directory = place(&bytes, b"PK\x01\x02").expect("a directory");
            let rest = &bytes[directory..];
            let central =
                directory + place(rest, b"PK\x06\x06").or_else(|| place(rest, b"PK\x05\x06")).expect("an end");
            let one = || Entry {
                name: Box::new([]),
                header: 0,
                data: 0,
                packed: 0,
                size: 0,
                crc: 0,
                central: 0,
                has_comment: false,
                modified: None,
                mode: None,
            };
            let entries: Vec<Entry> = std::iter::repeat_with(one).take(count).collect();
            let end = end(&entries, directory as u64, central as u64);
            let behind_versions = if count > 65_535 { 16 } else { 0 };
            assert_eq!(end.len(), bytes.len() - central, "{count}");
            assert!(end[behind_versions..] == bytes[central + behind_versions..], "{count}");
        }
    }
}
