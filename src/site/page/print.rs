use super::Composed;
use crate::model::TableName;
use crate::routes::{PrintPage, Section};
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::tables::title;
use crate::trouble::Trouble;
use serde::Serialize;

/// One table, made for paper.
#[derive(Debug, Serialize)]
struct PrintView<'s> {
    /// The page on the screen, from the folder of the edition.
    back: String,
    heading: &'s str,
    table: TablePlace<'s>,
    /// Whether the sheet lies on its side.
    landscape: bool,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, table: TableName) -> Result<Composed<'s>, Trouble> {
    let page = PrintView {
        back: Section::of_table(table).map(Section::path).unwrap_or_default(),
        heading: title(context.edition, table),
        table: TablePlace::on_paper(context, table),
        landscape: table == TableName::Processes,
    };
    let meta = PageMeta {
        title: format!("{}: versione per la stampa", title(context.edition, table)),
        description: format!("{}, versione per la stampa.", title(context.edition, table)),
        pdf: context.pdf_of(PrintPage::Table(table)),
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "stampa.html"))
}
