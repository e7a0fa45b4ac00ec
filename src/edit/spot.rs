/// A place in a text that grows: a byte of the text as it was read, or one of a new text that goes in there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// The byte of the text as it was read; of a new text the one at which it goes in.
    byte: usize,
    /// The number of the new text, counted from 1 in the order in which they will stand; 0 = of the text as it was read.
    slot: usize,
    /// The byte of the new text.
    within: usize,
}

impl From<usize> for Spot {
    fn from(byte: usize) -> Self {
        Self { byte, slot: 0, within: 0 }
    }
}

impl Spot {
    /// A byte of a new text.
    pub(super) fn new(byte: usize, slot: usize, within: usize) -> Self {
        Self { byte, slot, within }
    }

    /// The byte that stands so many bytes further on in the same text.
    pub(super) fn further(self, bytes: usize) -> Self {
        if self.slot == 0 {
            Self { byte: self.byte + bytes, ..self }
        } else {
            Self { within: self.within + bytes, ..self }
        }
    }
}

/// How far new texts move what stands after them: the sums of their lengths, kept so that each is found and changed in few steps.
#[derive(Clone, Debug, Default)]
pub(super) struct Shifts {
    /// Where the texts go in, in the order in which they will stand.
    points: Vec<usize>,
    /// A tree of sums (Fenwick): each holds those of the texts that its lowest bit spans.
    sums: Vec<usize>,
}

impl Shifts {
    /// Texts that go in at these bytes, in order; none has a length yet.
    pub(super) fn new(points: Vec<usize>) -> Self {
        let sums = vec![0; points.len() + 1];
        Self { points, sums }
    }

    /// Puts the text of a slot in.
    pub(super) fn grow(&mut self, slot: usize, length: usize) {
        let mut at = slot;
        while let Some(sum) = self.sums.get_mut(at).filter(|_| at > 0) {
            *sum += length;
            at += at & at.wrapping_neg();
        }
    }

    /// How long the first texts are together.
    fn sum(&self, texts: usize) -> usize {
        let (mut at, mut sum) = (texts, 0);
        while at > 0 {
            sum += self.sums.get(at).copied().unwrap_or_default();
            at -= at & at.wrapping_neg();
        }
        sum
    }

    /// The byte at which a spot stands now.
    pub(super) fn now(&self, spot: Spot) -> usize {
        let before = match spot.slot {
            0 => self.points.partition_point(|point| *point < spot.byte),
            new => new - 1,
        };
        spot.byte + self.sum(before) + spot.within
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_after_new_texts_moves() {
        let mut shifts = Shifts::new(vec![10, 10, 20]);
        let spots = [Spot::from(5), Spot::new(10, 1, 3), Spot::new(10, 2, 3), Spot::from(15), Spot::new(20, 3, 0)];
        assert!(spots.is_sorted());
        assert_eq!(spots.map(|spot| shifts.now(spot)), [5, 13, 13, 15, 20]);
        shifts.grow(2, 7);
        assert_eq!(spots.map(|spot| shifts.now(spot)), [5, 13, 13, 22, 27]);
        shifts.grow(1, 100);
        shifts.grow(3, 1000);
        assert_eq!(spots.map(|spot| shifts.now(spot)), [5, 13, 113, 122, 127]);
        assert_eq!(shifts.now(Spot::from(30)), 1137);
        assert_eq!(Spot::from(5).further(2), Spot::from(7));
        assert_eq!(Spot::new(10, 2, 3).further(2), Spot::new(10, 2, 5));
    }
}
