use crate::memo::Memo;
use crate::pdf::typst::{Converter, Environment};
use crate::publish::{PdfSource, Publication, PublishedFiles, WordSource};
use crate::trouble::Trouble;
use crate::write::Staging;
use std::path::PathBuf;

/// Where the PDFs of what is published come from.
#[derive(Debug)]
pub enum Papers {
    /// They are made, those excepted that were made before of the same sources.
    Made {
        /// The program that makes them.
        converter: Converter,
        /// Where those made before are kept.
        cache: Option<PathBuf>,
    },
    /// They are those of the site that is replaced; an archive, which replaces none, has none.
    Kept,
    /// There are none.
    None,
}

impl Papers {
    /// Made by a converter.
    pub fn made(converter: Converter, environment: &Environment) -> Self {
        Self::Made { converter, cache: environment.kept() }
    }

    /// The files beside the pages of the site that `staging` writes; what a memo knows is not made again.
    ///
    /// PDFs that nobody asked to make are those of the site that is replaced: they go only when that is asked for, or what they show is
    /// no longer there.
    ///
    /// # Errors
    ///
    /// When one of them cannot be made.
    pub fn of_site(
        &self,
        publication: &Publication<'_>,
        staging: &Staging,
        word: WordPaper,
        memo: &Memo,
    ) -> Result<PublishedFiles, Trouble> {
        let previous = |path: &str| staging.previous_size(path);
        let word = match word {
            WordPaper::Made => WordSource::Made,
            WordPaper::Kept => WordSource::Kept(&previous),
            WordPaper::None => WordSource::None,
        };
        match self {
            Self::Kept => PublishedFiles::after(publication, &PdfSource::Kept(&previous), &word, memo),
            _ => self.files(publication, &word, memo),
        }
    }

    /// The files beside the pages of the archive.
    ///
    /// # Errors
    ///
    /// When one of them cannot be made.
    pub fn of_package(&self, publication: &Publication<'_>, word: WordPaper) -> Result<PublishedFiles, Trouble> {
        let word = if word == WordPaper::Made { &WordSource::Made } else { &WordSource::None };
        self.files(publication, word, &Memo::default())
    }

    fn files(
        &self,
        publication: &Publication<'_>,
        word: &WordSource<'_>,
        memo: &Memo,
    ) -> Result<PublishedFiles, Trouble> {
        let source = match self {
            Self::Made { converter, cache } => PdfSource::Made { converter, cache: cache.as_deref() },
            Self::Kept | Self::None => PdfSource::None,
        };
        PublishedFiles::after(publication, &source, word, memo)
    }
}

/// Where the Word documents of what is published come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordPaper {
    /// They are made.
    Made,
    /// They are those of the site that is replaced; an archive, which replaces none, has none.
    Kept,
    /// There are none.
    None,
}

impl WordPaper {
    /// Made where the data ask for them, else kept.
    pub fn asked_for(publication: &Publication<'_>) -> Self {
        if publication.asks_for_word() { Self::Made } else { Self::Kept }
    }
}
