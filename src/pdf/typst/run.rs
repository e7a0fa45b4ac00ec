use super::interruption::{Running, is_asked_for};
use crate::trouble::{Context, Trouble};
use crate::work::Work;
use std::fs::File;
use std::io::{Read, Seek};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;
use wait_timeout::ChildExt;

/// How long a request to end may wait to be seen.
const SLICE: Duration = Duration::from_millis(100);

/// What a process left.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) ended: Ended,
    /// Standard output, without what could command a terminal.
    pub(super) output: String,
    /// Standard error, likewise.
    pub(super) errors: String,
}

/// How it ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Well,
    /// With an error of its own: the exit code.
    Badly(i32),
    /// By the hand of another: what is known of it.
    Killed(String),
    /// It was stopped because the program was asked to end.
    Interrupted,
    /// It had to be stopped after this time.
    TooLate(Duration),
}

/// How much of a process's output is read, in bytes.
const OUTPUT_LIMIT: u64 = 64 * 1024;

/// How many lines of it are shown.
const LINES: usize = 20;

/// Runs a command to its end, or stops it after `limit`.
///
/// Its words go to files and not to pipes: a pipe could fill up, or be held open by a child that outlives the process.
pub(super) fn run(mut command: Command, limit: Duration, work: Option<&Work>) -> Result<Answer, Trouble> {
    let program = command.get_program().display().to_string();
    let (mut output, mut errors) = (file()?, file()?);
    command.stdin(Stdio::null()).stdout(twin(&output)?).stderr(twin(&errors)?);
    // Whoever stops a work stops it alone: requests to end the program are then not its own affair.
    let _running = work.is_none().then(Running::begin);
    let mut child = command.spawn().trouble(
        || format!("impossibile avviare `{program}`"),
        "controllare che il file sia un programma e che si abbia il permesso di eseguirlo",
    )?;
    let ended = wait(&mut child, limit, work);
    Ok(Answer { ended, output: words(&mut output), errors: words(&mut errors) })
}

/// How it ended, if need be by being stopped: when its time was over, or the program was asked to end.
fn wait(child: &mut Child, limit: Duration, work: Option<&Work>) -> Ended {
    let is_asked_for = || work.map_or_else(is_asked_for, Work::is_stopped);
    let mut left = limit;
    loop {
        let slice = left.min(SLICE);
        if let Ok(Some(status)) = child.wait_timeout(slice) {
            // Whoever interrupts from a terminal interrupts the converter as well.
            return if is_asked_for() { Ended::Interrupted } else { ended(status) };
        }
        left = left.saturating_sub(slice);
        if is_asked_for() || left.is_zero() {
            // It may have ended in the meantime: then there is nothing left to stop.
            let _ = child.kill();
            let _ = child.wait();
            return if is_asked_for() { Ended::Interrupted } else { Ended::TooLate(limit) };
        }
    }
}

fn ended(status: ExitStatus) -> Ended {
    match status.code() {
        Some(0) => Ended::Well,
        Some(code) => Ended::Badly(code),
        None => Ended::Killed(signal(status).map_or_else(String::new, |number| format!(" (segnale {number})"))),
    }
}

/// The number of the signal that ended a process, where the system has signals.
#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

impl Answer {
    /// What it said, errors first; `nessuna parola` where it said nothing.
    pub(super) fn words(&self) -> String {
        let said = if self.errors.trim().is_empty() { self.output.trim() } else { self.errors.trim() };
        if said.is_empty() {
            return "nessuna parola".to_owned();
        }
        let mut lines: Vec<&str> = said.lines().take(LINES).collect();
        if said.lines().count() > LINES {
            lines.push("…");
        }
        lines.join("\n")
    }

    /// The same after a colon, where it said something.
    pub(super) fn said(&self) -> String {
        if self.errors.trim().is_empty() && self.output.trim().is_empty() {
            String::new()
        } else {
            format!(":\n{}", self.words())
        }
    }

    /// How it ended, in Italian, with its own words.
    pub(super) fn complaint(&self) -> String {
        let how = match &self.ended {
            Ended::Well => "ha finito".to_owned(),
            Ended::Badly(code) => format!("è finito con un errore (codice {code})"),
            Ended::Interrupted => "è stato fermato insieme a questo comando".to_owned(),
            Ended::Killed(status) => format!("è stato interrotto dall'esterno{status}"),
            Ended::TooLate(limit) => format!("non ha finito entro {} secondi ed è stato fermato", limit.as_secs_f32()),
        };
        how + &self.said()
    }
}

fn file() -> Result<File, Trouble> {
    tempfile::tempfile().trouble(no_room, ADVICE)
}

fn twin(file: &File) -> Result<File, Trouble> {
    file.try_clone().trouble(no_room, ADVICE)
}

pub(super) const ADVICE: &str =
    "controllare che la cartella temporanea del sistema esista, sia scrivibile e abbia spazio";

pub(super) fn no_room() -> String {
    format!("impossibile scrivere nella cartella temporanea `{}`", std::env::temp_dir().display())
}

fn words(file: &mut File) -> String {
    let mut bytes = Vec::new();
    // Words that cannot be read back are only missing from a message.
    let _ = file.rewind().and_then(|()| file.take(OUTPUT_LIMIT).read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    text.chars()
        .filter(|c| *c == '\n' || !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')))
        .collect()
}
