use super::Composed;
use crate::model::TableName;
use crate::site::edition_context::EditionContext;
use crate::site::page_id::PrintPage;
use crate::site::page_meta::PageMeta;
use crate::site::table::TablePlace;
use crate::site::value;
use crate::tables::title;
use crate::trouble::Trouble;
use serde::Serialize;

/// One table, made for paper.
#[derive(Debug, Serialize)]
struct PrintView {
    /// The page on the screen, from the folder of the edition.
    back: String,
    heading: &'static str,
    table: TablePlace,
    /// Whether the sheet lies on its side.
    landscape: bool,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, sheet: PrintPage) -> Result<Composed<'s>, Trouble> {
    let table = match sheet {
        PrintPage::Processes | PrintPage::Annex => TableName::Processes,
        PrintPage::Teams => TableName::Teams,
        PrintPage::Software => TableName::Software,
        PrintPage::Training => TableName::Training,
        PrintPage::Adoption => TableName::Adoption,
        PrintPage::ExpectedBehaviours => TableName::ExpectedBehaviours,
    };
    let page = PrintView {
        back: format!("{}/index.html", sheet.folder()),
        heading: title(table),
        table: TablePlace::alone(context, table)?,
        landscape: sheet == PrintPage::Processes,
    };
    let meta = PageMeta {
        title: format!("{}: versione per la stampa", title(table)),
        description: format!("{}, versione per la stampa.", title(table)),
        pdf: context.pdf_of(sheet.folder()),
        ..PageMeta::default()
    };
    Ok((meta, value(&page)?, "stampa.html"))
}
