//! What `build` and `package` have in common: reading the folder and printing its findings.

use super::arguments::Folder;
use super::day::today;
use crate::check::Settings;
use crate::publish::{CheckedAnnex, Publication};
use crate::report;
use crate::trouble::Trouble;
use anstream::{eprint, eprintln};

/// Reads and checks a folder, and prints what an office should look at before it publishes.
pub(super) fn checked(folder: &Folder) -> Result<CheckedAnnex, Trouble> {
    let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
    let annex = CheckedAnnex::read(&folder.root, settings)?;
    eprint!("{}", report::findings(annex.sources(), annex.findings()));
    eprintln!("Controllo: {}.", annex.summary().sentence());
    Ok(annex)
}

/// Prints the warnings about theme and coat of arms.
pub(super) fn print_warnings(publication: &Publication<'_>) {
    for warning in publication.warnings() {
        eprintln!("avviso: {warning}");
    }
}
