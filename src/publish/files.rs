use super::pdfs::{PdfSource, pdfs};
use super::publication::Publication;
use crate::edition_files::{EditionFiles, Pdf};
use crate::load::own_file;
use crate::model::{Annex, Edition};
use crate::open_data;
use crate::output::Output;
use crate::pdf;
use crate::trouble::Trouble;
use std::path::Path;

/// The files of every edition beside the pages, and what was done to have them.
#[derive(Debug)]
pub struct PublishedFiles {
    /// In the order of the editions.
    pub editions: Vec<EditionFiles>,
    /// How many PDFs had to be made anew, those kept in the cache left out.
    pub made_anew: usize,
}

impl PublishedFiles {
    /// Makes them; the PDFs carry some of the open data inside.
    ///
    /// # Errors
    ///
    /// When an approved document cannot be read or does not have the fingerprint stated in the data, a table is too large for a spreadsheet, or a
    /// PDF cannot be made.
    pub fn of(publication: &Publication<'_>, source: &PdfSource<'_>) -> Result<Self, Trouble> {
        let (annex, base_url) = (publication.annex, publication.base_url.as_deref());
        let editions = &annex.editions;
        let approved = approved_documents(&publication.root, annex)?;
        let data = editions.iter().map(|edition| open_data::files(annex, edition, base_url));
        let data = data.collect::<Result<Vec<_>, Trouble>>()?;
        let (pdfs, made_anew) = pdfs(publication, source, &data)?;
        let files = data.into_iter().zip(pdfs).zip(approved);
        let editions = files.map(|((data, pdfs), approved)| EditionFiles { data, pdfs, approved }).collect();
        Ok(Self { editions, made_anew })
    }

    /// Every file whose bytes are here: all but the PDFs that are taken over.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &Output> {
        let data = self.editions.iter().flat_map(|files| &files.data).map(|file| &file.output);
        let pdfs = self.editions.iter().flat_map(|files| &files.pdfs).filter_map(Pdf::output);
        data.chain(pdfs).chain(self.editions.iter().filter_map(|files| files.approved.as_ref()))
    }

    /// How many PDFs there are.
    pub fn pdfs(&self) -> usize {
        self.editions.iter().map(|files| files.pdfs.len()).sum()
    }

    /// The paths of the PDFs that are taken over from the site that is replaced.
    pub fn kept(&self) -> impl Iterator<Item = &str> {
        let pdfs = self.editions.iter().flat_map(|files| &files.pdfs);
        pdfs.filter(|pdf| matches!(pdf, Pdf::Kept { .. })).map(Pdf::path)
    }
}

/// For each edition, the document that was approved, byte for byte; it is refused if it does not have the fingerprint stated in the data.
pub(super) fn approved_documents(root: &Path, annex: &Annex) -> Result<Vec<Option<Output>>, Trouble> {
    let approved = |edition: &Edition| {
        let Some(document) = &edition.approved_document else { return Ok(None) };
        pdf::approved_document(edition, document, own_file(root, &document.file)?).map(Some)
    };
    annex.editions.iter().map(approved).collect()
}
