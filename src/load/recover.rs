//! When the syntax of a file is broken, finds the records in which it is, so that the others can still be read.

use super::syntax::parse;
use std::ops::Range;

/// A file whose broken records have been found.
pub(super) struct Broken {
    /// The text with every byte of the broken records blanked, so that all other bytes keep their place.
    pub(super) text: String,
    /// Where each broken record stands, and what is wrong in it (placed from the start of the record).
    pub(super) faults: Vec<(Range<usize>, serde_saphyr::Error)>,
    /// The identifiers that the broken records seem to have.
    pub(super) unread: Vec<String>,
}

/// Parses each record of the file's outermost list on its own, and blanks those that fail.
pub(super) fn blank_broken_records(text: &str) -> Broken {
    let mut bytes = text.as_bytes().to_vec();
    let mut faults = Vec::new();
    let mut unread = Vec::new();
    for range in records(text) {
        let record = &text[range.clone()];
        if let Err(error) = parse(record) {
            unread.extend(identifiers(record).map(str::to_owned));
            for byte in &mut bytes[range.clone()] {
                if !matches!(byte, b'\n' | b'\r') {
                    *byte = b' ';
                }
            }
            faults.push((range, error));
        }
    }
    // Whole characters were replaced by spaces, so the bytes are still UTF-8.
    let text = String::from_utf8(bytes).unwrap_or_default();
    Broken { text, faults, unread }
}

/// The byte ranges of the items of the outermost list: each from its `- ` to the line of the next item or key.
fn records(text: &str) -> Vec<Range<usize>> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_item = |line: &str| {
        let rest = line.trim_start_matches(' ').trim_end();
        rest == "-" || rest.starts_with("- ")
    };
    let Some(level) = text.lines().filter(|line| is_item(line)).map(indent).min() else { return Vec::new() };
    let mut ranges = Vec::new();
    let mut open: Option<usize> = None;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim();
        let ends = !written.is_empty() && !written.starts_with('#') && indent(line) <= level;
        if ends {
            if let Some(start) = open.take() {
                ranges.push(start..offset);
            }
            if is_item(line) && indent(line) == level {
                open = Some(offset);
            }
        }
        offset += line.len();
    }
    if let Some(start) = open {
        ranges.push(start..text.len());
    }
    ranges
}

/// The values written after `id:` or `codice:` in a record that cannot be parsed.
fn identifiers(record: &str) -> impl Iterator<Item = &str> {
    record.lines().filter_map(|line| {
        let line = line.trim_start().trim_start_matches(['-', '{', ' ']);
        let value = line.strip_prefix("id:").or_else(|| line.strip_prefix("codice:"))?;
        let value = value.split([',', '}', '#']).next()?.trim().trim_matches(['"', '\'']);
        (!value.is_empty()).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_broken_record_goes_and_nothing_moves() {
        let text = "processi:\n  - codice: A\n    nome: \"x\n  - codice: B\n    nome: è\n  - { codice: C, nome: [ }\n  - codice: D\n";
        let broken = blank_broken_records(text);
        assert_eq!(broken.text.len(), text.len());
        assert_eq!(broken.text.find("codice: B"), text.find("codice: B"));
        assert_eq!(broken.text.find("codice: D"), text.find("codice: D"));
        assert!(!broken.text.contains("codice: A") && !broken.text.contains("codice: C"));
        assert_eq!(broken.unread, ["A", "C"]);
        assert!(parse(&broken.text).is_ok());
    }

    #[test]
    fn a_file_without_a_list_has_no_records() {
        assert!(records("a: 1\nb: [x]\n").is_empty());
    }
}
