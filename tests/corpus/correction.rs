//! What the certain corrections make of one mistake in the real annex.

use crate::annex::Files;
use crate::kept;
use crate::mistake::Mistake;
use piao::check::Settings;
use piao::diagnostic::{Finding, Safety, Severity};
use piao::fix::{correct, save};
use piao::model::Date;
use std::fs;

/// Corrects the annex with this mistake: no letter, no reference is lost, no error is new, and nothing is left to correct.
/// Says whether anything was corrected.
pub fn holds(files: &Files, mistake: &Mistake) -> bool {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        fs::write(file, if *path == mistake.path { &mistake.text } else { text }).expect("a file");
    }
    let settings = Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true };
    let correction = correct(folder.path(), settings, Safety::Certain).expect("corrections");
    kept::every_letter(&correction.files);
    kept::every_reference(&correction.original, &correction.loaded);
    save(folder.path(), &correction.files).expect("saved");
    if correction.files.is_empty() {
        return false;
    }
    let again = correct(folder.path(), settings, Safety::Certain).expect("corrections");
    assert!(again.files.is_empty(), "{}: corrected twice: {:?}", mistake.kind, again.files);
    let errors = |findings: &[Finding]| findings.iter().filter(|found| found.severity == Severity::Error).count();
    assert!(errors(&correction.findings) <= 1, "{}: {:#?}", mistake.kind, correction.findings);
    true
}
