use super::form::repeated_key;
use super::node::{Node, NodeKind};
use crate::diagnostic::Finding;
use crate::model::Table;
use crate::source::Span;
use std::collections::HashMap;

/// What stands in one YAML file, or in the several files of a folder that stands for it, as far as it could be read.
#[derive(Debug)]
pub(super) struct Document {
    /// Its value.
    pub(super) node: Node,
    /// The first file.
    pub(super) span: Span,
    /// Whether there is a file at all.
    pub(super) present: bool,
    /// Whether all of it was read.
    pub(super) complete: bool,
    /// Identifiers of the records that could not be read.
    pub(super) unread: Vec<String>,
}

impl Document {
    /// Whether there is nothing to decode.
    pub(super) fn is_blank(&self) -> bool {
        self.node.is_empty() && !(self.present && self.complete)
    }

    /// An empty table that knows how far its file could be read.
    pub(super) fn table<T>(&self) -> Table<T> {
        Table {
            span: self.present.then_some(self.span),
            complete: self.complete,
            unread: self.unread.clone(),
            ..Table::default()
        }
    }

    /// A key that stands twice at the top, as after a hurried copy, is reported once: its second list is read after the
    /// first, unless it holds some of the same records.
    pub(super) fn merge_repeated(&mut self, findings: &mut Vec<Finding>) {
        let NodeKind::Mapping(entries) = &mut self.node.kind else { return };
        let mut kept: Vec<(Node, Node)> = Vec::with_capacity(entries.len());
        let mut places: HashMap<String, usize> = HashMap::new();
        for (key, mut value) in std::mem::take(entries) {
            let place = key.text().and_then(|name| places.get(name)).copied();
            let first = place.and_then(|place| kept.get_mut(place));
            match (first, &mut value.kind) {
                (Some((first, known)), NodeKind::List(more)) if matches!(known.kind, NodeKind::List(_)) => {
                    findings.push(repeated_key::list(key.span(), key.text().unwrap_or_default(), first.span()));
                    let NodeKind::List(items) = &mut known.kind else { continue };
                    let heads: Vec<String> = items.iter().filter_map(Node::head).map(str::to_owned).collect();
                    if more.iter().filter_map(Node::head).any(|head| heads.iter().any(|known| known == head)) {
                        self.complete = false;
                        self.unread.extend(more.iter().filter_map(Node::head).map(str::to_owned));
                    } else {
                        items.append(more);
                    }
                }
                _ => {
                    if let Some(name) = key.text() {
                        places.entry(name.to_owned()).or_insert(kept.len());
                    }
                    kept.push((key, value));
                }
            }
        }
        *entries = kept;
    }

    /// Joins the next file of a folder: lists and mappings under the same key grow, other keys are added.
    pub(super) fn join(&mut self, next: Document) {
        self.complete &= next.complete;
        self.unread.extend(next.unread);
        if next.node.is_partial() {
            self.node.lose_key_at(&[]);
        }
        if self.node.is_empty() {
            self.node = next.node;
            return;
        }
        let (NodeKind::Mapping(entries), NodeKind::Mapping(more)) = (&mut self.node.kind, next.node.kind) else {
            return;
        };
        for (key, mut value) in more {
            let same = entries.iter_mut().find(|(known, _)| known.text().is_some() && known.text() == key.text());
            match (same.map(|(_, known)| &mut known.kind), &mut value.kind) {
                (Some(NodeKind::List(items)), NodeKind::List(more)) => items.append(more),
                (Some(NodeKind::Mapping(items)), NodeKind::Mapping(more)) => items.append(more),
                // A key that stands in two files is reported like one that stands twice in one file.
                _ => entries.push((key, value)),
            }
        }
    }
}
