use super::Outcome;
use super::arguments::Check;
use super::printing::outcome;
use super::streams::write;
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::load::{Loaded, own_file};
use crate::model::Annex;
use crate::pdf::approved_document;
use crate::publish::Appearance;
use crate::readiness::{DocumentFault, Obstacles, Readiness};
use crate::report;
use crate::trouble::Trouble;
use std::path::Path;

/// `check --publication`: one screen, and the result as exit code.
pub(super) fn run(
    options: &Check,
    loaded: &Loaded,
    findings: &[Finding],
    settings: Settings,
) -> Result<Outcome, Trouble> {
    let obstacles = obstacles(&options.folder.root, &loaded.annex);
    let readiness = Readiness::of(&loaded.annex, &loaded.sources, findings, &obstacles, settings.today);
    write(&report::readiness(&readiness))?;
    // A folder that cannot be built is not ready, whatever its data say.
    outcome(options, loaded, findings)?;
    Ok(if readiness.is_ready() { Outcome::Done } else { Outcome::Faulty })
}

/// Reads what a build reads beside the data: every approved document, held against its fingerprint, the theme and the coat of arms.
fn obstacles(root: &Path, annex: &Annex) -> Obstacles {
    let documents = annex.editions.iter().filter_map(|edition| {
        let document = edition.approved_document.as_ref()?;
        let read = own_file(root, &document.file).and_then(|bytes| approved_document(edition, document, bytes));
        let message = said(&read.err()?);
        Some(DocumentFault { edition: edition.id.as_str().to_owned(), message })
    });
    let appearance =
        annex.administration.as_ref().and_then(|administration| Appearance::read(root, administration).err());
    Obstacles { documents: documents.collect(), appearance: appearance.as_ref().map(said) }
}

/// What could not be done, what the system said of it, and what to do.
fn said(trouble: &Trouble) -> String {
    format!("{trouble}: {}", trouble.advice())
}
