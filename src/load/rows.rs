//! The records of a list, one after the other.

use super::form::{repeated_key, wrong_type};
use super::node::{Node, NodeKind};
use super::reader::Reader;
use super::record::Record;
use super::undivided;
use std::borrow::Borrow;

/// The records of some items, each read by `read` with its row number from 1; items that are handed over are dropped as they
/// are read, packed ones are unpacked one by one.
pub(super) fn rows<'r, T, N: Borrow<Node>>(
    reader: &mut Reader<'r>,
    items: impl IntoIterator<Item = N>,
    what: &'static str,
    mut read: impl FnMut(&mut Reader<'r>, Record<'_>, usize) -> T,
) -> Vec<T> {
    let items = items.into_iter();
    // Nearly every item is a record: to grow by doubling would take the memory of two tables for a moment.
    let mut rows = Vec::with_capacity(items.size_hint().0);
    let mut number = 0;
    for item in items {
        let unpacked = item.borrow().unpacked(reader.sources);
        let item: &Node = unpacked.as_ref().unwrap_or(item.borrow());
        let NodeKind::Mapping(pairs) = &item.kind else {
            number += 1;
            reader.report(wrong_type::finding(item, "un gruppo di chiavi", &reader.noun(what)));
            continue;
        };
        for (part, (pairs, span)) in undivided::records(pairs, item.span()).into_iter().enumerate() {
            number += 1;
            if let Some((head, _)) = pairs.first().filter(|_| part > 0) {
                reader.report(repeated_key::missing_dash(reader.sources, head.span()));
            }
            let record = Record::of_pairs(reader, pairs, span, item.is_partial(), what);
            rows.push(read(reader, record, number));
        }
    }
    rows
}
