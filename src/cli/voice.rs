use super::progress::during;
use super::streams::{tell, tell_text};
use crate::publish::CheckedAnnex;
use crate::report::{self, sanitized};
use std::fmt::{Arguments, Write as _};
use std::path::Path;

/// Where a command that publishes says what it finds and does.
pub(super) enum Voice {
    /// On standard error, as it goes.
    Aloud,
    /// Into a text that is told later in one piece, as many folders are at work at once: each line with its folder.
    Gathered {
        /// The folder, as the lines name it.
        folder: String,
        /// What was said.
        text: String,
    },
}

impl Voice {
    /// A voice for one folder of many.
    pub(super) fn gathered(folder: &Path) -> Self {
        Self::Gathered { folder: sanitized(&folder.display().to_string()), text: String::new() }
    }

    /// Says a line.
    pub(super) fn say(&mut self, line: Arguments<'_>) {
        match self {
            Self::Aloud => tell!("{line}"),
            // Writing to a String cannot fail.
            Self::Gathered { folder, text } => drop(writeln!(text, "{folder}: {line}")),
        }
    }

    /// Says a line that of many folders nobody would read.
    pub(super) fn remark(&mut self, line: Arguments<'_>) {
        if matches!(self, Self::Aloud) {
            self.say(line);
        }
    }

    /// Says what an office should look at before it publishes: with the lines of the files, or, of many folders, one line a finding.
    pub(super) fn findings(&mut self, annex: &CheckedAnnex) {
        match self {
            Self::Aloud => tell_text(&report::findings(annex.sources(), annex.findings())),
            Self::Gathered { folder, text } => {
                for line in report::short(annex.sources(), annex.findings()).lines() {
                    // The path of the file goes on from that of the folder.
                    let _ = writeln!(text, "{folder}{}{line}", std::path::MAIN_SEPARATOR);
                }
            }
        }
    }

    /// Does something, with a sign of life on a terminal where nobody else gives one.
    pub(super) fn during<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        match self {
            Self::Aloud => during(what, work),
            Self::Gathered { .. } => work(),
        }
    }

    /// What was gathered.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Aloud => String::new(),
            Self::Gathered { text, .. } => text,
        }
    }
}
