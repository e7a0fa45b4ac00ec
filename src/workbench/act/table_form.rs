use super::files::Files;
use super::record_form::RecordForm;
use super::{in_words, not_written};
use crate::model::Edition;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::page::{Extra, new_page};
use crate::workbench::plain_words;
use crate::workbench::save::save;
use crate::workbench::session::Session;
use crate::workbench::table::{Field, Rows, fields};
use crate::workbench::visit::{Done, Form, Shown, Visit};

/// A form sent to a table of the edition that is worked on, and what it finds there.
pub(super) struct TableForm<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) session: &'a mut Session,
    pub(super) visit: &'a Visit,
    pub(super) edition: &'a Edition,
    pub(super) home: &'static Home,
    pub(super) form: &'a Form,
    pub(super) rows: Rows<'a>,
}

impl<'a> TableForm<'a> {
    /// A form sent to the table with a name in addresses; `None` if there is none, or no edition.
    pub(super) fn sent(
        bench: &'a Bench<'a>,
        session: &'a mut Session,
        visit: &'a Visit,
        name: &str,
        form: &'a Form,
    ) -> Option<Self> {
        let (edition, home) = (bench.edition()?, Home::named(name)?);
        Some(Self { bench, session, visit, edition, home, form, rows: Rows::of(bench, edition, home) })
    }

    /// The same, sent to the record at an address; itself if no such record is there.
    pub(super) fn record(self, id: &str) -> Result<RecordForm<'a>, Self> {
        match self.rows.sent(self.home, id, self.form) {
            Some(at) => Ok(RecordForm { table: self, at }),
            None => Err(self),
        }
    }

    /// Why it is not known which records are there: one of the files of the table cannot be read.
    pub(super) fn unread(&self) -> Option<String> {
        let (path, why) = self.rows.unread()?;
        Some(plain_words::unread(self.bench, &path, &why, "di ciò che vi sta non si sa nulla"))
    }

    /// The fields of a record.
    pub(super) fn fields(&self) -> Vec<Field> {
        fields(self.edition, self.home)
    }

    /// The address of the table, or of something of it.
    pub(super) fn address(&self, below: &str) -> String {
        format!("/banco/{}/{below}", self.home.table)
    }

    /// What people call the table.
    pub(super) fn title(&self) -> &str {
        self.home.title_in(self.edition)
    }

    /// Writes files, and leads to the page that shows what is there then.
    ///
    /// # Errors
    ///
    /// Why they cannot be written, in a sentence without its end.
    pub(super) fn save(&mut self, words: String, files: Files, to: String) -> Result<Done, String> {
        let saved = save(self.bench, self.session, words, files.edits());
        saved.map(|()| Done::written(to)).map_err(|trouble| in_words(&trouble))
    }

    /// The form of a new record.
    pub(super) fn new_page(&self, extra: Extra<'_>) -> String {
        new_page(self.bench, self.session, self.visit, (self.edition, self.home), None, extra)
    }

    /// The form of a new record with why nothing was written.
    pub(super) fn refused(&self, why: &str) -> Done {
        let extra = Extra { form: Some(self.form), notice: Some(not_written(why)), ..Extra::default() };
        Done::only(Shown::Refused(self.new_page(extra)))
    }
}
