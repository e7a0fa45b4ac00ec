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
use crate::source::{Source, SourceId, Span};

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
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let from = start;
        start += line.len();
        (line.len() > too_large::LINE).then_some(from..start)
    })
}
