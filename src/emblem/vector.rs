use crate::trouble::Trouble;

/// The opening tag of the drawing, without `<svg` and `>`; nothing where the bytes are no SVG.
pub(super) fn opening(bytes: &[u8]) -> Option<&str> {
    let mut rest = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
    // What may stand before the drawing: declaration, comments, document type.
    loop {
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<!DOCTYPE") && !rest.split('>').next()?.contains('[') => ">",
            _ => break,
        };
        rest = rest.split_once(end)?.1.trim_start();
    }
    let tag = rest.strip_prefix("<svg")?;
    tag.starts_with(|c: char| c.is_whitespace() || c == '>').then(|| tag.split('>').next())?
}

/// The shape of a drawing: its width and height where it has both, else those of its view box, else a square.
///
/// # Errors
///
/// When it holds a program: shown in a page it would not run, but opened alone it would.
pub(super) fn shape(bytes: &[u8], what: &str) -> Result<(u64, u64), Trouble> {
    if is_active(&String::from_utf8_lossy(bytes)) {
        return Err(Trouble::new(
            format!("{what} contiene un programma"),
            "salvare il disegno come SVG semplice, senza script e senza elementi interattivi",
        ));
    }
    let tag = opening(bytes).unwrap_or_default();
    let own = attribute(tag, "width").and_then(length).zip(attribute(tag, "height").and_then(length));
    Ok(own.or_else(|| view_box(attribute(tag, "viewBox")?)).unwrap_or((1, 1)))
}

fn is_active(drawing: &str) -> bool {
    let drawing = drawing.to_ascii_lowercase();
    let named = ["<script", "<foreignobject", "javascript:", ":script"].iter().any(|word| drawing.contains(word));
    // Attributes such as onload="…".
    let mut before_values: Vec<&str> = drawing.split('=').collect();
    before_values.pop();
    let handled = before_values.into_iter().any(|before| {
        let apart = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '/');
        let name = before.trim_end().rsplit(apart).next().unwrap_or_default();
        name.len() > 3 && name.starts_with("on") && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    // An address written in character references could hide a program.
    let hidden = drawing.split("href").skip(1).any(|after| {
        let value = after.trim_start().strip_prefix('=').map(str::trim_start).unwrap_or_default();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        quote.is_some_and(|quote| value[1..].split(quote).next().unwrap_or_default().contains("&#"))
    });
    named || handled || hidden
}

/// The value of an attribute of the opening tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some((key, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, following) = after[1..].split_once(quote)?;
        if key.trim() == name {
            return Some(value);
        }
        rest = following;
    }
    None
}

fn view_box(text: &str) -> Option<(u64, u64)> {
    let mut numbers = text.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).skip(2);
    Some((length(numbers.next()?)?, length(numbers.next()?)?))
}

/// A length in pixels, in thousandths; nothing for other units, whose size depends on where the drawing stands.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_its_shape_in_three_ways() {
        let shape = |svg: &str| shape(svg.as_bytes(), "il disegno").expect("a drawing");
        assert_eq!(shape("<?xml version='1.0'?>\n<!-- > -->\n<svg height=\"20px\" width='10.5'/>"), (10_500, 20_000));
        assert_eq!(shape("<svg width=\"100%\" height=\"2em\" viewBox=\"0 0 30,40\">"), (30_000, 40_000));
        assert_eq!(shape("<svg>"), (1, 1));
    }

    #[test]
    fn only_drawings_are_drawings_and_programs_are_seen() {
        assert!(opening(b"<html><svg></svg></html>").is_none() && opening(b"<svgx>").is_none());
        assert!(opening("\u{feff}<!DOCTYPE svg PUBLIC \"a\" \"b\"><svg >".as_bytes()).is_some());
        for active in [
            "<svg onload='x'>",
            "<svg><a href=\" JavaScript:x\">",
            "<svg><g/onclick=\"a\">",
            "<svg onload ='x'>",
            "<svg><a href = \"&#106;avascript:x\">",
        ] {
            assert!(is_active(active), "{active}");
        }
        assert!(!is_active("<svg><path id=\"once\" d=\"M0 0\"/><text>on = one</text></svg>"));
    }
}
