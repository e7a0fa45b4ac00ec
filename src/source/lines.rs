use memchr::memchr_iter;
use std::iter::once;
use std::ops::Range;

/// The bytes of each line of a text, its `\n` included; behind the last of these there is a line only if something stands in it.
///
/// For texts of many lines: the ends are looked for many bytes at a time.
pub fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let ends = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).chain(once(text.len()));
    ends.map(move |end| std::mem::replace(&mut start, end)..end).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::line_ranges;

    #[test]
    fn each_line_has_its_ending_and_nothing_is_no_line() {
        for text in ["", "\n", "a", "a\n", "a\r\n\nè\n\n", "\n\n b"] {
            let lines: Vec<&str> = line_ranges(text).map(|line| &text[line]).collect();
            assert_eq!(lines, text.split_inclusive('\n').collect::<Vec<_>>(), "{text:?}");
        }
    }
}
