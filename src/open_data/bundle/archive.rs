use super::deflated::{Deflated, crc};
use std::io::{self, ErrorKind};
use zip::DateTime;

/// What stands in an archive under one name.
pub(super) struct Content<'a> {
    /// How it is packed, by its number in the format.
    method: u16,
    crc: u32,
    /// How many bytes it has, unpacked.
    size: usize,
    packed: Packed<'a>,
}

enum Packed<'a> {
    Stored(&'a [u8]),
    Deflated(Deflated),
}

/// The version of the format that is needed to read an archive, and that of its writer, who is a Unix.
const NEEDED: u16 = 20;
const WRITER: u16 = 3 << 8 | NEEDED;
/// A plain file that its owner may change and everybody may read.
const MODE: u32 = 0o100_644 << 16;

impl<'a> Content<'a> {
    /// As it is.
    pub(super) fn stored(bytes: &'a [u8]) -> Self {
        Self { method: 0, crc: crc(bytes), size: bytes.len(), packed: Packed::Stored(bytes) }
    }

    /// Deflated.
    pub(super) fn deflated(text: Deflated) -> Self {
        Self { method: 8, crc: text.crc, size: text.size, packed: Packed::Deflated(text) }
    }

    /// How many bytes it has in the archive.
    fn packed_size(&self) -> usize {
        match &self.packed {
            Packed::Stored(bytes) => bytes.len(),
            Packed::Deflated(text) => text.len(),
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        match &self.packed {
            Packed::Stored(bytes) => to.extend(*bytes),
            Packed::Deflated(text) => text.parts().for_each(|part| to.extend(part)),
        }
    }

    /// What is said of it before its bytes, and again in the directory at the end.
    fn describe(&self, name: &str, day: DateTime, to: &mut Vec<u8>) -> io::Result<()> {
        let is_ascii = name.is_ascii();
        // Names that are not of ASCII are of UTF-8.
        for number in [NEEDED, if is_ascii { 0 } else { 1 << 11 }, self.method, day.timepart(), day.datepart()] {
            to.extend(number.to_le_bytes());
        }
        for number in [self.crc, small(self.packed_size())?, small(self.size)?] {
            to.extend(number.to_le_bytes());
        }
        to.extend(small::<u16>(name.len())?.to_le_bytes());
        // Nothing more is said of it.
        to.extend([0; 2]);
        Ok(())
    }
}

/// A ZIP archive of contents that are packed already, which the crate that packs them itself does not take.
///
/// # Errors
///
/// When it would hold more than the format can say in its first version: 4 GiB, 65,535 files.
pub(super) fn archive(contents: &[(&str, Content<'_>)], day: DateTime) -> io::Result<Vec<u8>> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in contents {
        let start: u32 = small(bytes.len())?;
        bytes.extend(b"PK\x03\x04");
        content.describe(name, day, &mut bytes)?;
        bytes.extend(name.as_bytes());
        content.write(&mut bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(WRITER.to_le_bytes());
        content.describe(name, day, &mut directory)?;
        // No remark, the first disk, nothing of what it is inside.
        directory.extend([0; 6]);
        directory.extend(MODE.to_le_bytes());
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, start, length): (u16, u32, u32) =
        (small(contents.len())?, small(bytes.len())?, small(directory.len())?);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06");
    bytes.extend([0; 4]);
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
    Ok(bytes)
}

/// A number in the width that the format has for it.
fn small<T: TryFrom<usize>>(number: usize) -> io::Result<T> {
    T::try_from(number).map_err(|_| ErrorKind::FileTooLarge.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::Memo;
    use std::io::{Cursor, Read};
    use zip::{CompressionMethod, ZipArchive};

    #[test]
    fn another_reader_finds_every_file_as_it_was() {
        let text = "codice;processo\n".repeat(30_000);
        let deflated = Deflated::of(text.as_bytes(), &Memo::default()).unwrap();
        let contents = [
            ("a.csv", Content::deflated(deflated)),
            ("è.xlsx", Content::stored(b"stored")),
            ("vuoto.csv", Content::deflated(Deflated::of(b"", &Memo::default()).unwrap())),
        ];
        let day = DateTime::from_date_and_time(2025, 1, 31, 0, 0, 0).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(archive(&contents, day).unwrap())).unwrap();
        assert_eq!(archive.len(), 3);
        let methods = [CompressionMethod::Deflated, CompressionMethod::Stored, CompressionMethod::Deflated];
        let expected = [("a.csv", text.as_str()), ("è.xlsx", "stored"), ("vuoto.csv", "")];
        for (number, ((name, text), method)) in expected.into_iter().zip(methods).enumerate() {
            let mut file = archive.by_index(number).unwrap();
            assert_eq!(file.name().unwrap(), name);
            assert_eq!((file.compression(), file.unix_mode()), (method, Some(0o100_644)));
            assert_eq!(file.last_modified(), Some(day));
            let mut read = String::new();
            file.read_to_string(&mut read).unwrap();
            assert!(read == text);
        }
    }
}
