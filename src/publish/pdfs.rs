use super::publication::Publication;
use crate::edition_files::{self, Printed};
use crate::open_data;
use crate::pdf::typst::{Converter, make};
use crate::pdf::{self, Document, Materials, Templates};
use crate::trouble::Trouble;
use std::borrow::Cow;
use std::fmt;
use std::path::Path;

/// The site that is replaced: path → size in bytes, `None` if it does not have the file.
pub type Previous<'a> = dyn Fn(&str) -> Option<u64> + 'a;

/// Where the PDFs of the editions come from.
pub enum PdfSource<'a> {
    /// They are made.
    Made {
        /// The program that makes them.
        converter: &'a Converter,
        /// Where those made before are kept; `None` = nowhere.
        cache: Option<&'a Path>,
    },
    /// They are those of the site that is replaced.
    Kept(&'a Previous<'a>),
    /// There are none.
    None,
}

impl fmt::Debug for PdfSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Made { .. } => "Made",
            Self::Kept(_) => "Kept",
            Self::None => "None",
        })
    }
}

/// For each edition, its PDFs; and how many had to be made anew.
pub(super) fn pdfs(
    publication: &Publication<'_>,
    source: &PdfSource<'_>,
    data: &[Vec<open_data::File>],
) -> Result<(Vec<Vec<Printed>>, usize), Trouble> {
    let editions = &publication.annex.editions;
    match source {
        PdfSource::None => Ok((editions.iter().map(|_| Vec::new()).collect(), 0)),
        PdfSource::Kept(size) => {
            let kept = |paper: pdf::Paper| size(&paper.path).map(|size| Printed::Kept { path: paper.path, size });
            Ok((
                editions.iter().map(|edition| pdf::papers(edition).into_iter().filter_map(kept).collect()).collect(),
                0,
            ))
        }
        PdfSource::Made { converter, cache } => {
            let documents = documents(publication, data)?;
            let counts: Vec<usize> = documents.iter().map(Vec::len).collect();
            let documents: Vec<Document> = documents.into_iter().flatten().collect();
            // All together, so that the converter runs on every core.
            let made = make(converter, &documents, *cache)?;
            let mut outputs = made.outputs.into_iter().map(Printed::Made);
            let pdfs = counts.into_iter().map(|count| outputs.by_ref().take(count).collect()).collect();
            Ok((pdfs, made.anew))
        }
    }
}

/// For each edition, everything that its PDFs show.
fn documents(publication: &Publication<'_>, data: &[Vec<open_data::File>]) -> Result<Vec<Vec<Document>>, Trouble> {
    let templates = Templates::new(publication.appearance.theme.print_files());
    let documents = |(paper, data): (_, &Vec<open_data::File>)| {
        let csv = |table: &str| {
            let bytes = edition_files::csv(data, table).map(open_data::File::bytes).transpose()?;
            Ok(bytes.map(Cow::into_owned))
        };
        pdf::documents(&Materials { paper, csv: &csv, templates: &templates })
    };
    publication.papers().zip(data).map(documents).collect()
}
