//! The program as people run it: its two outputs without colours, and its exit code.

#![allow(dead_code)] // Each test file uses its own part.

use std::path::Path;
use std::process::Command;

pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: i32,
}

/// Runs `piao check` on a folder, on a fixed day.
pub fn check(root: &Path, options: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_piao"))
        .arg("check")
        .arg("--root")
        .arg(root)
        .args(["--today", "2026-01-15"])
        .args(options)
        .env("NO_COLOR", "1")
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().expect("an exit code") }
}
