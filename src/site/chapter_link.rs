use super::address;
use super::edition_context::EditionContext;
use super::glossary::{self, TermLinks};
use crate::model::slug;

/// Where the links of a chapter lead, seen from the page on which it stands.
#[derive(Debug)]
pub(super) struct ChapterLinks<'v> {
    context: &'v EditionContext<'v>,
    /// The way from the page to the folder of the edition.
    up: &'v str,
    /// On the page that holds every chapter, the slug of this one: links between chapters stay on the page.
    whole: Option<&'v str>,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// Another place of the site.
    Inside(String),
    /// Another site, or an e-mail.
    Outside(String),
}

impl<'v> ChapterLinks<'v> {
    /// The links of a chapter on its own page.
    pub(super) fn apart(context: &'v EditionContext<'_>, up: &'v str) -> Self {
        Self { context, up, whole: None }
    }

    /// The links of the chapter `slug` on the page that holds all of them.
    pub(super) fn together(context: &'v EditionContext<'_>, up: &'v str, slug: &'v str) -> Self {
        Self { context, up, whole: Some(slug) }
    }

    /// What stands before every identifier of the chapter.
    pub(super) fn prefix(&self) -> String {
        self.whole.map(|slug| format!("{slug}--")).unwrap_or_default()
    }

    /// The links of the chapter to the glossary; nothing where there is none, and on paper.
    pub(super) fn terms(&self) -> Option<TermLinks<'v>> {
        let terms = self.context.terms.as_ref().filter(|_| self.whole.is_none())?;
        Some(TermLinks::new(terms, format!("{}{}", self.up, glossary::PATH)))
    }

    /// Where a link leads; nothing where it may not lead anywhere.
    pub(super) fn resolve(&self, target: &str) -> Option<Destination> {
        if let Some(anchor) = target.strip_prefix('#') {
            return is_anchor(anchor).then(|| Destination::Inside(format!("#{}{anchor}", self.prefix())));
        }
        if let Some(address) = address::web(target) {
            return Some(Destination::Outside(address));
        }
        let (path, anchor) = match target.split_once('#') {
            Some((path, anchor)) => (path, is_anchor(anchor).then_some(anchor)),
            None => (target, None),
        };
        match path.strip_suffix(".md") {
            Some(stem) => self.chapter(stem, anchor),
            None => self.page(path, anchor),
        }
        .map(Destination::Inside)
    }

    fn chapter(&self, stem: &str, anchor: Option<&str>) -> Option<String> {
        let digits = stem.trim_start_matches(|c: char| c.is_ascii_digit());
        let name = slug(digits.strip_prefix('-').filter(|_| digits.len() < stem.len()).unwrap_or(stem));
        let chapter = self.context.edition.chapters.iter().find(|chapter| chapter.slug == name)?;
        let name = &chapter.slug;
        Some(match (self.whole, anchor) {
            (Some(_), Some(anchor)) => format!("#{name}--{anchor}"),
            (Some(_), None) => format!("#{name}"),
            (None, Some(anchor)) => format!("{}{name}/index.html#{anchor}", self.up),
            (None, None) => format!("{}{name}/index.html", self.up),
        })
    }

    /// A folder of the edition, such as `smart-team/linfa/`; code in any case.
    fn page(&self, path: &str, anchor: Option<&str>) -> Option<String> {
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_start_matches("./").trim_end_matches('/');
        let folder = format!("{}/", path.to_lowercase());
        let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
        self.context.folders.contains(&folder).then(|| format!("{}{folder}index.html{anchor}", self.up))
    }
}

fn is_anchor(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}
