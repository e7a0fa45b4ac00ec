//! One file of the data, one module: from its keys to the values of the model.

mod administration;
mod adoption;
mod annotations;
mod chapter;
mod controls;
mod definition;
mod edition;
mod exclusion;
mod expected_behaviour;
mod organisation;
mod process;
mod software;
mod training;
mod waiver;

pub(super) use administration::administration;
pub(super) use adoption::adoption;
pub(super) use chapter::chapter;
pub(super) use controls::controls;
pub(super) use definition::definitions;
pub(super) use edition::settings;
pub(super) use exclusion::exclusions;
pub(super) use expected_behaviour::expected_behaviours;
pub(super) use organisation::{organisation, teams};
pub(super) use process::processes;
pub(super) use software::software;
pub(super) use training::training;
pub(super) use waiver::waivers;

use super::document::Document;
use super::reader::Reader;
use super::record::Record;
use crate::model::Table;

/// A table whose rows stand under `key`, in a file that holds nothing else but the meaning of its marks.
fn table<'n, 'r, T>(
    document: &'n Document,
    reader: &mut Reader<'r>,
    name: &'static str,
    key: &'static str,
    what: &'static str,
    read: impl FnMut(&mut Reader<'r>, Record<'n>, usize) -> T,
) -> Table<T> {
    let mut table = document.table();
    if document.is_blank() {
        return table;
    }
    let Some(mut file) = Record::of(reader, &document.node, what) else {
        table.complete = false;
        return table;
    };
    table.marks = annotations::marks(&mut file, reader);
    table.complete &= !document.complete || file.require(key);
    table.rows = file.rows(reader, key, what, read);
    file.finish(reader, name, Vec::new());
    table
}
