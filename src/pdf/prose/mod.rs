//! A chapter as a tree that a Typst function can walk: no markup, only words and what they are.

mod block;
mod builder;
mod notes;
mod places;
mod printable;

pub(super) use block::{Block, Target};
pub(super) use builder::blocks;
pub(super) use places::Places;
pub(super) use printable::printable;
