use crate::routes::{Page, PrintPage, Section};
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
    /// Of a page that has a part of a list, the page with the part before it, from the folder of the edition.
    pub(in crate::site) previous: Option<String>,
    /// The page with the part after it.
    pub(in crate::site) next: Option<String>,
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

    /// The same on a page that has a part of its list: the first keeps its name, the others are below it and say which they are.
    pub(in crate::site) fn of_part(mut self, page: &Page) -> Self {
        let part = page.part;
        let below = |path: &str| path.split_once('/').map_or_else(String::new, |(_, path)| path.to_owned());
        let first = part.first_path(&page.path);
        self.previous = part.before().map(|other| below(&other.path(&first)));
        self.next = part.after().map(|other| below(&other.path(&first)));
        if part.is_first() {
            return self;
        }
        let place = format!(", pagina {} di {}", part.number(), part.count());
        self.trail.push(Link::to(self.title.as_str(), below(&first)));
        self.title.push_str(&place);
        self.description = format!("{}{place}.", self.description.trim_end_matches('.'));
        self.is_section = false;
        self
    }
}
