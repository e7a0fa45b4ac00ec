use super::{Amount, Bound, IndicatorYear, Told, Unit, fold};

/// Whether a target was reached, where the two values tell it for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The result is what was aimed at, or on the right side of it.
    Reached,
    /// It is on the other side.
    Missed,
}

impl Outcome {
    /// What came of the target of a year; `None` where it has no result, the target does not say from which side it is a limit and the
    /// result is another, one of the two is no number, or they may be in different units.
    pub fn of(year: &IndicatorYear<'_>) -> Option<Self> {
        let (target, result) = year.target.zip(year.result)?;
        let (Some(aim), Some(measured)) = (&target.value.amount, &result.value.amount) else {
            let is_same = fold(&target.value.text) == fold(&result.value.text);
            // `60` and `60 (stima)` are not the same thing said.
            let are_texts = target.value.amount.is_none() && result.value.amount.is_none();
            return (are_texts && is_same && !fold(&target.value.text).is_empty()).then_some(Self::Reached);
        };
        let is_plain = |told: &Told<'_>| !told.value.text.contains('(');
        if !is_plain(&target) || !is_plain(&result) || !in_one_unit(&target, &result) {
            return None;
        }
        Self::between(aim, measured)
    }

    /// What a measured number makes of a target; a result that is itself a limit tells something only where all that it allows does.
    fn between(aim: &Amount, measured: &Amount) -> Option<Self> {
        let (limit, number) = (aim.number, measured.number);
        let is_same = (limit - number).abs() < f64::EPSILON;
        let told = |is_reached: bool| if is_reached { Self::Reached } else { Self::Missed };
        match (aim.bound, measured.bound) {
            (None, None) => is_same.then_some(Self::Reached),
            (Some(Bound::AtLeast), None) => Some(told(number > limit || is_same && !aim.is_strict)),
            (Some(Bound::AtMost), None) => Some(told(number < limit || is_same && !aim.is_strict)),
            (Some(Bound::AtLeast), Some(Bound::AtLeast)) if number > limit => Some(Self::Reached),
            (Some(Bound::AtLeast), Some(Bound::AtMost)) if number < limit => Some(Self::Missed),
            (Some(Bound::AtMost), Some(Bound::AtMost)) if number < limit => Some(Self::Reached),
            (Some(Bound::AtMost), Some(Bound::AtLeast)) if number > limit => Some(Self::Missed),
            _ => None,
        }
    }

    /// As readers see it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reached => "obiettivo raggiunto",
            Self::Missed => "obiettivo non raggiunto",
        }
    }

    /// What is said of the target of a year; `is_measured` if results of that year, or of a later one, are told of some indicator.
    pub fn words_of(year: &IndicatorYear<'_>, is_measured: bool) -> Option<&'static str> {
        let is_awaited = is_measured && year.target.is_some() && year.result.is_none();
        Self::of(year).map(Self::words).or_else(|| is_awaited.then_some("risultato non ancora disponibile"))
    }
}

/// Whether two values are certainly in one unit: both name it, or what each stands in does, or neither and one edition tells both.
fn in_one_unit(one: &Told<'_>, other: &Told<'_>) -> bool {
    let unit = |told: &Told<'_>| {
        let own = told.value.amount.as_ref().and_then(Amount::own_unit);
        own.or_else(|| told.unit.map(Unit::parse))
    };
    match (unit(one), unit(other)) {
        (None, None) => one.by == other.by,
        (Some(Unit::Other), Some(Unit::Other)) => words_of(one) == words_of(other),
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// The words of the unit of a value.
fn words_of(told: &Told<'_>) -> Option<String> {
    let own = told.value.amount.as_ref().and_then(|amount| amount.unit.as_deref());
    own.or(told.unit).map(fold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Measure, Spanned};
    use crate::source::Span;

    fn measure(text: &str) -> Measure {
        Measure::of(Spanned::new(text.to_owned(), Span::default()))
    }

    fn outcome(target: &str, result: &str, units: [Option<&str>; 2]) -> Option<Outcome> {
        let (target, result) = (measure(target), measure(result));
        let told = |value, unit| Some(Told { value, unit, by: None });
        Outcome::of(&IndicatorYear { target: told(&target, units[0]), result: told(&result, units[1]) })
    }

    #[test]
    fn a_target_says_from_which_side_it_is_reached() {
        use Outcome::{Missed, Reached};
        for (target, result, expected) in [
            ("≥ 1500", "1500", Some(Reached)),
            ("≥ 1500", "1.499,5", Some(Missed)),
            ("> 50", "50", Some(Missed)),
            ("più di 50", "50", Some(Missed)),
            ("non meno di 50", "50", Some(Reached)),
            ("≤ 13", "12,5", Some(Reached)),
            ("≤ 13", "14", Some(Missed)),
            ("meno di 13", "13", Some(Missed)),
            ("non superiore a 13", "13", Some(Reached)),
            ("almeno 10", "< 3", Some(Missed)),
            ("almeno 2", "< 3", None),
            ("≤ 13", "≤ 12", Some(Reached)),
            // Nothing says whether more is better.
            ("50", "60", None),
            ("50", "40", None),
            ("50", "50", Some(Reached)),
            ("sì", "Sì", Some(Reached)),
            ("sì", "in parte", None),
            ("≥ 50", "sì", None),
            ("≥ 50", "60 (stima)", None),
        ] {
            assert_eq!(outcome(target, result, [None, None]), expected, "{target}, {result}");
        }
    }

    #[test]
    fn values_in_different_units_tell_nothing() {
        assert_eq!(outcome("≥ 50", "60", [Some("%"), Some("n.")]), None);
        assert_eq!(outcome("≥ 50%", "60", [None, None]), None);
        assert_eq!(outcome("≥ 50", "60", [Some("giornate"), Some("giorni")]), Some(Outcome::Reached));
        assert_eq!(outcome("≥ 50 punti", "60", [None, Some("punti")]), Some(Outcome::Reached));
        assert_eq!(outcome("≥ 50", "60", [Some("milioni di euro"), Some("migliaia di euro")]), None);
    }

    #[test]
    fn without_a_result_nothing_came_of_it() {
        let target = measure("≥ 50");
        let year = IndicatorYear { target: Some(Told { value: &target, unit: None, by: None }), result: None };
        assert_eq!(Outcome::of(&year), None);
    }
}
