//! The two outputs. What nobody can read any more (a closed pipe, a full disk behind standard error) is no reason to stop half-way.

use super::progress::aside;
use crate::report::sanitized;
use crate::trouble::{Context, Trouble};
use std::fmt::Arguments;
use std::io::{ErrorKind, Write};

/// Says a line on standard error, with colours where it is a terminal; takes what `format!` takes.
macro_rules! tell {
    ($($line:tt)*) => { crate::cli::streams::tell_line(format_args!($($line)*)) };
}
pub(super) use tell;

/// Says a line on standard error; see [`tell`]. Names of files and what else it quotes cannot command the terminal.
pub(super) fn tell_line(line: Arguments<'_>) {
    tell_text(&sanitized(&format!("{line}\n")));
}

/// Says a text of whole lines on standard error, with colours where it is a terminal; what it quotes is sanitized already.
pub(super) fn tell_text(text: &str) {
    // There is no other place where it could be said that this one cannot be written to.
    let _ = aside(|| anstream::stderr().lock().write_all(text.as_bytes()));
}

/// Writes what was asked for to standard output; a closed pipe is not an error.
///
/// # Errors
///
/// When what was asked for could not be written.
pub(super) fn write(text: &str) -> Result<(), Trouble> {
    write_bytes(text.as_bytes())
}

/// The same, of what is no text.
///
/// # Errors
///
/// As for [`write()`].
pub(super) fn write_bytes(bytes: &[u8]) -> Result<(), Trouble> {
    finish(|| {
        let mut out = std::io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush())
    })
}

/// The same, with colours where standard output is a terminal.
///
/// # Errors
///
/// As for [`write()`].
pub(super) fn write_coloured(text: &str) -> Result<(), Trouble> {
    finish(|| {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush())
    })
}

fn finish(write: impl FnOnce() -> std::io::Result<()>) -> Result<(), Trouble> {
    match write() {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.trouble(
            || "impossibile scrivere il risultato".to_owned(),
            "controllare dove è diretta l'uscita del comando",
        ),
    }
}
