use super::pdfs::{PdfSource, pdfs};
use super::publication::Publication;
use crate::edition_files::{EditionFiles, Pdf};
use crate::open_data;
use crate::output::Output;
use crate::trouble::Trouble;

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
    /// When a table is too large for a spreadsheet, or a PDF cannot be made.
    pub fn of(publication: &Publication<'_>, source: &PdfSource<'_>) -> Result<Self, Trouble> {
        let (annex, base_url) = (publication.annex, publication.base_url.as_deref());
        let editions = &annex.editions;
        let data = editions.iter().map(|edition| open_data::files(annex, edition, base_url));
        let data = data.collect::<Result<Vec<_>, Trouble>>()?;
        let (pdfs, made_anew) = pdfs(publication, source, &data)?;
        let files = data.into_iter().zip(pdfs).zip(&publication.approved);
        let editions =
            files.map(|((data, pdfs), approved)| EditionFiles { data, pdfs, approved: approved.clone() }).collect();
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
