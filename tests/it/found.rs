//! What the program finds in a folder, asked of the library: hundreds of folders are tried, and none needs a process.

use piao::chapters::expand;
use piao::check::{Settings, check, errors};
use piao::diagnostic::{Finding, Severity};
use piao::load::{Loaded, Overlay, load_with};
use piao::model::Date;
use std::path::Path;

/// An open finding, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub code: &'static str,
    pub severity: Severity,
    pub file: String,
    pub line: usize,
    pub message: String,
}

/// Reads and checks a folder on a fixed day, with some texts in place of those on the disk.
pub fn checked(root: &Path, overlay: &Overlay) -> (Loaded, Vec<Finding>) {
    let loaded = load_with(root, overlay).expect("the folder can be read");
    let today = Date::parse("2026-01-15").expect("a day");
    let (chapters, settings) = (expand(&loaded.annex), Settings { today, waivers: true });
    let findings = check(&loaded, &chapters, settings);
    let told = |finding: &Finding| (finding.rule.code, finding.span, finding.message.clone());
    let stops = findings.iter().filter(|finding| finding.severity == Severity::Error).map(told);
    assert!(
        errors(&loaded, &chapters, settings).iter().map(told).eq(stops),
        "what stops a build is known without the rest"
    );
    (loaded, findings)
}

/// The open findings of a folder.
pub fn findings(root: &Path) -> Vec<Found> {
    let (loaded, findings) = checked(root, &Overlay::new());
    let found = |finding: &Finding| {
        let source = loaded.sources.get(finding.span.source);
        Found {
            code: finding.rule.code,
            severity: finding.severity,
            file: source.path().to_owned(),
            line: source.position(finding.span.start as usize).line,
            message: finding.message.clone(),
        }
    };
    findings.iter().filter(|finding| finding.is_open()).map(found).collect()
}
