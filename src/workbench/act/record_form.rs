use super::not_written;
use super::table_form::TableForm;
use crate::workbench::page::{Extra, record_page};
use crate::workbench::table::{Collision, FileText, Row, shown};
use crate::workbench::visit::{Done, Shown};

/// A form sent to a record.
pub(super) struct RecordForm<'a> {
    pub(super) table: TableForm<'a>,
    /// Its place among the rows.
    pub(super) at: usize,
}

impl<'a> RecordForm<'a> {
    /// The record, as its file says it.
    pub(super) fn row(&self) -> &Row<'a> {
        &self.table.rows.rows[self.at]
    }

    /// The file that holds it.
    pub(super) fn file(&self) -> &FileText<'a> {
        &self.table.rows.files[self.row().file]
    }

    /// What the form says, held against what the record says by now.
    pub(super) fn collision(&self) -> Collision {
        let all = self.table.fields();
        Collision::of(all.iter().map(|field| (field, shown(field.value_in(&self.row().value)))), self.table.form)
    }

    /// Its page.
    pub(super) fn page(&self, extra: Extra<'_>) -> String {
        let TableForm { bench, session, visit, edition, home, rows, .. } = &self.table;
        record_page(bench, session, visit, (edition, home), (rows, self.row()), extra)
    }

    /// Its page with something to be said above the form.
    pub(super) fn told(&self, notice: String) -> String {
        self.page(Extra { notice: Some(notice), ..Extra::default() })
    }

    /// Its page with what was typed, and why nothing was written.
    pub(super) fn refused(&self, why: &str) -> Done {
        let extra = Extra { form: Some(self.table.form), notice: Some(not_written(why)), ..Extra::default() };
        Done::only(Shown::Refused(self.page(extra)))
    }
}
