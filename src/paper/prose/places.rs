use super::Target;
use super::block::Picture;
use crate::chapters::Heading;
use crate::model::{Edition, Keyword, TableName};
use crate::picture::Album;
use crate::routes::{Destination, Origin, Page, PrintPage, Routes, Section, Subject};
use crate::tables;
use std::collections::{HashMap, HashSet};

/// How tall a picture may be, in points.
const TALLEST: u64 = 520;

/// The places of the document that a link can lead to.
#[derive(Debug)]
pub(crate) struct Places<'r> {
    pub(crate) routes: &'r Routes,
    /// The number of the edition.
    pub(crate) edition: usize,
    /// For each chapter, its name and the anchors of its headings.
    pub(crate) chapters: Vec<(String, Vec<String>)>,
    pub(crate) tables: Vec<TableName>,
    /// The pictures of the chapters.
    pub(crate) album: &'r Album,
    /// The tables that have been shown so far.
    pub(crate) shown: HashSet<TableName>,
    /// The titles of its tables that are not the usual ones.
    pub(crate) titles: HashMap<TableName, String>,
}

/// The places, seen from one chapter.
#[derive(Debug)]
pub(crate) struct FromChapter<'p, 'r> {
    pub(crate) places: &'p mut Places<'r>,
    /// The number of the chapter.
    pub(crate) chapter: usize,
    /// The chapter's title.
    pub(crate) title: &'p str,
}

impl<'r> Places<'r> {
    /// The places of the document of an edition that holds these tables.
    pub(crate) fn new(tables: &[TableName], routes: &'r Routes, edition: usize, album: &'r Album) -> Self {
        let (tables, shown) = (tables.to_vec(), HashSet::new());
        Self { routes, edition, album, chapters: Vec::new(), tables, shown, titles: HashMap::new() }
    }

    /// The same with the titles that an edition gives to its tables.
    pub(crate) fn titled(mut self, edition: &Edition) -> Self {
        let titles = self.tables.iter().map(|table| (*table, tables::title(edition, *table).to_owned()));
        self.titles = titles.collect();
        self
    }

    /// Adds the next chapter and its headings.
    pub(crate) fn add(&mut self, chapter: &str, headings: &[&Heading]) {
        self.chapters.push((chapter.to_owned(), headings.iter().map(|heading| heading.id.clone()).collect()));
    }

    /// Looks from a chapter.
    pub(crate) fn in_chapter<'p>(&'p mut self, chapter: usize, title: &'p str) -> FromChapter<'p, 'r> {
        FromChapter { places: self, chapter, title }
    }

    /// The anchor of a chapter.
    pub(crate) fn of_chapter(slug: &str) -> String {
        format!("cap-{slug}")
    }

    /// The anchor of a table.
    pub(crate) fn of_table(table: TableName) -> String {
        format!("tav-{}", table.keyword())
    }
}

impl FromChapter<'_, '_> {
    /// The anchor of a heading, or of a footnote, of this chapter.
    pub(crate) fn anchor(&self, id: &str) -> String {
        let name = self.places.chapters.get(self.chapter).map_or("", |(name, _)| name.as_str());
        format!("cap-{name}--{id}")
    }

    /// What a table is called.
    pub(crate) fn table_title(&self, table: TableName) -> String {
        let own = self.places.titles.get(&table).cloned();
        own.unwrap_or_else(|| tables::table(table).title.to_owned())
    }

    /// Whether a table is shown here for the first time. Those that close the annex are never shown inside a chapter.
    pub(crate) fn show(&mut self, table: TableName) -> bool {
        let last = matches!(table, TableName::Processes | TableName::Software);
        !last && self.places.shown.insert(table)
    }

    /// A picture of the chapter, with what it shows; `None` if it is not published.
    pub(crate) fn picture(&self, target: &str, text: &str) -> Option<Picture> {
        let picture = self.places.album.get(target)?;
        let (width, height) = picture.natural();
        // Four pixels are three points; no picture is taller than most of a page.
        let width = (width * 3 / 4).min(TALLEST.saturating_mul(width) / height.max(1)).max(1);
        // The archive standards ask for a text.
        let text = if text.trim().is_empty() { "Immagine" } else { text };
        Some(Picture { file: picture.path().to_owned(), text: text.to_owned(), width })
    }

    /// Where a link of this chapter leads: what is not in the document leads nowhere.
    pub(crate) fn resolve(&self, target: &str) -> Target {
        let origin = Origin { edition: self.places.edition, chapter: self.chapter };
        let anchor = match self.places.routes.resolve(target, origin) {
            Ok(Destination::Outside(address)) => return Target::Outside { address },
            Ok(Destination::Chapter { edition, chapter, heading, .. }) if edition == self.places.edition => {
                // A heading of the same chapter that is not there leads nowhere, not to where one is.
                self.section(chapter, heading).filter(|(_, exact)| *exact || !target.starts_with('#')).map(|(at, _)| at)
            }
            Ok(Destination::Page { page, .. }) if page.edition == Some(self.places.edition) => self.page(page),
            Ok(_) | Err(_) => None,
        };
        anchor.map_or(Target::Nowhere, |anchor| Target::Inside { anchor })
    }

    /// A heading of a chapter, or the chapter where it has no such heading; and whether it is what was asked for.
    fn section(&self, chapter: usize, id: Option<&str>) -> Option<(String, bool)> {
        let (name, headings) = self.places.chapters.get(chapter)?;
        Some(match id {
            Some(id) if headings.iter().any(|heading| heading == id) => (format!("cap-{name}--{id}"), true),
            id => (Places::of_chapter(name), id.is_none()),
        })
    }

    /// A page of the site: the table that holds what the page speaks of.
    fn page(&self, page: &Page) -> Option<String> {
        let table = match page.subject {
            Subject::Process(_) | Subject::ProcessList(_) => TableName::Processes,
            Subject::Area(_)
            | Subject::Service(_)
            | Subject::Team(_)
            | Subject::Section(Section::Areas | Section::Services) => TableName::Teams,
            Subject::Section(section) => section.entry().table?,
            Subject::Print(PrintPage::Table(table)) => table,
            Subject::Print(PrintPage::Annex) | Subject::Landing | Subject::Edition | Subject::Chapter(_) => {
                return None;
            }
        };
        self.places.tables.contains(&table).then(|| Places::of_table(table))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use std::path::Path;

    #[test]
    fn links_lead_to_what_the_document_holds() {
        let loaded = load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is an administration's");
        let routes = Routes::of(&loaded.annex);
        let mut places = Places::new(&[TableName::Processes, TableName::Teams], &routes, 0, const { &Album::EMPTY });
        let heading = Heading { level: 2, id: "profili-esclusi".to_owned(), text: "Profili esclusi".to_owned() };
        for chapter in &loaded.annex.editions[0].chapters {
            let headings = if chapter.slug == "condizioni-abilitanti" { vec![&heading] } else { Vec::new() };
            places.add(&chapter.slug, &headings);
        }
        let from = places.in_chapter(0, "Premessa");
        let inside = |anchor: &str| Target::Inside { anchor: anchor.to_owned() };
        for (target, anchor) in [
            ("05-condizioni-abilitanti.md#profili-esclusi", "cap-condizioni-abilitanti--profili-esclusi"),
            ("05-condizioni-abilitanti.md#altro", "cap-condizioni-abilitanti"),
            ("condizioni-abilitanti/", "cap-condizioni-abilitanti"),
            ("processi/500-1-b/", "tav-processi"),
            ("processi/per-rischio/alto/", "tav-processi"),
            ("stampa/smart-team/index.html", "tav-smart-team"),
            ("servizi/", "tav-smart-team"),
            ("smart-team/linfa/", "tav-smart-team"),
        ] {
            assert_eq!(from.resolve(target), inside(anchor), "{target}");
        }
        let outside = |address: &str| Target::Outside { address: address.to_owned() };
        assert_eq!(from.resolve("HTTPS://www.example.org/"), outside("https://www.example.org/"));
        assert_eq!(from.resolve("tel:+39-041-1"), outside("tel:+39-041-1"));
        for nowhere in [
            "software/",
            "#manca",
            "99-manca.md",
            "javascript:alert(1)",
            "https://",
            "",
            "dati/",
            "dati/processi.csv",
            "file:///etc/passwd",
            "processi/manca/",
        ] {
            assert_eq!(from.resolve(nowhere), Target::Nowhere, "{nowhere}");
        }
    }
}
