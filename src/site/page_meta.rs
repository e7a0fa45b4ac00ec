use super::address;
use super::edition_context::EditionContext;
use super::view::{FileItem, Link, PaperItem};
use crate::routes::{PrintPage, Section, folder};
use serde::Serialize;
use tera::Value;

/// What stands around the content of a page and differs from page to page.
#[derive(Debug, Default, Serialize)]
pub(super) struct PageMeta<'a> {
    /// The title of the page, alone.
    pub(super) title: String,
    /// A line that says what the page holds, for search engines.
    pub(super) description: String,
    /// Title of the window, unique in the site.
    pub(super) window: String,
    /// The way from the page to the root of the site.
    pub(super) root: String,
    /// Where the site is served from, where that is known.
    pub(super) base: Option<String>,
    /// The absolute address, where one is known.
    pub(super) canonical: Option<String>,
    /// Where an error on the page is reported, where there is somewhere.
    pub(super) feedback: Option<String>,
    /// What the page says of itself to search engines, safe in a script element.
    pub(super) linked_data: Option<Value>,
    /// The pages above this one, from the folder of the edition; the first of the site and of the edition left out.
    pub(super) trail: Vec<Link>,
    /// The entry of the navigation that the page is part of.
    pub(super) section: &'static str,
    /// Whether the page is that entry itself.
    pub(super) is_section: bool,
    /// The page made for paper, from the folder of the edition.
    pub(super) print: Option<String>,
    /// The PDF of the same, where there is one.
    pub(super) pdf: Option<PaperItem>,
    /// The document that was approved, where the page is about the whole of it.
    pub(super) approved: Option<PaperItem>,
    /// The open data that hold the same.
    pub(super) files: Vec<FileItem<'a>>,
    /// The chapter of the document that shows the same.
    pub(super) chapter: Option<Link>,
}

impl<'a> PageMeta<'a> {
    /// What stands around a page that an edition has once.
    pub(super) fn of_section(context: &'a EditionContext<'_>, section: Section, description: String) -> Self {
        let entry = section.entry();
        let paper = entry.table.map(PrintPage::Table);
        Self {
            title: section.title().to_owned(),
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

    /// Fills in what depends on where the page stands.
    pub(super) fn placed(mut self, path: &str, base_url: Option<&str>) -> Self {
        self.root = address::root_from(path);
        self.base = base_url.map(str::to_owned);
        self.canonical = base_url.map(|base| format!("{base}{}", folder(path)));
        self
    }

    /// The way from the page to the root of the site.
    pub(super) fn root(&self) -> &str {
        &self.root
    }
}
