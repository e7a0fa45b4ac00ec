//! The tables of the annex, in the form in which the templates read them: the same on their own page, in a chapter and on paper.

mod adoption;
mod exclusions;
mod expected_behaviours;
mod folding;
mod indicator_picture;
mod indicators;
mod plain;
mod plain_cell;
mod processes;
mod references;
mod row_keys;
mod software;
mod table_view;
mod teams;
mod training;

pub(in crate::site) use plain::{facts, own_cells};
pub(in crate::site) use plain_cell::{PlainCell, PlainFact};
pub(in crate::site) use processes::ProcessRow;
pub(in crate::site) use row_keys::RowKeys;

use crate::model::{Keyword, TableName};
use crate::routes::{Part, Section};
use crate::site::anchor::table_anchor;
use crate::site::component::filters::{Filters, Selection};
use crate::site::context::EditionContext;
use crate::tables::{self, Medium};
use plain::PlainTable;
use serde::Serialize;
use table_view::TableView;

/// A table where it stands on a page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct TablePlace<'a> {
    /// Which table: the templates have one component for each.
    kind: &'static str,
    /// Its identifier on the page; its rows and headings have theirs from it.
    id: String,
    /// What stands in its place where it has no rows.
    empty: Option<&'static str>,
    /// The table.
    data: TableView<'a>,
    /// The columns that its template does not draw.
    plain: PlainTable,
    /// The form that stands above it, by which its rows are chosen.
    filters: Option<Filters>,
    /// The page of that form, from the others on which the table stands.
    form: Option<String>,
}

impl<'a> TablePlace<'a> {
    /// A part of the table `name` of an edition, to stand under the identifier `id`.
    pub(in crate::site) fn new(context: &EditionContext<'a>, name: TableName, id: String, part: Part) -> Self {
        Self::on(context, name, id, Medium::Page, part)
    }

    fn on(context: &EditionContext<'a>, name: TableName, id: String, medium: Medium, part: Part) -> Self {
        Self {
            kind: name.keyword(),
            id,
            empty: tables::no_rows(context.edition, name),
            data: TableView::of(context, name, medium, part),
            plain: PlainTable::of(context, name, medium, part),
            filters: None,
            form: None,
        }
    }

    /// A part of Tavola 1 on a page of its own, where its rows can be filtered.
    pub(in crate::site) fn filterable(context: &EditionContext<'a>, part: Part) -> Self {
        let data = TableView::filterable(context, part);
        let (name, plain) = (TableName::Processes, PlainTable::of(context, TableName::Processes, Medium::Page, part));
        let empty = tables::no_rows(context.edition, name);
        Self { kind: name.keyword(), id: table_anchor(name), empty, data, plain, filters: None, form: None }
    }

    /// A part of the table that its page is all about.
    pub(in crate::site) fn alone(context: &EditionContext<'a>, name: TableName, part: Part) -> Self {
        Self::new(context, name, table_anchor(name), part).chosen(context, name, part)
    }

    /// The same with the form by which its rows are chosen, where it has columns to choose by: on a page of another table there is none.
    pub(in crate::site) fn chosen(mut self, context: &EditionContext<'_>, name: TableName, part: Part) -> Self {
        if self.is_empty() {
            return self;
        }
        let selection = Selection::of(context, tables::table(name), Section::of_table(name), self.id.clone(), part);
        (self.filters, self.form) = (selection.filters, selection.form);
        if self.filters.is_some() {
            self.plain.set_keys(context, name, part);
        }
        self
    }

    /// Whether there is such a form.
    pub(in crate::site) fn has_filters(&self) -> bool {
        self.filters.is_some()
    }

    /// Whether it has no rows.
    pub(in crate::site) fn is_empty(&self) -> bool {
        self.empty.is_some()
    }

    /// Its identifier on the page.
    pub(in crate::site) fn id(&self) -> &str {
        &self.id
    }

    /// The same on a page that is made for paper.
    pub(in crate::site) fn on_paper(context: &EditionContext<'a>, name: TableName) -> Self {
        Self::on(context, name, table_anchor(name), Medium::PrintPage, Part::WHOLE)
    }
}
