use super::address;
use super::descriptor::{Page, Subject};
use super::glossary::Terms;
use super::volume::Volume;

impl Volume<'_> {
    /// Says which pages the edition has, and with them where its links may lead.
    pub(super) fn paginate<'p>(&mut self, pages: impl Iterator<Item = &'p Page>) {
        for page in pages {
            let below = address::folder(&page.path).split_once('/');
            self.folders.extend(below.map(|(_, folder)| folder.to_owned()));
            match page.subject {
                Subject::Glossary(_) => self.terms = Some(Terms::of(self.edition)),
                Subject::Changes(..) => self.has_changes = true,
                _ => {}
            }
        }
    }
}
