use crate::docx::Shown;
use crate::paper::{self, Materials};
use crate::picture::{Format, Picture};
use std::collections::HashMap;
use std::fmt;

/// How tall the coat of arms is, in points.
const EMBLEM: u64 = 78;
/// How wide a picture is at most, in points.
const WIDEST: u64 = 450;

/// How the name of a picture ends in a document; `None` of the kinds that Word does not show for sure.
pub(super) fn ending(picture: &Picture) -> Option<&'static str> {
    match picture.format() {
        Format::Png => Some("png"),
        Format::Jpeg => Some("jpg"),
        _ => None,
    }
}

/// The pictures of a document: those that Word shows, which knows neither drawings nor WebP for sure.
pub(super) struct Pictures<'m> {
    materials: &'m Materials<'m>,
    /// The bytes of those that are shown.
    pub(super) files: Vec<(&'static str, Vec<u8>)>,
    /// Their numbers, by their paths.
    numbers: HashMap<String, usize>,
}

impl fmt::Debug for Pictures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pictures").field("numbers", &self.numbers).finish_non_exhaustive()
    }
}

impl<'m> Pictures<'m> {
    pub(super) fn of(materials: &'m Materials<'m>) -> Self {
        Self { materials, files: Vec::new(), numbers: HashMap::new() }
    }

    /// The coat of arms.
    pub(super) fn emblem(&mut self, text: String) -> Option<Shown> {
        let picture = self.materials.coat_of_arms?;
        let (width, height) = picture.natural();
        let width = (EMBLEM * width / height.max(1)).clamp(1, WIDEST);
        Some(Shown { picture: self.number(picture)?, width, height: EMBLEM, text })
    }

    /// A picture of a chapter.
    pub(super) fn shown(&mut self, shown: &paper::Picture) -> Option<Shown> {
        let picture = self.materials.album.get(&shown.file)?;
        let (natural, height) = picture.natural();
        let width = shown.width.clamp(1, WIDEST);
        let height = (height * width / natural.max(1)).max(1);
        Some(Shown { picture: self.number(picture)?, width, height, text: shown.text.clone() })
    }

    fn number(&mut self, picture: &Picture) -> Option<usize> {
        let ending = ending(picture)?;
        if let Some(number) = self.numbers.get(picture.path()) {
            return Some(*number);
        }
        self.files.push((ending, picture.bytes().to_vec()));
        self.numbers.insert(picture.path().to_owned(), self.files.len() - 1);
        Some(self.files.len() - 1)
    }
}
