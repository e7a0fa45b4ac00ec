/// Signs that stand between groups of three digits, besides the point.
const BETWEEN_GROUPS: [char; 6] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];

/// Reads a number as Italian offices write it: `1250`, `1.250`, `1 250`, `35,5`, `35.5`.
///
/// One to three digits followed by a point and exactly three more are thousands: so every Italian reader takes them.
pub(super) fn parse(text: &str) -> Option<f64> {
    let (whole, decimals) = match text.split_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => match text.split_once('.') {
            Some((whole, rest)) if !is_grouped(text, '.') => (whole, rest),
            _ => (text, ""),
        },
    };
    let separator = whole.chars().find(|c| *c == '.' || BETWEEN_GROUPS.contains(c));
    if separator.is_some_and(|separator| !is_grouped(whole, separator)) {
        return None;
    }
    if whole.chars().any(|c| !c.is_ascii_digit() && Some(c) != separator) {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let is_plain = !digits.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    let is_ended = !text.ends_with([',', '.']);
    format!("{digits}.{decimals}0").parse().ok().filter(|number: &f64| is_plain && is_ended && number.is_finite())
}

/// Whether a text is made of groups of three digits, the first one shorter perhaps and not of a nought alone.
fn is_grouped(text: &str, separator: char) -> bool {
    let mut groups = text.split(separator);
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && is_digits(group) && group != "0");
    let mut rest = groups.peekable();
    first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && is_digits(group))
}

/// A number as Italian readers write it, with a point between its thousands: `1.250`, `35,5`.
pub(super) fn grouped(number: f64) -> String {
    let written = number.abs().to_string();
    let (whole, decimals) = written.split_once('.').map_or((written.as_str(), None), |(w, d)| (w, Some(d)));
    let sign = if number < 0.0 { "−" } else { "" };
    let mut shown = format!("{sign}{}", with_points(whole));
    if let Some(decimals) = decimals {
        shown.extend([",", decimals]);
    }
    shown
}

/// How many, as Italian readers write it: `1.250`.
pub fn grouped_count(count: u64) -> String {
    with_points(&count.to_string())
}

fn with_points(digits: &str) -> String {
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{grouped, parse};

    #[test]
    fn numbers_are_read_as_offices_write_them() {
        for (text, number) in [
            ("1250", 1250.0),
            ("1.250", 1250.0),
            ("1 250", 1250.0),
            ("1.250.000", 1_250_000.0),
            ("1.250,5", 1250.5),
            ("35,5", 35.5),
            ("35.5", 35.5),
            ("0.125", 0.125),
            ("0,125", 0.125),
            ("12.34", 12.34),
            ("0", 0.0),
        ] {
            assert_eq!(parse(text), Some(number), "{text}");
        }
        for text in ["", ",", ",5", "5,", "5.", "1.25.0", "1,250,000", "30.06.2026", "12 34", "x", "1-2"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn thousands_have_a_point() {
        for (number, text) in
            [(0.0, "0"), (999.0, "999"), (1250.0, "1.250"), (1_234_567.5, "1.234.567,5"), (-35.5, "−35,5")]
        {
            assert_eq!(grouped(number), text);
        }
    }
}
