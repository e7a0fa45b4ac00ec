use super::allowance::Allowance;
use super::document::Document;
use super::fault::{self, Part, Shape, Usage};
use super::form::too_large::{self, Excess};
use super::form::unreadable_yaml;
use super::memory::Recall;
use super::node::Node;
use super::pieces::{self, Pieces};
use super::recover::{self, Broken};
use super::syntax::{holds_all_values, parse, parse_within};
use super::trap;
use crate::diagnostic::{Finding, Findings};
use crate::source::{Source, SourceId, Span, line_ranges};

/// Reads a YAML file; the records of a long one are packed. Where its syntax is broken in single keys or records, these are reported and left out, and the rest is read.
///
/// What it says may take `room` bytes of memory.
pub(super) fn read(
    id: SourceId,
    file: &Source,
    recall: &Recall<'_>,
    room: usize,
    findings: &mut Vec<Finding>,
) -> Document {
    let Some(Pieces { mut node, mut traps, excess }) =
        longest_line(file.text()).is_none().then(|| pieces::parse(id, file, recall, room)).flatten()
    else {
        return read_part(id, file, file.text(), room, findings);
    };
    node.adopt(id, file);
    trap::look(&node, id, file.text(), &mut traps);
    findings.extend(traps.into_vec());
    findings.extend(excess.map(|(at, excess)| too_large::excess(id, at, excess)));
    Document { node, span: Span::whole(id), present: true, complete: excess.is_none(), unread: Vec::new() }
}

/// Reads a text that stands for `file`: the same bytes, some of them blanked.
pub(super) fn read_part(id: SourceId, file: &Source, text: &str, room: usize, findings: &mut Vec<Finding>) -> Document {
    let document = |mut node: Node, text: &str, complete: bool, unread: Vec<String>, findings: &mut Vec<Finding>| {
        node.adopt(id, file);
        let mut traps = Findings::default();
        trap::look(&node, id, text, &mut traps);
        findings.extend(traps.into_vec());
        Document { node, span: Span::whole(id), present: true, complete, unread }
    };
    if let Some(line) = longest_line(text) {
        findings.push(too_large::long_line(id, &line));
        return document(Node::nothing(id), "", false, Vec::new(), findings);
    }
    let error = match parse_within(text, room) {
        Ok(node) if node.weight() > room => {
            findings.push(too_large::excess(id, 0, Excess::Density));
            return document(Node::nothing(id), "", false, Vec::new(), findings);
        }
        Ok(node) => return document(node, text, true, Vec::new(), findings),
        Err(error) => error,
    };
    // What is too much is refused as a whole: each part of it would be too much as well.
    let place = fault::place(text, &error);
    let many = if holds_all_values(room) { Excess::Values } else { Excess::Density };
    if let Some(excess) = too_large::breach(id, place, &error, many) {
        findings.push(excess);
        return document(Node::nothing(id), "", false, Vec::new(), findings);
    }
    if fault::is_replay(&error) {
        findings.push(unreadable_yaml::finding(id, fault::refused(text, 0, Some(error))));
        return document(Node::nothing(id), "", false, Vec::new(), findings);
    }
    if text.len() > too_large::RECOVERED {
        findings.push(unreadable_yaml::finding(id, fault::met(text, 0)));
        return document(Node::nothing(id), "", false, Vec::new(), findings);
    }
    let Broken { text: mended, mut faults, holes, unread } = recover::blank_broken_parts(text);
    let mut node = parse(&mended).ok();
    if let Some(node) = &mut node {
        for path in &holes {
            node.lose_key_at(path);
        }
    } else if faults.is_empty() {
        // Not a matter of single keys or records.
        let whole = Part { bytes: 0..text.len(), shape: Shape::File };
        faults.push(fault::of(text, &whole, &Usage::default(), &Allowance::of_trials(text)));
    }
    let mut told = Findings::default();
    told.extend(faults.into_iter().map(|fault| unreadable_yaml::finding(id, fault)));
    findings.extend(told.into_vec());
    match node {
        Some(node) => document(node, &mended, false, unread, findings),
        None => document(Node::nothing(id), "", false, Vec::new(), findings),
    }
}

/// The first line that is longer than any that is read.
fn longest_line(text: &str) -> Option<std::ops::Range<usize>> {
    line_ranges(text).find(|line| line.len() > too_large::LINE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::form::too_large::RULE;
    use crate::source::Sources;

    /// Whether a file is too much where what it says may take five times its length, and a twentieth of what it may take besides.
    fn is_refused(text: &str) -> bool {
        let mut sources = Sources::default();
        let id = sources.add(Source::new("a.yaml", text));
        let room = 5 * text.len() + 3_200_000;
        let mut findings = Vec::new();
        read(id, sources.get(id), &Recall::default(), room, &mut findings);
        assert!(findings.len() < 2, "{text:.60}: {findings:?}");
        findings.iter().any(|finding| finding.rule.code == RULE.code)
    }

    #[test]
    fn what_would_take_many_times_its_length_of_memory_is_refused() {
        let times = |count: usize, record: &str| format!("software:\n{}", record.repeat(count));
        let long = "a".repeat(60);
        let list = |items: usize, item: &str| times(1, &format!("  - nome: a\n    x:\n{}", item.repeat(items)));
        for (text, expected) in [
            (times(5_000, "  - nome: a\n"), true),
            (times(5_000, "  - {}\n"), true),
            (times(5_000, "  - a: b\n    c: d\n"), true),
            (times(300, &format!("  - x: [{}a]\n", "a,".repeat(200))), true),
            (times(300, &format!("  - x: [{}\"\"]\n", "\"\\x41\",".repeat(200))), true),
            (list(75_000, "      - a\n"), true),
            (list(75_000, "      - \"\\t\"\n"), true),
            // With an anchor it is read as a whole.
            (format!("software:\n  - &a\n    nome: a\n{}", "  - nome: b\n".repeat(15_000)), true),
            (times(1_500, "  - nome: Uno\n    scopo: Protocollo\n"), false),
            (times(300, &format!("  - nome: {long}\n    scopo: {long}\n    note: {long}{long}{long}\n")), false),
        ] {
            assert_eq!(is_refused(&text), expected, "{text:.60}");
        }
    }
}
