use super::Outcome;
use super::day::today;
use super::desk::Desk;
use super::spreadsheet_arguments::Import;
use super::streams::{tell, write};
use crate::chapters::expand;
use crate::check::{Settings, check};
use crate::diagnostic::Severity;
use crate::edit::ChangedFile;
use crate::fix::{self, CorrectedFile};
use crate::import::own::{self, OwnFile};
use crate::import::{Effect, Target};
use crate::load::{Overlay, load_with};
use crate::report;
use crate::sheet;
use crate::trouble::Trouble;
use crate::workbook::Returned;
use crate::write::{Replaceable, write_file};
use std::fmt::Write as _;
use std::path::Path;

/// Shows what workbooks would change in the data, and changes it when that is asked for.
pub(super) fn run(options: &Import) -> Result<Outcome, Trouble> {
    let mut own = Vec::new();
    for path in &options.files {
        let workbook = sheet::read(path)?;
        let file = path.display().to_string();
        match Returned::of(&workbook) {
            Some(returned) => own.push(OwnFile { file, returned }),
            None => {
                return Err(Trouble::new(format!("`{file}` non è un foglio di calcolo scritto da `piao esporta`"), ""));
            }
        }
    }
    let desk = Desk::open(&options.folder.root, edition(options, &own)?)?;
    let ledger = desk.ledger();
    let refused: Vec<String> = ledger.refused().map(|(path, refusal)| format!("errore: `{path}`: {refusal}")).collect();
    if !refused.is_empty() {
        for line in &refused {
            tell!("{line}");
        }
        tell!("Nulla è stato importato: ciò che manca si trova con `piao controlla`.");
        return Ok(Outcome::Faulty);
    }
    let mut target = Target::new(desk.edition(), ledger);
    let said = own.iter().map(|file| file.changes(&target.grids)).collect();
    let mut effect = own::apply(&mut target, own::combine(said));
    effect.remarks.splice(0..0, own.iter().filter_map(OwnFile::confirmation));
    let changed = target.ledger.changed();
    show(&effect, &changed)?;
    told_errors(options, &desk, &changed)?;
    if options.yes {
        save(&options.folder.root, &changed)?;
    }
    tell!("{}", summary(&effect, &changed, options.yes));
    Ok(if effect.problems.is_empty() { Outcome::Done } else { Outcome::Faulty })
}

/// The edition that is asked for, else that of the workbooks.
fn edition<'a>(options: &'a Import, own: &'a [OwnFile]) -> Result<Option<&'a str>, Trouble> {
    let asked = options.edition.as_deref();
    let mut said = own.iter().map(|file| (file.returned.edition.as_str(), &file.file));
    let first = said.clone().next().map(|(edition, _)| edition);
    let wanted = asked.or(first);
    match said.find(|(edition, _)| Some(*edition) != wanted) {
        None => Ok(wanted),
        Some((edition, file)) => Err(Trouble::new(
            format!("`{file}` è dell'edizione {edition}, non di {}", wanted.unwrap_or_default()),
            "importare insieme soltanto fogli di calcolo della stessa edizione",
        )),
    }
}

/// What changes, in words and as lines of the files.
fn show(effect: &Effect, changed: &[ChangedFile]) -> Result<(), Trouble> {
    let mut text = effect.text();
    for file in changed {
        let difference = report::difference(&file.path, file.before.as_deref().unwrap_or_default(), &file.after);
        let _ = write!(text, "\n{difference}");
    }
    write(text.trim_start_matches('\n'))
}

/// Says how many errors the data would have that they do not have now.
fn told_errors(options: &Import, desk: &Desk, changed: &[ChangedFile]) -> Result<(), Trouble> {
    if changed.is_empty() {
        return Ok(());
    }
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: true };
    let overlay: Overlay = changed.iter().map(|file| (file.path.clone(), file.after.clone())).collect();
    let after = load_with(&options.folder.root, &overlay)?;
    let errors = |loaded| {
        let findings = check(loaded, &expand(&loaded.annex), settings);
        findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    };
    let (before, after) = (errors(&desk.loaded), errors(&after));
    if after > before {
        let verb = if options.yes { "hanno" } else { "avrebbero" };
        let errors = if after == 1 { "1 errore".to_owned() } else { format!("{after} errori") };
        tell!("avviso: con queste modifiche i dati {verb} {errors} (prima {before}): si leggono con `piao controlla`.");
    }
    Ok(())
}

fn save(root: &Path, changed: &[ChangedFile]) -> Result<(), Trouble> {
    for file in changed {
        if let Some(before) = &file.before {
            let (path, before, after) = (file.path.clone(), before.clone(), file.after.clone());
            fix::save(root, &CorrectedFile { path, before, after, count: 1 })?;
        } else {
            let never = Replaceable { what: "un file che manca", is: &|_| false };
            write_file(&root.join(&file.path), file.after.as_bytes(), &never)?;
        }
    }
    Ok(())
}

/// The last line: what was done, or would be.
fn summary(effect: &Effect, changed: &[ChangedFile], written: bool) -> String {
    let left = match effect.problems.len() {
        0 => String::new(),
        1 => " 1 cosa è rimasta da decidere.".to_owned(),
        count => format!(" {count} cose sono rimaste da decidere."),
    };
    if changed.is_empty() {
        return format!("Nulla da cambiare: i dati dicono già lo stesso.{left}");
    }
    let records = match effect.deeds.len() {
        1 => "1 voce".to_owned(),
        count => format!("{count} voci"),
    };
    let files = if changed.len() == 1 { "1 file".to_owned() } else { format!("{} file", changed.len()) };
    if written {
        return format!("Importato: {records} in {files}.{left}");
    }
    format!("Cambierebbero {records} in {files}; nulla è stato scritto: per scrivere, ripetere con --si.{left}")
}
