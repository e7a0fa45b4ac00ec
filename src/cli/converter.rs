//! The program that makes the PDFs, as the command line asks for it.

use super::arguments::Paper;
use super::progress::during;
use super::streams::tell;
use super::voice::Voice;
use crate::pdf::typst::{self, Converter, Environment};
use crate::publish::{Publication, PublishedFiles};
use crate::trouble::Trouble;

/// Whether PDFs are wanted: by the command, else by the data.
pub(super) fn is_wanted(options: &Paper, publication: &Publication<'_>) -> bool {
    !options.no_pdf && (options.pdf || publication.asks_for_pdfs())
}

/// The converter that is there: none is installed unless that is what was asked for.
///
/// # Errors
///
/// When the one that was named will not do, or there is none.
pub(super) fn obtain(options: &Paper, environment: &Environment) -> Result<Converter, Trouble> {
    Converter::find(options.typst.as_deref(), environment)?.ok_or_else(|| typst::missing(environment))
}

/// Installs the converter, and prints that it does.
///
/// # Errors
///
/// When it cannot be installed.
pub(super) fn install(environment: &Environment) -> Result<Converter, Trouble> {
    tell!("Installo il programma per i PDF (typst {}): servono la rete e una decina di minuti.", typst::PINNED);
    let converter = during("Si installa il programma per i PDF", || typst::install(environment))?;
    tell!("Installato.");
    Ok(converter)
}

/// Says how many PDFs there are, and how many had to be made.
pub(super) fn say_made(files: &PublishedFiles, converter: &Converter, voice: &mut Voice) {
    let (pdfs, anew) = (files.pdfs(), files.made_anew);
    voice.say(format_args!("PDF: {pdfs}, di cui {anew} prodotti ora (typst {}).", converter.version()));
}
