//! Our own workbook: what it holds, and that nothing is lost or changed on the way through it.

mod command;
pub mod desk;
mod identity;
