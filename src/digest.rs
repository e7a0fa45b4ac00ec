//! SHA-256 digests, by which whoever receives a file can tell that it is the one that was published.
//!
//! Owns how a digest is computed and written: 64 lowercase hexadecimal digits, or as web pages want it.

use data_encoding::{BASE64, HEXLOWER};
use sha2::Digest;
use std::io::{self, Read, Write};

/// A SHA-256 computed from bytes that arrive in pieces.
#[derive(Debug, Default)]
pub struct Sha256(sha2::Sha256);

impl Sha256 {
    /// The digest of bytes at hand.
    pub fn of(bytes: &[u8]) -> String {
        HEXLOWER.encode(&sha2::Sha256::digest(bytes))
    }

    /// The same as bytes.
    pub fn bytes_of(bytes: &[u8]) -> [u8; 32] {
        sha2::Sha256::digest(bytes).into()
    }

    /// The digest as a page that allows what it was made of writes it: `sha256-` and 44 signs of base64.
    pub fn as_source(bytes: &[u8]) -> String {
        format!("sha256-{}", BASE64.encode(&sha2::Sha256::digest(bytes)))
    }

    /// The digest of everything that can be read, and how many bytes that was.
    ///
    /// # Errors
    ///
    /// When reading fails.
    pub fn of_reader(mut reader: impl Read) -> io::Result<(String, u64)> {
        let mut digest = Self::default();
        let length = io::copy(&mut reader, &mut digest)?;
        Ok((digest.finish(), length))
    }

    /// Adds the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Adds a text with its length, so that no two rows of texts are the same bytes.
    pub fn update_text(&mut self, text: &str) {
        self.update(&text.len().to_le_bytes());
        self.update(text.as_bytes());
    }

    /// The digest of all bytes added.
    pub fn finish(self) -> String {
        HEXLOWER.encode(&self.finish_bytes())
    }

    /// The same as bytes.
    pub fn finish_bytes(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl Write for Sha256 {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Sha256;

    #[test]
    fn the_example_of_the_standard_is_the_same_whole_and_read() {
        // FIPS 180-4, the message "abc".
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Sha256::of(b"abc"), abc);
        assert_eq!(Sha256::of_reader(&b"abc"[..]).ok(), Some((abc.to_owned(), 3)));
        let mut pieces = Sha256::default();
        pieces.update(b"a");
        pieces.update(b"bc");
        assert_eq!(pieces.finish(), abc);
    }
}
