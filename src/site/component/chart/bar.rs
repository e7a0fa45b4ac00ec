use crate::site::view::Tally;
use serde::Serialize;

/// A horizontal bar in pieces, each with a pattern of its own; all bars are of one length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Bar {
    segments: Vec<Segment>,
}

/// A piece of a bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Segment {
    /// The pattern of the template that fills it.
    pattern: &'static str,
    /// Where it begins, of the bar.
    start: String,
    /// How long it is, of the bar.
    width: String,
}

impl Bar {
    /// The parts of a whole one after the other; nothing where there is nothing to draw.
    pub(super) fn new(parts: &[(&'static str, u64)]) -> Option<Self> {
        let sum: u64 = parts.iter().map(|(_, amount)| amount).sum();
        if sum == 0 {
            return None;
        }
        let mut segments = Vec::new();
        let mut before = 0;
        for (pattern, amount) in parts.iter().filter(|(_, amount)| *amount > 0) {
            let (from, to) = (share(before, sum), share(before + amount, sum));
            segments.push(Segment { pattern, start: percent(from), width: percent(to - from) });
            before += amount;
        }
        Some(Self { segments })
    }

    /// The shares of some processes that can be done in agile mode, whatever their number.
    pub(in crate::site) fn shares(tally: Tally) -> Option<Self> {
        Self::new(&smartability(tally))
    }
}

/// The pieces of a bar of processes.
pub(super) fn smartability(tally: Tally) -> [(&'static str, u64); 3] {
    [("si", tally.yes), ("parte", tally.partly), ("no", tally.no)]
}

/// In hundredths of a percent, so that pieces meet.
fn share(part: u64, whole: u64) -> u64 {
    part.saturating_mul(10_000) / whole.max(1)
}

fn percent(hundredths: u64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::Bar;

    #[test]
    fn pieces_meet_and_fill_the_bar() {
        let bar = Bar::new(&[("si", 1), ("parte", 0), ("no", 2)]).expect("a bar");
        let pieces: Vec<_> = bar.segments.iter().map(|s| (s.pattern, s.start.as_str(), s.width.as_str())).collect();
        assert_eq!(pieces, [("si", "0.00%", "33.33%"), ("no", "33.33%", "66.67%")]);
    }

    #[test]
    fn nothing_makes_no_bar() {
        assert_eq!(Bar::new(&[("si", 0)]), None);
    }
}
