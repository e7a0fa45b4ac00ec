use super::Target;
use crate::chapters::Heading;
use crate::model::{Keyword, TableName, slug};
use std::collections::{HashMap, HashSet};

/// The places of the document that a link can lead to.
#[derive(Debug)]
pub(in crate::pdf) struct Places {
    /// For each chapter, the anchors of its headings.
    chapters: HashMap<String, Vec<String>>,
    tables: Vec<TableName>,
    /// The tables that have been shown so far.
    shown: HashSet<TableName>,
}

/// The places, seen from one chapter.
#[derive(Debug)]
pub(in crate::pdf) struct FromChapter<'p> {
    places: &'p mut Places,
    chapter: &'p str,
    /// The chapter's title.
    pub(super) title: &'p str,
}

impl Places {
    /// The places of a document that holds these tables.
    pub(in crate::pdf) fn new(tables: &[TableName]) -> Self {
        Self { chapters: HashMap::new(), tables: tables.to_vec(), shown: HashSet::new() }
    }

    /// Adds a chapter and its headings.
    pub(in crate::pdf) fn add(&mut self, chapter: &str, headings: &[&Heading]) {
        self.chapters.insert(chapter.to_owned(), headings.iter().map(|heading| heading.id.clone()).collect());
    }

    /// Looks from a chapter.
    pub(in crate::pdf) fn in_chapter<'p>(&'p mut self, chapter: &'p str, title: &'p str) -> FromChapter<'p> {
        FromChapter { places: self, chapter, title }
    }

    /// The anchor of a chapter.
    pub(in crate::pdf) fn of_chapter(slug: &str) -> String {
        format!("cap-{slug}")
    }

    /// The anchor of a table.
    pub(in crate::pdf) fn of_table(table: TableName) -> String {
        format!("tav-{}", table.keyword())
    }
}

impl FromChapter<'_> {
    /// The anchor of a heading, or of a footnote, of this chapter.
    pub(super) fn anchor(&self, id: &str) -> String {
        format!("cap-{}--{id}", self.chapter)
    }

    /// Whether a table is shown here for the first time. Those that close the annex are never shown inside a chapter.
    pub(super) fn show(&mut self, table: TableName) -> bool {
        let last = matches!(table, TableName::Processes | TableName::Software);
        !last && self.places.shown.insert(table)
    }

    /// Where a link of this chapter leads.
    pub(super) fn resolve(&self, target: &str) -> Target {
        let inside = |anchor: String| Target::Inside { anchor };
        if let Some(scheme) =
            ["http://", "https://", "mailto:", "tel:"].into_iter().find(|scheme| starts(target, scheme))
        {
            let rest = target.get(scheme.len()..).unwrap_or("");
            return if rest.is_empty() {
                Target::Nowhere
            } else {
                Target::Outside { address: format!("{scheme}{rest}") }
            };
        }
        let (path, id) = target.split_once('#').map_or((target, None), |(path, id)| (path, Some(id)));
        if path.is_empty() {
            let anchor =
                id.map(|id| self.anchor(id)).filter(|anchor| self.section(self.chapter, id).as_ref() == Some(anchor));
            return anchor.map_or(Target::Nowhere, inside);
        }
        let found = match path.strip_suffix(".md") {
            Some(stem) => self.section(&chapter_name(stem), id),
            None => self.page(path, id),
        };
        found.map_or(Target::Nowhere, inside)
    }

    /// A chapter, or a heading of it where it has that one.
    fn section(&self, chapter: &str, id: Option<&str>) -> Option<String> {
        let headings = self.places.chapters.get(chapter)?;
        Some(match id.filter(|id| headings.iter().any(|heading| heading == id)) {
            Some(id) => format!("cap-{chapter}--{id}"),
            None => Places::of_chapter(chapter),
        })
    }

    /// A page of the site: its chapter, or the table that holds what the page speaks of.
    fn page(&self, path: &str, id: Option<&str>) -> Option<String> {
        let folder = path.trim_start_matches("./").split('/').next()?.to_lowercase();
        if let Some(section) = self.section(&folder, id) {
            return Some(section);
        }
        let name = if folder == "aree" || folder == "servizi" { "smart-team" } else { &folder };
        let (_, table) = TableName::KEYWORDS.iter().find(|(word, _)| *word == name)?;
        self.places.tables.contains(table).then(|| Places::of_table(*table))
    }
}

fn starts(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// The chapter of a file: its stem without a leading `NN-`.
fn chapter_name(stem: &str) -> String {
    let rest = stem.trim_start_matches(|c: char| c.is_ascii_digit());
    slug(rest.strip_prefix('-').filter(|_| rest.len() < stem.len()).unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_what_the_document_holds() {
        let mut places = Places::new(&[TableName::Processes, TableName::Teams]);
        let heading = Heading { level: 2, id: "profili-esclusi".to_owned(), text: "Profili esclusi".to_owned() };
        places.add("condizioni", &[&heading]);
        places.add("premessa", &[]);
        let from = places.in_chapter("premessa", "Premessa");
        let inside = |anchor: &str| Target::Inside { anchor: anchor.to_owned() };
        assert_eq!(from.resolve("05-condizioni.md#profili-esclusi"), inside("cap-condizioni--profili-esclusi"));
        assert_eq!(from.resolve("05-condizioni.md#altro"), inside("cap-condizioni"));
        assert_eq!(from.resolve("condizioni/"), inside("cap-condizioni"));
        assert_eq!(from.resolve("processi/500-1-b/"), inside("tav-processi"));
        assert_eq!(from.resolve("servizi/tributi/"), inside("tav-smart-team"));
        assert_eq!(
            from.resolve("HTTPS://www.example.org/"),
            Target::Outside { address: "https://www.example.org/".to_owned() }
        );
        for nowhere in
            ["software/", "#manca", "99-manca.md", "javascript:alert(1)", "https://", "", "dati/", "file:///etc/passwd"]
        {
            assert_eq!(from.resolve(nowhere), Target::Nowhere, "{nowhere}");
        }
    }
}
