use crate::model::Chapter;

/// The deepest level of a chapter: its sections need some below it.
const DEEPEST: u8 = 3;

/// The levels of chapters, as their numbers say them: 3.1 stands below 3, where there is a 3.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The chapters so far that the next may stand below: number and level.
    above: Vec<(String, u8)>,
    /// The heading without text that was said last.
    part: Option<String>,
}

/// A heading that has no text of its own.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PartHeading {
    pub(super) number: Option<String>,
    pub(super) title: String,
    pub(super) level: u8,
}

impl Levels {
    /// The level of the next chapter, after the heading that it begins.
    pub(super) fn next(&mut self, chapter: &Chapter) -> (Option<PartHeading>, u8) {
        let number = chapter.number.as_ref().map(|number| plain(&number.value));
        let part = chapter.part.as_ref().map(|part| part.value.clone());
        let begins = part.clone().filter(|part| self.part.as_ref() != Some(part));
        let heading = begins.map(|title| {
            let number = number.as_deref().and_then(|number| Some(number.rsplit_once('.')?.0.to_owned()));
            let level = self.below(number.as_deref()).min(DEEPEST - 1);
            self.above.extend(number.clone().map(|number| (number, level)));
            PartHeading { number, title, level }
        });
        let lowest = if part.is_some() { 2 } else { 1 };
        self.part = part;
        let level = self.below(number.as_deref()).clamp(lowest, DEEPEST);
        self.above.extend(number.map(|number| (number, level)));
        (heading, level)
    }

    /// One level below the nearest chapter whose number this one continues.
    fn below(&self, number: Option<&str>) -> u8 {
        let continues = |above: &str| {
            number.and_then(|number| number.strip_prefix(above)).is_some_and(|rest| rest.starts_with('.'))
        };
        let nearest = self.above.iter().filter(|(above, _)| continues(above)).max_by_key(|(above, _)| above.len());
        nearest.map_or(1, |(_, level)| level + 1)
    }
}

/// A number without the full stop that may end it.
fn plain(number: &str) -> String {
    number.trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::model::Spanned;
    use std::path::Path;

    /// The levels of the real chapters under other numbers and parts.
    fn levels(named: &[(&str, &str)]) -> Vec<(Option<(String, u8)>, u8)> {
        let loaded = load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is an administration's");
        let mut edition = loaded.annex.editions.into_iter().next().expect("it has an edition");
        let mut levels = Levels::default();
        let text = |text: &str, like: &crate::model::Text| {
            (!text.is_empty()).then(|| Spanned::new(text.to_owned(), like.span))
        };
        let chapters = edition.chapters.iter_mut().zip(named);
        chapters
            .map(|(chapter, (number, part))| {
                chapter.number = text(number, &chapter.title);
                chapter.part = text(part, &chapter.title);
                let (heading, level) = levels.next(chapter);
                let said = |heading: PartHeading| {
                    (format!("{} {}", heading.number.unwrap_or_default(), heading.title), heading.level)
                };
                (heading.map(said), level)
            })
            .collect()
    }

    fn plainly(named: &[&str]) -> Vec<u8> {
        let named: Vec<_> = named.iter().map(|number| (*number, "")).collect();
        levels(&named).into_iter().map(|(_, level)| level).collect()
    }

    #[test]
    fn a_chapter_stands_below_the_one_whose_number_it_continues() {
        assert_eq!(plainly(&["1", "2", "2.1", "2.1.1", "3"]), [1, 1, 2, 3, 1]);
        assert_eq!(plainly(&["4.", "4.1.", "4.1.1.1", "40", "40.1"]), [1, 2, 3, 1, 2]);
        assert_eq!(plainly(&["III", "III.2", "", "IV"]), [1, 2, 1, 1]);
    }

    #[test]
    fn a_chapter_with_nothing_above_it_is_one_of_the_first_level() {
        assert_eq!(plainly(&["1", "3.1", "3.2", "4"]), [1, 1, 1, 1]);
    }

    #[test]
    fn a_heading_without_text_is_said_once() {
        let heading = |text: &str, level| Some((text.to_owned(), level));
        assert_eq!(
            levels(&[("2", ""), ("3.1", "Modi"), ("3.2", "Modi"), ("4", ""), ("", "Altro"), ("", "Altro")]),
            [(None, 1), (heading("3 Modi", 1), 2), (None, 2), (None, 1), (heading(" Altro", 1), 2), (None, 2)]
        );
    }
}
