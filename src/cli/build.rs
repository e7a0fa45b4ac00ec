use super::Outcome;
use super::arguments::Build;
use super::base_url;
use super::outputs::{Outputs, Pdfs, Sources};
use super::paper;
use super::publishable::Publishable;
use crate::model::Annex;
use crate::pdf;
use crate::trouble::Trouble;
use crate::write::{self, Staging};
use anstream::eprintln;

pub(super) fn run(options: &Build) -> Result<Outcome, Trouble> {
    let base_url = base_url::parse(options.publishing.base_url.as_deref())?;
    let publishable = Publishable::read(&options.folder)?;
    let Some(sources) = publishable.sources(base_url)? else {
        eprintln!("Il sito non è stato generato: quello che era pubblicato non è stato toccato.");
        return Ok(Outcome::Faulty);
    };
    let written = publish(options, &sources)?;
    let target = target(options);
    eprintln!("Sito scritto in `{}`: {} file.", target.display(), written.files);
    if let Some(left) = written.left_behind {
        eprintln!("avviso: la versione precedente non si è potuta togliere del tutto: cancellare `{}`", left.display());
    }
    Ok(Outcome::Done)
}

/// Renders everything into a staging folder, and exchanges it with the target in one step.
fn publish(options: &Build, sources: &Sources<'_>) -> Result<write::Summary, Trouble> {
    let root = &options.folder.root;
    let staging = Staging::begin(root, &target(options))?;
    let mut kept = Vec::new();
    let outputs = Outputs::new(sources, |csv| {
        if paper::wanted(&options.publishing.paper, sources.administration) {
            let pdfs = paper::pdfs(
                &options.publishing.paper,
                root,
                sources.annex,
                sources.manuscripts,
                sources.coat_of_arms.as_ref(),
                csv,
            )?;
            return Ok(Pdfs::Made(pdfs));
        }
        if !options.publishing.paper.no_pdf {
            kept = pdfs_of_before(&staging, sources.annex);
        }
        Ok(Pdfs::Kept(kept.clone()))
    })?;
    outputs.each(|output| staging.put(output))?;
    for (path, _) in &kept {
        staging.keep(path)?;
    }
    staging.commit()
}

/// The PDFs of the site that is replaced, with their sizes: they go only when that is asked for, or what they show is no longer there.
fn pdfs_of_before(staging: &Staging, annex: &Annex) -> Vec<(String, u64)> {
    let papers = annex.editions.iter().flat_map(pdf::papers);
    let kept: Vec<_> =
        papers.filter_map(|paper| staging.previous_size(&paper.path).map(|size| (paper.path, size))).collect();
    if kept.is_empty() {
        eprintln!("Il sito è senza PDF: per averli, aggiungere --pdf.");
    } else {
        eprintln!(
            "I PDF sono quelli di prima, e se i dati sono cambiati non corrispondono più: per rifarli, aggiungere --pdf; per toglierli, --no-pdf."
        );
    }
    kept
}

/// Where the site goes: the option, or `public` in the folder of the administration.
fn target(options: &Build) -> std::path::PathBuf {
    options.out.clone().unwrap_or_else(|| options.folder.root.join("public"))
}
