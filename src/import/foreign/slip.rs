use crate::diagnostic::nearest;

/// Longer texts, but for what they begin and end with alike, are compared the slow way.
const LONGEST: usize = 63;

/// Whether a folded text is a slip of another: whether the one would be meant by the other, as [`nearest`] has it, at less cost. Most texts that
/// are held against each other begin or end alike.
pub(super) fn is_slip(text: &str, known: &str) -> bool {
    if !text.is_ascii() || !known.is_ascii() || text == known {
        return nearest(text, [known]).is_some();
    }
    let limit = (text.len() / 4).clamp(1, 3);
    if text.len() < 3 || text.len().abs_diff(known.len()) > limit {
        return false;
    }
    let (text, known) = (text.as_bytes(), known.as_bytes());
    let begin = text.iter().zip(known).take_while(|(one, other)| one == other).count();
    let (text, known) = (&text[begin..], &known[begin..]);
    let end = text.iter().rev().zip(known.iter().rev()).take_while(|(one, other)| one == other).count();
    let (text, known) = (&text[..text.len() - end], &known[..known.len() - end]);
    if known.len() > LONGEST {
        let [text, known] = [text, known].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        return strsim::osa_distance(&text, &known) <= limit;
    }
    is_within(text, known, limit)
}

/// Whether at most so many edits make one text of another: letters more, less, others, or two neighbours that change places.
fn is_within(text: &[u8], known: &[u8], limit: usize) -> bool {
    // How many edits make of what was read of the text each beginning of the other; for the two letters before, too.
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    for (at, edits) in rows[0].iter_mut().enumerate() {
        *edits = at;
    }
    for (row, letter) in text.iter().enumerate() {
        let [before, above, now] = [(row + 2) % 3, row % 3, (row + 1) % 3];
        rows[now][0] = row + 1;
        let mut least = row + 1;
        for (at, other) in known.iter().enumerate() {
            let kept = rows[above][at] + usize::from(letter != other);
            let mut edits = kept.min(rows[above][at + 1] + 1).min(rows[now][at] + 1);
            let is_turned = row > 0 && at > 0 && text[row - 1] == *other && known[at - 1] == *letter;
            if is_turned {
                edits = edits.min(rows[before][at - 1] + 1);
            }
            rows[now][at + 1] = edits;
            least = least.min(edits);
        }
        // A pair that changes places may still cost less than this row by one.
        if least > limit + 1 {
            return false;
        }
    }
    rows[text.len() % 3][known.len()] <= limit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_what_the_nearest_is() {
        let words = [
            "ufficio numero 12",
            "ufficio numero 21",
            "ufficio numero 1234",
            "ufficoi numero 12",
            "uficio numero",
            "scuola primaria garibaldi",
            "scuola primaria gairbladi",
            "scuola primaria baldigari",
            "scuola primara garibaldi",
            "tributi",
            "tribuit",
            "tributo e",
            "ab",
            "ba",
            "abc",
            "acb",
            "",
            "perù",
            "peru",
        ];
        let long = "a lunga denominazione di un ufficio che non finisce mai e che nessuno legge per intero ".repeat(2);
        let (first, last) = (format!("xx{long}"), format!("{}yy", long.trim()));
        let all = || words.iter().copied().chain([long.trim(), first.as_str(), last.as_str()]);
        let (mut slips, mut others) = (0, 0);
        for text in all() {
            for known in all() {
                let right = nearest(text, [known]).is_some();
                assert_eq!(is_slip(text, known), right, "{text} {known}");
                *if right { &mut slips } else { &mut others } += 1;
            }
        }
        assert!(slips > 40 && others > 200, "{slips} {others}");
    }
}
