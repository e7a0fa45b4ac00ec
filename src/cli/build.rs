use super::Outcome;
use super::arguments::Build;
use super::day::today;
use crate::check::{Settings, check};
use crate::load::load;
use crate::report::{self, Summary};
use crate::trouble::Trouble;

pub(super) fn run(options: &Build) -> Result<Outcome, Trouble> {
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: true };
    let mut loaded = load(&options.folder.root)?;
    let checked = check(&mut loaded, settings);
    let summary = Summary::of(&checked.findings);
    anstream::eprint!("{}", report::text(&loaded.sources, &checked.findings));
    if summary.errors > 0 {
        return Ok(Outcome::Faulty);
    }
    Ok(Outcome::Done)
}
