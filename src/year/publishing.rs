use super::{Papers, WordPaper};
use crate::check::Settings;
use crate::memo::Memo;
use crate::package;
use crate::pdf::typst::{Converter, Environment};
use crate::publish::{CheckedAnnex, PackageFile, Publication, SiteOutputs};
use crate::trouble::Trouble;
use crate::work::Work;
use crate::write::Staging;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the site below that of the administration, where nobody names another.
pub const SITE: &str = "public";

/// What is made of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// The site, its PDFs as they are.
    Site,
    /// The site with its PDFs made anew.
    SiteWithPdfs,
    /// The site with the whole annex as a Word document.
    SiteWithWord,
    /// The archive that is handed over, with PDFs where they can be made.
    Package,
}

/// What was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Where it lies.
    pub path: PathBuf,
    /// How many files it holds.
    pub files: usize,
    /// How many PDFs are among them.
    pub pdfs: usize,
    /// The fingerprint of the archive.
    pub sha256: Option<String>,
    /// What should be known of it, in Italian.
    pub warnings: Vec<String>,
}

/// Makes a product of the folder in its usual place, as the command line does, and tells `work` how far it is.
///
/// # Errors
///
/// When the data have errors, something cannot be made, or `work` was stopped: what was there before is then untouched.
pub fn publish(root: &Path, settings: Settings, product: Product, work: &Arc<Work>) -> Result<Made, Trouble> {
    work.begin("Si leggono e si controllano i dati", 0);
    let annex = CheckedAnnex::read(root, settings)?;
    let errors = annex.summary().errors;
    let Some(publication) = annex.publication(None)? else {
        let what =
            if errors == 1 { "nei dati c'è 1 errore".to_owned() } else { format!("nei dati ci sono {errors} errori") };
        return Err(Trouble::new(what, "correggerli, e poi riprovare"));
    };
    work.go_on()?;
    let environment = Environment::here().for_work(Arc::clone(work));
    let converter = match product {
        Product::Site | Product::SiteWithWord if !publication.asks_for_pdfs() => None,
        _ => Converter::find(None, &environment)?,
    };
    let papers = match converter {
        Some(converter) => Papers::made(converter, &environment),
        None => Papers::Kept,
    };
    let document = match product {
        Product::SiteWithWord => WordPaper::Made,
        _ => WordPaper::asked_for(&publication),
    };
    match product {
        Product::Package => package(root, &publication, (&papers, document), work),
        _ => site(root, &publication, (&papers, document), work),
    }
}

fn site(
    root: &Path,
    publication: &Publication<'_>,
    (papers, document): (&Papers, WordPaper),
    work: &Arc<Work>,
) -> Result<Made, Trouble> {
    let path = root.join(SITE);
    let staging = Staging::begin(root, &path)?;
    let files = papers.of_site(publication, &staging, document, &Memo::default())?;
    let written = SiteOutputs::new(publication, &files)?.told_to(Arc::clone(work)).write(staging)?;
    let mut warnings = publication.warnings();
    if matches!(papers, Papers::Kept) && files.pdfs() > 0 {
        warnings.push("I PDF sono quelli di prima: se i dati sono cambiati, vanno rifatti.".to_owned());
    }
    if let Some(left) = written.left_behind {
        warnings.push(format!(
            "La versione precedente non si è potuta togliere del tutto: cancellare «{}».",
            left.display()
        ));
    }
    Ok(Made { path, files: written.files, pdfs: files.pdfs(), sha256: None, warnings })
}

fn package(
    root: &Path,
    publication: &Publication<'_>,
    (papers, document): (&Papers, WordPaper),
    work: &Arc<Work>,
) -> Result<Made, Trouble> {
    let (_, edition) = publication.current()?;
    let path = root.join(package::default_name(edition));
    let package = PackageFile::begin(root, &path)?;
    let files = papers.of_package(publication, document)?;
    let outputs = SiteOutputs::new(publication, &files)?.told_to(Arc::clone(work));
    let written = package.write(&outputs)?;
    let mut warnings = publication.warnings();
    if files.pdfs() == 0 {
        warnings.push("Il pacchetto è senza PDF: manca il programma che li fa.".to_owned());
    }
    Ok(Made { path, files: written.files, pdfs: files.pdfs(), sha256: Some(written.sha256), warnings })
}
