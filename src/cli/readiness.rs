use super::Outcome;
use super::arguments::Check;
use super::printing::{outcome, write};
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::readiness::Readiness;
use crate::report;
use crate::trouble::Trouble;

/// `check --publication`: one screen, and the result as exit code.
pub(super) fn run(
    options: &Check,
    loaded: &Loaded,
    findings: &[Finding],
    settings: Settings,
) -> Result<Outcome, Trouble> {
    let readiness = Readiness::of(&loaded.annex, &loaded.sources, findings, settings.today);
    write(&report::readiness(&readiness))?;
    // A folder that cannot be built is not ready, whatever its data say.
    outcome(options, loaded, findings)?;
    Ok(if readiness.is_ready() { Outcome::Done } else { Outcome::Faulty })
}
