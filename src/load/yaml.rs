use super::document::Document;
use super::fault::{self, Part, Shape, Usage};
use super::form::unreadable_yaml;
use super::node::Node;
use super::recover::{self, Broken};
use super::syntax::parse;
use super::trap;
use crate::diagnostic::Finding;
use crate::source::{Source, SourceId, Span};

/// Reads a YAML file. Where its syntax is broken in single keys or records, these are reported and left out, and the rest is read.
pub(super) fn read(id: SourceId, file: &Source, findings: &mut Vec<Finding>) -> Document {
    read_part(id, file, file.text(), findings)
}

/// Reads a text that stands for `file`: the same bytes, some of them blanked.
pub(super) fn read_part(id: SourceId, file: &Source, text: &str, findings: &mut Vec<Finding>) -> Document {
    let document = |mut node: Node, text: &str, complete: bool, unread: Vec<String>, findings: &mut Vec<Finding>| {
        node.adopt(id, file);
        trap::look(&node, id, text, findings);
        Document { node, span: Span::whole(id), present: true, complete, unread }
    };
    if let Ok(node) = parse(text) {
        return document(node, text, true, Vec::new(), findings);
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
        faults.push(fault::of(text, &whole, &Usage::default()));
    }
    findings.extend(faults.into_iter().map(|fault| unreadable_yaml::finding(id, fault)));
    match node {
        Some(node) => document(node, &mended, false, unread, findings),
        None => document(Node::nothing(id), "", false, Vec::new(), findings),
    }
}
