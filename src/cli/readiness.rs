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
use crate::theme::Theme;
use crate::trouble::Trouble;
use std::sync::Arc;

/// `check --publication`: one screen, and the result as exit code; the theme is one that was read before.
pub(super) fn run(
    options: &Check,
    loaded: &Loaded,
    findings: &[Finding],
    settings: Settings,
    theme: Option<&Arc<Theme>>,
) -> Result<Outcome, Trouble> {
    let obstacles = obstacles(&options.folder.root, &loaded.annex, theme);
    let Loaded { annex, sources, .. } = loaded;
    let readiness = Readiness::of(annex, annex.current(), sources, findings, &obstacles, settings.today);
    write(&report::readiness(&readiness))?;
    // A folder that cannot be built is not ready, whatever its data say.
    outcome(options, loaded, findings, theme)?;
    Ok(if readiness.is_ready() { Outcome::Done } else { Outcome::Faulty })
}
