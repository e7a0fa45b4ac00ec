//! What stands between the cells of a text.

use super::quotes;
use super::separated::Records;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The separators that are known, the commonest in Italy first.
const KNOWN: [char; 4] = [';', '\t', ',', '|'];
/// How many rows are looked at.
const LOOKED_AT: usize = 300;

/// The separator by which most rows have the same number of cells, and more than one; a semicolon where none does.
pub(super) fn found(text: &str) -> char {
    let mut best = (KNOWN[0], 0, 0);
    for separator in KNOWN {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        let mended = quotes::mended(text, separator);
        let quoted = mended.is_some();
        let text = mended.map_or(Cow::Borrowed(text), |(text, _)| text);
        let mut records = Records::of(&text, separator, quoted);
        for _ in 0..LOOKED_AT {
            let Some((_, record)) = records.next() else { break };
            *widths.entry(record.len()).or_default() += 1;
        }
        let wide = widths.into_iter().filter(|(width, _)| *width > 1);
        // The wider of two that as many rows have.
        let Some((width, rows)) = wide.max_by_key(|(width, rows)| (*rows, *width)) else { continue };
        if (rows, width) > (best.1, best.2) {
            best = (separator, rows, width);
        }
    }
    best.0
}

/// The separator that the first line declares for Excel, `sep=;`, and the text after that line.
pub(super) fn declared(text: &str) -> Option<(char, &str)> {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut signs = line.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=")?.chars();
    let sign = signs.next().filter(|sign| sign.is_ascii() && !sign.is_alphanumeric() && *sign != '"')?;
    signs.as_str().trim().is_empty().then_some((sign, rest))
}
