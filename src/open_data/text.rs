use super::deflated::Deflating;
use super::file::Held;
use crate::memo::Memo;
use std::io::{self, Write};

/// A text of more bytes is held deflated: the tables of a hundred thousand processes take a fifth of the memory.
pub(super) const WHOLE: usize = 8 * 1024 * 1024;

/// A text of the open data, being written: a large one is never held whole.
#[derive(Debug)]
pub(super) enum Text<'m> {
    /// What is written of one that may remain small.
    Whole(Vec<u8>, &'m Memo),
    /// A large one.
    Large(Deflating<'m>),
}

impl<'m> Text<'m> {
    /// An empty one; what the memo knows is not deflated again.
    pub(super) fn new(memo: &'m Memo) -> Self {
        Self::Whole(Vec::new(), memo)
    }

    /// All of it, as it is held, and its SHA-256 in hexadecimal.
    pub(super) fn finish(self) -> io::Result<(Held, String)> {
        match self {
            Self::Whole(bytes, _) => Ok(Held::whole(bytes)),
            Self::Large(text) => text.finish().map(|(text, sha256)| (Held::Deflated(text), sha256)),
        }
    }
}

impl Write for Text<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Whole(written, memo) => {
                written.extend_from_slice(bytes);
                if written.len() > WHOLE {
                    *self = Self::Large(Deflating::after(std::mem::take(written), memo));
                }
                Ok(bytes.len())
            }
            Self::Large(text) => text.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
