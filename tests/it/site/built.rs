//! A site as a test looks at it: its files by their paths, its pages read as a browser would.

use crate::folder::repository;
use crate::run::Run;
use crate::tree;
use piao::chapters::{ChapterTree, ExpandedChapter, expand};
use piao::edition_files::EditionFiles;
use piao::load::load;
use piao::open_data;
use piao::routes::Routes;
use piao::site::SiteInputs;
use piao::theme::Theme;
use piao::trouble::Trouble;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// The address of a site that has one.
pub const BASE: &str = "https://www.example.org/lavoro-agile/";

/// Every file of a site, by its path.
pub struct Site(pub BTreeMap<String, Vec<u8>>);

impl Site {
    /// What `piao build` writes from a folder.
    pub fn built(root: &Path, options: &[&str]) -> Self {
        let target = tempfile::tempdir().expect("a temporary folder");
        let site = target.path().join("sito");
        Run::new(root, ["build", "--out"]).arguments([&site]).arguments(options).run();
        Self(tree::files(&site))
    }

    /// The site of the annex of this repository, at an address; built once.
    pub fn real() -> &'static Self {
        static REAL: OnceLock<Site> = OnceLock::new();
        REAL.get_or_init(|| Self::built(repository(), &["--base-url", BASE]))
    }

    /// The pages of a folder whose data nobody has checked, so that a test may put in them what a rule would refuse.
    pub fn unchecked(root: &Path) -> Result<Self, Trouble> {
        let annex = load(root)?.annex;
        let administration = annex.administration.as_ref().expect("the administration is there");
        let expanded = expand(&annex);
        let mut chapters: Vec<Vec<&ChapterTree>> = Vec::new();
        for edition in &expanded {
            chapters.push(edition.iter().map(ExpandedChapter::written).collect());
        }
        let theme = Theme::load(root, &administration.theme.value)?;
        let files = annex.editions.iter().map(|edition| EditionFiles {
            data: open_data::files(&annex, edition, None).expect("open data"),
            ..EditionFiles::default()
        });
        let files: Vec<EditionFiles> = files.collect();
        let routes = Routes::of(&annex);
        let site = piao::site::Site::new(&SiteInputs {
            annex: &annex,
            administration,
            routes: &routes,
            chapters: &chapters,
            albums: &[],
            theme: &theme,
            coat_of_arms: None,
            base_url: None,
            files: &files,
        })?;
        let pages = site.pages().into_iter().map(|page| site.render(&page)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self(pages.into_iter().chain(site.assets()?).map(|output| (output.path, output.bytes)).collect()))
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    pub fn text(&self, path: &str) -> &str {
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).expect("UTF-8")
    }

    pub fn page(&self, path: &str) -> Html {
        Html::parse_document(self.text(path))
    }

    /// Every page.
    pub fn pages(&self) -> BTreeMap<&str, Html> {
        self.paths().filter(|path| path.ends_with(".html")).map(|path| (path, self.page(path))).collect()
    }
}

/// What a selector finds in a page.
pub fn select<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// What a selector finds in an element.
pub fn within<'p>(element: &ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    element.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The text of an element as it stands.
pub fn content(element: &ElementRef<'_>) -> String {
    element.text().collect()
}

/// The text of an element, every gap a single space.
pub fn words(element: &ElementRef<'_>) -> String {
    content(element).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An attribute of everything that a selector finds.
pub fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    select(page, selector).iter().map(|element| element.attr(name).unwrap_or_default().to_owned()).collect()
}
