use super::Composed;
use crate::routes::PrintPage;
use crate::site::component::chapter_link::ChapterLinks;
use crate::site::component::prose::Prose;
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::site::view::Link;
use crate::trouble::Trouble;
use serde::Serialize;

/// A narrative chapter.
#[derive(Debug, Serialize)]
struct ChapterPage<'s> {
    number: Option<String>,
    title: String,
    prose: Prose<'s>,
    /// What the office accepted in writing.
    accepted: &'s [String],
    /// Every chapter, this one included.
    chapters: Vec<Link>,
    /// Which of them this is.
    here: usize,
    previous: Option<Link>,
    next: Option<Link>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>, row: usize, up: &str) -> Result<Composed<'s>, Trouble> {
    let chapter = &context.edition.chapters[row];
    let prose = Prose::of(context, context.chapters[row], &ChapterLinks::apart(context, up, row), 0);
    let count = context.edition.chapters.len();
    let page = ChapterPage {
        number: chapter.number.as_ref().map(|number| number.value.clone()),
        title: chapter.title.value.clone(),
        prose,
        accepted: &chapter.accepted,
        chapters: (0..count).map(|row| context.chapter_link(row)).collect(),
        here: row,
        previous: row.checked_sub(1).map(|row| context.chapter_link(row)),
        next: (row + 1 < count).then(|| context.chapter_link(row + 1)),
    };
    let meta = PageMeta {
        title: context.chapter_link(row).name,
        description: format!("{}. Un capitolo del documento «{}».", chapter.title.value, context.edition.title.value),
        section: "documento",
        print: Some(PrintPage::Annex.page_path()),
        ..PageMeta::default()
    };
    Ok((meta, Box::new(page), "capitolo.html"))
}
