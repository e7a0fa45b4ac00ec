//! A program that stands in for the converter, and a cache of its own so that nothing of it is ever taken for the real one's work.

#![cfg(unix)]
#![allow(dead_code)] // Each test file uses its own part.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Lines that write a PDF, always the same, to the last argument.
pub const GOOD: &str = "for last; do :; done; printf '%%PDF-1.7\\nprova\\n%%%%EOF\\n' > \"$last\"";

/// A folder beside nothing that matters, with the stand-in and its cache.
pub struct StandIn {
    folder: tempfile::TempDir,
}

impl StandIn {
    /// One that answers as typst does, then runs these shell lines.
    pub fn new(lines: &str) -> Self {
        let greeting = "if [ \"$1\" = --version ]; then echo 'typst 0.15.99 (prova)'; exit 0; fi";
        Self::greeting(&format!("{greeting}\n{lines}"))
    }

    /// One that runs these shell lines whatever it is asked.
    pub fn greeting(lines: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let program = folder.path().join("typst");
        fs::write(&program, format!("#!/bin/sh\n{lines}\n")).expect("a program");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("permissions");
        Self { folder }
    }

    pub fn program(&self) -> PathBuf {
        self.folder.path().join("typst")
    }

    /// Runs piao in a folder, with the stand-in as its converter.
    pub fn piao(&self, root: &Path, arguments: &[&str]) -> Output {
        self.command(root, arguments).output().expect("the program starts")
    }

    /// The same, not started yet.
    pub fn command(&self, root: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
        command.args(arguments).current_dir(root).env("NO_COLOR", "1").env("XDG_CACHE_HOME", self.folder.path());
        command.env("PIAO_TYPST", self.program()).env_remove("SOURCE_DATE_EPOCH");
        command
    }
}

/// Exit code and standard error.
pub fn ended(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}
