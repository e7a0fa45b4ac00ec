use super::Outcome;
use super::converter;
use super::streams::tell;
use crate::pdf::typst::{Converter, Environment};
use crate::trouble::Trouble;

/// Installs the converter, unless there is one that will do.
pub(super) fn run() -> Result<Outcome, Trouble> {
    let environment = Environment::here();
    let converter = match Converter::find(None, &environment)? {
        Some(converter) => {
            tell!("Il programma per i PDF c'è già.");
            converter
        }
        None => converter::install(&environment)?,
    };
    tell!("typst {}: {}", converter.version(), converter.program().display());
    Ok(Outcome::Done)
}
