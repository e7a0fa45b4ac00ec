//! Bytes for the target `spreadsheet`.

#![no_main]

#[path = "../alone.rs"]
mod alone;
#[allow(dead_code)] // Each target uses its own.
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(init: alone::alone(), |bytes: &[u8]| targets::spreadsheet(bytes));
