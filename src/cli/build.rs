use super::arguments::{Build, Paper};
use super::progress::during;
use super::streams::tell;
use super::{Outcome, base_url, converter, publishing};
use crate::pdf::typst::Environment;
use crate::publish::{PdfSource, Publication, PublishedFiles, SiteOutputs};
use crate::trouble::Trouble;
use crate::write::Staging;

pub(super) fn run(options: &Build) -> Result<Outcome, Trouble> {
    let base_url = base_url::parse(options.publishing.base_url.as_deref())?;
    let annex = publishing::checked(&options.folder)?;
    let Some(publication) = annex.publication(base_url)? else {
        tell!("Il sito non è stato generato: quello che era pubblicato non è stato toccato.");
        return Ok(Outcome::Faulty);
    };
    publishing::print_warnings(&publication);
    let root = &options.folder.root;
    let target = options.out.clone().unwrap_or_else(|| root.join("public"));
    let staging = Staging::begin(root, &target)?;
    let files = files(&options.publishing.paper, &publication, &staging)?;
    let written = during("Si scrive il sito", || SiteOutputs::new(&publication, &files)?.write(staging))?;
    tell!("Sito scritto in `{}`: {} file.", target.display(), written.files);
    if let Some(left) = written.left_behind {
        tell!("avviso: la versione precedente non si è potuta togliere del tutto: cancellare `{}`", left.display());
    }
    Ok(Outcome::Done)
}

/// The files beside the pages, with the PDFs that the command and the data ask for.
///
/// PDFs that nobody asked to make are those of the site that is replaced: they go only when that is asked for, or what they show is no
/// longer there.
fn files(options: &Paper, publication: &Publication<'_>, staging: &Staging) -> Result<PublishedFiles, Trouble> {
    if converter::is_wanted(options, publication) {
        let environment = Environment::here();
        let converter = converter::obtain(options, &environment)?;
        let cache = environment.kept();
        let source = PdfSource::Made { converter: &converter, cache: cache.as_deref() };
        let files = during("Si compongono i PDF", || PublishedFiles::of(publication, &source))?;
        converter::print_made(&files, &converter);
        return Ok(files);
    }
    if options.no_pdf {
        return PublishedFiles::of(publication, &PdfSource::None);
    }
    let files = PublishedFiles::of(publication, &PdfSource::Kept(&|path| staging.previous_size(path)))?;
    if files.pdfs() == 0 {
        tell!("Il sito è senza PDF: per averli, aggiungere --pdf.");
    } else {
        tell!(
            "I PDF sono quelli di prima, e se i dati sono cambiati non corrispondono più: per rifarli, aggiungere --pdf; per toglierli, --no-pdf."
        );
    }
    Ok(files)
}
