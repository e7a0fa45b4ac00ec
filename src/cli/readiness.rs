use super::Outcome;
use super::arguments::Check;
use super::printing::outcome;
use super::streams::write;
use crate::check::Settings;
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::publish::obstacles;
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
    let obstacles = obstacles(&options.folder.root, &loaded.annex);
    let readiness = Readiness::of(&loaded.annex, &loaded.sources, findings, &obstacles, settings.today);
    write(&report::readiness(&readiness))?;
    // A folder that cannot be built is not ready, whatever its data say.
    outcome(options, loaded, findings, None)?;
    Ok(if readiness.is_ready() { Outcome::Done } else { Outcome::Faulty })
}
