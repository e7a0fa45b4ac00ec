//! Our own workbooks that come back: which cells people changed since each was written, whether several of them agree, and the same changes in
//! the YAML. What is as it was changes nothing, whatever the cell shows; what the data say already changes nothing either, so that a workbook
//! may be imported twice.

mod added_before;
mod apply;
mod changes;
mod combine;
mod confirmation;
mod counterpart;
mod decided;
mod follow;
mod names;
mod new_rows;
mod owner;
mod place;
mod reading;
mod said;
mod settings;
mod taken;

pub use apply::apply;
pub use changes::{OwnChanges, OwnFile};
pub use combine::combine;
