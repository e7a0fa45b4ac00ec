use super::allowance::Allowance;
use super::document::Document;
use super::fault::{self, Part, Shape, Usage};
use super::form::{too_large, unreadable_yaml};
use super::memory::Recall;
use super::node::Node;
use super::pieces::{self, Pieces};
use super::recover::{self, Broken};
use super::syntax::parse;
use super::trap;
use crate::diagnostic::{Finding, Tally};
use crate::source::{Source, SourceId, Span};

/// Reads a YAML file; the records of a long one are packed. Where its syntax is broken in single keys or records, these are reported and left out, and the rest is read.
pub(super) fn read(id: SourceId, file: &Source, recall: &Recall<'_>, findings: &mut Vec<Finding>) -> Document {
    let Some(Pieces { mut node, mut traps, excess }) =
        longest_line(file.text()).is_none().then(|| pieces::parse(id, file, recall)).flatten()
    else {
        return read_part(id, file, file.text(), findings);
    };
    node.adopt(id, file);
    trap::look(&node, id, file.text(), &mut traps);
    findings.extend(Tally::of(traps));
    findings.extend(excess.map(|(at, excess)| too_large::excess(id, at, excess)));
    Document { node, span: Span::whole(id), present: true, complete: excess.is_none(), unread: Vec::new() }
}

/// Reads a text that stands for `file`: the same bytes, some of them blanked.
pub(super) fn read_part(id: SourceId, file: &Source, text: &str, findings: &mut Vec<Finding>) -> Document {
    let document = |mut node: Node, text: &str, complete: bool, unread: Vec<String>, findings: &mut Vec<Finding>| {
        node.adopt(id, file);
        let mut traps = Vec::new();
        trap::look(&node, id, text, &mut traps);
        findings.extend(Tally::of(traps));
        Document { node, span: Span::whole(id), present: true, complete, unread }
    };
    if let Some(line) = longest_line(text) {
        findings.push(too_large::long_line(id, &line));
        return document(Node::nothing(id), "", false, Vec::new(), findings);
    }
    let error = match parse(text) {
        Ok(node) => return document(node, text, true, Vec::new(), findings),
        Err(error) => error,
    };
    // What is too much is refused as a whole: each part of it would be too much as well.
    let place = fault::place(text, &error);
    if let Some(excess) = too_large::breach(id, place, &error) {
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
    let faults = faults.into_iter().map(|fault| unreadable_yaml::finding(id, fault)).collect();
    findings.extend(Tally::of(faults));
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
