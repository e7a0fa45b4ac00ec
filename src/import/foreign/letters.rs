//! How many letters of each kind a text has: of most texts that says at little cost that they are not near each other.

/// So many kinds of letters are told apart; the others share theirs.
const KINDS: usize = 32;
/// So many letters at most differ in texts that are near.
const MOST: usize = 3;

/// The letters of a text, counted.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    counts: [u8; KINDS],
    /// How many there are.
    pub(super) count: usize,
    first: [Option<char>; 4],
    is_ascii: bool,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut counts = [0_u8; KINDS];
        for c in text.chars() {
            if let Some(count) = counts.get_mut(u32::from(c) as usize % KINDS) {
                *count = count.saturating_add(1);
            }
        }
        let mut chars = text.chars();
        let first = [(); 4].map(|()| chars.next());
        Self { counts, count: text.chars().count(), first, is_ascii: text.is_ascii() }
    }

    /// How many letters both have, at most.
    fn shared(&self, other: &Self) -> usize {
        // 32 numbers of eight bits: their sum has no more than 16.
        let shared: u16 = self.counts.iter().zip(&other.counts).map(|(own, other)| u16::from(*own.min(other))).sum();
        usize::from(shared)
    }

    /// Whether so few letters are others that one text may be a slip of the other. Letters of other alphabets may be drawn alike.
    pub(super) fn may_be_near(&self, other: &Self) -> bool {
        if !self.is_ascii || !other.is_ascii {
            return true;
        }
        let longer = self.count.max(other.count);
        let is_near = || longer - self.shared(other).min(longer) <= MOST || longer > usize::from(u8::MAX);
        self.count.abs_diff(other.count) <= MOST && is_near()
    }

    /// How much two texts may be alike at most, by the measure of Jaro and Winkler.
    pub(super) fn may_be_alike(&self, other: &Self) -> f64 {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        if self.count.max(other.count) > usize::from(u8::MAX) || self.count.min(other.count) == 0 {
            return 1.0;
        }
        let shared = number(self.shared(other));
        let jaro = (shared / number(self.count) + shared / number(other.count) + 1.0) / 3.0;
        let begin =
            self.first.iter().zip(&other.first).take_while(|(own, other)| own.is_some() && own == other).count();
        // What is reckoned in another order may differ in the last digit.
        jaro + 0.1 * number(begin) * (1.0 - jaro) + 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_near_or_alike_is_never_left_out() {
        let words = [
            "servizi finanziari",
            "servizi finanziri",
            "servizio finanziario",
            "tributi",
            "tributi e entrate",
            "",
            "a",
            "ab",
            "messi",
            "ufficio messi",
            "perù",
            "peru",
        ];
        for one in words {
            for other in words {
                let (own, others) = (Letters::of(one), Letters::of(other));
                if crate::diagnostic::nearest(one, [other]).is_some() {
                    assert!(own.may_be_near(&others), "{one} {other}");
                }
                assert!(strsim::jaro_winkler(one, other) <= own.may_be_alike(&others), "{one} {other}");
            }
        }
        assert!(!Letters::of("servizi finanziari").may_be_near(&Letters::of("ufficio messi")));
        assert!(Letters::of("servizi finanziari").may_be_alike(&Letters::of("ufficio messi")) < 0.85);
    }
}
