//! What is said in plain words: a row of Tavola 1 in sentences, how a table is read, what a page holds. Nothing is invented:
//! a sentence says what the row says, a guide speaks only of what this edition's table holds.

pub(super) mod description;
pub(super) mod guide;
pub(super) mod sentence;
pub(super) mod total_note;
