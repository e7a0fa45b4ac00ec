//! Our own workbooks that come back: which cells people changed since each was written, whether several of them agree, and the same changes in
//! the YAML. What is as it was changes nothing, whatever the cell shows.

mod apply;
mod changes;
mod combine;
mod decided;
mod follow;
mod reading;
mod settings;

pub use apply::apply;
pub use changes::{OwnChanges, OwnFile};
pub use combine::combine;
