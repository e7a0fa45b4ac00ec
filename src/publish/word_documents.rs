use super::pdfs::Previous;
use super::publication::Publication;
use crate::edition_files::Printed;
use crate::trouble::Trouble;
use crate::word;
use rayon::prelude::*;
use std::fmt;

/// Where the Word documents of the editions come from.
pub enum WordSource<'a> {
    /// They are made.
    Made,
    /// They are those of the site that is replaced.
    Kept(&'a Previous<'a>),
    /// There are none.
    None,
}

impl fmt::Debug for WordSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Made => "Made",
            Self::Kept(_) => "Kept",
            Self::None => "None",
        })
    }
}

/// For each edition, its Word document.
pub(super) fn word_documents(
    publication: &Publication<'_>,
    source: &WordSource<'_>,
) -> Result<Vec<Option<Printed>>, Trouble> {
    let editions = &publication.annex.editions;
    match source {
        WordSource::None => Ok(editions.iter().map(|_| None).collect()),
        WordSource::Kept(size) => {
            let paths = editions.iter().map(word::path);
            Ok(paths.map(|path| size(&path).map(|size| Printed::Kept { path, size })).collect())
        }
        WordSource::Made => {
            let papers: Vec<_> = publication.papers().collect();
            papers.par_iter().map(|paper| word::annex(paper).map(|output| Some(Printed::Made(output)))).collect()
        }
    }
}
