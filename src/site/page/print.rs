use super::Composed;
use crate::heading::title;
use crate::model::TableName;
use crate::site::descriptor::Sheet;
use crate::site::frame::Frame;
use crate::site::table::TablePlace;
use crate::site::value;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// One table, made for paper.
#[derive(Debug, Serialize)]
struct PrintPage {
    /// The page on the screen, from the folder of the edition.
    back: String,
    heading: &'static str,
    table: TablePlace,
    /// Whether the sheet lies on its side.
    landscape: bool,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, sheet: Sheet) -> Result<Composed<'s>, Trouble> {
    let table = match sheet {
        Sheet::Processes | Sheet::Annex => TableName::Processes,
        Sheet::Teams => TableName::Teams,
        Sheet::Software => TableName::Software,
        Sheet::Training => TableName::Training,
        Sheet::Implementation => TableName::Implementation,
        Sheet::Behaviours => TableName::Behaviours,
    };
    let page = PrintPage {
        back: format!("{}/index.html", sheet.folder()),
        heading: title(table),
        table: TablePlace::alone(volume, table)?,
        landscape: sheet == Sheet::Processes,
    };
    let frame = Frame {
        title: format!("{}: versione per la stampa", title(table)),
        description: format!("{}, versione per la stampa.", title(table)),
        pdf: volume.pdf_of(sheet.folder()),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "stampa.html"))
}
