//! Quotation marks that open a cell of a text and do not close it.

use std::borrow::Cow;

/// Of more such marks the text means something else by them.
const MOST: usize = 50;

/// The cell that such a mark opens: its row and its column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    pub(super) row: usize,
    pub(super) column: usize,
}

/// A text without the marks that open a cell and do not close it, which would swallow the rows below; `None` if it has too many of them.
///
/// A mark is such if no other closes it, or if the one that does is not at the end of its cell, some lines below.
pub(super) fn mended(text: &str, separator: char) -> Option<(Cow<'_, str>, Vec<Unclosed>)> {
    let mut unclosed = Vec::new();
    if !text.contains('"') {
        return Some((Cow::Borrowed(text), unclosed));
    }
    let (mut kept, mut copied) = (String::new(), 0);
    let (mut at, mut row, mut column) = (0, 0, 0);
    while at < text.len() {
        // Here begins a cell.
        if text[at..].starts_with('"') {
            match closed(text, at, separator) {
                Some(end) => at = end,
                None if unclosed.len() == MOST => return None,
                None => {
                    unclosed.push(Unclosed { row, column });
                    kept.push_str(&text[copied..at]);
                    copied = at + 1;
                    at += 1;
                    continue;
                }
            }
        }
        let Some(length) = text[at..].find([separator, '\n']) else { break };
        at += length;
        if text[at..].starts_with('\n') {
            (row, column) = (row + 1, 0);
            at += 1;
        } else {
            column += 1;
            at += separator.len_utf8();
        }
    }
    if unclosed.is_empty() {
        return Some((Cow::Borrowed(text), unclosed));
    }
    kept.push_str(&text[copied..]);
    Some((Cow::Owned(kept), unclosed))
}

/// Where the cell in quotation marks that begins at a place goes on after the closing one.
fn closed(text: &str, begin: usize, separator: char) -> Option<usize> {
    let mut from = begin + 1;
    loop {
        let close = from + text.get(from..)?.find('"')?;
        let rest = &text[close + 1..];
        if rest.starts_with('"') {
            from = close + 2;
            continue;
        }
        let ends = rest.is_empty() || rest.starts_with([separator, '\n']);
        return (ends || !text[begin..close].contains('\n')).then_some(close + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_that_do_not_close_their_cell_are_taken_out() {
        let whole = "a;b\n\"uno\ndue\";x\n\"Bar \"\"Blu\"\"\";y\n\"Via\" Roma;5\" di\n";
        assert_eq!(mended(whole, ';'), Some((Cow::Borrowed(whole), Vec::new())));
        let (text, unclosed) = mended("a;b\n\nx;\"uno\ny;due\n", ';').expect("one mark");
        assert_eq!(text, "a;b\n\nx;uno\ny;due\n");
        assert_eq!(unclosed, [Unclosed { row: 2, column: 1 }]);
        let (text, unclosed) = mended("\"uno;x\n\"due\";y\n\"\"\"tre;z\n", ';').expect("marks");
        assert_eq!(text, "uno;x\n\"due\";y\n\"\"tre;z\n");
        assert_eq!(unclosed.iter().map(|mark| mark.row).collect::<Vec<_>>(), [0, 2]);
        assert!(mended(&"\"a;b\n\n".repeat(MOST * 2), ';').is_none());
    }
}
