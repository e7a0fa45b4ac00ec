use super::day::today;
use super::spreadsheet_arguments::Import;
use super::streams::tell;
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::Severity;
use crate::edit::ChangedFile;
use crate::load::{Overlay, load_with};
use crate::model::Edition;
use crate::trouble::Trouble;
use crate::write::{TextChange, change_texts};
use crate::year::{Desk, ImportReading, is_sealed, must_be_open};
use std::path::Path;

/// Says how many errors the data would have that they do not have now.
pub(super) fn told_errors(options: &Import, desk: Desk<'_>, changed: &[ChangedFile]) -> Result<(), Trouble> {
    // What a sealed edition would have is an error of its seal, and is not written.
    if changed.is_empty() || is_sealed(desk.edition) {
        return Ok(());
    }
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: true };
    let overlay: Overlay = changed.iter().map(|file| (file.path.clone(), file.after.clone())).collect();
    let after = load_with(&options.folder.root, &overlay)?;
    let errors = |loaded| {
        let findings = check(loaded, &expand(&loaded.annex), settings);
        findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    };
    let (before, after) = (errors(desk.loaded), errors(&after));
    if after > before {
        let verb = if options.yes { "hanno" } else { "avrebbero" };
        let errors = if after == 1 { "1 errore".to_owned() } else { format!("{after} errori") };
        tell!("avviso: con queste modifiche i dati {verb} {errors} (prima {before}): si leggono con `piao controlla`.");
    }
    Ok(())
}

/// Writes the files of an edition that say something else, all of them or none; one that was not there is made.
///
/// # Errors
///
/// When the edition is sealed, or the disk refuses.
pub(super) fn save(root: &Path, edition: &Edition, changed: &[ChangedFile]) -> Result<(), Trouble> {
    if !changed.is_empty() {
        must_be_open(edition)?;
    }
    let texts = changed.iter().map(|file| TextChange {
        path: &file.path,
        before: file.before.as_deref(),
        after: Some(&file.after),
    });
    change_texts(root, &texts.collect::<Vec<_>>())
}

/// How what is only shown is written.
pub(super) fn how_to_write(edition: &Edition) -> String {
    if is_sealed(edition) {
        let id = edition.id.as_str();
        return format!(
            "l'edizione è sigillata, e prima va riaperta con piao sigilla {id} --dissigilla --motivo \"…\""
        );
    }
    "per scrivere, ripetere con --si".to_owned()
}

/// The last line: what was done, or would be; `unwritten` says how it is written where it was not.
pub(super) fn summary(reading: &ImportReading, unwritten: Option<String>) -> String {
    let left = match reading.effect.problems.len() {
        0 => String::new(),
        1 => " 1 cosa è rimasta da decidere.".to_owned(),
        count => format!(" {count} cose sono rimaste da decidere."),
    };
    if reading.changed.is_empty() {
        return format!("Nulla da cambiare: {}.{left}", reading.why_unchanged());
    }
    let (verb, records) = match reading.effect.deeds.len() {
        1 => ("Cambierebbe", "1 voce".to_owned()),
        count => ("Cambierebbero", format!("{count} voci")),
    };
    let files =
        if reading.changed.len() == 1 { "1 file".to_owned() } else { format!("{} file", reading.changed.len()) };
    match unwritten {
        None => format!("Importato: {records} in {files}.{left}"),
        Some(how) => format!("{verb} {records} in {files}; nulla è stato scritto: {how}.{left}"),
    }
}
