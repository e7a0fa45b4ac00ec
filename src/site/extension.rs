use super::descriptor::Subject;
use super::doubts;
use super::volume::Volume;

/// A page of an edition that the program adds to those of the contract.
///
/// Its folder is not reserved: an administration may call a chapter so, and then the chapter is there and this page is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extension {
    /// What the words mean.
    Glossary,
    /// What is different from the edition before.
    Changes,
    /// What is left to verify.
    Doubts,
}

impl Extension {
    /// Every one, in the order of the pages.
    pub(super) const ALL: &'static [Self] = &[Self::Glossary, Self::Changes, Self::Doubts];

    /// The name of its folder, below that of the edition.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Glossary => "glossario",
            Self::Changes => "cambiamenti",
            Self::Doubts => doubts::FOLDER,
        }
    }

    /// What the page shows; nothing where this edition has no such page. `number` is that of the edition.
    pub(super) fn subject(self, number: usize, volume: &Volume<'_>) -> Option<Subject> {
        if volume.edition.chapters.iter().any(|chapter| chapter.slug == self.folder()) {
            return None;
        }
        match self {
            Self::Glossary => Some(Subject::Glossary(number)),
            Self::Doubts => (!doubts::all(volume).is_empty()).then_some(Subject::ToVerify(number)),
            // The first edition has nothing to be compared with.
            Self::Changes => number.checked_sub(1).map(|earlier| Subject::Changes(number, earlier)),
        }
    }
}
