use super::progress::during;
use super::streams::tell_text;
use crate::publish::CheckedAnnex;
use crate::report::{self, sanitized};
use std::fmt::Arguments;
use std::path::{MAIN_SEPARATOR, Path};

/// What a command that publishes says of what it finds and does: on standard error as it goes, or, of one folder of many that are at work
/// at once, in one piece at the end, each line with its folder.
#[derive(Debug, Default)]
pub(super) struct Voice {
    /// The folder, as the lines name it; `None` = it is the only one.
    folder: Option<String>,
    text: String,
}

impl Voice {
    /// A voice that is heard at once.
    pub(super) fn aloud() -> Self {
        Self::default()
    }

    /// A voice for one folder of many.
    pub(super) fn gathered(folder: &Path) -> Self {
        Self { folder: Some(sanitized(&folder.display().to_string())), text: String::new() }
    }

    /// Says a line.
    pub(super) fn say(&mut self, line: Arguments<'_>) {
        let line = match &self.folder {
            None => format!("{line}\n"),
            Some(folder) => format!("{folder}: {line}\n"),
        };
        self.add(&sanitized(&line));
    }

    /// Says a line that of many folders nobody would read.
    pub(super) fn remark(&mut self, line: Arguments<'_>) {
        if self.folder.is_none() {
            self.say(line);
        }
    }

    /// Says what an office should look at before it publishes: with the lines of the files, or, of many folders, one line a finding.
    pub(super) fn findings(&mut self, annex: &CheckedAnnex) {
        let text = match &self.folder {
            None => report::findings(annex.sources(), annex.findings()),
            Some(folder) => {
                let lines = report::short(annex.sources(), annex.findings());
                // The path of the file goes on from that of the folder.
                lines.lines().map(|line| format!("{folder}{MAIN_SEPARATOR}{line}\n")).collect()
            }
        };
        self.add(&text);
    }

    /// Adds whole lines.
    pub(super) fn add(&mut self, text: &str) {
        if self.folder.is_none() {
            tell_text(text);
        }
        self.text.push_str(text);
    }

    /// Does something, with a sign of life on a terminal where nobody else gives one.
    pub(super) fn during<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        if self.folder.is_none() { during(what, work) } else { work() }
    }

    /// All that was said.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}
