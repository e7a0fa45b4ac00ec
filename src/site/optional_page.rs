use super::doubts;
use super::edition_context::EditionContext;
use super::page_id::Subject;

/// A page of an edition that the program adds to those of the contract.
///
/// Its folder is not reserved: an administration may call a chapter so, and then the chapter is there and this page is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OptionalPage {
    /// What the words mean.
    Glossary,
    /// What is different from the edition before.
    Changes,
    /// What is left to verify.
    Doubts,
}

impl OptionalPage {
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
    pub(super) fn subject(self, number: usize, context: &EditionContext<'_>) -> Option<Subject> {
        if context.edition.chapters.iter().any(|chapter| chapter.slug == self.folder()) {
            return None;
        }
        match self {
            Self::Glossary => Some(Subject::Glossary(number)),
            Self::Doubts => (!doubts::all(context).is_empty()).then_some(Subject::ToVerify(number)),
            // The first edition has nothing to be compared with.
            Self::Changes => number.checked_sub(1).map(|earlier| Subject::Changes(number, earlier)),
        }
    }
}
