use crate::routes::{PrintPage, Section};
use crate::site::context::EditionContext;
use crate::site::view::{FileItem, Link, PaperItem};
use serde::Serialize;

/// What a page says of itself around its content, wherever it stands.
#[derive(Debug, Default, Serialize)]
pub(in crate::site) struct PageMeta<'a> {
    /// The title of the page, alone.
    pub(in crate::site) title: String,
    /// A line that says what the page holds, for search engines.
    pub(in crate::site) description: String,
    /// The pages above this one, from the folder of the edition; the first of the site and of the edition left out.
    pub(in crate::site) trail: Vec<Link>,
    /// The entry of the navigation that the page is part of.
    pub(in crate::site) section: &'static str,
    /// Whether the page is that entry itself.
    pub(in crate::site) is_section: bool,
    /// The page made for paper, from the folder of the edition.
    pub(in crate::site) print: Option<String>,
    /// The PDF of the same, where there is one.
    pub(in crate::site) pdf: Option<PaperItem>,
    /// The whole annex as a Word document, on the pages that show all of it.
    pub(in crate::site) word: Option<PaperItem>,
    /// The document that was approved, where the page is about the whole of it.
    pub(in crate::site) approved: Option<PaperItem>,
    /// The open data that hold the same.
    pub(in crate::site) files: Vec<FileItem<'a>>,
    /// The chapter of the document that shows the same.
    pub(in crate::site) chapter: Option<Link>,
}

impl<'a> PageMeta<'a> {
    /// What stands around a page that an edition has once.
    pub(in crate::site) fn of_section(context: &'a EditionContext<'_>, section: Section, description: String) -> Self {
        let entry = section.entry();
        let paper = entry.table.map(PrintPage::Table);
        Self {
            title: section.title(context.edition).to_owned(),
            description,
            section: entry.folder,
            is_section: true,
            print: paper.map(PrintPage::page_path),
            pdf: paper.and_then(|paper| context.pdf_of(paper)),
            files: if entry.has_data { context.files_of(entry.folder) } else { Vec::new() },
            chapter: entry.table.and_then(|table| context.chapter_link_showing(table)),
            ..Self::default()
        }
    }
}
