use super::reference::Reference;
use super::signs::Signs;
use crate::chapters::{ExpandedChapter, Passage};
use crate::model::{Annex, Date, Edition, Graph, Text};
use crate::picture::Album;
use crate::routes::Routes;
use crate::source::{SourceId, Sources};
use std::collections::HashSet;
use std::sync::OnceLock;

/// What a rule sees of one edition.
pub(super) struct RuleContext<'a> {
    pub(super) sources: &'a Sources,
    pub(super) annex: &'a Annex,
    pub(super) edition: &'a Edition,
    /// Its number among the editions.
    pub(super) number: usize,
    /// The site map, drawn where a rule first asks for it.
    pub(super) routes: &'a OnceLock<Routes>,
    pub(super) graph: &'a Graph<'a>,
    /// The day of the check.
    pub(super) today: Date,
    /// The chapters with the figures in place, in the order of the edition's.
    pub(super) chapters: &'a [ExpandedChapter],
    /// For each chapter, its paragraphs, headings and items as they were written.
    pub(super) passages: &'a [Vec<Passage>],
    /// The pictures of the chapters.
    pub(super) album: &'a Album,
    /// The texts that readers will see, chapters left out, with the signs in them: walked through by every rule on words.
    pub(super) texts: &'a [(&'a Text, Signs)],
    /// The references that lead nowhere.
    pub(super) unresolved: &'a [Reference<'a>],
    /// The files in which something could not be read.
    pub(super) faulty: &'a HashSet<SourceId>,
}

impl RuleContext<'_> {
    /// A text that speaks of the things of the annex, in the words of the edition.
    pub(super) fn say(&self, text: &'static str) -> &str {
        self.edition.model.words.say(text)
    }

    /// Likewise, with values in their places.
    pub(super) fn fill(&self, text: &str, values: &[&dyn std::fmt::Display]) -> String {
        self.edition.model.words.fill(text, values)
    }

    /// The site map.
    pub(super) fn routes(&self) -> &Routes {
        self.routes.get_or_init(|| Routes::of(self.annex))
    }

    /// The edition before this one, if there is one.
    pub(super) fn earlier_edition(&self) -> Option<&Edition> {
        self.number.checked_sub(1).map(|number| &self.annex.editions[number])
    }

    /// Whether this is the first edition: what is one for all editions is looked at only then.
    pub(super) fn is_first(&self) -> bool {
        self.number == 0
    }

    /// Whether something of `data/<stem>.yaml`, or of the files of the folder `data/<stem>/`, could not be read: what
    /// is missing there may be in the part that is not known.
    pub(super) fn is_unread(&self, stem: &str) -> bool {
        self.faulty.iter().any(|source| {
            let path = self.sources.get(*source).path();
            let rest = path.strip_prefix("data/").and_then(|path| path.strip_prefix(stem));
            rest.is_some_and(|rest| rest == ".yaml" || rest.starts_with('/'))
        })
    }

    /// The same of a file of this edition, such as `edizione`.
    pub(super) fn is_unread_here(&self, stem: &str) -> bool {
        self.is_unread(&format!("{}/{stem}", self.edition.id.as_str()))
    }
}
