//! What `build` and `package` have in common: reading the folder and printing its findings.

use super::arguments::Folder;
use super::day::today;
use super::progress::during;
use super::streams::{tell, tell_text};
use crate::check::Settings;
use crate::publish::{CheckedAnnex, Publication};
use crate::report;
use crate::trouble::Trouble;

/// Reads and checks a folder, and prints what an office should look at before it publishes.
pub(super) fn checked(folder: &Folder) -> Result<CheckedAnnex, Trouble> {
    let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
    let annex = during("Si leggono e si controllano i dati", || CheckedAnnex::read(&folder.root, settings))?;
    tell_text(&report::findings(annex.sources(), annex.findings()));
    tell!("Controllo: {}.", annex.summary().sentence());
    Ok(annex)
}

/// Prints the warnings about theme and coat of arms.
pub(super) fn print_warnings(publication: &Publication<'_>) {
    for warning in publication.warnings() {
        tell!("avviso: {warning}");
    }
}
