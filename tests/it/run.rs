//! One run of the program: arguments and surroundings, and what must come of it.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

/// The program that is tried: that of `PIAO_PROGRAM`, such as one built with optimisations, or the one that was built with the tests.
pub fn program() -> OsString {
    std::env::var_os("PIAO_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_piao").into())
}

/// A run that has not started. Whatever else is expected, the program must not panic.
#[must_use]
pub struct Run {
    command: Command,
    status: Option<i32>,
    out: Option<String>,
    err: Option<String>,
}

/// What a run left on its two outputs, without colours.
pub struct Ran {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Where the program keeps what it made, so that no run touches the cache of whoever tests.
pub const CACHE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/cache");

impl Run {
    /// The program in a folder, on 15 January 2026; it is expected to end with status 0.
    pub fn new<A: AsRef<OsStr>>(root: &Path, arguments: impl IntoIterator<Item = A>) -> Self {
        let mut command = Command::new(program());
        command.args(arguments).current_dir(root);
        Self::of(command)
    }

    /// A command that starts the program by a detour.
    pub fn of(mut command: Command) -> Self {
        command.env("NO_COLOR", "1").env("SOURCE_DATE_EPOCH", "1768478400").stdin(Stdio::null());
        if command.get_envs().all(|(key, _)| key != "XDG_CACHE_HOME") {
            command.env("XDG_CACHE_HOME", CACHE);
        }
        Self { command, status: Some(0), out: None, err: None }
    }

    /// More arguments.
    pub fn arguments<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    pub fn without(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    /// The status with which it must end.
    pub fn status(mut self, status: i32) -> Self {
        self.status = Some(status);
        self
    }

    /// It may end with any status.
    pub fn any_status(mut self) -> Self {
        self.status = None;
        self
    }

    /// All that must stand on the standard output.
    pub fn out(mut self, text: impl Into<String>) -> Self {
        self.out = Some(text.into());
        self
    }

    /// All that must stand on the standard error.
    pub fn err(mut self, text: impl Into<String>) -> Self {
        self.err = Some(text.into());
        self
    }

    /// Runs it and holds it against what is expected.
    #[track_caller]
    pub fn run(mut self) -> Ran {
        let output = self.command.output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let ran = Ran { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        let told = format!("{:?}, which ended with {:?}:\n{}{}", self.command, ran.status, ran.out, ran.err);
        assert!(!ran.err.contains("panicked"), "{told}");
        assert!(self.status.is_none() || self.status == ran.status, "{:?} was expected of {told}", self.status);
        for (expected, found) in [(self.out, &ran.out), (self.err, &ran.err)] {
            assert!(expected.as_ref().is_none_or(|expected| expected == found), "{expected:?} was expected of {told}");
        }
        ran
    }
}
