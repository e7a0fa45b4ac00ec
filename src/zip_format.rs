//! What stands in a ZIP archive besides the content of its files, byte for byte as this program writes it: a header before each file, the
//! directory, the end (APPNOTE.TXT of PKWARE, 4.3).

use zip::DateTime;

/// The mode of every file: a plain one that its owner may change and all may read.
pub const MODE: u32 = 0o100_644;

/// The number of what is deflated.
pub const DEFLATED: u16 = 8;
/// The number of what stands as it is.
pub const STORED: u16 = 0;

/// The bytes of the headers of a file, without its name: before the file, and in the directory at the end.
const LOCAL: u64 = 30;
const CENTRAL: u64 = 46;

/// The bytes that end an archive without comment, and those that stand before them where there are too many files to count in two bytes.
const END: u64 = 22;
const LARGE_END: u64 = 56 + 20;

/// The version of the format that a reader must know, and of the one that wrote it: 2.0, with the files of Unix.
const VERSION: u16 = 20;
const WRITER: u16 = 3 << 8 | VERSION;

/// The mark of a name that is not of ASCII alone: UTF-8.
const UTF8: u16 = 1 << 11;

/// What an archive says of one of its files. Each of them is smaller than four gigabytes, and its name than 64 kilobytes.
#[derive(Clone, Copy, Debug)]
pub struct FileHeader<'a> {
    /// Its name.
    pub name: &'a [u8],
    /// How it is packed, by its number in the format.
    pub method: u16,
    /// The checksum of its content.
    pub crc: u32,
    /// How many bytes it takes, packed.
    pub packed: u64,
    /// How many bytes it has.
    pub size: u64,
    /// Where its header begins.
    pub place: u64,
}

impl FileHeader<'_> {
    /// The bytes before its content, and how many they are.
    pub fn local(&self, day: DateTime) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        self.describe(day, 0, &mut bytes);
        bytes.extend(self.name);
        bytes
    }

    /// How many bytes stand before its content.
    pub fn local_length(&self) -> u64 {
        LOCAL + self.name.len() as u64
    }

    /// What the directory says of it. Behind four gigabytes its place takes twelve bytes more.
    pub fn in_directory(&self, day: DateTime) -> Vec<u8> {
        let mut bytes = b"PK\x01\x02".to_vec();
        bytes.extend(WRITER.to_le_bytes());
        self.describe(day, if self.is_far() { 12 } else { 0 }, &mut bytes);
        // No comment, the first disk, a file of bytes.
        bytes.extend([0; 6]);
        bytes.extend((MODE << 16).to_le_bytes());
        bytes.extend(short(self.place).to_le_bytes());
        bytes.extend(self.name);
        if self.is_far() {
            bytes.extend([1, 0, 8, 0]);
            bytes.extend(self.place.to_le_bytes());
        }
        bytes
    }

    /// How many bytes the directory has for it.
    pub fn directory_length(&self) -> u64 {
        CENTRAL + self.name.len() as u64 + if self.is_far() { 12 } else { 0 }
    }

    /// What both say of it.
    fn describe(&self, day: DateTime, extra: u16, bytes: &mut Vec<u8>) {
        let flags = if self.name.is_ascii() { 0 } else { UTF8 };
        for number in [VERSION, flags, self.method, day.timepart(), day.datepart()] {
            bytes.extend(number.to_le_bytes());
        }
        for number in [self.crc, short(self.packed), short(self.size)] {
            bytes.extend(number.to_le_bytes());
        }
        for number in [u16::try_from(self.name.len()).unwrap_or(u16::MAX), extra] {
            bytes.extend(number.to_le_bytes());
        }
    }

    fn is_far(&self) -> bool {
        self.place >= u64::from(u32::MAX)
    }
}

/// What ends an archive of so many files; its directory goes from one place to another.
pub fn end(count: usize, directory: u64, central: u64) -> Vec<u8> {
    let (files, size) = (count as u64, central - directory);
    let mut bytes = Vec::new();
    let is_large = is_large(count, directory, central);
    if is_large {
        bytes.extend(b"PK\x06\x06");
        bytes.extend((LARGE_END - 20 - 12).to_le_bytes());
        bytes.extend([VERSION, VERSION].map(u16::to_le_bytes).concat());
        bytes.extend([0; 8]);
        bytes.extend([files, files, size, directory].map(u64::to_le_bytes).concat());
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

/// How many bytes end an archive.
pub fn end_length(count: usize, directory: u64, central: u64) -> u64 {
    END + if is_large(count, directory, central) { LARGE_END } else { 0 }
}

/// Whether there are more files, or more bytes, than the usual end of an archive can count.
fn is_large(count: usize, directory: u64, central: u64) -> bool {
    count > usize::from(u16::MAX) || (central - directory).max(directory) > u64::from(u32::MAX)
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
            let end = end(count, directory as u64, central as u64);
            assert_eq!(end.len() as u64, end_length(count, directory as u64, central as u64));
            let behind_versions = if count > 65_535 { 16 } else { 0 };
            assert_eq!(end.len(), bytes.len() - central, "{count}");
            assert!(end[behind_versions..] == bytes[central + behind_versions..], "{count}");
        }
    }
}
