//! A page in one file: what it needs is put inside, and what leads to other files of the site is taken away.

/// The page with its stylesheet inside, and without links, pictures and scripts that other files would have to bring.
///
/// The page is one of our own: its attributes stand between double quotes, and texts hold no bare `<`.
pub(super) fn self_contained(html: &str, style: &str) -> String {
    let mut alone = String::with_capacity(html.len() + style.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        alone.push_str(&rest[..start]);
        let tag = &rest[start..start + length(&rest[start..])];
        rest = &rest[start + tag.len()..];
        match name(tag) {
            "link" if tag.contains("rel=\"stylesheet\"") => {
                alone.push_str("<style>");
                alone.push_str(style);
                alone.push_str("</style>");
            }
            "link" => {}
            "script" if tag.contains(" src=\"") => rest = after(rest, "</script>"),
            "script" | "style" => {
                // What stands inside is no markup.
                let end = rest.len() - after(rest, &format!("</{}>", name(tag))).len();
                alone.push_str(tag);
                alone.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            "img" if attribute(tag, " src=\"").is_some_and(|(_, value)| is_elsewhere(value)) => {}
            _ => alone.push_str(&unlinked(tag)),
        }
    }
    alone + rest
}

/// The tag without its address, where that is another file of the site.
fn unlinked(tag: &str) -> String {
    match attribute(tag, " href=\"") {
        Some((start, value)) if is_elsewhere(value) => {
            let end = start + " href=\"".len() + value.len() + 1;
            format!("{}{}", &tag[..start], &tag[end..])
        }
        _ => tag.to_owned(),
    }
}

/// Where an attribute begins, and its value.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<(usize, &'a str)> {
    let start = tag.find(name)?;
    let value = &tag[start + name.len()..];
    Some((start, &value[..value.find('"')?]))
}

/// Whether an address is that of another file of the site.
fn is_elsewhere(address: &str) -> bool {
    !["#", "http:", "https:", "mailto:", "tel:", "data:"].iter().any(|start| address.starts_with(start))
}

/// The name of a tag that opens; empty for all others.
fn name(tag: &str) -> &str {
    let name = &tag[1..];
    &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())]
}

/// How long the tag is that begins here: up to the `>` that is between no quotes.
fn length(text: &str) -> usize {
    let mut quoted = false;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return place + 1,
            _ => {}
        }
    }
    text.len()
}

/// What follows a piece of text; nothing where it is not there.
fn after<'a>(text: &'a str, piece: &str) -> &'a str {
    text.find(piece).map_or("", |start| &text[start + piece.len()..])
}

#[cfg(test)]
mod tests {
    use super::self_contained;

    #[test]
    fn what_other_files_bring_goes_inside_or_away() {
        let table = [
            (
                "<link rel=\"icon\" href=\"../x.svg\"><link rel=\"stylesheet\" href=\"../stile.css\">",
                "<style>p{}</style>",
            ),
            ("<a href=\"../a/index.html\" rel=\"x\">A &lt; b</a>", "<a rel=\"x\">A &lt; b</a>"),
            ("<a class=\"c\" href=\"#x\">A</a>", "<a class=\"c\" href=\"#x\">A</a>"),
            ("<a href=\"https://x.it/\">A</a>", "<a href=\"https://x.it/\">A</a>"),
            ("<img alt=\"a > b\" src=\"a.png\">c", "c"),
            ("<script src=\"a.js\" defer></script>b", "b"),
            (
                "<style>a > b { content: \"<a href='x'>\" }</style>",
                "<style>a > b { content: \"<a href='x'>\" }</style>",
            ),
            ("<p title=\"a > b\">c</p> d", "<p title=\"a > b\">c</p> d"),
            ("<", "<"),
        ];
        for (html, expected) in table {
            assert_eq!(self_contained(html, "p{}"), expected, "{html}");
        }
    }
}
