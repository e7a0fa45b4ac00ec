use super::Outcome;
use super::arguments::Check;
use super::day::today;
use super::printing::{outcome, print};
use super::progress::during;
use super::{correct, readiness};
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::pdf::typst::Environment;
use crate::publish::{KeptReading, foreseen_theme};
use crate::trouble::Trouble;

pub(super) fn run(options: &Check) -> Result<Outcome, Trouble> {
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: !options.no_waivers };
    if options.diff {
        return correct::show(options, settings);
    }
    if options.fix || options.unsafe_fixes {
        return correct::write(options, settings);
    }
    let root = &options.folder.root;
    let read = || {
        let (loaded, reading) = KeptReading::load(root, Environment::here().kept_readings().as_deref())?;
        let (findings, ()) = rayon::join(|| check(&loaded, &expand(&loaded.annex), settings), || reading.keep());
        Ok::<_, Trouble>((loaded, findings))
    };
    let (read, theme) = during("Si leggono e si controllano i dati", || rayon::join(read, || foreseen_theme(root)));
    let (loaded, findings) = read?;
    if options.publication {
        return readiness::run(options, &loaded, &findings, settings, theme.as_ref());
    }
    print(options, &loaded, &findings)?;
    let outcome = outcome(options, &loaded, &findings, theme.as_ref());
    // The program ends before all of it is taken apart.
    rayon::spawn(|| drop(loaded));
    outcome
}
