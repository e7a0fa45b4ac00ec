use roxmltree::Node;

/// Width and height of a drawing where it declares both, else those of its view box, else a square.
pub(super) fn of(root: Node<'_, '_>) -> (u64, u64) {
    let declared = |name| root.attribute(name).and_then(length);
    declared("width").zip(declared("height")).or_else(|| view_box(root.attribute("viewBox")?)).unwrap_or((1, 1))
}

fn view_box(text: &str) -> Option<(u64, u64)> {
    let mut numbers = text.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).skip(2);
    Some((length(numbers.next()?)?, length(numbers.next()?)?))
}

/// A length in pixels, in thousandths; `None` for other units, whose size depends on where the drawing stands.
fn length(text: &str) -> Option<u64> {
    let text = text.trim();
    let number = text.strip_suffix("px").unwrap_or(text);
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 9 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    format!("{whole}{part}").parse().ok().filter(|length| *length > 0)
}
