use super::appearance::Appearance;
use crate::load::own_file;
use crate::model::Annex;
use crate::pdf::approved_document;
use crate::readiness::{DocumentFault, Obstacles};
use crate::theme::Theme;
use crate::trouble::Trouble;
use std::path::Path;
use std::sync::Arc;

/// Reads what a build reads beside the data: every approved document, held against its fingerprint, the theme, unless it was read before, and
/// the coat of arms.
pub fn obstacles(root: &Path, annex: &Annex, theme: Option<&Arc<Theme>>) -> Obstacles {
    let documents = annex.editions.iter().filter_map(|edition| {
        let document = edition.approved_document.as_ref()?;
        let read = own_file(root, &document.file).and_then(|bytes| approved_document(edition, document, bytes));
        let message = said(&read.err()?);
        Some(DocumentFault { edition: edition.id.as_str().to_owned(), message })
    });
    let appearance =
        annex.administration.as_ref().and_then(|administration| Appearance::read(root, administration, theme).err());
    Obstacles { documents: documents.collect(), appearance: appearance.as_ref().map(said) }
}

/// What could not be done, what the system said of it, and what to do.
fn said(trouble: &Trouble) -> String {
    format!("{trouble}: {}", trouble.advice())
}
