use super::{Read, number, states_nothing};

/// What the numbers of a column of shares are parts of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Whole {
    /// Of one hundred: `40`.
    Hundred,
    /// Of one: `0,4`.
    One,
    /// Of either: a 1 alone is not understood.
    #[default]
    Unclear,
}

/// Why a 1 is not understood.
pub(super) const ALL_OR_HUNDREDTH: &str = "1 può essere tutto (100%) o l'uno per cento";

/// What the numbers among these texts are parts of.
pub(in super::super) fn whole<'t>(texts: impl Iterator<Item = &'t str>) -> Whole {
    let (mut has_part, mut has_more) = (false, false);
    for number in texts.filter_map(number::parse) {
        has_part |= number > 0.0 && number < 1.0;
        has_more |= number > 1.0;
    }
    match (has_part, has_more) {
        (true, false) => Whole::One,
        (false, true) => Whole::Hundred,
        _ => Whole::Unclear,
    }
}

/// A share in hundredths, of a column whose numbers are parts of `whole`.
pub(in super::super) fn read(text: &str, whole: Whole) -> Read<f64> {
    if states_nothing(text) {
        return Read::Blank;
    }
    let is_one = |number: f64| (number - 1.0).abs() < f64::EPSILON;
    let read = match (number::percentage(text), number::parse(text)) {
        (Some(share), _) => Read::Sure(share),
        (None, Some(number)) if is_one(number) => match whole {
            Whole::Hundred => Read::Sure(1.0),
            Whole::One => Read::Sure(100.0),
            Whole::Unclear => Read::Doubtful(100.0, ALL_OR_HUNDREDTH.to_owned()),
        },
        (None, Some(number)) => Read::Sure(if number < 1.0 { number * 100.0 } else { number }),
        (None, None) => Read::Not(String::new()),
    };
    match read {
        Read::Sure(share) | Read::Doubtful(share, _) if (0.0..=100.0).contains(&share) => {
            read.map(|share| (share * 1e6).round() / 1e6)
        }
        _ => Read::Not("non è una percentuale fra 0 e 100".to_owned()),
    }
}
