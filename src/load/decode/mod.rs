//! One file of the data, one module: from its keys to the values of the model.
//!
//! The keys of a table's records and what is wrong with their values come from the description of the table; what stands here is how a
//! file holds its tables, and the few columns that are read in a way of their own.

mod administration;
mod adoption;
mod annex_model;
mod annotations;
mod chapter;
mod columns;
mod controls;
mod definition;
mod edition;
mod exclusion;
mod expected_behaviour;
mod front_matter;
mod indicator;
mod organisation;
mod own_columns;
mod process;
mod scales;
mod seal;
mod software;
mod training;
mod waiver;
mod words;

pub(super) use administration::administration;
pub(super) use adoption::adoption;
pub(super) use annex_model::annex_model;
pub(super) use chapter::chapter;
pub(super) use controls::controls;
pub(super) use definition::definitions;
pub(super) use edition::settings;
pub(super) use exclusion::exclusions;
pub(super) use expected_behaviour::expected_behaviours;
pub(super) use indicator::indicators;
pub(super) use organisation::{organisation, teams};
pub(super) use process::processes;
pub(super) use seal::seal;
pub(super) use software::software;
pub(super) use training::training;
pub(super) use waiver::waivers;

use columns::columns;

use super::document::Document;
use super::form::wrong_type;
use super::node::{Node, NodeKind};
use super::reader::Reader;
use super::record::Record;
use super::rows::many_rows;
use crate::model::{RecordName, Table};
use crate::tables::Described;

/// A table whose rows stand under `key`, in a file that holds nothing else but the meaning of its marks. The rows are taken out of the
/// document, and wait packed until they are read: a long table is never in memory twice.
fn table<R: Described + Send>(
    document: &mut Document,
    reader: &mut Reader<'_>,
    name: &'static str,
    key: &'static str,
    read: impl Fn(&mut Reader<'_>, Record<'_>, usize) -> R + Sync,
) -> Table<R> {
    let mut table = document.table();
    if document.is_blank() {
        return table;
    }
    if matches!(document.node.kind, NodeKind::List(_)) {
        reader.report(wrong_type::without_key(reader.sources, &document.node, key));
        table.complete = false;
        return table;
    }
    let items = document.node.take_items(key);
    let Some(mut file) = Record::of(reader, &document.node, "questo file") else {
        table.complete = false;
        return table;
    };
    table.marks = annotations::marks(&mut file, reader, name);
    table.complete &= !document.complete || file.require(key);
    table.complete &= match &items {
        Some(items) => items.iter().all(Node::may_be_record),
        None => file.value(key).is_none_or(Node::holds_records),
    };
    let has_rows = file.value(key).is_some();
    table.rows = match items.filter(|_| has_rows) {
        Some(items) => many_rows(reader, items, R::description().what, read),
        None => rows(&mut file, reader, key, read),
    };
    file.finish(reader, name, RecordName::file());
    table
}

/// The records under `key`, each read by `read` with its row number from 1.
fn rows<'r, R: Described>(
    record: &mut Record<'_>,
    reader: &mut Reader<'r>,
    key: &'static str,
    read: impl FnMut(&mut Reader<'r>, Record<'_>, usize) -> R,
) -> Vec<R> {
    record.rows(reader, key, R::description().what, read)
}
