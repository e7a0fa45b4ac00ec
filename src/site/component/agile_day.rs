use crate::chapters::Section;
use crate::site::context::EditionContext;
use crate::site::view::{DayLimit, Link};
use serde::Serialize;

/// Where the card stands on a page.
pub(in crate::site) const ANCHOR: &str = "giornata-agile";

/// The rules of the agile day on one card: the sections that the chapters declare with `regole`, in short, and the limits that the
/// edition tells beside them.
#[derive(Debug, Serialize)]
pub(in crate::site) struct AgileDay {
    /// The chapters that hold them.
    chapters: Vec<Link>,
    rules: Vec<AgileRule>,
    /// The most days of each category of people, where the edition tells them beside its chapters.
    limits: Vec<DayLimit>,
}

/// A rule, in the words with which its section begins.
#[derive(Debug, Serialize)]
struct AgileRule {
    /// Its heading, with its place in the chapter.
    link: Link,
    opening: String,
    points: Vec<String>,
}

impl AgileDay {
    /// The card of an edition, in the words of its chapters; nothing where no chapter declares rules and no limit is told beside them.
    pub(in crate::site) fn of(context: &EditionContext<'_>) -> Option<Self> {
        let mut day = Self { chapters: Vec::new(), rules: Vec::new(), limits: DayLimit::all(context.edition) };
        for (row, (chapter, tree)) in context.edition.chapters.iter().zip(context.chapters).enumerate() {
            let sections = chapter.rules.iter().flat_map(|anchor| tree.sections(&anchor.value));
            let path = context.chapter_path(row);
            let before = day.rules.len();
            day.rules.extend(sections.map(|section| AgileRule::of(section, &path)));
            if day.rules.len() > before {
                day.chapters.push(context.chapter_link(row));
            }
        }
        (!day.rules.is_empty() || !day.limits.is_empty()).then_some(day)
    }

    /// What the rules are about.
    pub(in crate::site) fn names(&self) -> Vec<&str> {
        let limits = (!self.limits.is_empty()).then_some("Giorni al massimo");
        self.rules.iter().map(|rule| rule.link.name.as_str()).chain(limits).collect()
    }
}

impl AgileRule {
    fn of(section: Section, path: &str) -> Self {
        let link = Link::to(section.heading.text, format!("{path}#{}", section.heading.id));
        Self { link, opening: section.opening, points: section.points }
    }
}
