use crate::site::glossary::TermLinks;
use pulldown_cmark::{Event, TagEnd};

/// The links from the text of a chapter to the glossary: never within a heading, a link, a table or code.
#[derive(Debug)]
pub(super) struct ChapterTerms<'l> {
    /// Nothing where the page has none.
    links: Option<TermLinks<'l>>,
    /// How many pieces without links are open.
    closed: usize,
}

impl<'l> ChapterTerms<'l> {
    pub(super) fn new(links: Option<TermLinks<'l>>) -> Self {
        Self { links, closed: 0 }
    }

    /// Takes note of what begins and ends.
    pub(super) fn pass(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) if is_closed(tag.to_end()) => self.closed += 1,
            Event::End(tag) if is_closed(*tag) => self.closed = self.closed.saturating_sub(1),
            _ => {}
        }
    }

    /// A text as HTML with its new terms linked; nothing where it has none, or none may be linked here.
    pub(super) fn linked(&mut self, text: &str) -> Option<String> {
        self.links.as_mut().filter(|_| self.closed == 0)?.linked(text)
    }
}

fn is_closed(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::Table | TagEnd::CodeBlock)
}
