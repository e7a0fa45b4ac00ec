use super::day::today;
use super::spreadsheet_arguments::Import;
use super::streams::tell;
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::Severity;
use crate::edit::ChangedFile;
use crate::import::Effect;
use crate::load::{Overlay, load_with};
use crate::trouble::Trouble;
use crate::write::{TextChange, change_texts};
use crate::year::Desk;
use std::path::Path;

/// Says how many errors the data would have that they do not have now.
pub(super) fn told_errors(options: &Import, desk: Desk<'_>, changed: &[ChangedFile]) -> Result<(), Trouble> {
    if changed.is_empty() {
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

/// Writes the files that say something else, all of them or none; one that was not there is made.
pub(super) fn save(root: &Path, changed: &[ChangedFile]) -> Result<(), Trouble> {
    let texts = changed.iter().map(|file| TextChange {
        path: &file.path,
        before: file.before.as_deref(),
        after: Some(&file.after),
    });
    change_texts(root, &texts.collect::<Vec<_>>())
}

/// The last line: what was done, or would be.
pub(super) fn summary(effect: &Effect, changed: &[ChangedFile], written: bool) -> String {
    let left = match effect.problems.len() {
        0 => String::new(),
        1 => " 1 cosa è rimasta da decidere.".to_owned(),
        count => format!(" {count} cose sono rimaste da decidere."),
    };
    if changed.is_empty() {
        return format!("Nulla da cambiare: i dati dicono già lo stesso.{left}");
    }
    let records = match effect.deeds.len() {
        1 => "1 voce".to_owned(),
        count => format!("{count} voci"),
    };
    let files = if changed.len() == 1 { "1 file".to_owned() } else { format!("{} file", changed.len()) };
    if written {
        return format!("Importato: {records} in {files}.{left}");
    }
    format!("Cambierebbero {records} in {files}; nulla è stato scritto: per scrivere, ripetere con --si.{left}")
}
