/// A number as Italian offices write it: `1.204`, `35,5`, `1 204`, `0.5`.
///
/// A point before exactly three digits parts thousands, unless the number begins with zero.
pub(in super::super) fn parse(text: &str) -> Option<f64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    let (sign, digits) = match compact.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, compact.strip_prefix('+').unwrap_or(&compact)),
    };
    let turned = english(digits);
    let digits = turned.as_deref().unwrap_or(digits);
    let (whole, fraction) = match (digits.split_once(','), digits.rsplit_once('.')) {
        (Some((whole, fraction)), _) => (without_thousands(whole)?, fraction),
        (None, Some((whole, fraction))) if !is_thousands(digits) => (whole.to_owned(), fraction),
        (None, _) => (without_thousands(digits)?, ""),
    };
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(&whole) || !all_digits(fraction) || (digits.ends_with([',', '.'])) {
        return None;
    }
    format!("{whole}.{fraction}0").parse::<f64>().ok().map(|number| sign * number)
}

/// A number that can only be English as Italians write it: `1,234.5` and `1,234,567`, but not `1,234`.
fn english(digits: &str) -> Option<String> {
    let (whole, fraction) = digits.rsplit_once('.').unwrap_or((digits, ""));
    let commas = whole.matches(',').count();
    let is_english = commas > 0 && (commas > 1 || digits.len() > whole.len()) && !fraction.contains(',');
    let turned = |text: &str| text.replace(',', ".");
    (is_english && is_thousands(&turned(whole))).then(|| {
        let fraction = if fraction.is_empty() { String::new() } else { format!(",{fraction}") };
        turned(whole) + &fraction
    })
}

/// A share in hundredths: `80%`, `100 %`, `33,3 per cento`.
pub(in super::super) fn percentage(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    let number =
        text.strip_suffix('%').or_else(|| text.strip_suffix("per cento")).or_else(|| text.strip_prefix('%'))?;
    parse(number.trim())
}

fn is_thousands(digits: &str) -> bool {
    let mut groups = digits.split('.');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

fn without_thousands(digits: &str) -> Option<String> {
    if !digits.contains('.') {
        return Some(digits.to_owned());
    }
    is_thousands(digits).then(|| digits.replace('.', ""))
}
