use super::Outcome;
use super::arguments::{Check, Format};
use super::printing::{outcome, print};
use super::progress::during;
use super::streams::{tell, write as write_out};
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::{Finding, Safety};
use crate::fix::{self, Correction};
use crate::report::{self, Summary};
use crate::trouble::Trouble;

/// `check --fix`: writes the corrections, then reports what is left.
pub(super) fn write(options: &Check, settings: Settings) -> Result<Outcome, Trouble> {
    let correction = correct(options, settings)?;
    fix::save(&options.folder.root, &correction.files)?;
    tell!("{}", correction.sentence());
    if let Some(guesses) = guesses(&correction.findings).filter(|_| !options.unsafe_fixes) {
        tell!("{guesses}");
    }
    if let Some(withheld) = withheld(&correction.findings) {
        tell!("{withheld}");
    }
    print(options, &correction.loaded, &correction.findings)?;
    outcome(options, &correction.loaded, &correction.findings, None)
}

/// `check --diff`: shows the corrections, writes nothing, and ends as the data are now.
pub(super) fn show(options: &Check, settings: Settings) -> Result<Outcome, Trouble> {
    if options.format != Format::Text {
        return Err(Trouble::new(
            "`--diff` non si può usare insieme a `--format`",
            "chiedere prima le differenze, poi i rilievi",
        ));
    }
    let correction = correct(options, settings)?;
    let changes = correction.files.iter().map(|file| report::difference(&file.path, &file.before, &file.after));
    write_out(&changes.collect::<String>())?;
    let unwritten = if correction.files.is_empty() { "" } else { ", da scrivere con --fix" };
    tell!("{}{unwritten}", correction.sentence());
    if let Some(withheld) = withheld(&correction.findings) {
        tell!("{withheld}");
    }
    let original = &correction.original;
    let findings = check(original, &expand(&original.annex), settings);
    tell!("{}", Summary::of(&findings).sentence());
    outcome(options, original, &findings, None)
}

fn correct(options: &Check, settings: Settings) -> Result<Correction, Trouble> {
    let safety = if options.unsafe_fixes { Safety::Guess } else { Safety::Certain };
    during("Si cercano le correzioni", || fix::correct(&options.folder.root, settings, safety))
}

/// How many corrections were not made because their files are sealed, in Italian; `None` if there are none.
fn withheld(findings: &[Finding]) -> Option<String> {
    let why = "l'edizione è sigillata, e prima va riaperta (piao sigilla EDIZIONE --dissigilla --motivo \"…\")";
    match findings.iter().filter(|finding| finding.is_open() && finding.is_fix_withheld).count() {
        0 => None,
        1 => Some(format!("1 correzione non è stata fatta: {why}")),
        count => Some(format!("{count} correzioni non sono state fatte: {why}")),
    }
}

/// How many guessed corrections were not written, in Italian; `None` if there are none.
fn guesses(findings: &[Finding]) -> Option<String> {
    let guessed = |finding: &&Finding| finding.is_open() && finding.fix.as_ref().is_some_and(|fix| !fix.is_certain());
    match findings.iter().filter(guessed).count() {
        0 => None,
        1 => Some("1 correzione incerta non è stata scritta: si mostra con --unsafe-fixes --diff".to_owned()),
        count => {
            Some(format!("{count} correzioni incerte non sono state scritte: si mostrano con --unsafe-fixes --diff"))
        }
    }
}
