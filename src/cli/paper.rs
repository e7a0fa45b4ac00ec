//! What `build` and `package` do for paper: whether PDFs are wanted, the converter, the documents, the PDFs.

use super::arguments::Paper;
use crate::chapters::Manuscript;
use crate::load::{own_file, print_templates};
use crate::model::{Administration, Annex, Edition};
use crate::output::Output;
use crate::pdf::typst::{self, Converter, Environment, make};
use crate::pdf::{self, Document, Materials, Templates};
use crate::picture::Picture;
use crate::trouble::Trouble;
use anstream::eprintln;
use std::path::Path;

/// The bytes of a table's CSV file: edition, table → bytes.
pub(super) type Csv<'a> = &'a dyn Fn(&Edition, &str) -> Option<Vec<u8>>;

/// Whether PDFs are wanted: by the command, else by the data.
pub(super) fn wanted(options: &Paper, administration: &Administration) -> bool {
    !options.no_pdf && (options.pdf || administration.pdf.as_ref().is_some_and(|pdf| pdf.value))
}

/// Whether PDFs are wanted for what is handed over: always, unless they are refused or would have to wait for the converter to be installed.
///
/// # Errors
///
/// When the converter that was named will not do.
pub(super) fn wanted_if_possible(options: &Paper, administration: &Administration) -> Result<bool, Trouble> {
    if options.no_pdf || wanted(options, administration) {
        return Ok(!options.no_pdf);
    }
    Ok(Converter::find(options.typst.as_deref(), &Environment::here())?.is_some())
}

/// The PDFs of every edition.
///
/// # Errors
///
/// When there is no converter and none can be installed, or one of the PDFs cannot be made.
pub(super) fn pdfs(
    options: &Paper,
    root: &Path,
    annex: &Annex,
    manuscripts: &[Vec<Manuscript>],
    coat_of_arms: Option<&Picture>,
    csv: Csv<'_>,
) -> Result<Vec<Output>, Trouble> {
    let Some(administration) = &annex.administration else { return Ok(Vec::new()) };
    let environment = Environment::here();
    let converter = match Converter::find(options.typst.as_deref(), &environment)? {
        Some(converter) => converter,
        None => install(&environment)?,
    };
    let documents = documents(root, administration, annex, manuscripts, coat_of_arms, csv)?;
    let made = make(&converter, &documents, environment.kept().as_deref())?;
    eprintln!("PDF: {}, di cui {} prodotti ora (typst {}).", made.outputs.len(), made.anew, converter.version());
    Ok(made.outputs)
}

/// Everything that the PDFs of every edition show.
pub(super) fn documents(
    root: &Path,
    administration: &Administration,
    annex: &Annex,
    manuscripts: &[Vec<Manuscript>],
    coat_of_arms: Option<&Picture>,
    csv: Csv<'_>,
) -> Result<Vec<Document>, Trouble> {
    let templates = Templates::with(print_templates(root, &administration.theme)?);
    let mut documents = Vec::new();
    for (edition, manuscripts) in annex.editions.iter().zip(manuscripts) {
        documents.extend(pdf::documents(&Materials {
            administration,
            edition,
            manuscripts,
            csv: &|table| csv(edition, table),
            coat_of_arms,
            templates: &templates,
        })?);
    }
    Ok(documents)
}

/// The documents that were approved, byte for byte.
///
/// # Errors
///
/// When one cannot be read, or is not the one that the data speak of.
pub(super) fn approved(root: &Path, annex: &Annex) -> Result<Vec<Output>, Trouble> {
    let mut outputs = Vec::new();
    for edition in &annex.editions {
        if let Some(document) = &edition.approved_document {
            outputs.push(pdf::approved_document(edition, document, own_file(root, &document.file)?)?);
        }
    }
    Ok(outputs)
}

/// Installs the converter, saying so.
pub(super) fn install(environment: &Environment) -> Result<Converter, Trouble> {
    eprintln!("Installo il programma per i PDF (typst {}): servono la rete e una decina di minuti.", typst::PINNED);
    let converter = typst::install(environment)?;
    eprintln!("Installato.");
    Ok(converter)
}
