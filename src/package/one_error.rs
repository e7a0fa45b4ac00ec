use std::io::{self, Seek, SeekFrom, Write};

/// A writer that tells its first error once and then takes everything: the archive, which is of no more use, would complain to standard
/// error, in English, if it could not be ended either.
#[derive(Debug)]
pub(super) struct OneError<W> {
    writer: W,
    failed: bool,
}

impl<W> OneError<W> {
    pub(super) fn new(writer: W) -> Self {
        Self { writer, failed: false }
    }

    pub(super) fn into_inner(self) -> W {
        self.writer
    }

    /// Does something with the writer, unless it has failed before: then the answer is `pretended`.
    fn attempt<T>(&mut self, pretended: T, act: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.failed {
            return Ok(pretended);
        }
        let done = act(&mut self.writer);
        self.failed = done.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        done
    }
}

impl<W: Write> Write for OneError<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.attempt(bytes.len(), |writer| writer.write(bytes));
        // Whoever is told that nothing was taken makes an error of it.
        self.failed |= matches!(written, Ok(0)) && !bytes.is_empty();
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt((), Write::flush)
    }
}

impl<W: Seek> Seek for OneError<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.attempt(0, |writer| writer.seek(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_once() {
        let mut writer = OneError::new(io::Cursor::new([0_u8; 4]));
        writer.write_all(b"four").expect("room for four");
        assert!(writer.write_all(b"more").is_err());
        writer.write_all(b"more").expect("nothing said");
        assert_eq!(writer.into_inner().get_ref(), b"four");
    }
}
