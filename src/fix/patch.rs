use std::ops::Range;

/// A text that is being corrected, and the places that were corrected.
#[derive(Clone, Debug)]
pub(super) struct Patched {
    text: String,
    /// Ranges of the text as it is now, in order.
    touched: Vec<Range<usize>>,
}

/// One replacement in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    /// The bytes that go.
    pub(super) range: Range<usize>,
    /// The new text.
    pub(super) replacement: String,
}

impl Patched {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), touched: Vec::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether a place of the text was corrected.
    pub(super) fn is_touched(&self, place: &Range<usize>) -> bool {
        self.touched.iter().any(|own| own.start <= place.end && place.start <= own.end)
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// How many places were corrected; a place that was corrected twice is one.
    pub(super) fn places(&self) -> usize {
        self.touched.len()
    }

    /// Applies replacements in the order of their places; of two that overlap only the first.
    pub(super) fn apply(&mut self, mut patches: Vec<Patch>) {
        patches.sort_by_key(|patch| (patch.range.start, patch.range.end));
        let mut chosen: Vec<Patch> = Vec::with_capacity(patches.len());
        for patch in patches {
            let free =
                chosen.last().is_none_or(|last| last.range.end <= patch.range.start && last.range != patch.range);
            if free && self.text.get(patch.range.clone()).is_some_and(|old| old != patch.replacement) {
                chosen.push(patch);
            }
        }
        // From the last, so that the offsets of the others stay valid.
        for patch in chosen.into_iter().rev() {
            self.text.replace_range(patch.range.clone(), &patch.replacement);
            self.touch(&patch);
        }
    }

    fn touch(&mut self, patch: &Patch) {
        let Range { start, end } = patch.range;
        let moved = |at: usize| at - end + start + patch.replacement.len();
        let mut whole = start..start + patch.replacement.len();
        let mut kept = Vec::with_capacity(self.touched.len() + 1);
        for place in self.touched.drain(..) {
            if place.end < start {
                kept.push(place);
            } else if place.start > end {
                kept.push(moved(place.start)..moved(place.end));
            } else {
                whole.start = whole.start.min(place.start);
                whole.end = whole.end.max(if place.end > end { moved(place.end) } else { 0 });
            }
        }
        kept.push(whole);
        kept.sort_by_key(|place| place.start);
        self.touched = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(range: Range<usize>, replacement: &str) -> Patch {
        Patch { range, replacement: replacement.to_owned() }
    }

    #[test]
    fn of_two_that_overlap_the_first_is_applied() {
        let mut text = Patched::new("abcdef");
        text.apply(vec![patch(3..5, "XYZ"), patch(0..2, "Q"), patch(1..4, "no"), patch(0..2, "R")]);
        assert_eq!(text.text(), "QcXYZf");
        assert_eq!(text.places(), 2);
    }

    #[test]
    fn a_place_corrected_twice_counts_once() {
        let mut text = Patched::new("a: Avocatura, b: Sì");
        text.apply(vec![patch(3..12, "avocatura"), patch(17..20, "si")]);
        text.apply(vec![patch(3..12, "avvocatura")]);
        assert_eq!(text.text(), "a: avvocatura, b: si");
        assert_eq!(text.places(), 2);
    }
}
