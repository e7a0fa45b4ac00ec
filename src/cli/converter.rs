//! The program that makes the PDFs, as the command line asks for it.

use super::arguments::Paper;
use super::streams::tell;
use super::voice::Voice;
use crate::pdf::typst::{self, Converter, Environment};
use crate::publish::{Publication, PublishedFiles};
use crate::trouble::Trouble;
use std::sync::{Mutex, PoisonError};

/// Held while the converter is looked for and installed: of many sites that are made at once, one installs it.
static OBTAINING: Mutex<()> = Mutex::new(());

/// Whether PDFs are wanted: by the command, else by the data.
pub(super) fn is_wanted(options: &Paper, publication: &Publication<'_>) -> bool {
    !options.no_pdf && (options.pdf || publication.asks_for_pdfs())
}

/// The converter that is there, else the one that is then installed.
///
/// # Errors
///
/// When the one that was named will not do, or none can be installed.
pub(super) fn obtain(options: &Paper, environment: &Environment) -> Result<Converter, Trouble> {
    let _alone = OBTAINING.lock().unwrap_or_else(PoisonError::into_inner);
    match Converter::find(options.typst.as_deref(), environment)? {
        Some(converter) => Ok(converter),
        None => install(environment),
    }
}

/// Installs the converter, and prints that it does.
///
/// # Errors
///
/// When it cannot be installed.
pub(super) fn install(environment: &Environment) -> Result<Converter, Trouble> {
    tell!("Installo il programma per i PDF (typst {}): servono la rete e una decina di minuti.", typst::PINNED);
    let converter = typst::install(environment)?;
    tell!("Installato.");
    Ok(converter)
}

/// Says how many PDFs there are, and how many had to be made.
pub(super) fn say_made(files: &PublishedFiles, converter: &Converter, voice: &mut Voice) {
    let (pdfs, anew) = (files.pdfs(), files.made_anew);
    voice.say(format_args!("PDF: {pdfs}, di cui {anew} prodotti ora (typst {}).", converter.version()));
}
