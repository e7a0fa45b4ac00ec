//! Texts that were typed, held against the file by their lines.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// The lines of a text, each with its end: `\r\n`, `\n`, `\r`, or nothing at the end of the text.
fn lines(text: &str) -> Vec<(&str, &str)> {
    let (mut lines, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let at = rest.find(['\r', '\n']).unwrap_or(rest.len());
        let (line, after) = rest.split_at(at);
        let end = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
        lines.push((line, &after[..end]));
        rest = &after[end..];
    }
    lines
}

/// What was typed, with the ends of lines and of the file that the text has: browsers send others. New lines end as the one before them.
pub(super) fn as_in(before: &str, typed: &str) -> String {
    let mut after = typed.replace("\r\n", "\n").replace('\r', "\n");
    if let Some(mark) = before.chars().next().filter(|first| *first == '\u{feff}' && !after.starts_with('\u{feff}')) {
        after.insert(0, mark);
    }
    let old = lines(before);
    if old.last().is_some_and(|(_, end)| !end.is_empty()) && !after.ends_with('\n') {
        after.push('\n');
    }
    let new = lines(&after);
    let mut usual = old.first().map_or("\n", |(_, end)| if end.is_empty() { "\n" } else { end });
    let texts = |lines: &[(&'_ str, &str)]| lines.iter().map(|(line, _)| (*line).to_owned()).collect::<Vec<_>>();
    let mut kept = String::with_capacity(after.len());
    for op in capture_diff_slices(Algorithm::Myers, &texts(&old), &texts(&new)) {
        // A line in the place of another ends as that did.
        let replaced = &old[op.old_range()];
        for (number, (line, end)) in new[op.new_range()].iter().enumerate() {
            let standing = replaced.get(number).map(|(_, end)| *end).filter(|end| !end.is_empty());
            usual = standing.unwrap_or(usual);
            kept.push_str(line);
            kept.push_str(if end.is_empty() { "" } else { usual });
        }
    }
    kept
}

/// Two texts that were made of one, put together; `None` where both changed the same lines, or lines that touch, to different ones.
pub(super) fn merged(base: &str, one: &str, other: &str) -> Option<String> {
    let [base, one, other] = [base, one, other].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    let (ones, others) = (changes(&base, &one), changes(&base, &other));
    let (mut ones, mut others) = (ones.into_iter().peekable(), others.into_iter().peekable());
    let (mut text, mut done) = (String::new(), 0);
    while ones.peek().is_some() || others.peek().is_some() {
        let (first, lines) = match (ones.peek(), others.peek()) {
            (Some((at, new)), Some((also, others_new))) if at.start <= also.end && also.start <= at.end => {
                if at != also || one[new.clone()] != other[others_new.clone()] {
                    return None;
                }
                others.next();
                (&mut ones, &one)
            }
            (Some((at, _)), Some((also, _))) if at.start > also.start => (&mut others, &other),
            (None, _) => (&mut others, &other),
            _ => (&mut ones, &one),
        };
        let (at, new) = first.next()?;
        text.extend(base[done..at.start].iter().chain(&lines[new]).copied());
        done = at.end;
    }
    text.extend(base[done..].iter().copied());
    Some(text)
}

/// The lines of a text that another has in the place of some: which, and by which.
fn changes(base: &[&str], text: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
    let ops = capture_diff_slices(Algorithm::Myers, base, text).into_iter();
    ops.filter(|op| !matches!(op, DiffOp::Equal { .. })).map(|op| (op.old_range(), op.new_range())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_ends() {
        assert_eq!(as_in("a\nb\n", "a\r\nc\r\n"), "a\nc\n");
        assert_eq!(as_in("a\r\nb\r\n", "a\r\nc"), "a\r\nc\r\n");
        assert_eq!(as_in("a\r\nb\nc\n", "a\r\nb\r\nd\r\n"), "a\r\nb\nd\n");
        assert_eq!(as_in("a\r\nb\nc", "a\r\nb\r\nc\r\nd\r\n"), "a\r\nb\nc\nd\n");
        assert_eq!(as_in("\u{feff}a\n", "a\r\n"), "\u{feff}a\n");
        assert_eq!(as_in("a", "a"), "a");
        assert_eq!(as_in("", "a\r\nb"), "a\nb");
        assert_eq!(as_in("a\rb\r", "a\r\nb"), "a\rb\r");
        for mixed in ["a\rb\nc\r\nd", "a\r\rb\n\nc\r\n", "\n\r\n"] {
            let sent = mixed.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
            assert_eq!(as_in(mixed, &sent), mixed, "saved as it is");
        }
        assert_eq!(as_in("a\rb\nc\r\n", "a\r\nx\r\nc\r\nd"), "a\rx\nc\r\nd\r\n");
        // A paragraph and a blank line before others that end otherwise.
        let before = "# Uno\r\n\r\nriga due\n\r\nriga tre\r\n";
        let typed = "# Uno\n\nNuovo\n\nriga due\n\nriga tre\n".replace('\n', "\r\n");
        assert_eq!(as_in(before, &typed), "# Uno\r\n\r\nNuovo\r\n\r\nriga due\n\r\nriga tre\r\n");
    }

    #[test]
    fn what_two_wrote_in_other_places_is_put_together() {
        let base = "a\nb\nc\nd\ne\n";
        assert_eq!(merged(base, "a\nX\nc\nd\ne\n", "a\nb\nc\nd\nY\nZ\n").as_deref(), Some("a\nX\nc\nd\nY\nZ\n"));
        assert_eq!(merged(base, "a\nb\nc\nd\nY\n", "X\nb\nc\ne\n"), None);
        assert_eq!(merged(base, "a\nb\nc\nd\n", "N\na\nb\nc\nd\ne\n").as_deref(), Some("N\na\nb\nc\nd\n"));
        assert_eq!(merged(base, base, "q\n").as_deref(), Some("q\n"));
        assert_eq!(merged(base, "a\nX\nc\nd\ne\nf\n", "a\nX\nc\nd\ne\n").as_deref(), Some("a\nX\nc\nd\ne\nf\n"));
        // The same lines, or lines that touch.
        assert_eq!(merged(base, "a\nX\nc\nd\ne\n", "a\nY\nc\nd\ne\n"), None);
        assert_eq!(merged(base, "a\nX\nc\nd\ne\n", "a\nb\nY\nd\ne\n"), None);
        assert_eq!(merged(base, &format!("{base}X\n"), &format!("{base}Y\n")), None);
    }
}
