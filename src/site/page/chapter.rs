use super::Composed;
use crate::narrative::Manuscript;
use crate::site::chapter_link::ChapterLinks;
use crate::site::frame::Frame;
use crate::site::prose::Prose;
use crate::site::value;
use crate::site::view::Link;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;
use tera::Value;

/// A narrative chapter.
#[derive(Debug, Serialize)]
struct ChapterPage {
    number: Option<String>,
    title: String,
    prose: Value,
    /// Every chapter, this one included.
    chapters: Vec<Link>,
    /// Which of them this is.
    here: usize,
    previous: Option<Link>,
    next: Option<Link>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>, row: usize, up: &str) -> Result<Composed<'s>, Trouble> {
    let chapter = &volume.edition.chapters[row];
    let empty = Manuscript::default();
    let manuscript = volume.manuscripts.get(row).unwrap_or(&empty);
    let prose = Prose::of(volume, manuscript, &ChapterLinks::apart(volume, up), 0)?;
    let count = volume.edition.chapters.len();
    let page = ChapterPage {
        number: chapter.number.as_ref().map(|number| number.value.clone()),
        title: chapter.title.value.clone(),
        prose: prose.value()?,
        chapters: (0..count).map(|row| volume.chapter_link(row)).collect(),
        here: row,
        previous: row.checked_sub(1).map(|row| volume.chapter_link(row)),
        next: (row + 1 < count).then(|| volume.chapter_link(row + 1)),
    };
    let frame = Frame {
        title: volume.chapter_link(row).name,
        description: format!("{}. Un capitolo del documento «{}».", chapter.title.value, volume.edition.title.value),
        section: "documento",
        print: Some("stampa/allegato/index.html".to_owned()),
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "capitolo.html"))
}
