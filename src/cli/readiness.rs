use super::Outcome;
use super::printing::write;
use crate::check::{Checked, Settings};
use crate::load::Loaded;
use crate::readiness::Readiness;
use crate::report;
use crate::trouble::Trouble;

/// `check --publication`: one screen, and the answer as exit code.
pub(super) fn run(loaded: &Loaded, checked: &Checked, settings: Settings) -> Result<Outcome, Trouble> {
    let readiness = Readiness::of(&loaded.annex, &loaded.sources, &checked.findings, settings.today);
    write(&report::readiness(&readiness))?;
    Ok(if readiness.is_ready() { Outcome::Done } else { Outcome::Faulty })
}
