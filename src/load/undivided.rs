//! Records that run into one another because the dash of the second is missing.

use super::node::Node;
use crate::source::Span;
use std::collections::HashSet;

/// The records of one mapping, each with its bytes: more than one where the key with which it begins stands in it again, and with
/// it others of its keys.
pub(super) fn records(pairs: &[(Node, Node)], whole: Span) -> Vec<(&[(Node, Node)], Span)> {
    let key = |at: usize| pairs.get(at).and_then(|(key, _)| key.text());
    // As nearly all are: nothing that begins it stands in it again.
    if (1..pairs.len()).all(|at| key(at).is_none() || key(at) != key(0)) {
        return vec![(pairs, whole)];
    }
    let mut starts = vec![0];
    // The keys between the first one and the one that is looked at.
    let mut before: HashSet<Option<&str>> = HashSet::new();
    for at in 1..pairs.len() {
        if key(at).is_some() && key(at) == key(0) && at + 1 < pairs.len() && before.contains(&key(at + 1)) {
            starts.push(at);
        }
        before.insert(key(at));
    }
    let ends = starts.iter().skip(1).copied().chain([pairs.len()]);
    let span = |part: &[(Node, Node)]| match (part.first(), part.last()) {
        (Some((first, _)), Some((key, value))) if part.len() < pairs.len() => {
            first.span().to(key.span()).to(value.span())
        }
        _ => whole,
    };
    starts.iter().zip(ends).map(|(start, end)| (&pairs[*start..end], span(&pairs[*start..end]))).collect()
}
