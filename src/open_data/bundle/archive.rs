use crate::open_data::deflated::{Deflated, crc};
use crate::zip_format::{DEFLATED, FileHeader, STORED, end};
use std::io::{self, ErrorKind};
use zip::DateTime;

/// What stands in an archive under one name.
pub(super) struct Content<'a> {
    crc: u32,
    /// How many bytes it has, unpacked.
    size: usize,
    packed: Packed<'a>,
}

enum Packed<'a> {
    Stored(&'a [u8]),
    Deflated(Deflated),
}

impl<'a> Content<'a> {
    /// As it is.
    pub(super) fn stored(bytes: &'a [u8]) -> Self {
        Self { crc: crc(bytes), size: bytes.len(), packed: Packed::Stored(bytes) }
    }

    /// Deflated.
    pub(super) fn deflated(text: Deflated) -> Self {
        Self { crc: text.crc, size: text.size, packed: Packed::Deflated(text) }
    }

    /// What is said of it under a name, where its header begins at a place.
    fn header<'n>(&self, name: &'n str, place: usize) -> io::Result<FileHeader<'n>> {
        let (method, packed) = match &self.packed {
            Packed::Stored(bytes) => (STORED, bytes.len()),
            Packed::Deflated(text) => (DEFLATED, text.len()),
        };
        if u32::try_from(packed.max(self.size)).is_err() || u16::try_from(name.len()).is_err() {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let [packed, size, place] = [packed, self.size, place].map(|number| number as u64);
        Ok(FileHeader { name: name.as_bytes(), method, crc: self.crc, packed, size, place })
    }

    fn write(&self, to: &mut Vec<u8>) {
        match &self.packed {
            Packed::Stored(bytes) => to.extend(*bytes),
            Packed::Deflated(text) => text.parts().for_each(|part| to.extend(part)),
        }
    }
}

/// A ZIP archive of contents that are packed already, which the crate that packs them itself does not take.
///
/// # Errors
///
/// When a file is larger than its header can say: 4 GiB.
pub(super) fn archive(contents: &[(&str, Content<'_>)], day: DateTime) -> io::Result<Vec<u8>> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in contents {
        let header = content.header(name, bytes.len())?;
        bytes.extend(header.local(day));
        content.write(&mut bytes);
        directory.extend(header.in_directory(day));
    }
    let start = bytes.len() as u64;
    bytes.extend(directory);
    let central = bytes.len() as u64;
    bytes.extend(end(contents.len(), start, central));
    Ok(bytes)
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
