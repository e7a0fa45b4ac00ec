//! A chapter as a tree that a Typst function can walk: no markup, only words and what they are.

mod block;
mod builder;
mod notes;
mod open_block;
mod places;
mod printable;
mod stack;

pub(super) use block::{Block, Target};
pub(super) use builder::blocks;
pub(super) use places::Places;
pub(super) use printable::printable;
