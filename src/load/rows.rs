//! The records of a list: one after the other, or those of a long one on many threads.

use super::form::{repeated_key, wrong_type};
use super::node::{Node, NodeKind};
use super::reader::Reader;
use super::record::Record;
use super::undivided;
use crate::diagnostic::{Finding, Tally};
use crate::model::Outline;
use rayon::prelude::*;
use std::borrow::Borrow;
use std::sync::Arc;

/// How many records are read in one piece: of fewer, no thread is asked for.
const PIECE: usize = 256;

/// How many records are read at the same time, in pieces: what is read of more would be in memory twice when it is put together.
const AT_ONCE: usize = 16 * PIECE;

/// The records of some items, each read by `read` with its row number from 1; items that are handed over are dropped as they
/// are read, packed ones are unpacked one by one.
pub(super) fn rows<'r, T, N: Borrow<Node>>(
    reader: &mut Reader<'r>,
    items: impl IntoIterator<Item = N>,
    what: &'static str,
    read: impl FnMut(&mut Reader<'r>, Record<'_>, usize) -> T,
) -> Vec<T> {
    rows_after(0, reader, items, what, read).0
}

/// The records of some items, as [`rows`] gives them; those of a long list, which wait packed, are read in pieces on many threads. What is
/// said of them, and where they stand, is what would be said of one after the other.
pub(super) fn many_rows<T: Send>(
    reader: &mut Reader<'_>,
    items: Vec<Node>,
    what: &'static str,
    read: impl Fn(&mut Reader<'_>, Record<'_>, usize) -> T + Sync,
) -> Vec<T> {
    // Whole items go as they are read: beside what is read of them they would take much memory.
    if items.len() <= PIECE || !items.iter().all(|item| matches!(item.kind, NodeKind::Packed(_))) {
        return rows(reader, items, what, read);
    }
    let mut rows = Vec::with_capacity(items.len());
    let mut items = items.into_iter();
    let mut last = 0;
    loop {
        let some: Vec<Node> = items.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return rows;
        }
        let pieces = pieces(last, reader, &some, what, &read);
        if pieces.iter().all(|piece| piece.is_numbered_so) {
            last += some.len();
            rows.extend(pieces.into_iter().flat_map(|piece| piece.told_to(reader)));
        } else {
            // Where an item turned out to hold several records, those that follow have other numbers.
            drop(pieces);
            let (read, now) = rows_after(last, reader, some, what, &read);
            last = now;
            rows.extend(read);
        }
    }
}

/// Reads items in pieces, numbered after those before as if each were one record.
fn pieces<T: Send>(
    before: usize,
    reader: &Reader<'_>,
    items: &[Node],
    what: &'static str,
    read: &(impl Fn(&mut Reader<'_>, Record<'_>, usize) -> T + Sync),
) -> Vec<Piece<T>> {
    let (sources, model) = (reader.sources, &reader.model);
    let piece = |(place, items): (usize, &[Node])| {
        let before = before + place * PIECE;
        let (mut findings, mut outline) = (Vec::new(), Outline::default());
        let usual = Reader::new(sources, &mut findings, &mut outline);
        let mut reader = Reader { model: Arc::clone(model), ..usual };
        let (rows, last) = rows_after(before, &mut reader, items, what, read);
        Piece { rows, tally: reader.tally, findings, outline, is_numbered_so: last == before + items.len() }
    };
    items.par_chunks(PIECE).with_max_len(1).enumerate().map(piece).collect()
}

/// Some records of a long list, with what was said of them.
struct Piece<T> {
    rows: Vec<T>,
    findings: Vec<Finding>,
    outline: Outline,
    tally: Tally,
    /// Whether each item of it was one record.
    is_numbered_so: bool,
}

impl<T> Piece<T> {
    /// Its records, once what was said of them is said to another reader.
    fn told_to(self, reader: &mut Reader<'_>) -> Vec<T> {
        self.findings.into_iter().for_each(|finding| reader.report(finding));
        reader.tally.add_untold(self.tally);
        reader.outline.append(self.outline);
        self.rows
    }
}

/// The records of some items, numbered after those before; gives the number of the last one, too.
fn rows_after<'r, T, N: Borrow<Node>>(
    before: usize,
    reader: &mut Reader<'r>,
    items: impl IntoIterator<Item = N>,
    what: &'static str,
    mut read: impl FnMut(&mut Reader<'r>, Record<'_>, usize) -> T,
) -> (Vec<T>, usize) {
    let items = items.into_iter();
    // Nearly every item is a record: to grow by doubling would take the memory of two tables for a moment.
    let mut rows = Vec::with_capacity(items.size_hint().0);
    let mut number = before;
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
    (rows, number)
}

#[cfg(test)]
mod tests;
