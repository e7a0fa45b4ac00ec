use crate::routes::{self, Origin, Page, Section, SiteFile};
use crate::site::context::EditionContext;
use crate::site::glossary::TermLinks;

/// Where the links of a chapter lead, seen from the page on which it stands.
#[derive(Debug)]
pub(in crate::site) struct ChapterLinks<'v> {
    context: &'v EditionContext<'v>,
    /// The way from the page to the folder of the edition; `None` if the page stands alone, and leads to no other.
    up: Option<&'v str>,
    /// The number of the chapter.
    chapter: usize,
    /// Whether every chapter is on the page, so that links between chapters stay there.
    together: bool,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::site) enum Destination {
    /// Another place of the site.
    Inside(String),
    /// Another site, an e-mail or a telephone.
    Outside(String),
}

impl<'v> ChapterLinks<'v> {
    /// The links of a chapter on its own page.
    pub(in crate::site) fn apart(context: &'v EditionContext<'_>, up: &'v str, chapter: usize) -> Self {
        Self { context, up: Some(up), chapter, together: false }
    }

    /// The links of a chapter on the page that holds all of them.
    pub(in crate::site) fn together(context: &'v EditionContext<'_>, up: Option<&'v str>, chapter: usize) -> Self {
        Self { context, up, chapter, together: true }
    }

    /// Whether every chapter is on the page, as on paper.
    pub(in crate::site) fn are_together(&self) -> bool {
        self.together
    }

    /// What stands before every identifier of the chapter.
    pub(in crate::site) fn prefix(&self) -> String {
        if self.together {
            format!("{}--", self.context.own_routes().chapter_name(self.chapter))
        } else {
            String::new()
        }
    }

    /// The links of the chapter to the glossary; `None` if there is none, and on paper.
    pub(in crate::site) fn terms(&self) -> Option<TermLinks<'v>> {
        let terms = self.context.terms.as_ref().filter(|_| !self.together)?;
        Some(TermLinks::new(terms, format!("{}{}", self.up?, Section::Glossary.path())))
    }

    /// Where a link leads; `None` if it leads nowhere.
    pub(in crate::site) fn resolve(&self, target: &str) -> Option<Destination> {
        let origin = Origin { edition: self.context.number, chapter: self.chapter };
        let address = match self.context.routes.resolve(target, origin).ok()? {
            routes::Destination::Outside(address) => return Some(Destination::Outside(address)),
            routes::Destination::Chapter { page, edition, chapter, heading } => {
                let heading = heading.filter(|heading| is_anchor(heading));
                match heading {
                    None if target.starts_with('#') => return None,
                    Some(heading) if target.starts_with('#') => format!("#{}{heading}", self.prefix()),
                    _ if self.together && edition == self.context.number => self.on_this_page(chapter, heading),
                    _ => self.page(page, heading)?,
                }
            }
            routes::Destination::Page { page, anchor } => self.page(page, anchor.filter(|anchor| is_anchor(anchor)))?,
            routes::Destination::File(file) => self.file(file)?,
        };
        Some(Destination::Inside(address))
    }

    /// A picture: where it is, or itself on a page that stands alone, and how large it is; `None` if it is not published.
    pub(in crate::site) fn picture(&self, target: &str) -> Option<(String, (u64, u64))> {
        let picture = self.context.album.get(target)?;
        let address = self.way_to(picture.path()).unwrap_or_else(|| picture.inline());
        Some((address, picture.natural()))
    }

    /// The place of a chapter on the page that holds all of them.
    fn on_this_page(&self, chapter: usize, heading: Option<&str>) -> String {
        let name = self.context.own_routes().chapter_name(chapter);
        heading.map_or_else(|| format!("#{name}"), |heading| format!("#{name}--{heading}"))
    }

    fn page(&self, page: &Page, anchor: Option<&str>) -> Option<String> {
        let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        let way = self.way_to(&page.path)?;
        self.context.renders(page).then(|| format!("{way}{anchor}"))
    }

    /// A file; the page for paper in the place of a PDF or a Word document that is not made.
    fn file(&self, file: &SiteFile) -> Option<String> {
        let own = self.context.edition.id.below(&file.path);
        match (own, file.paper) {
            (Some(_), _) if self.context.offers(&file.path) => self.way_to(&file.path),
            (_, Some(paper)) => {
                let edition = file.path.split('/').next()?;
                let path = format!("{edition}/{}", paper.page_path());
                self.way_to(&path).filter(|_| self.context.renders_papers())
            }
            (Some(_), None) => None,
            (None, None) => self.way_to(&file.path),
        }
    }

    /// The way from the page to a path from the root of the site; `None` from a page that stands alone.
    fn way_to(&self, path: &str) -> Option<String> {
        let (up, own) = (self.up?, self.context.edition.id.below(path));
        Some(own.map_or_else(|| format!("{up}../{path}"), |path| format!("{up}{path}")))
    }
}

fn is_anchor(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}
