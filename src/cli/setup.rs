use super::Outcome;
use super::paper;
use crate::converter::{Converter, Surroundings};
use crate::trouble::Trouble;
use anstream::eprintln;

/// Installs the converter, unless there is one that will do.
pub(super) fn run() -> Result<Outcome, Trouble> {
    let surroundings = Surroundings::here();
    let converter = match Converter::find(None, &surroundings)? {
        Some(converter) => {
            eprintln!("Il programma per i PDF c'è già.");
            converter
        }
        None => paper::install(&surroundings)?,
    };
    eprintln!("typst {}: {}", converter.version(), converter.program().display());
    Ok(Outcome::Done)
}
