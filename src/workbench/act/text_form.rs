use super::{in_words, not_written};
use crate::workbench::bench::Bench;
use crate::workbench::lines::as_in;
use crate::workbench::page::{Typed, text_page};
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// A form sent to a file that is edited as text.
pub(super) struct TextForm<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) session: &'a mut Session,
    pub(super) visit: &'a Visit,
    pub(super) file: TextFile<'a>,
    pub(super) form: &'a Form,
}

impl TextForm<'_> {
    /// What was typed, with the ends of lines that the file has; `None` where the form brings no text.
    pub(super) fn typed(&self) -> Option<String> {
        field(self.form, "testo").map(|typed| as_in(self.file.text, typed))
    }

    /// The text from which the form was read, by its digest; empty where it does not say so.
    pub(super) fn read(&self) -> &str {
        field(self.form, "_file").unwrap_or_default()
    }

    /// The page of the file with what was typed, and something to be said above it.
    pub(super) fn told(&self, notice: &str, is_conflict: bool) -> String {
        let text = field(self.form, "testo");
        let typed = Typed { text, notice: Some(notice.to_owned()), is_conflict, ..Typed::default() };
        text_page(self.bench, self.session, self.visit, &self.file, &typed)
    }

    /// The page of the file with the question whether it is to go, and why that is asked.
    pub(super) fn asked(&self, notice: &str) -> String {
        let typed = Typed { notice: Some(notice.to_owned()), asks_removal: true, ..Typed::default() };
        text_page(self.bench, self.session, self.visit, &self.file, &typed)
    }

    /// Gives the file another text, or none, and leads to the page that shows what is there then.
    pub(super) fn save(&mut self, words: String, after: Option<String>, to: String) -> Done {
        let edit = FileEdit {
            path: self.file.path.clone(),
            before: self.file.is_there.then(|| self.file.text.to_owned()),
            after,
        };
        match save(self.bench, self.session, words, vec![edit]) {
            Ok(()) => Done::written(to),
            Err(trouble) => Done::only(Shown::Refused(self.told(&not_written(&in_words(&trouble)), false))).reread(),
        }
    }
}
