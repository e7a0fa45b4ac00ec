//! The output of a check: its findings in the requested format, and the exit code.

use super::Outcome;
use super::arguments::{Check, Format};
use super::streams::{tell, tell_text, write};
use crate::check::catalogue;
use crate::diagnostic::Finding;
use crate::load::Loaded;
use crate::publish;
use crate::report::{self, Summary};
use crate::theme::Theme;
use crate::trouble::Trouble;
use std::sync::Arc;

/// Prints the findings in the requested format.
pub(super) fn print(options: &Check, loaded: &Loaded, findings: &[Finding]) -> Result<(), Trouble> {
    let sources = &loaded.sources;
    match options.format {
        Format::Text if options.all => tell_text(&report::full_text(sources, findings)),
        Format::Text => tell_text(&report::text(sources, findings)),
        Format::Json => write(&report::json(sources, findings))?,
        Format::Sarif => write(&report::sarif(sources, findings, &catalogue()))?,
        Format::Short | Format::Github => {
            let render = if options.format == Format::Short { report::short } else { report::github };
            write(&render(sources, findings))?;
            tell!("{}", Summary::of(findings).sentence());
        }
    }
    Ok(())
}

/// How a check ends: with errors, or with warnings under `--strict`; says, as a build does, what is to be told of theme and coat of arms. The
/// theme is one that was read before.
///
/// # Errors
///
/// When the data have no error, but a build would stop at a file that they name.
pub(super) fn outcome(
    options: &Check,
    loaded: &Loaded,
    findings: &[Finding],
    theme: Option<&Arc<Theme>>,
) -> Result<Outcome, Trouble> {
    let summary = Summary::of(findings);
    if summary.errors == 0 {
        for warning in publish::read_named_files(&options.folder.root, &loaded.annex, theme)? {
            tell!("avviso: {warning}");
        }
    }
    let failed = summary.errors > 0 || (options.strict && summary.warnings > 0);
    Ok(if failed { Outcome::Faulty } else { Outcome::Done })
}
