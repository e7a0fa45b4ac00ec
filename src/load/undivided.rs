//! Records that run into one another because the dash of the second is missing.

use super::node::Node;
use crate::source::Span;

/// The records of one mapping, each with its bytes: more than one where the key with which it begins stands in it again, and with
/// it others of its keys.
pub(super) fn records(pairs: &[(Node, Node)], whole: Span) -> Vec<(&[(Node, Node)], Span)> {
    let mut starts = vec![0];
    starts.extend((1..pairs.len()).filter(|at| is_head(pairs, *at)));
    let ends = starts.iter().skip(1).copied().chain([pairs.len()]);
    let span = |part: &[(Node, Node)]| match (part.first(), part.last()) {
        (Some((first, _)), Some((key, value))) if part.len() < pairs.len() => {
            first.span().to(key.span()).to(value.span())
        }
        _ => whole,
    };
    starts.iter().zip(ends).map(|(start, end)| (&pairs[*start..end], span(&pairs[*start..end]))).collect()
}

fn is_head(pairs: &[(Node, Node)], at: usize) -> bool {
    let key = |at: usize| pairs[at].0.text();
    let before = |name: Option<&str>| (1..at).any(|earlier| key(earlier) == name);
    key(at).is_some() && key(at) == key(0) && pairs.get(at + 1).is_some_and(|(next, _)| before(next.text()))
}
