use super::Composed;
use crate::model::TableName;
use crate::routes::PrintPage;
use crate::site::anchor::table_anchor;
use crate::site::component::chapter_link::ChapterLinks;
use crate::site::component::prose::Prose;
use crate::site::component::table::TablePlace;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::DayLimit;
use crate::tables::title;
use crate::trouble::Trouble;
use serde::Serialize;

/// The whole annex on one page, made for paper: frontispiece, index, chapters, tables.
#[derive(Debug, Serialize)]
struct AnnexPage<'s> {
    /// The page on the screen, from the folder of the edition.
    back: &'static str,
    /// The most days of each category of people.
    limits: Vec<DayLimit>,
    chapters: Vec<Part<'s>>,
    tables: Vec<Attached<'s>>,
}

/// A chapter.
#[derive(Debug, Serialize)]
struct Part<'s> {
    id: String,
    name: String,
    prose: Prose<'s>,
}

/// A table after the chapters.
#[derive(Debug, Serialize)]
struct Attached<'s> {
    /// The anchor of its heading.
    id: String,
    name: &'s str,
    table: TablePlace<'s>,
    landscape: bool,
}

/// The page; `up` is the way from it to the folder of the edition, `None` if it stands alone.
pub(super) fn compose<'s>(context: &'s EditionContext<'_>, up: Option<&str>) -> Result<Composed<'s>, Trouble> {
    let mut chapters = Vec::new();
    for (row, (chapter, tree)) in context.edition.chapters.iter().zip(context.chapters).enumerate() {
        let links = ChapterLinks::together(context, up, row);
        let prose = Prose::of(context, tree, &links, 1);
        chapters.push(Part { id: chapter.slug.clone(), name: context.chapter_link(row).name, prose });
    }
    let mut tables = Vec::new();
    for name in attached(context) {
        let table = TablePlace::on_paper(context, name);
        let id = format!("{}_titolo", table_anchor(name));
        tables.push(Attached {
            id,
            name: title(context.edition, name),
            table,
            landscape: name == TableName::Processes,
        });
    }
    let page = AnnexPage { back: "index.html", limits: DayLimit::all(context.edition), chapters, tables };
    let meta = PageMeta {
        title: format!("{}: tutto l'allegato, versione per la stampa", context.edition.title.value),
        description: "Tutto l'allegato in una pagina, versione per la stampa.".to_owned(),
        pdf: context.pdf_of(PrintPage::Annex),
        word: context.word(),
        approved: context.approved(),
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "allegato.html"))
}

/// The tables that follow the chapters: Tavola 1, and every other that no chapter shows.
fn attached(context: &EditionContext<'_>) -> Vec<TableName> {
    let order = [
        TableName::Processes,
        TableName::Teams,
        TableName::Software,
        TableName::Training,
        TableName::Adoption,
        TableName::ExpectedBehaviours,
        TableName::Indicators,
        TableName::Exclusions,
        TableName::References,
    ];
    let wanted = |table: TableName| {
        let always = matches!(table, TableName::Processes | TableName::Software);
        context.has(table) && (always || context.chapter_showing(table).is_none())
    };
    order.into_iter().filter(|table| wanted(*table)).collect()
}
