use super::numeral::{self, grouped};
use super::{Text, Unit, fold};

/// A value of an indicator: the text that was written, and the amount that it says, where it says one.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// What was written.
    pub text: Text,
    /// The number in it; `None` of a text that is no number, such as `sì` or `30-40`.
    pub amount: Option<Amount>,
}

/// A number, perhaps with a sign before it and a unit after it: `≥ 1500`, `35%`, `almeno 20 ore`.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What the sign says of the number.
    pub bound: Option<Bound>,
    /// Whether the sign leaves the number itself out: `>`, `meno di`.
    pub is_strict: bool,
    /// The number.
    pub number: f64,
    /// The words after it.
    pub unit: Option<String>,
}

/// From which side a number is a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// So many or more: `≥`, `>`, `almeno`.
    AtLeast,
    /// So many or fewer: `≤`, `<`, `al massimo`.
    AtMost,
}

/// Signs and words before a number, and whether they leave it out; longer ones first where one begins another.
const BOUNDS: [(&str, Bound, bool); 22] = [
    (">=", Bound::AtLeast, false),
    ("=>", Bound::AtLeast, false),
    ("≥", Bound::AtLeast, false),
    (">", Bound::AtLeast, true),
    ("<=", Bound::AtMost, false),
    ("=<", Bound::AtMost, false),
    ("≤", Bound::AtMost, false),
    ("<", Bound::AtMost, true),
    ("almeno", Bound::AtLeast, false),
    ("non meno di", Bound::AtLeast, false),
    ("non inferiore a", Bound::AtLeast, false),
    ("minimo", Bound::AtLeast, false),
    ("più di", Bound::AtLeast, true),
    ("oltre", Bound::AtLeast, true),
    ("superiore a", Bound::AtLeast, true),
    ("al massimo", Bound::AtMost, false),
    ("massimo", Bound::AtMost, false),
    ("non più di", Bound::AtMost, false),
    ("non oltre", Bound::AtMost, false),
    ("fino a", Bound::AtMost, false),
    ("meno di", Bound::AtMost, true),
    ("non superiore a", Bound::AtMost, false),
];

impl Measure {
    /// The value that a text is.
    pub fn of(text: Text) -> Self {
        let amount = Amount::parse(&text);
        Self { text, amount }
    }

    /// As readers see it beside its unit: numbers in the Italian form, `1.250`, `≥ 1.500`, `35,5 %`; what stands around them, and any
    /// other text, as it was written.
    pub fn shown(&self, unit: Option<&str>) -> String {
        let Some(amount) = &self.amount else { return self.text.value.clone() };
        let text = self.text.value.trim();
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        let (before, rest) = text.split_at(start);
        let end = rest.find(|c| !Amount::is_of_number(c)).unwrap_or(rest.len());
        let after = &rest[rest[..end].trim_end().len()..];
        let before = if amount.number < 0.0 { before.replace('-', "−") } else { before.to_owned() };
        let is_percent = amount.unit.is_none() && unit.is_some_and(|unit| unit.trim() == "%");
        let percent = if is_percent { "\u{a0}%" } else { "" };
        format!("{before}{}{percent}{after}", grouped(amount.number.abs()))
    }

    /// Whether it is a number and nothing else.
    pub fn bare_number(&self) -> Option<f64> {
        let amount = self.amount.as_ref()?;
        (amount.bound.is_none() && amount.unit.is_none()).then_some(amount.number)
    }
}

impl Amount {
    /// Reads a number with what may stand around it; `None` where the text says something else, or more.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, rest) = Bound::before(text.trim());
        let (bound, is_strict) = sign.map_or((None, false), |(bound, is_strict)| (Some(bound), is_strict));
        let unsigned = rest.strip_prefix(['-', '−']);
        let rest = unsigned.unwrap_or_else(|| rest.strip_prefix('+').unwrap_or(rest)).trim_start();
        let end = rest.find(|c| !Self::is_of_number(c)).unwrap_or(rest.len());
        let (digits, words) = rest.split_at(end);
        let number = numeral::parse(digits.trim_end())?;
        let unit = Some(Self::unit(words)?).filter(|unit| !unit.is_empty()).map(str::to_owned);
        Some(Self { bound, is_strict, number: if unsigned.is_some() { -number } else { number }, unit })
    }

    /// Whether a letter can stand in a number.
    fn is_of_number(c: char) -> bool {
        c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’') || c.is_whitespace()
    }

    /// The words after the number, where they are nothing or a unit; `None` where they make it something else, such as a range or a day.
    fn unit(words: &str) -> Option<&str> {
        // A remark in brackets is no unit.
        let bare = words.split('(').next().unwrap_or_default().trim();
        let is_unit = bare.starts_with(|c: char| c.is_alphabetic() || matches!(c, '%' | '€' | '°'));
        let mut before = None;
        let has_number = bare.chars().any(|c| {
            let alone = c.is_ascii_digit() && !before.is_some_and(char::is_alphanumeric);
            before = Some(c);
            alone
        });
        (bare.is_empty() || is_unit && !has_number).then_some(bare)
    }

    /// Its unit, where it has one.
    pub fn own_unit(&self) -> Option<Unit> {
        self.unit.as_deref().map(Unit::parse)
    }
}

impl Bound {
    /// The sign or the words before a number, and what follows.
    fn before(text: &str) -> (Option<(Self, bool)>, &str) {
        for (words, bound, is_strict) in BOUNDS {
            let end = words.chars().count();
            let at = text.char_indices().nth(end).map_or(text.len(), |(at, _)| at);
            let (start, rest) = text.split_at(at);
            let is_sign = !words.starts_with(char::is_alphabetic);
            if (start == words || !is_sign && fold(start) == fold(words)) && (is_sign || !starts_with_letter(rest)) {
                return (Some((bound, is_strict)), rest.trim_start());
            }
        }
        (None, text.strip_prefix('=').unwrap_or(text).trim_start())
    }
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Spanned;
    use crate::source::Span;

    fn amount(text: &str) -> Option<(Option<Bound>, f64, Option<String>)> {
        Amount::parse(text).map(|amount| (amount.bound, amount.number, amount.unit))
    }

    #[test]
    fn a_number_may_have_a_sign_and_a_unit() {
        let unit = |text: &str| Some(text.to_owned());
        for (text, expected) in [
            ("1250", (None, 1250.0, None)),
            ("≥ 1500", (Some(Bound::AtLeast), 1500.0, None)),
            (">=1.500", (Some(Bound::AtLeast), 1500.0, None)),
            ("Almeno 20 ore", (Some(Bound::AtLeast), 20.0, unit("ore"))),
            ("al massimo 3", (Some(Bound::AtMost), 3.0, None)),
            ("< 3", (Some(Bound::AtMost), 3.0, None)),
            ("35%", (None, 35.0, unit("%"))),
            ("35,5 %", (None, 35.5, unit("%"))),
            ("1500 €", (None, 1500.0, unit("€"))),
            ("-5", (None, -5.0, None)),
            ("+5%", (None, 5.0, unit("%"))),
            ("12 (stima)", (None, 12.0, None)),
            ("40 m2", (None, 40.0, unit("m2"))),
            ("1 500 postazioni", (None, 1500.0, unit("postazioni"))),
        ] {
            assert_eq!(amount(text), Some(expected), "{text}");
        }
        for text in ["", "sì", "30-40", "3/4", "2026-06-30", "30/06/2026", "3 su 10", "entro il 2026", "n.d.", "almeno"]
        {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_in_the_italian_form_and_texts_as_written() {
        let shown = |text: &str, unit| Measure::of(Spanned::new(text.to_owned(), Span::default())).shown(unit);
        assert_eq!(shown("1250", Some("n.")), "1.250");
        assert_eq!(shown("35.5", Some("%")), "35,5\u{a0}%");
        assert_eq!(shown("≥ 35", Some("%")), "≥ 35\u{a0}%");
        assert_eq!(shown("35%", Some("%")), "35%");
        assert_eq!(shown("≥ 1500", None), "≥ 1.500");
        assert_eq!(shown("al massimo 44000", Some("€")), "al massimo 44.000");
        assert_eq!(shown("1500 €", Some("€")), "1.500 €");
        assert_eq!(shown("1500 (stima)", None), "1.500 (stima)");
        assert_eq!(shown("12 (stima)", Some("%")), "12\u{a0}% (stima)");
        assert_eq!(shown("-1250", None), "−1.250");
        assert_eq!(shown("40 m2", None), "40 m2");
        assert_eq!(shown("sì", None), "sì");
    }
}
