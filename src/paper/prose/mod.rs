//! A chapter as a tree that whoever sets it can walk: no markup, only words and what they are.

mod block;
mod builder;
mod notes;
mod places;
mod printable;

pub(crate) use block::{Block, Inline, Picture, Target};
pub(super) use builder::blocks;
pub(super) use places::Places;
pub(crate) use printable::printable;
