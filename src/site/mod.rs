//! The pages of the site: HTML, and the few files that stand beside it.
//!
//! Owns what each page shows and how pages are linked. Knows nothing of the disk, of open data formats or of the data's faults.

mod address;
mod anchor;
mod component;
mod context;
mod escape;
mod glossary;
mod machines;
mod page;
mod prepared;
mod search;
mod single_file;
mod unlinked;
mod view;
mod words;

pub use crate::routes::Page;
pub use context::{SiteInputs, changed_rows};
pub use prepared::Prepared;

use crate::output::Output;
use crate::picture::Picture;
use crate::routes::{PageKind, Part, Section};
use crate::theme::Theme;
use crate::trouble::Trouble;
use context::{Branding, EditionContext, EditionShared, SiteContext, SiteShared};
use machines::{print_style, process_rows, sitemap};
use page::row_index;
use prepared::common_key;
use std::sync::OnceLock;
use tera::Value;
use unlinked::LeftOut;
use view::value;

/// A page as a theme has it: it may render some kinds of page only, and have the whole of a long list on one.
fn page_of(theme: &Theme, page: &Page) -> Option<Page> {
    let part = if theme.divides(page.kind()) { page.part } else { Part::WHOLE };
    let is_there = theme.renders(page.kind()) && (page.part.is_first() || part == page.part);
    is_there.then(|| Page { part, ..page.clone() })
}

/// The whole site, ready to be rendered page by page.
#[derive(Debug)]
pub struct Site<'a> {
    theme: &'a Theme,
    context: SiteContext<'a>,
    /// What header and footer of the pages of each edition show.
    edition_shared: Vec<Value>,
    shared: Value,
    brand: Value,
    pages: Vec<Page>,
    /// How many pages there are with those that the theme leaves out.
    pages_in_all: usize,
    left_out: LeftOut,
    /// The keys of what pages have in common: of those of no edition, then of those of each; worked out by the first page that asks.
    common_keys: Vec<OnceLock<Option<String>>>,
}

impl<'a> Site<'a> {
    /// Works out what the pages share. Chapters and files stand in the order of the editions.
    ///
    /// # Errors
    ///
    /// When a value cannot be prepared for the templates.
    pub fn new(inputs: &SiteInputs<'a>) -> Result<Self, Trouble> {
        let SiteInputs { annex, administration, theme, routes, .. } = *inputs;
        let context = SiteContext::of(inputs);
        let common_keys = (0..=context.editions.len()).map(|_| OnceLock::new()).collect();
        let mut edition_shared = Vec::new();
        for (number, edition) in context.editions.iter().enumerate() {
            let earlier = number.checked_sub(1).and_then(|before| annex.editions.get(before));
            edition_shared.push(value(&EditionShared::of(edition, context.states[number], earlier))?);
        }
        Ok(Self {
            theme,
            context,
            edition_shared,
            brand: value(&Branding::of(inputs.coat_of_arms, theme))?,
            shared: value(&SiteShared::of(administration, annex))?,
            pages_in_all: routes.pages().count(),
            pages: routes.pages().filter_map(|page| page_of(theme, page)).collect(),
            left_out: LeftOut::of(theme, routes.pages()),
            common_keys,
        })
    }

    /// Every page, in a fixed order.
    pub fn pages(&self) -> Vec<Page> {
        self.pages.clone()
    }

    /// The HTML of a page.
    ///
    /// # Errors
    ///
    /// When a template of the theme asks for something that is not there.
    pub fn render(&self, page: &Page) -> Result<Output, Trouble> {
        self.finish(self.prepare(page)?)
    }

    /// All that the template of a page reads.
    ///
    /// # Errors
    ///
    /// When a value cannot be prepared for the templates.
    pub fn prepare(&self, page: &Page) -> Result<Prepared<'_>, Trouble> {
        self.prepared(page, false)
    }

    /// The HTML of a page that is prepared.
    ///
    /// # Errors
    ///
    /// As for [`Site::render`].
    pub fn finish(&self, page: Prepared<'_>) -> Result<Output, Trouble> {
        let values = self.values(&page)?;
        // What it was made of is gone before the page, which may be large, is made.
        let Prepared { path, template, view, .. } = page;
        drop(view);
        let html = self.theme.render(template, &values, self.pages_in_all)?;
        let html = self.left_out.unlinked(&html, &path).unwrap_or(html);
        Ok(Output::new(path, html))
    }

    /// What tells a page from every other that the same themes would make, those of other builds included; `None` where it cannot be
    /// told.
    pub fn key(&self, page: &Prepared<'_>) -> Option<String> {
        let common = self.common_keys.get(page.edition.map_or(0, |number| number + 1))?;
        let theme = &self.context.administration.theme.value;
        let values = [&self.shared, &self.brand, &self.edition_values(page.edition)];
        page.key(common.get_or_init(|| common_key(theme, &values)).as_ref()?)
    }

    /// What header and footer of the pages of an edition show; nothing on a page of none.
    fn edition_values(&self, edition: Option<usize>) -> Value {
        edition.and_then(|number| self.edition_shared.get(number)).map_or_else(Value::none, Value::clone)
    }

    /// What is known of a page; one that stands alone has no ways to the other pages.
    fn prepared(&self, page: &Page, is_alone: bool) -> Result<Prepared<'_>, Trouble> {
        let (frame, view, template) = page::compose(&self.context, page, is_alone)?;
        let root = address::root_from(&page.path);
        // Within an edition the links need not leave its folder.
        let up = if page.edition.is_some() { address::up_to_edition(&page.path) } else { root.clone() };
        let search = self.search_from(page, &root);
        Ok(Prepared {
            path: page.path.clone(),
            edition: page.edition,
            root,
            up,
            is_alone,
            search,
            frame,
            view,
            template,
        })
    }

    /// What the template of a page reads.
    fn values(&self, page: &Prepared<'_>) -> Result<tera::Context, Trouble> {
        let mut values = page.values()?;
        values.insert_value("site", self.shared.clone());
        values.insert_value("brand", self.brand.clone());
        values.insert_value("edition", self.edition_values(page.edition));
        Ok(values)
    }

    /// The files beside the pages: those of the theme, the page for what is not found, those for search engines.
    ///
    /// # Errors
    ///
    /// When a template of the theme asks for something that is not there.
    pub fn assets(&self) -> Result<Vec<Output>, Trouble> {
        let mut outputs = self.dress()?;
        for context in &self.context.editions {
            if self.theme.renders(PageKind::Section(Section::Search)) {
                outputs.extend(search::outputs(context));
            }
            outputs.extend(self.print_style(context));
            outputs.extend(row_index::scripts(context));
            if let Some(rows) = context.process_rows() {
                outputs.push(process_rows::script(context.edition, &rows.bytes()?));
            }
        }
        outputs.push(sitemap::robots(self.context.base_url));
        if let Some(base) = self.context.base_url {
            outputs.extend(sitemap::sitemaps(base, &self.pages, &self.context.editions));
        }
        Ok(outputs)
    }

    /// Those of the files beside the pages that are soon made, among them all by which the pages look as they do.
    ///
    /// # Errors
    ///
    /// As for [`Site::assets`].
    pub fn looks(&self) -> Result<Vec<Output>, Trouble> {
        let mut outputs = self.dress()?;
        outputs.extend(self.context.editions.iter().filter_map(|context| self.print_style(context)));
        Ok(outputs)
    }

    /// The style of the pages made for paper, where the theme makes them.
    fn print_style(&self, context: &EditionContext<'_>) -> Option<Output> {
        let is_made = self.theme.renders(PageKind::Print);
        is_made.then(|| print_style::style(self.context.administration, context.edition))
    }

    /// The files of the theme, the pictures, and the page for what is not found.
    fn dress(&self) -> Result<Vec<Output>, Trouble> {
        let emblem = self.context.coat_of_arms;
        let assets = self.theme.assets().filter(|(path, _)| emblem.is_none_or(|emblem| emblem.path() != path));
        let is_divided = self.context.editions.iter().any(row_index::is_needed);
        let assets = assets.filter(|(path, _)| is_divided || *path != row_index::READER);
        let mut outputs: Vec<Output> = assets.map(|(path, bytes)| Output::new(path, bytes)).collect();
        outputs.extend(emblem.map(|emblem| Output::new(emblem.path(), emblem.bytes())));
        for edition in &self.context.editions {
            let named = edition.chapters.iter().flat_map(|chapter| chapter.pictures());
            let shown = edition.album.shown(named.map(|(link, _)| link.target.as_str()));
            outputs.extend(shown.map(|picture| Output::new(picture.path(), picture.bytes())));
        }
        if self.theme.renders(PageKind::NotFound) {
            outputs.push(self.not_found()?);
        }
        Ok(outputs)
    }

    /// The way from a page to the search of its edition, or of the one in force; nothing where the theme has none.
    fn search_from(&self, page: &Page, root: &str) -> Option<String> {
        let edition =
            page.edition.or(self.context.current).filter(|_| self.theme.renders(PageKind::Section(Section::Search)));
        edition.map(|number| {
            format!("{root}{}/{}", self.context.editions[number].edition.id.as_str(), Section::Search.path())
        })
    }

    /// The picture of the administration inside the page that shows it, for pages that must not ask for it.
    fn inline_emblem(&self) -> Value {
        let emblem = self.context.coat_of_arms.or_else(|| self.theme.logo()).map(Picture::inline);
        emblem.as_deref().map_or_else(Value::none, Value::from)
    }

    /// The page that a server shows at an address that is not there: at any depth, so it brings its style along.
    fn not_found(&self) -> Result<Output, Trouble> {
        let mut values = tera::Context::new();
        values.insert_value("site", self.shared.clone());
        values.insert_value("brand", self.brand.clone());
        values.insert_value("emblem", self.inline_emblem());
        let feedback = context::feedback_address(self.context.administration, "Pagina non trovata", None);
        values.insert_value("feedback", feedback.as_deref().map_or_else(Value::none, Value::from));
        values.insert_value("base", self.context.base_url.map_or_else(Value::none, Value::from));
        self.theme.insert_style(&mut values, "");
        let html = self.theme.render("404.html", &values, self.pages_in_all)?;
        Ok(Output::new("404.html", html))
    }
}
