use tera::escape_html;

/// A text as HTML in which codes and periods stay on one line: `DIR-8-A`, `2025-2027`.
pub(super) fn unbroken(text: &str) -> String {
    let mut html = String::new();
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 {
            html.push(' ');
        }
        let escaped = escaped(word);
        if is_code(word) {
            html.extend(["<span class=\"intero\">", &escaped, "</span>"]);
        } else {
            html.push_str(&escaped);
        }
    }
    html
}

/// Whether a word is made of short parts with hyphens, one of them a number, so that a line must not end within it.
fn is_code(word: &str) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    let has_number = core.split('-').any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    core.contains('-') && has_number && core.len() <= 20 && core.chars().all(|c| c.is_alphanumeric() || c == '-')
}

fn escaped(text: &str) -> String {
    let mut bytes = Vec::new();
    // A text in memory takes whatever is written.
    let _ = escape_html(text, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn codes_stay_whole_and_texts_stay_harmless() {
        assert_eq!(
            unbroken("Il processo DIR-8-A, <b> nel 2025-2027"),
            "Il processo <span class=\"intero\">DIR-8-A,</span> &lt;b&gt; nel <span class=\"intero\">2025-2027</span>"
        );
        for plain in ["decreto-legge", "SUE-SUAP", "3.2", "- 1", ""] {
            assert_eq!(unbroken(plain), plain);
        }
    }
}
