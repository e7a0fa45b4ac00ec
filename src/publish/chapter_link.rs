use super::read_annex::ReadAnnex;
use crate::routes::{Destination, Origin, Routes, folder};
use crate::source::Span;

/// A link of a chapter that leads to a page of its own edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterLink {
    /// The number of the chapter in its edition.
    pub chapter: usize,
    /// Where its destination is written.
    pub span: Span,
    /// The page, from the folder of the edition: `processi/a-1/`.
    pub page: String,
}

impl ChapterLink {
    /// The links of the chapters of an edition, by its number; those that an expression makes are left out.
    pub(super) fn all(read: &ReadAnnex, number: usize) -> Vec<Self> {
        let annex = &read.loaded.annex;
        let (Some(edition), Some(chapters)) = (annex.editions.get(number), read.chapters.get(number)) else {
            return Vec::new();
        };
        let routes = Routes::of(annex);
        let mut all = Vec::new();
        for (chapter, (own, expanded)) in edition.chapters.iter().zip(chapters).enumerate() {
            let origin = Origin { edition: number, chapter };
            all.extend(expanded.written().links().into_iter().filter_map(|link| {
                let written = link.written.as_ref()?;
                let (Destination::Page { page, .. } | Destination::Chapter { page, .. }) =
                    routes.resolve(&link.target, origin).ok()?
                else {
                    return None;
                };
                let page = edition.id.below(folder(&page.path))?.to_owned();
                Some(Self { chapter, span: own.body.span.part(written.start, written.end), page })
            }));
        }
        all
    }
}
