use crate::routes::{PrintPage, Section, folder};
use crate::site::address;
use crate::site::context::EditionContext;
use crate::site::view::{FileItem, Link, PaperItem};
use serde::Serialize;
use tera::Value;

/// What stands around the content of a page and differs from page to page.
#[derive(Debug, Default, Serialize)]
pub(in crate::site) struct PageMeta<'a> {
    /// The title of the page, alone.
    pub(in crate::site) title: String,
    /// A line that says what the page holds, for search engines.
    pub(in crate::site) description: String,
    /// Title of the window, unique in the site.
    pub(in crate::site) window: String,
    /// The way from the page to the root of the site.
    pub(in crate::site) root: String,
    /// Where the site is served from, where that is known.
    pub(in crate::site) base: Option<String>,
    /// The absolute address, where one is known.
    pub(in crate::site) canonical: Option<String>,
    /// Where an error on the page is reported, where there is somewhere.
    pub(in crate::site) feedback: Option<String>,
    /// What the page says of itself to search engines, safe in a script element.
    pub(in crate::site) linked_data: Option<Value>,
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
    pub(in crate::site) fn placed(mut self, path: &str, base_url: Option<&str>) -> Self {
        self.root = address::root_from(path);
        self.base = base_url.map(str::to_owned);
        self.canonical = base_url.map(|base| format!("{base}{}", folder(path)));
        self
    }

    /// The way from the page to the root of the site.
    pub(in crate::site) fn root(&self) -> &str {
        &self.root
    }
}
