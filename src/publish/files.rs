use super::pdfs::{PdfSource, pdfs};
use super::publication::Publication;
use super::word_documents::{WordSource, word_documents};
use crate::edition_files::{EditionFiles, Printed};
use crate::memo::Memo;
use crate::model::Edition;
use crate::open_data;
use crate::output::Output;
use crate::trouble::Trouble;
use std::borrow::Cow;

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
    /// When a table is too large for a spreadsheet, or a PDF or a Word document cannot be made.
    pub fn of(publication: &Publication<'_>, source: &PdfSource<'_>, word: &WordSource<'_>) -> Result<Self, Trouble> {
        Self::after(publication, source, word, &Memo::default())
    }

    /// The same, not making again what a memo knows.
    ///
    /// # Errors
    ///
    /// As for [`PublishedFiles::of`].
    pub fn after(
        publication: &Publication<'_>,
        source: &PdfSource<'_>,
        word: &WordSource<'_>,
        memo: &Memo,
    ) -> Result<Self, Trouble> {
        let (annex, base_url) = (publication.annex, publication.base_url.as_deref());
        let editions = &annex.editions;
        let data = editions.iter().map(|edition| open_data::files_after(annex, edition, base_url, memo));
        let data = data.collect::<Result<Vec<_>, Trouble>>()?;
        let (pdfs, made_anew) = pdfs(publication, source, &data)?;
        let words = word_documents(publication, word)?;
        let files = data.into_iter().zip(pdfs).zip(words).zip(publication.approved.iter().cloned());
        let files = files.map(|(((data, pdfs), word), approved)| EditionFiles { data, pdfs, word, approved });
        Ok(Self { editions: files.collect(), made_anew })
    }

    /// What is listed until the files are made: the open data of an earlier reading of the same editions. `None` where there are none.
    pub fn foreseen(publication: &Publication<'_>, earlier: &[Vec<open_data::File>]) -> Option<Self> {
        let editions = &publication.annex.editions;
        let is_of = |edition: &Edition, files: &[open_data::File]| {
            let folder = format!("{}/", edition.id.as_str());
            files.first().is_some_and(|file| file.path.starts_with(&folder))
        };
        let fits =
            earlier.len() == editions.len() && editions.iter().zip(earlier).all(|(own, files)| is_of(own, files));
        let files = |(data, approved): (&Vec<_>, &Option<_>)| EditionFiles {
            data: data.clone(),
            approved: approved.clone(),
            ..EditionFiles::NONE
        };
        let editions = earlier.iter().zip(&publication.approved).map(files);
        fits.then(|| Self { editions: editions.collect(), made_anew: 0 })
    }

    /// The open data of each edition.
    pub fn data(&self) -> Vec<Vec<open_data::File>> {
        self.editions.iter().map(|files| files.data.clone()).collect()
    }

    /// Every file whose bytes are here: all but those that are taken over.
    pub(super) fn outputs(&self) -> impl Iterator<Item = Result<Cow<'_, Output>, Trouble>> {
        let data = self.editions.iter().flat_map(|files| &files.data).map(|file| file.output().map(Cow::Owned));
        let printed = self.editions.iter().flat_map(EditionFiles::printed).filter_map(Printed::output);
        let others = printed.chain(self.editions.iter().filter_map(|files| files.approved.as_ref()));
        data.chain(others.map(|output| Ok(Cow::Borrowed(output))))
    }

    /// How many PDFs there are.
    pub fn pdfs(&self) -> usize {
        self.editions.iter().map(|files| files.pdfs.len()).sum()
    }

    /// How many Word documents there are.
    pub fn word_documents(&self) -> usize {
        self.editions.iter().filter(|files| files.word.is_some()).count()
    }

    /// The paths of the files that are taken over from the site that is replaced.
    pub fn kept(&self) -> impl Iterator<Item = &str> {
        let printed = self.editions.iter().flat_map(EditionFiles::printed);
        printed.filter(|file| matches!(file, Printed::Kept { .. })).map(Printed::path)
    }
}
