//! The PDFs: what each shows of the paper, as data, and the Typst files that set it.
//!
//! Pure: it reads no disk and runs no process; the converter room turns a [`Document`] into a PDF.
//! No text of the data is ever put into Typst markup: the templates read it from `data.json`.

mod approved;
mod document;
mod templates;
pub mod typst;

pub use approved::approved_document;
pub use document::{Document, SourceFile, Standard};
pub use templates::Templates;

use crate::model::{Edition, Keyword, TableName};
use crate::paper::{self, Cover, Part, Parts, Sources, Tables, picture_file, printable};
use crate::routes::PrintPage;
use crate::tables::title;
use crate::trouble::{Context, Trouble};
use serde::Serialize;
use std::fmt;

/// Finds the bytes of a table's CSV file.
pub type CsvOf<'a> = dyn Fn(&str) -> Result<Option<Vec<u8>>, Trouble> + 'a;

/// What the PDFs are made from beside what every paper shows.
pub struct Materials<'a> {
    /// What every paper shows.
    pub paper: paper::Materials<'a>,
    /// The bytes of a table's CSV file, to be attached to its PDF; nothing where the table has none.
    pub csv: &'a CsvOf<'a>,
    /// The Typst files.
    pub templates: &'a Templates,
}

impl fmt::Debug for Materials<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Materials").field("edition", &self.paper.edition.id).finish_non_exhaustive()
    }
}

/// What a template reads from `data.json`.
#[derive(Serialize)]
struct Data<'a> {
    cover: &'a Cover<'a>,
    parts: Vec<Part>,
    tables: Tables<'a>,
    attachments: Vec<Attachment>,
}

/// A file carried inside the PDF.
#[derive(Serialize)]
struct Attachment {
    file: String,
    description: String,
}

/// The documents of an edition: the whole annex first, then one for each table that is present.
///
/// # Errors
///
/// When the theme lacks a template.
pub fn documents(materials: &Materials<'_>) -> Result<Vec<Document>, Trouble> {
    let cover = Cover::of(&materials.paper);
    let sources = Sources::of(materials.paper.edition);
    let mut documents = vec![annex(materials, &sources, &cover)?];
    for table in PrintPage::TABLES.into_iter().filter(|table| materials.paper.edition.has(*table)) {
        documents.push(single(materials, &sources, &cover, table)?);
    }
    Ok(documents)
}

/// The PDFs of an edition, whether they are made or not: what each shows, and its path below the target.
pub fn papers(edition: &Edition) -> Vec<Paper> {
    let mut pages = PrintPage::of(edition);
    // The whole annex first.
    pages.rotate_right(1);
    let name = |page| match page {
        PrintPage::Annex => "Tutto l'allegato".to_owned(),
        PrintPage::Table(table) => title(edition, table).to_owned(),
    };
    pages.into_iter().map(|page| Paper { path: path(edition, page), title: name(page) }).collect()
}

/// A PDF of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its path below the target, with `/`.
    pub path: String,
    /// What it shows, in Italian.
    pub title: String,
}

fn path(edition: &Edition, page: PrintPage) -> String {
    format!("{}/{}", edition.id.as_str(), page.pdf_path())
}

fn annex(materials: &Materials<'_>, sources: &Sources<'_>, cover: &Cover<'_>) -> Result<Document, Trouble> {
    let parts = Parts::of(&materials.paper);
    let tables = Tables::all(sources);
    let data = Data { cover, parts: parts.parts, tables, attachments: Vec::new() };
    let named = materials.paper.chapters.iter().flat_map(|tree| tree.pictures());
    let shown = materials.paper.album.shown(named.map(|(link, _)| link.target.as_str()));
    let pictures = shown.map(|picture| SourceFile::new(picture.path(), picture.bytes())).collect();
    document(materials, cover, PrintPage::Annex, Standard::Archive, &data, pictures)
}

fn single(
    materials: &Materials<'_>,
    sources: &Sources<'_>,
    cover: &Cover<'_>,
    table: TableName,
) -> Result<Document, Trouble> {
    let name = table.keyword();
    let mut attached = Vec::new();
    let mut attachments = Vec::new();
    if let Some(bytes) = (materials.csv)(name)? {
        let file = format!("{name}.csv");
        attachments.push(Attachment {
            file: file.clone(),
            description: format!("{} – dati in formato CSV", title(materials.paper.edition, table)),
        });
        attached.push(SourceFile::new(file, bytes));
    }
    let parts = vec![Part::table(table, materials.paper.edition)];
    let data = Data { cover, parts, tables: Tables::only(sources, table), attachments };
    document(materials, cover, PrintPage::Table(table), Standard::WithData, &data, attached)
}

fn document(
    materials: &Materials<'_>,
    cover: &Cover<'_>,
    page: PrintPage,
    standard: Standard,
    data: &Data<'_>,
    attached: Vec<SourceFile>,
) -> Result<Document, Trouble> {
    let main = match standard {
        Standard::Archive => "allegato.typ",
        Standard::WithData => "tavola.typ",
    };
    let mut files = materials.templates.files(main)?;
    let mut json = serde_json::to_value(data).trouble(
        || format!("impossibile preparare i dati di `{}.pdf`", page.name()),
        "segnalare l'errore a chi cura il programma",
    )?;
    printable(&mut json, materials.templates.bring_fonts());
    files.push(SourceFile::new("data.json", json.to_string()));
    files.extend(attached);
    if let Some(picture) = materials.paper.coat_of_arms {
        files.push(SourceFile::new(picture_file(picture), picture.bytes()));
    }
    Ok(Document { path: path(materials.paper.edition, page), standard, main, date: cover.day, files })
}
