//! A program that stands in for `typst`, and a cache of its own so that nothing of it is ever taken for the real one's work.

use crate::folder::Folder;
use crate::run::Run;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Lines that write a PDF, always the same, to the last argument.
pub const GOOD: &str = "for last; do :; done; printf '%%PDF-1.7\\nprova\\n%%%%EOF\\n' > \"$last\"";

/// Writes a program made of shell lines. Another process writes it: while one of ours held it open, a child that another
/// test starts at that moment would hold it open too, and the system would refuse to run it.
pub fn program(folder: &Path, name: &str, lines: &str) -> PathBuf {
    let path = folder.join(name);
    let script = "mkdir -p \"$(dirname \"$0\")\" && cat > \"$0\" && chmod 755 \"$0\"";
    let mut shell = Command::new("sh").args(["-c", script]).arg(&path).stdin(Stdio::piped()).spawn().expect("a shell");
    let mut input = shell.stdin.take().expect("its input");
    write!(input, "#!/bin/sh\n{lines}\n").expect("the lines");
    drop(input);
    assert!(shell.wait().expect("the shell ends").success());
    path
}

/// Lines that answer with a version, and then do something.
pub fn after_greeting(then: &str) -> String {
    format!("if [ \"$1\" = --version ]; then echo 'typst 0.15.1 (prova)'; exit 0; fi\n{then}")
}

/// A folder beside nothing that matters, with the stand-in and its cache.
pub struct StandIn {
    folder: Folder,
}

impl StandIn {
    /// One that answers as typst does, then runs these shell lines.
    pub fn new(lines: &str) -> Self {
        Self::greeting(&after_greeting(lines))
    }

    /// One that runs these shell lines whatever it is asked.
    pub fn greeting(lines: &str) -> Self {
        let folder = Folder::empty();
        program(folder.root(), "typst", lines);
        Self { folder }
    }

    pub fn program(&self) -> PathBuf {
        self.folder.path("/typst")
    }

    /// The folder of its cache.
    pub fn cache(&self) -> &Path {
        self.folder.root()
    }

    /// The program in a folder, with the stand-in as its converter.
    pub fn piao<A: AsRef<OsStr>>(&self, root: &Path, arguments: impl IntoIterator<Item = A>) -> Run {
        Run::new(root, arguments).env("XDG_CACHE_HOME", self.folder.root()).env("PIAO_TYPST", self.program())
    }
}
