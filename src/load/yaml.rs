use super::document::Document;
use super::form::unreadable_yaml;
use super::node::Node;
use super::recover::{self, Broken};
use super::syntax::parse;
use super::trap;
use crate::diagnostic::Finding;
use crate::source::{Source, SourceId, Span};

/// Reads a YAML file. Where its syntax is broken inside single records, these are reported and left out, and the rest is read.
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
    let error = match parse(text) {
        Ok(node) => return document(node, text, true, Vec::new(), findings),
        Err(error) => error,
    };
    let Broken { text: mended, faults, unread } = recover::blank_broken_records(text);
    for (range, fault) in &faults {
        findings.push(unreadable_yaml::finding(id, file, &text[range.clone()], range.start, fault));
    }
    match parse(&mended) {
        Ok(node) => document(node, &mended, false, unread, findings),
        Err(rest) => {
            // Not, or not only, a matter of single records.
            let (text, fault) = if faults.is_empty() { (text, &error) } else { (mended.as_str(), &rest) };
            findings.push(unreadable_yaml::finding(id, file, text, 0, fault));
            document(Node::nothing(id), "", false, Vec::new(), findings)
        }
    }
}
