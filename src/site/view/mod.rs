//! Pieces that many pages show, in the form in which the templates read them.

mod chip;
mod day;
mod day_limit;
mod fact;
mod file_item;
mod key;
mod link;
mod paper_item;
mod passage;
mod process_item;
mod quantity;
mod remarks;
mod tally;
mod team_item;
mod value;

pub(super) use chip::Chip;
pub(super) use day::Day;
pub(super) use day_limit::DayLimit;
pub(super) use fact::Fact;
pub(super) use file_item::FileItem;
pub(super) use key::Key;
pub(super) use link::Link;
pub(super) use paper_item::PaperItem;
pub(super) use passage::Passage;
pub(super) use process_item::ProcessItem;
pub(super) use quantity::{hundredths, percentage};
pub(super) use remarks::{Meaning, Remarks};
pub(super) use tally::Tally;
pub(super) use team_item::TeamItem;
pub(super) use value::{View, value};
