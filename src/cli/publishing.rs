//! What `build` and `package` have in common: reading the folder and saying its findings.

use super::arguments::Folder;
use super::day::today;
use super::voice::Voice;
use crate::check::Settings;
use crate::pdf::typst::Environment;
use crate::publish::{CheckedAnnex, Publication};
use crate::trouble::Trouble;

/// Reads and checks a folder, and says what an office should look at before it publishes.
pub(super) fn checked(folder: &Folder, voice: &mut Voice) -> Result<CheckedAnnex, Trouble> {
    let settings = Settings { today: today(folder.today.as_deref())?, waivers: true };
    let annex = voice.during("Si leggono e si controllano i dati", || {
        let kept = Environment::here().kept_readings();
        CheckedAnnex::read_kept(&folder.root, settings, kept.as_deref())
    })?;
    voice.findings(&annex);
    voice.remark(format_args!("Controllo: {}.", annex.summary().sentence()));
    Ok(annex.without_texts())
}

/// Says the warnings about theme and coat of arms.
pub(super) fn say_warnings(publication: &Publication<'_>, voice: &mut Voice) {
    for warning in publication.warnings() {
        voice.say(format_args!("avviso: {warning}"));
    }
}
