use super::Desk;
use crate::edit::ChangedFile;
use crate::import::own::{self, OwnFile};
use crate::import::{Answers, Context, Effect, FileReading, SheetReading, Target, merge, read_foreign};
use crate::sheet::Workbook;
use crate::trouble::Trouble;
use crate::workbook::Returned;

/// Spreadsheets that come in.
#[derive(Debug, Default)]
pub struct Incoming {
    own: Vec<OwnFile>,
    foreign: Vec<(String, Workbook)>,
}

/// What was understood of spreadsheets, and what they change.
#[derive(Debug)]
pub struct ImportReading {
    /// Every file as it is told, ours first.
    pub told: Vec<FileReading>,
    /// The files of others alone.
    pub foreign: Vec<FileReading>,
    /// What changes in the data, and what was left.
    pub effect: Effect,
    /// The files of the data that would say something else.
    pub changed: Vec<ChangedFile>,
}

impl Incoming {
    /// Takes a workbook; `file` is what it is called.
    pub fn add(&mut self, file: String, workbook: Workbook) {
        match Returned::of(&workbook) {
            Some(returned) => self.own.push(OwnFile { file, returned }),
            None => self.foreign.push((file, workbook)),
        }
    }

    /// Takes a workbook of ours.
    pub fn add_own(&mut self, file: String, returned: Returned) {
        self.own.push(OwnFile { file, returned });
    }

    /// The edition that is asked for, else that of our workbooks.
    ///
    /// # Errors
    ///
    /// When one of them is of another edition.
    pub fn edition<'a>(&'a self, asked: Option<&'a str>) -> Result<Option<&'a str>, Trouble> {
        let mut said = self.own.iter().map(|file| (file.returned.edition.as_str(), &file.file));
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

    /// What was understood, and what it changes in an edition; `table` = what every sheet of others holds, where that is said.
    ///
    /// # Errors
    ///
    /// The files of the data that cannot be changed, each with its reason.
    pub fn read(&self, desk: Desk<'_>, table: Option<&str>, answers: &Answers) -> Result<ImportReading, Vec<String>> {
        let ledger = desk.ledger();
        let refused: Vec<String> = ledger.refused().map(|(path, why)| format!("`{path}`: {why}")).collect();
        if !refused.is_empty() {
            return Err(refused);
        }
        let mut target = Target::new(desk.edition, ledger);
        let context = Context { edition: desk.edition, table, answers };
        let foreign: Vec<FileReading> =
            self.foreign.iter().map(|(file, workbook)| read_foreign(workbook, file, context)).collect();
        let said = self.own.iter().map(|file| file.changes(&target)).collect();
        let mut effect = own::apply(&mut target, own::combine(said));
        effect.remarks.splice(0..0, self.own.iter().filter_map(OwnFile::confirmation));
        let told = self.own.iter().map(|file| file.reading(&target.grids, &effect));
        let told = told.chain(foreign.iter().cloned()).collect();
        effect.join(merge(&mut target, &foreign));
        let changed = target.ledger.changed();
        let refused: Vec<String> = target.ledger.refused().map(|(path, why)| format!("`{path}`: {why}")).collect();
        if !refused.is_empty() {
            return Err(refused);
        }
        Ok(ImportReading { told, foreign, effect, changed })
    }
}

impl ImportReading {
    /// Why nothing changes, in Italian, where nothing does.
    pub fn why_unchanged(&self) -> &'static str {
        let sheets = || self.told.iter().flat_map(|file| &file.sheets);
        let is_read = sheets().any(|sheet| sheet.table.is_some() && sheet.read > 0);
        let is_whole = self.effect.problems.is_empty() && !self.is_open();
        match (is_read, is_whole) {
            (true, true) => "i dati dicono già lo stesso",
            (true, false) => "ciò che si può scrivere, i dati lo dicono già",
            (false, true) => "nei fogli non c'è nessuna riga da leggere",
            (false, false) => "nei fogli non c'è nessuna riga che si sia capita",
        }
    }

    /// Whether something of others' files is still to be said.
    pub fn is_open(&self) -> bool {
        self.foreign.iter().any(|file| !file.sheets.iter().all(is_settled))
    }
}

/// Whether nothing is left to be said of a sheet: it was understood, or it holds no table and is left out.
fn is_settled(sheet: &SheetReading) -> bool {
    sheet.is_understood() || (sheet.table.is_none() && sheet.not_understood.is_empty())
}
