use super::imported::{how_to_write, save, summary, told_errors};
use super::known_edition::desk;
use super::progress::during;
use super::spreadsheet_arguments::{Import, ImportFormat};
use super::streams::{tell, write};
use super::{Outcome, chapter_import};
use crate::edit::ChangedFile;
use crate::import::{self, Answers, Effect, FileReading, SheetReading};
use crate::load::load;
use crate::model::Edition;
use crate::sheet;
use crate::tables::{HOMES, Home};
use crate::trouble::{Context as _, Trouble};
use crate::write::{NewFile, Replaceable};
use crate::year::{ImportReading, Incoming};
use crate::{plain_file, report};
use std::fmt::Write as _;

/// Shows what workbooks would change in the data, and changes it when that is asked for.
pub(super) fn run(options: &Import) -> Result<Outcome, Trouble> {
    if let Some(chapter) = &options.chapter {
        return chapter_import::run(options, chapter);
    }
    let incoming = during("Si leggono i fogli di calcolo", || read(options))?;
    let loaded = during("Si leggono i dati", || load(&options.folder.root))?;
    let Some(desk) = desk(&options.folder, &loaded, incoming.edition(options.edition.as_deref())?)? else {
        tell!("Nulla è stato importato: prima vanno corretti gli errori nei dati.");
        return Ok(Outcome::Faulty);
    };
    let (table, answers) = (table(options)?, answers(options)?);
    let reading = during("Si confrontano i fogli con i dati", || incoming.read(desk, table, &answers));
    let reading = match reading {
        Ok(reading) => reading,
        Err(refused) => {
            for line in &refused {
                tell!("errore: {line}");
            }
            tell!("Nulla è stato importato: ciò che manca si trova con `piao controlla`.");
            return Ok(Outcome::Faulty);
        }
    };
    let ImportReading { told, foreign, effect, changed } = &reading;
    let open = reading.is_open();
    let questions = questions(options, foreign, desk.edition)?;
    during("Si controllano i dati come sarebbero", || told_errors(options, desk, changed))?;
    if options.yes {
        save(&options.folder.root, desk.edition, changed)?;
    }
    show(options, told, foreign, effect, changed)?;
    offer_answers(options, questions, foreign, open)?;
    tell!("{}", summary(&reading, (!options.yes).then(|| how_to_write(desk.edition))));
    Ok(if effect.problems.is_empty() && !open { Outcome::Done } else { Outcome::Faulty })
}

/// Reads every file.
fn read(options: &Import) -> Result<Incoming, Trouble> {
    let mut incoming = Incoming::default();
    for path in &options.files {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx")) {
            return Err(Trouble::new(
                format!("`{}` è un documento di Word, e diventa un capitolo", path.display()),
                "dire quale, con --chapter (--capitolo) e il suo indirizzo",
            ));
        }
        incoming.add(path.display().to_string(), sheet::read(path)?);
    }
    Ok(incoming)
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

/// The file of answers to be filled in, where it is asked for: written beside its place, which it takes once the data are.
fn questions(options: &Import, readings: &[FileReading], edition: &Edition) -> Result<Option<NewFile>, Trouble> {
    let Some(path) = &options.answers_out else { return Ok(None) };
    if path.is_dir() {
        return Err(Trouble::new(
            format!("`{}` è una cartella, non un file", path.display()),
            "indicare con --risposte-da-compilare il nome di un file nuovo",
        ));
    }
    let mut file = NewFile::begin(&options.folder.root, path, &Replaceable::NOTHING)?;
    file.write(import::report::questions(readings, edition).as_bytes())?;
    Ok(Some(file))
}

/// Puts the file of answers to be filled in in its place, where it is asked for; else says how it is had.
fn offer_answers(
    options: &Import,
    questions: Option<NewFile>,
    readings: &[FileReading],
    open: bool,
) -> Result<(), Trouble> {
    if let (Some(path), Some(questions)) = (&options.answers_out, questions) {
        questions.commit()?;
        tell!("Domande scritte in `{}`: si compilano e si ripete il comando con --risposte.", path.display());
    } else if open {
        tell!("Per decidere ciò che non è stato capito: aggiungere --risposte-da-compilare FILE.yaml");
        let is_unknown = |sheet: &SheetReading| sheet.table.is_none() && !sheet.not_understood.is_empty();
        if options.table.is_none() && readings.iter().flat_map(|file| &file.sheets).any(is_unknown) {
            tell!("Per dire che tavola contengono i fogli: aggiungere --tavola e il suo nome");
        }
    }
    Ok(())
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
        return write(&report::sanitized_json(&format!("{object:#}\n")));
    }
    let mut text = import::report::text(foreign);
    let _ = write!(text, "{}", effect.text());
    for file in changed {
        let difference = report::difference(&file.path, file.before.as_deref().unwrap_or_default(), &file.after);
        let _ = write!(text, "\n{difference}");
    }
    write(&report::sanitized(text.trim_start_matches('\n')))
}
