//! The elements of a template with their attributes, as far as they can be seen without running it.

/// An element where it begins.
#[derive(Debug)]
pub(super) struct Element<'t> {
    /// Its name, in small letters.
    pub(super) name: String,
    pub(super) attributes: Vec<Attribute<'t>>,
}

/// An attribute of an element.
#[derive(Debug)]
pub(super) struct Attribute<'t> {
    /// Its name, in small letters.
    pub(super) name: String,
    /// Its value, without quotes; expressions are as they are written.
    pub(super) value: &'t str,
    /// The byte at which the name begins.
    pub(super) at: usize,
}

/// The elements of a template; what stands in its comments and instructions is passed over.
pub(super) fn elements(text: &str) -> Vec<Element<'_>> {
    let mut elements = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(['<', '{']) {
        at += found;
        let rest = &text[at..];
        if let Some(length) = skipped(rest) {
            at += length;
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with('<') {
            let (element, end) = element(text, at + 1);
            elements.push(element);
            at = end;
        } else {
            at += 1;
        }
    }
    elements
}

/// The length of a comment, an instruction or an expression that begins here.
fn skipped(rest: &str) -> Option<usize> {
    let pairs = [("<!--", "-->"), ("{#", "#}"), ("{%", "%}"), ("{{", "}}")];
    let (open, close) = pairs.into_iter().find(|(open, _)| rest.starts_with(open))?;
    Some(rest[open.len()..].find(close).map_or(rest.len(), |length| open.len() + length + close.len()))
}

/// The element whose name begins at a byte, and where its tag ends.
fn element(text: &str, start: usize) -> (Element<'_>, usize) {
    let name_end = start
        + text[start..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '{')).unwrap_or(text.len() - start);
    let mut element = Element { name: text[start..name_end].to_lowercase(), attributes: Vec::new() };
    let mut at = name_end;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if c == '>' {
            return (element, at + 1);
        }
        if let Some(length) = skipped(rest) {
            at += length;
        } else if c.is_whitespace() || matches!(c, '/' | '=' | '"' | '\'' | '<') {
            at += c.len_utf8();
        } else {
            let length = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
            let length = length.max(c.len_utf8());
            let (value, end) = value(text, at + length);
            element.attributes.push(Attribute { name: rest[..length].to_lowercase(), value, at });
            at = end;
        }
    }
    (element, at)
}

/// The value that follows the name of an attribute, and where it ends; an attribute may have none.
fn value(text: &str, at: usize) -> (&str, usize) {
    let Some(rest) = text[at..].trim_start().strip_prefix('=').map(str::trim_start) else { return ("", at) };
    let start = text.len() - rest.len();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(quote) = quote else {
        let length = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
        return (&rest[..length], start + length);
    };
    let mut end = 1;
    while let Some(c) = rest[end..].chars().next().filter(|c| *c != quote) {
        // The quotes of an expression are its own.
        end += skipped(&rest[end..]).unwrap_or(c.len_utf8());
    }
    (&rest[1..end], start + (end + 1).min(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_seen_through_expressions() {
        let text = "<!-- <b c='d'> --> {% if a < b %}<a{% if x %} class=\"y\"{% endif %} href=\"{{ \"q\" ~ r }}z\" hidden>é</a><img src=k.png/>";
        let found = elements(text);
        let told: Vec<String> = found
            .iter()
            .flat_map(|element| {
                element.attributes.iter().map(|it| format!("{} {}={}", element.name, it.name, it.value))
            })
            .collect();
        assert_eq!(told, ["a class=y", "a href={{ \"q\" ~ r }}z", "a hidden=", "img src=k.png/"]);
        for broken in ["<a href=\"", "<a b='{{ c", "<", "<é", "<a =", "{{", "<a b=\"{% c"] {
            elements(broken);
        }
    }
}
