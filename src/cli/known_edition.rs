use super::arguments::Folder;
use super::day::today;
use super::progress::during;
use super::streams::tell_text;
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::model::Edition;
use crate::publish::CheckedAnnex;
use crate::report;
use crate::trouble::Trouble;

/// The data of a folder, read and checked.
///
/// # Errors
///
/// When they cannot be read.
pub(super) fn read(folder: &Folder) -> Result<CheckedAnnex, Trouble> {
    let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
    during("Si leggono e si controllano i dati", || CheckedAnnex::read(&folder.root, settings))
}

/// Prints the errors of an edition; whether there are any.
pub(super) fn has_errors(annex: &CheckedAnnex, edition: &Edition) -> bool {
    let errors: Vec<Finding> = annex.errors_of(edition).into_iter().cloned().collect();
    tell_text(&report::findings(annex.sources(), &errors));
    !errors.is_empty()
}
