use super::arguments::{Package, Paper};
use super::progress::during;
use super::streams::tell;
use super::voice::Voice;
use super::{Outcome, base_url, converter, publishing, verify, word};
use crate::package;
use crate::pdf::typst::{Converter, Environment};
use crate::publish::{PackageFile, Publication, PublishedFiles, SiteOutputs};
use crate::trouble::Trouble;
use crate::year::Papers;

/// Writes the archive, or verifies one.
pub(super) fn run(options: &Package) -> Result<Outcome, Trouble> {
    match &options.verify {
        Some(file) => verify::run(file, options.fingerprint.as_deref()),
        None => write(options),
    }
}

fn write(options: &Package) -> Result<Outcome, Trouble> {
    let base_url = base_url::parse(options.publishing.base_url.as_deref())?;
    let annex = publishing::checked(&options.folder, &mut Voice::aloud())?;
    let Some(publication) = annex.publication(base_url)? else {
        tell!("Il pacchetto non è stato scritto.");
        return Ok(Outcome::Faulty);
    };
    publishing::say_warnings(&publication, &mut Voice::aloud());
    let (_, edition) = publication.current()?;
    let root = &options.folder.root;
    let target = options.out.clone().unwrap_or_else(|| root.join(package::default_name(edition)));
    let package = PackageFile::begin(root, &target)?;
    let files = files(&options.publishing.paper, &publication)?;
    word::say(&publication, &files, &mut Voice::aloud());
    let written = during("Si scrive il pacchetto", || package.write(&SiteOutputs::new(&publication, &files)?))?;
    tell!("Impronta SHA-256 del pacchetto: {}", written.sha256);
    tell!("Per controllare che nulla sia cambiato: piao confeziona --verifica \"{}\"", target.display());
    tell!("Pacchetto scritto in `{}`: {} file.", target.display(), written.files);
    Ok(Outcome::Done)
}

/// The files beside the pages, with the PDFs: always, unless they are refused or would have to wait for the converter to be installed.
fn files(options: &Paper, publication: &Publication<'_>) -> Result<PublishedFiles, Trouble> {
    let environment = Environment::here();
    let word = word::wanted(options, publication);
    let converter = if converter::is_wanted(options, publication) {
        Some(converter::obtain(options, &environment)?)
    } else if options.no_pdf {
        None
    } else {
        Converter::find(options.typst.as_deref(), &environment)?
    };
    let Some(converter) = converter else {
        let advice = if options.no_pdf { "" } else { ": per averli, aggiungere --pdf" };
        tell!("Il pacchetto è senza PDF{advice}.");
        return Papers::None.of_package(publication, word);
    };
    let papers = Papers::made(converter.clone(), &environment);
    let files = during("Si compongono i PDF", || papers.of_package(publication, word))?;
    converter::say_made(&files, &converter, &mut Voice::aloud());
    Ok(files)
}
