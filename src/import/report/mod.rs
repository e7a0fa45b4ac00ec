//! What was understood of the files, for people and for programs.

mod json;
mod questions;
mod sheet_questions;
mod text;

pub use json::json;
pub use questions::questions;
pub use text::text;
