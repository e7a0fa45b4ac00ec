use super::bench::Bench;
use super::intake::Intake;
use super::page::counted;
use super::plain_words::{of_trouble, plain, quoted};
use crate::diagnostic::{Finding, Severity};
use crate::digest::Sha256;
use crate::load::Overlay;
use crate::trouble::Trouble;
use crate::year::{Desk, ImportReading, is_sealed};

/// What spreadsheets that were handed in say, held against the data as they are.
#[derive(Debug)]
pub(super) struct Understood {
    /// Tells it from what is said of other sheets, other answers or other data.
    pub(super) fingerprint: String,
    /// What was understood, or why that cannot be said.
    pub(super) reading: Result<ImportReading, String>,
    /// That the data would have errors which they do not have now.
    pub(super) warning: Option<String>,
    /// Whether the edition is sealed, so that nothing is written.
    pub(super) is_sealed: bool,
}

impl Understood {
    /// By what a reading is told from others.
    pub(super) fn fingerprint_of(bench: &Bench<'_>, intake: &Intake) -> String {
        let mut digest = Sha256::default();
        digest.update_text(&intake.fingerprint());
        digest.update_text(&bench.fingerprint());
        digest.update_text(bench.edition().map_or("", |edition| edition.id.as_str()));
        digest.finish()
    }

    /// What the sheets say.
    pub(super) fn of(bench: &Bench<'_>, intake: &Intake) -> Self {
        let reading = read(bench, intake);
        let is_sealed = desk(bench, intake).is_ok_and(|desk| is_sealed(desk.edition));
        let warning = reading.as_ref().ok().filter(|_| !is_sealed).and_then(|reading| warning(bench, reading));
        Self { fingerprint: Self::fingerprint_of(bench, intake), reading, warning, is_sealed }
    }
}

/// The edition into which the sheets are read.
fn desk<'a>(bench: &'a Bench<'_>, intake: &Intake) -> Result<Desk<'a>, String> {
    let annex = bench.annex.map_err(ToString::to_string)?;
    let said = |trouble: Trouble| of_trouble(&trouble);
    let own = intake.incoming.edition(None).map_err(said)?;
    let worked_on = bench.edition().map(|edition| edition.id.as_str());
    Desk::of(annex.loaded(), own.or(worked_on)).map_err(said)
}

fn read(bench: &Bench<'_>, intake: &Intake) -> Result<ImportReading, String> {
    let desk = desk(bench, intake)?;
    let answers = intake.answers().map_err(|trouble| of_trouble(&trouble))?;
    let refused =
        |lines: Vec<String>| quoted(&format!("Prima va corretto ciò che i controlli trovano in {}.", lines.join("; ")));
    intake.incoming.read(desk, None, &answers).map_err(refused)
}

fn warning(bench: &Bench<'_>, reading: &ImportReading) -> Option<String> {
    if reading.changed.is_empty() {
        return None;
    }
    let annex = bench.annex.ok()?;
    let before = annex.summary().errors;
    let overlay: Overlay = reading.changed.iter().map(|file| (file.path.clone(), file.after.clone())).collect();
    let next = bench.read_with(&overlay).ok()?;
    let after = next.summary().errors;
    if after <= before {
        return None;
    }
    let is_known = |message: &str| annex.findings().iter().any(|finding| finding.message == message);
    let is_new = |finding: &&Finding| finding.severity == Severity::Error && !is_known(&finding.message);
    let first = next.findings().iter().find(is_new);
    let seen = Bench::new(bench.root, bench.settings, Ok(&next), None, None);
    let first = first.map(|error| plain(&seen, error, &error.message)).unwrap_or_default();
    Some(format!(
        "Con queste modifiche i dati avranno {} (ora {before}); il primo: {first}. Si può scrivere lo stesso, e correggere dopo.",
        counted(after, "errore", "errori")
    ))
}
