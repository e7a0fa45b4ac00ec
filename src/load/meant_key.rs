//! What is said of a key that nobody asked for, where it is near to one that is known.

use super::form::{repeated_key, unknown_key};
use super::node::Node;
use super::reader::Reader;
use crate::diagnostic::{Finding, look_alike};
use crate::model::is_respelling;

/// A key of a record that is none of the `known`, and perhaps `near` to one of them. It is not corrected into a key that is there, nor into
/// one into which another key before it is corrected. `what` is the record.
pub(super) fn finding(
    reader: &Reader<'_>,
    entries: &[(&str, &Node, &Node)],
    key: &Node,
    what: &'static str,
    near: Option<&str>,
    known: &[&str],
) -> Finding {
    let (span, written, what) = (key.span(), key.text().unwrap_or_default(), reader.noun(what));
    let unknown = || unknown_key::finding(reader.sources, span, written, &what, near, known);
    let Some(near) = near else { return unknown() };
    let as_it_is = entries.iter().find(|(name, ..)| *name == near);
    let other = as_it_is
        .or_else(|| entries.iter().find(|(name, node, _)| node.span().start < span.start && is_same_key(name, near)));
    match other {
        Some((name, node, _)) if is_same_key(written, near) => {
            repeated_key::respelled(span, written, name, node.span())
        }
        Some((name, node, _)) => unknown_key::beside(span, written, &what, name, node.span()),
        None => unknown(),
    }
}

/// Whether a key is another one in other letters: `Rischio`, `finalità`.
fn is_same_key(written: &str, key: &str) -> bool {
    is_respelling(written, key) || look_alike(written, key)
}
