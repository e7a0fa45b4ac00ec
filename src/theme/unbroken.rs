//! Words that stay on one line: the codes and the numbers of a text, each with what it is read together with.

use tera::escape_html;

/// What announces a number, before its full stop.
const ANNOUNCE: [&str; 14] =
    ["n", "nn", "nr", "art", "artt", "comma", "commi", "c", "co", "cc", "pag", "pagg", "allegato", "capitolo"];
/// What announces a letter of a list.
const LETTER: [&str; 2] = ["lett", "lettera"];
/// What a number is a measure of.
const UNITS: [&str; 6] = ["%", "€", "kB", "MB", "GB", "byte"];

/// A text as HTML in which codes and periods stay on one line (`DIR-8-A`, `2025-2027`), as do numbers with the word before or after
/// them that they are read with (`n. 81`, `lettera b)`, `150.000 €`).
pub(super) fn unbroken(text: &str) -> String {
    let mut html = Vec::new();
    // A text in memory takes whatever is written.
    let _ = escape_html(text, &mut html);
    unbroken_html(&String::from_utf8_lossy(&html))
}

/// The same of a piece of HTML; its tags stay as they are.
#[must_use]
pub fn unbroken_html(html: &str) -> String {
    let mut whole = String::with_capacity(html.len());
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        write(&mut whole, text);
        whole.push_str(tag);
    }
    whole
}

fn write(html: &mut String, text: &str) {
    let mut before = None;
    for word in text.split(' ') {
        if let Some(before) = before {
            html.push(if are_together(before, word) { '\u{a0}' } else { ' ' });
        }
        if is_code(word) {
            html.extend(["<span class=\"intero\">", word, "</span>"]);
        } else {
            html.push_str(word);
        }
        before = Some(word);
    }
}

/// Whether no line ends between two words.
fn are_together(one: &str, other: &str) -> bool {
    let announce = one.trim_end_matches('.').rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let announces = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(announce));
    let is_letter =
        other.as_bytes().first().is_some_and(u8::is_ascii_lowercase) && other.as_bytes().get(1) == Some(&b')');
    let unit = other.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '%');
    let starts_with_figure = other.starts_with(|c: char| c.is_ascii_digit());
    (starts_with_figure && announces(&ANNOUNCE))
        || (is_letter && announces(&LETTER))
        || (one.ends_with(|c: char| c.is_ascii_digit()) && UNITS.contains(&unit))
}

/// Whether a word is made of short parts with hyphens, one of them a number, so that a line must not end within it.
fn is_code(word: &str) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    let has_number = core.split('-').any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    core.contains('-') && has_number && core.len() <= 20 && core.chars().all(|c| c.is_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::{unbroken, unbroken_html};

    #[test]
    fn codes_stay_whole_and_texts_stay_harmless() {
        assert_eq!(
            unbroken("Il processo DIR-8-A, <b> nel 2025-2027"),
            "Il processo <span class=\"intero\">DIR-8-A,</span> &lt;b&gt; nel <span class=\"intero\">2025-2027</span>"
        );
        for plain in
            ["decreto-legge", "SUE-SUAP", "3.2", "- 1", "", "10 kg", "non 3", "un. 4", "sezione b)", " ", "a  b"]
        {
            assert_eq!(unbroken(plain), plain);
        }
    }

    #[test]
    fn numbers_stay_with_what_they_are_read_with() {
        let whole =
            unbroken("legge n. 81, (art. 4, comma 1, lettera b), dell'art. 14): 150.000 €, l'80 % in 6 kB; N. 3");
        assert_eq!(
            whole.replace("&#39;", "'"),
            "legge n.\u{a0}81, (art.\u{a0}4, comma\u{a0}1, lettera\u{a0}b), dell'art.\u{a0}14): 150.000\u{a0}€, l'80\u{a0}% in 6\u{a0}kB; N.\u{a0}3"
        );
    }

    #[test]
    fn tags_stay_as_they_are() {
        let html = "<a href=\"x n. 1 2025-2027\" class=\"y\">n. 1</a> e <b>art. 2</b> del 2025-2027";
        let whole = "<a href=\"x n. 1 2025-2027\" class=\"y\">n.\u{a0}1</a> e <b>art.\u{a0}2</b> del <span class=\"intero\">2025-2027</span>";
        assert_eq!(unbroken_html(html), whole);
    }
}
