use super::Composed;
use crate::heading::title;
use crate::model::TableName;
use crate::narrative::Manuscript;
use crate::site::anchor::table_anchor;
use crate::site::chapter_link::ChapterLinks;
use crate::site::frame::Frame;
use crate::site::prose::Prose;
use crate::site::table::TablePlace;
use crate::site::value;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;
use tera::Value;

/// The whole annex on one page, made for paper: frontispiece, index, chapters, tables.
#[derive(Debug, Serialize)]
struct AnnexPage {
    /// The page on the screen, from the folder of the edition.
    back: &'static str,
    chapters: Vec<Part>,
    tables: Vec<Attached>,
}

/// A chapter.
#[derive(Debug, Serialize)]
struct Part {
    id: String,
    name: String,
    prose: Value,
}

/// A table after the chapters.
#[derive(Debug, Serialize)]
struct Attached {
    /// The anchor of its heading.
    id: String,
    name: &'static str,
    table: TablePlace,
    landscape: bool,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, up: &str) -> Result<Composed<'s>, Trouble> {
    let empty = Manuscript::default();
    let mut chapters = Vec::new();
    for (row, chapter) in volume.edition.chapters.iter().enumerate() {
        let manuscript = volume.manuscripts.get(row).unwrap_or(&empty);
        let links = ChapterLinks::together(volume, up, &chapter.slug);
        let prose = Prose::of(volume, manuscript, &links, 1)?.value()?;
        chapters.push(Part { id: chapter.slug.clone(), name: volume.chapter_link(row).name, prose });
    }
    let mut tables = Vec::new();
    for name in attached(volume) {
        let table = TablePlace::alone(volume, name)?;
        let id = format!("{}_titolo", table_anchor(name));
        tables.push(Attached { id, name: title(name), table, landscape: name == TableName::Processes });
    }
    let page = AnnexPage { back: "index.html", chapters, tables };
    let frame = Frame {
        title: format!("{}: tutto l'allegato, versione per la stampa", volume.edition.title.value),
        description: "Tutto l'allegato in una pagina, versione per la stampa.".to_owned(),
        pdf: volume.pdf_of("allegato"),
        approved: volume.approved(),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "allegato.html"))
}

/// The tables that follow the chapters: Tavola 1, and every other that no chapter shows.
fn attached(volume: &Volume<'_>) -> Vec<TableName> {
    let order = [
        TableName::Processes,
        TableName::Teams,
        TableName::Software,
        TableName::Training,
        TableName::Implementation,
        TableName::Behaviours,
        TableName::Exclusions,
        TableName::References,
    ];
    let wanted = |table: TableName| {
        let always = matches!(table, TableName::Processes | TableName::Software);
        volume.has(table) && (always || volume.chapter_showing(table).is_none())
    };
    order.into_iter().filter(|table| wanted(*table)).collect()
}
