use super::arguments::Folder;
use super::day::today;
use super::progress::during;
use super::streams::tell_text;
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Severity};
use crate::load::{Loaded, is_shared};
use crate::model::Edition;
use crate::publish::CheckedAnnex;
use crate::report;
use crate::source::Sources;
use crate::trouble::Trouble;
use crate::year::Desk;

/// The data of a folder, read and checked.
///
/// # Errors
///
/// When they cannot be read.
pub(super) fn read(folder: &Folder) -> Result<CheckedAnnex, Trouble> {
    let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
    during("Si leggono e si controllano i dati", || CheckedAnnex::read(&folder.root, settings))
}

/// The edition with a name; without one the current, or `None` if the data do not say which it is: then their errors are printed.
///
/// # Errors
///
/// When it is not there.
pub(super) fn edition<'a>(annex: &'a CheckedAnnex, id: Option<&str>) -> Result<Option<&'a Edition>, Trouble> {
    if id.is_none() && is_current_untold(annex) {
        return Ok(None);
    }
    annex.edition(id).map(Some)
}

/// The same of data that were read and not checked yet.
///
/// # Errors
///
/// When it is not there, or the day is none.
pub(super) fn desk<'a>(folder: &Folder, loaded: &'a Loaded, id: Option<&str>) -> Result<Option<Desk<'a>>, Trouble> {
    if id.is_none() && loaded.annex.current().is_none() {
        let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
        if tell_shared(&loaded.sources, &check(loaded, &expand(&loaded.annex), settings)) {
            return Ok(None);
        }
    }
    Desk::of(loaded, id).map(Some)
}

/// Whether the data do not say which edition is the current one; prints why.
pub(super) fn is_current_untold(annex: &CheckedAnnex) -> bool {
    annex.annex().current().is_none() && tell_shared(annex.sources(), annex.findings())
}

/// Prints the errors of the data that hold for every edition; whether there are any.
fn tell_shared(sources: &Sources, findings: &[Finding]) -> bool {
    let is_of_all = |finding: &&Finding| is_shared(sources.get(finding.span.source).path());
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).filter(is_of_all);
    let errors: Vec<Finding> = errors.cloned().collect();
    tell_text(&report::findings(sources, &errors));
    !errors.is_empty()
}

/// Prints the errors of an edition; whether there are any.
pub(super) fn has_errors(annex: &CheckedAnnex, edition: &Edition) -> bool {
    let errors: Vec<Finding> = annex.errors_of(edition).into_iter().cloned().collect();
    tell_text(&report::findings(annex.sources(), &errors));
    !errors.is_empty()
}
