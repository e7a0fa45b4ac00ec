use super::Outcome;
use super::arguments::{Check, Format};
use super::day::today;
use crate::check::{Settings, check};
use crate::load::load;
use crate::report::{self, Summary};
use crate::trouble::{Context, Trouble};
use std::io::Write;

pub(super) fn run(options: &Check) -> Result<Outcome, Trouble> {
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: !options.no_waivers };
    let mut loaded = load(&options.folder.root)?;
    let checked = check(&mut loaded, settings);
    match options.format {
        Format::Text => anstream::eprint!("{}", report::text(&loaded.sources, &checked.findings)),
        Format::Json => write(&report::json(&loaded.sources, &checked.findings))?,
    }
    let summary = Summary::of(&checked.findings);
    let failed = summary.errors > 0 || (options.strict && summary.warnings > 0);
    Ok(if failed { Outcome::Faulty } else { Outcome::Done })
}

/// Writes what was asked for to standard output; a reader that has gone away is no trouble.
pub(super) fn write(text: &str) -> Result<(), Trouble> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => result.trouble(|| "impossibile scrivere il risultato".to_owned(), "controllare dove è diretta l'uscita del comando"),
    }
}
