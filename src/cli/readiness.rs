use super::Outcome;
use super::arguments::Check;
use super::printing::{outcome, write};
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::load::{Loaded, own_file};
use crate::model::Annex;
use crate::pdf::approved_document;
use crate::readiness::{DocumentFault, Readiness};
use crate::report;
use crate::trouble::Trouble;
use std::error::Error;
use std::path::Path;

/// `check --publication`: one screen, and the result as exit code.
pub(super) fn run(
    options: &Check,
    loaded: &Loaded,
    findings: &[Finding],
    settings: Settings,
) -> Result<Outcome, Trouble> {
    let faults = document_faults(&options.folder.root, &loaded.annex);
    let readiness = Readiness::of(&loaded.annex, &loaded.sources, findings, &faults, settings.today);
    write(&report::readiness(&readiness))?;
    // A folder that cannot be built is not ready, whatever its data say.
    outcome(options, loaded, findings)?;
    Ok(if readiness.is_ready() { Outcome::Done } else { Outcome::Faulty })
}

/// Reads every approved document and holds it against its fingerprint, as a build does.
fn document_faults(root: &Path, annex: &Annex) -> Vec<DocumentFault> {
    let faults = annex.editions.iter().filter_map(|edition| {
        let document = edition.approved_document.as_ref()?;
        let read = own_file(root, &document.file).and_then(|bytes| approved_document(edition, document, bytes));
        let trouble = read.err()?;
        let message = match trouble.source() {
            // What the system said is not in Italian.
            Some(_) => format!("`{}` non si legge: {}", document.file.value, trouble.advice()),
            None => format!("{trouble}: {}", trouble.advice()),
        };
        Some(DocumentFault { edition: edition.id.as_str().to_owned(), message })
    });
    faults.collect()
}
