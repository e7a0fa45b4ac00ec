use std::ops::Range;

/// Begins what stands in the place of an expression while the Markdown is taken apart. A private-use character.
const MASK: char = '\u{e000}';

/// The marks between which the expressions of a chapter stand.
const MARKS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// The places of the expressions of a text.
pub(super) fn places(text: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some((at, end)) = next(text, from) {
        places.push(at..end);
        from = end;
    }
    places
}

fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let starts = MARKS.iter().filter_map(|(open, close)| {
        let at = from + text[from..].find(open)?;
        let end = at + 2 + text[at + 2..].find(close)? + close.len();
        Some((at, end))
    });
    starts.min()
}

/// A text in which every expression is a word of as many bytes, so that no mark of it is taken for Markdown.
pub(super) struct Masked {
    pub(super) text: String,
    words: Vec<(String, String)>,
}

impl Masked {
    pub(super) fn of(text: &str) -> Self {
        let (mut masked, mut words, mut from) = (String::with_capacity(text.len()), Vec::new(), 0);
        for (number, place) in places(text).into_iter().enumerate() {
            masked.push_str(&text[from..place.start]);
            let expression = &text[place.clone()];
            let word = word(number, expression.len());
            masked.push_str(word.as_deref().unwrap_or(expression));
            words.extend(word.map(|word| (word, expression.to_owned())));
            from = place.end;
        }
        masked.push_str(&text[from..]);
        Self { text: masked, words }
    }

    /// A text with the expressions in place, in pieces; and whether each is one.
    pub(super) fn restored(&self, text: &str) -> Vec<(String, bool)> {
        let mut made: Vec<(String, bool)> = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(MASK) {
            let found = self.words.iter().find(|(word, _)| rest[at..].starts_with(word.as_str()));
            let (before, after) = rest.split_at(at);
            let Some((word, expression)) = found else {
                let (sign, after) = after.split_at(MASK.len_utf8());
                made.push((format!("{before}{sign}"), false));
                rest = after;
                continue;
            };
            made.push((before.to_owned(), false));
            made.push((expression.clone(), true));
            rest = &after[word.len()..];
        }
        made.push((rest.to_owned(), false));
        made.retain(|(text, _)| !text.is_empty());
        made
    }

    /// The same in one piece.
    pub(super) fn whole(&self, text: &str) -> String {
        self.restored(text).into_iter().map(|(text, _)| text).collect()
    }
}

/// A word of so many bytes for the expression of this number; `None` if there are more of them than words. Its last letter is the only
/// capital, so that none begins with another.
fn word(number: usize, bytes: usize) -> Option<String> {
    let letters = bytes.checked_sub(MASK.len_utf8()).filter(|letters| *letters > 0)?;
    let (mut left, mut made) = (number, Vec::new());
    for place in 0..letters {
        let first = if place == 0 { b'A' } else { b'a' };
        made.push(char::from(first + u8::try_from(left % 26).ok()?));
        left /= 26;
    }
    (left == 0).then(|| std::iter::once(MASK).chain(made.into_iter().rev()).collect())
}
