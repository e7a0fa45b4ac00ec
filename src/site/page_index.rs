use super::address;
use super::doubts::{self, Doubts};
use super::edition_context::EditionContext;
use super::glossary::Terms;
use super::page_id::{Page, Subject};

impl EditionContext<'_> {
    /// Whether a path from the folder of the edition leads to one of its pages.
    pub(super) fn is_published(&self, path: &str) -> bool {
        let page = path.split_once('#').map_or(path, |(page, _)| page);
        self.folders.contains(address::folder(page))
    }

    /// Says which pages the edition has, and with them where its links may lead.
    pub(super) fn index_pages<'p>(&mut self, pages: impl Iterator<Item = &'p Page>) {
        for page in pages {
            let below = address::folder(&page.path).split_once('/');
            self.folders.extend(below.map(|(_, folder)| folder.to_owned()));
            match page.subject {
                Subject::Glossary(_) => self.terms = Some(Terms::of(self.edition)),
                Subject::Changes(..) => self.has_changes = true,
                Subject::ToVerify(_) => self.doubts = doubts::all(self).iter().map(Doubts::len).sum(),
                _ => {}
            }
        }
    }
}
