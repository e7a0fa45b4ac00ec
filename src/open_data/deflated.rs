use crate::digest::Sha256;
use crate::memo::{Memo, Name};
use flate2::write::{DeflateDecoder, DeflateEncoder};
use flate2::{Compression, Crc};
use rayon::prelude::*;
use std::io::{self, Write};
use std::sync::Arc;

/// How many bytes a piece has at least and at most; the last one may be shorter.
const LEAST: usize = 128 * 1024;
const MOST: usize = 512 * 1024;

/// Ends a deflated text: an empty last block.
const END: [u8; 2] = [3, 0];

/// A text that is deflated in pieces, each by itself: where little of a large text changed, the others need not be deflated again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deflated {
    pieces: Vec<Arc<[u8]>>,
    pub(super) crc: u32,
    /// How many bytes the text has.
    pub(super) size: usize,
}

impl Deflated {
    /// Deflates a text, as far as the memo does not know its pieces.
    pub(super) fn of(text: &[u8], memo: &Memo) -> io::Result<Self> {
        let deflated = |piece: &&[u8]| memo.made(name(piece), || deflate(piece));
        let pieces = pieces(text).par_iter().with_max_len(1).map(deflated).collect::<io::Result<Vec<_>>>()?;
        Ok(Self { pieces, crc: crc(text), size: text.len() })
    }

    /// How many bytes it has.
    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len()).sum::<usize>() + END.len()
    }

    /// The text.
    pub(super) fn inflated(&self) -> io::Result<Vec<u8>> {
        let mut decoder = DeflateDecoder::new(Vec::with_capacity(self.size));
        self.parts().try_for_each(|part| decoder.write_all(part))?;
        decoder.finish()
    }

    /// Its bytes, one after the other.
    pub(super) fn parts(&self) -> impl Iterator<Item = &[u8]> {
        self.pieces.iter().map(|piece| &**piece).chain([&END[..]])
    }
}

/// A text that is deflated while it is written, in the same pieces.
#[derive(Debug)]
pub(super) struct Deflating<'m> {
    memo: &'m Memo,
    /// What is written and not deflated yet.
    rest: Vec<u8>,
    pieces: Vec<Arc<[u8]>>,
    crc: Crc,
    sha256: Sha256,
    size: usize,
}

impl<'m> Deflating<'m> {
    /// A text of which this is written already.
    pub(super) fn after(written: Vec<u8>, memo: &'m Memo) -> Self {
        Self { memo, rest: written, pieces: Vec::new(), crc: Crc::new(), sha256: Sha256::default(), size: 0 }
    }

    /// The whole text, and its SHA-256 in hexadecimal.
    pub(super) fn finish(mut self) -> io::Result<(Deflated, String)> {
        self.deflate(1)?;
        let Self { pieces, crc, sha256, size, .. } = self;
        Ok((Deflated { pieces, crc: crc.sum(), size }, sha256.finish()))
    }

    /// Deflates one piece after the other while so many bytes are left.
    fn deflate(&mut self, least: usize) -> io::Result<()> {
        let mut rest = self.rest.as_slice();
        while rest.len() >= least {
            let (piece, after) = rest.split_at(first_length(rest));
            self.pieces.push(self.memo.made(name(piece), || deflate(piece))?);
            self.crc.update(piece);
            self.sha256.update(piece);
            self.size += piece.len();
            rest = after;
        }
        self.rest.drain(..self.rest.len() - rest.len());
        Ok(())
    }
}

impl Write for Deflating<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rest.extend_from_slice(bytes);
        if self.rest.len() >= MOST {
            self.deflate(MOST)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The checksum of the format.
pub(super) fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

fn name(piece: &[u8]) -> Name {
    let mut digest = Sha256::default();
    digest.update(b"deflate\n");
    digest.update(piece);
    digest.finish_bytes()
}

/// A piece, ending with a whole byte and not with the text: another may follow.
fn deflate(piece: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(piece.len() / 4), Compression::default());
    encoder.write_all(piece)?;
    encoder.flush()?;
    Ok(std::mem::take(encoder.get_mut()))
}

/// The pieces of a text. One ends with a line that is told by what it says, so that after a change the pieces are soon the same again.
fn pieces(mut text: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    while !text.is_empty() {
        let (piece, rest) = text.split_at(first_length(text));
        pieces.push(piece);
        text = rest;
    }
    pieces
}

fn first_length(text: &[u8]) -> usize {
    let text = &text[..text.len().min(MOST)];
    let Some(beyond) = text.get(LEAST..) else { return text.len() };
    let mut length = LEAST;
    for line in beyond.split_inclusive(|byte| *byte == b'\n') {
        length += line.len();
        if is_end(line) {
            break;
        }
    }
    length
}

/// Whether a piece ends with this line: about one in sixteen is such a line (FNV-1a).
fn is_end(line: &[u8]) -> bool {
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    line.iter().fold(0xcbf2_9ce4_8422_2325, add) >> 60 == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read;
    use std::collections::HashSet;
    use std::fmt::Write as _;
    use std::io::Read;

    fn lines(count: usize) -> String {
        let mut text = String::new();
        for line in 0..count {
            let _ = writeln!(text, "riga {line} di {count}, {}", line * line % 1009);
        }
        text
    }

    #[test]
    fn what_is_deflated_is_inflated_to_the_same() {
        let long = "senza righe ".repeat(3 * MOST / 12);
        for text in ["", "a", "\n\n\n", &lines(40_000), &long] {
            let deflated = Deflated::of(text.as_bytes(), &Memo::default()).unwrap();
            let bytes = deflated.parts().collect::<Vec<_>>().concat();
            let mut inflated = String::new();
            read::DeflateDecoder::new(&bytes[..]).read_to_string(&mut inflated).unwrap();
            assert!(inflated == text && deflated.len() == bytes.len() && deflated.size == text.len());
            assert!(deflated.inflated().unwrap() == text.as_bytes());
            for step in [1_000, 100_000, 10_000_000] {
                let start = text.len().min(7_000);
                let memo = Memo::default();
                let mut deflating = Deflating::after(text.as_bytes()[..start].to_vec(), &memo);
                text.as_bytes()[start..].chunks(step).for_each(|bytes| deflating.write_all(bytes).unwrap());
                assert!(deflating.finish().unwrap() == (deflated.clone(), Sha256::of(text.as_bytes())));
            }
        }
    }

    #[test]
    fn a_change_in_the_middle_changes_few_pieces() {
        let before = lines(100_000);
        let after = before.replace("riga 50000 ", "riga cinquantamila ").replace("riga 9 ", "");
        let (before, after) = (pieces(before.as_bytes()), pieces(after.as_bytes()));
        assert!(before.len() > 10, "{}", before.len());
        let known: HashSet<&[u8]> = before.into_iter().collect();
        let new = after.iter().filter(|piece| !known.contains(*piece)).count();
        assert!((2..=6).contains(&new), "{new} of {}", after.len());
    }
}
