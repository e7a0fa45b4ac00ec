//! Bytes for the target `request`.

#![no_main]

#[allow(dead_code)] // Each target uses its own.
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::request(bytes));
