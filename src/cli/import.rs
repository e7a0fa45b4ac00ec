use super::Outcome;
use super::imported::{save, summary, told_errors};
use super::progress::during;
use super::spreadsheet_arguments::{Import, ImportFormat};
use super::streams::{tell, write};
use crate::edit::ChangedFile;
use crate::import::own::{self, OwnFile};
use crate::import::{self, Answers, Context, Effect, FileReading, SheetReading, Target, merge, read_foreign};
use crate::load::load;
use crate::sheet::{self, Workbook};
use crate::tables::{HOMES, Home};
use crate::trouble::{Context as _, Trouble};
use crate::workbook::Returned;
use crate::write::{Replaceable, write_file};
use crate::year::Desk;
use crate::{plain_file, report};
use std::fmt::Write as _;

/// Shows what workbooks would change in the data, and changes it when that is asked for.
pub(super) fn run(options: &Import) -> Result<Outcome, Trouble> {
    let (own, foreign) = during("Si leggono i fogli di calcolo", || read(options))?;
    let loaded = load(&options.folder.root)?;
    let desk = Desk::of(&loaded, edition(options, &own)?)?;
    let ledger = desk.ledger();
    let refused: Vec<String> = ledger.refused().map(|(path, refusal)| format!("errore: `{path}`: {refusal}")).collect();
    if !refused.is_empty() {
        for line in &refused {
            tell!("{line}");
        }
        tell!("Nulla è stato importato: ciò che manca si trova con `piao controlla`.");
        return Ok(Outcome::Faulty);
    }
    let answers = answers(options)?;
    let mut target = Target::new(desk.edition, ledger);
    let context = Context { edition: desk.edition, table: table(options)?, answers: &answers };
    let readings: Vec<FileReading> =
        foreign.iter().map(|(file, workbook)| read_foreign(workbook, file, context)).collect();
    let said = own.iter().map(|file| file.changes(&target.grids)).collect();
    let mut effect = during("Si confrontano i fogli con i dati", || own::apply(&mut target, own::combine(said)));
    effect.remarks.splice(0..0, own.iter().filter_map(OwnFile::confirmation));
    let told = own.iter().map(|file| file.reading(&target.grids, &effect));
    let told: Vec<FileReading> = told.chain(readings.iter().cloned()).collect();
    let merged = during("Si confrontano i fogli con i dati", || merge(&mut target, &readings));
    effect.join(merged);
    let changed = target.ledger.changed();
    told_errors(options, desk, &changed)?;
    if options.yes {
        save(&options.folder.root, &changed)?;
    }
    show(options, &told, &readings, &effect, &changed)?;
    let open = readings.iter().any(|file| !file.sheets.iter().all(is_settled));
    offer_answers(options, &readings, open)?;
    tell!("{}", summary(&effect, &changed, options.yes));
    Ok(if effect.problems.is_empty() && !open { Outcome::Done } else { Outcome::Faulty })
}

/// The workbooks of ours, and those of others with their files.
type Workbooks = (Vec<OwnFile>, Vec<(String, Workbook)>);

/// Reads every file.
fn read(options: &Import) -> Result<Workbooks, Trouble> {
    let (mut own, mut foreign) = (Vec::new(), Vec::new());
    for path in &options.files {
        let workbook = sheet::read(path)?;
        let file = path.display().to_string();
        match Returned::of(&workbook) {
            Some(returned) => own.push(OwnFile { file, returned }),
            None => foreign.push((file, workbook)),
        }
    }
    Ok((own, foreign))
}

/// Whether nothing is left to be said of a sheet: it was understood, or it holds no table and is left out.
fn is_settled(sheet: &SheetReading) -> bool {
    sheet.is_understood() || (sheet.table.is_none() && sheet.not_understood.is_empty())
}

/// The table that every sheet holds, where that is said.
fn table(options: &Import) -> Result<Option<&str>, Trouble> {
    let Some(asked) = options.table.as_deref() else { return Ok(None) };
    let known: Vec<&str> = HOMES.iter().map(|home| home.table).collect();
    let found = Home::named(asked).filter(|home| known.contains(&home.table));
    let advice = || format!("le tabelle sono: {}", known.join(", "));
    found.map(|home| Some(home.table)).ok_or_else(|| Trouble::new(format!("la tabella `{asked}` non c'è"), advice()))
}

fn answers(options: &Import) -> Result<Answers, Trouble> {
    let Some(path) = &options.answers else { return Ok(Answers::default()) };
    let shown = path.display().to_string();
    let what = || format!("non è possibile leggere le risposte di `{shown}`");
    let bytes = plain_file::read(path).trouble(what, "indicare con --risposte un file che c'è")?;
    let text = String::from_utf8(bytes).map_err(|_| Trouble::new(what(), "salvare il file come UTF-8"))?;
    Answers::parse(&shown, &text)
}

/// Writes the file of answers to be filled in, where it is asked for; else says how it is had.
fn offer_answers(options: &Import, readings: &[FileReading], open: bool) -> Result<(), Trouble> {
    if let Some(path) = &options.answers_out {
        let questions = import::report::questions(readings);
        let never = Replaceable { what: "un file che manca", is: &|_| false };
        write_file(path, questions.as_bytes(), &never)?;
        tell!("Domande scritte in `{}`: si compilano e si ripete il comando con --risposte.", path.display());
    } else if open {
        tell!("Per decidere ciò che non è stato capito: aggiungere --risposte-da-compilare FILE.yaml");
    }
    Ok(())
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

/// What was understood and what changes, in words and as lines of the files, or as the object of the contract.
fn show(
    options: &Import,
    told: &[FileReading],
    foreign: &[FileReading],
    effect: &Effect,
    changed: &[ChangedFile],
) -> Result<(), Trouble> {
    if options.format == ImportFormat::Json {
        let written: Vec<String> = changed.iter().filter(|_| options.yes).map(|file| file.path.clone()).collect();
        let mut object = import::report::json(told, &written);
        if let Some(object) = object.as_object_mut() {
            object.insert("changes".to_owned(), effect.json());
        }
        return write(&format!("{object:#}\n"));
    }
    let mut text = import::report::text(foreign);
    let _ = write!(text, "{}", effect.text());
    for file in changed {
        let difference = report::difference(&file.path, file.before.as_deref().unwrap_or_default(), &file.after);
        let _ = write!(text, "\n{difference}");
    }
    write(text.trim_start_matches('\n'))
}
