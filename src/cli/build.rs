use super::arguments::{Build, Folder, Paper};
use super::day::today;
use super::voice::Voice;
use super::{Outcome, base_url, build_all, converter, publishing, word};
use crate::memo::Memo;
use crate::pdf::typst::Environment;
use crate::publish::{KeptData, LastBuild, PageKeys, Publication, PublishedFiles, SiteOutputs, Unchanged};
use crate::trouble::Trouble;
use crate::write::Staging;
use crate::year::{Papers, SITE};
use std::path::Path;

/// Builds one site, or those of all the folders below one.
pub(super) fn run(options: &Build) -> Result<Outcome, Trouble> {
    if let Some(above) = &options.all {
        return build_all::run(options, above);
    }
    let root = &options.folder.root;
    let target = options.out.clone().unwrap_or_else(|| root.join(SITE));
    site(options, &options.folder, &target, &mut Voice::aloud())
}

/// Builds the site of a folder into its target.
pub(super) fn site(options: &Build, folder: &Folder, target: &Path, voice: &mut Voice) -> Result<Outcome, Trouble> {
    let base_url = base_url::parse(options.publishing.base_url.as_deref())?;
    let mut last = last_build(options, folder, target)?;
    if let Some(Unchanged { told, files }) = last.as_ref().and_then(LastBuild::unchanged) {
        voice.add(&told);
        voice.say(format_args!("Nulla è cambiato: il sito in `{}` è già questo, di {files} file.", target.display()));
        return Ok(Outcome::Unchanged);
    }
    let annex = publishing::checked(folder, voice)?;
    if let Some(last) = &mut last {
        last.look_at_named_files(annex.annex());
    }
    let begin = || last.as_ref().map_or_else(|| Staging::begin(&folder.root, target), LastBuild::begin);
    let begin = || (annex.summary().errors == 0).then(begin);
    let (publication, staging) = rayon::join(|| annex.publication(base_url), begin);
    let (Some(publication), Some(staging)) = (publication?, staging) else {
        voice.say(format_args!("Il sito non è stato generato: quello che era pubblicato non è stato toccato."));
        return Ok(Outcome::Faulty);
    };
    publishing::say_warnings(&publication, voice);
    let staging = staging?;
    let paper = &options.publishing.paper;
    let data = KeptData::of(&folder.root, Environment::here().kept_data().as_deref());
    let files = files(paper, &publication, &staging, data.memo(), voice)?;
    word::say(&publication, &files, voice);
    let told = voice.text().to_owned();
    let (written, pages) = voice.during("Si scrive il sito", || {
        let (outputs, ()) = rayon::join(|| SiteOutputs::new(&publication, &files), || data.keep());
        let outputs = outputs?;
        match &last {
            Some(last) => last.write(&outputs, staging),
            None => Ok((outputs.write(staging)?, PageKeys::new())),
        }
    })?;
    // Where PDFs are made, the converter and its fonts count, too: these are asked each time.
    let is_spared = !converter::is_wanted(paper, &publication) && written.left_behind.is_none();
    let unchanged = is_spared.then_some(Unchanged { told, files: written.files });
    if let (Some(last), Some(standing)) = (last, written.standing) {
        last.keep(standing, pages, unchanged);
    }
    if let Some(left) = written.left_behind {
        let left = left.display();
        voice.say(format_args!(
            "avviso: la versione precedente non si è potuta togliere del tutto: cancellare `{left}`"
        ));
    }
    voice.say(format_args!("Sito scritto in `{}`: {} file.", target.display(), written.files));
    drop(publication);
    // Where this is the last site, the program ends before all of it is taken apart.
    rayon::spawn(|| drop(annex));
    Ok(Outcome::Done)
}

/// What is known of the last build; nothing where there is no place to keep it.
fn last_build(options: &Build, folder: &Folder, target: &Path) -> Result<Option<LastBuild>, Trouble> {
    let today = today(folder.today.as_deref())?;
    let Some(kept) = Environment::here().kept_builds() else { return Ok(None) };
    // What is said names the folders as they were written.
    let ways = (options.all.is_some(), folder.root.display(), target.display());
    let conditions = format!("{:?} {ways:?} {today:?}", options.publishing);
    Ok(LastBuild::of(&folder.root, target, conditions, kept))
}

/// The files beside the pages, with the PDFs and the Word documents that the command and the data ask for.
fn files(
    options: &Paper,
    publication: &Publication<'_>,
    staging: &Staging,
    memo: &Memo,
    voice: &mut Voice,
) -> Result<PublishedFiles, Trouble> {
    let word = word::wanted(options, publication);
    if converter::is_wanted(options, publication) {
        let environment = Environment::here();
        let converter = converter::obtain(options, &environment)?;
        let papers = Papers::made(converter.clone(), &environment);
        let files = voice.during("Si compongono i PDF", || papers.of_site(publication, staging, word, memo))?;
        converter::say_made(&files, &converter, voice);
        return Ok(files);
    }
    if options.no_pdf {
        return Papers::None.of_site(publication, staging, word, memo);
    }
    let files = Papers::Kept.of_site(publication, staging, word, memo)?;
    if files.pdfs() == 0 {
        voice.remark(format_args!("Il sito è senza PDF: per averli, aggiungere --pdf."));
    } else {
        voice.say(format_args!(
            "I PDF sono quelli di prima, e se i dati sono cambiati non corrispondono più: per rifarli, aggiungere --pdf; per toglierli, --no-pdf."
        ));
    }
    Ok(files)
}
