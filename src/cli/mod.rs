//! The command line: arguments, what is printed where, and the exit code; one file for each command.
//!
//! Requested texts go to standard output; progress and findings go to standard error.

mod arguments;
mod base_url;
mod build;
mod build_all;
mod chapter_export;
mod chapter_import;
mod check;
mod compared_edition;
mod converter;
mod correct;
mod day;
mod diff;
mod edition_arguments;
mod explain;
mod export;
mod folder_option;
mod import;
mod imported;
mod init;
mod init_arguments;
mod known_edition;
mod limits;
mod new_chapter;
mod new_edition;
mod package;
mod printing;
mod progress;
mod publishing;
mod readiness;
mod schema;
mod seal;
mod serve;
mod setup;
mod spreadsheet_arguments;
mod streams;
mod theme;
mod theme_arguments;
mod verify;
mod voice;
mod word;
mod wrong_use;

use crate::trouble::Trouble;
use arguments::{Arguments, Command};
use clap::Parser;
use std::ffi::OsString;
use std::process::ExitCode;
use streams::tell;

/// The stack of each thread of the pool, in bytes: pages are made on it, with all the templates that may be inside each other.
const STACK: usize = 32 * 1024 * 1024;

/// How a command ended if no [`Trouble`] stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Done, and no error in the data: exit code 0.
    Done,
    /// There was nothing to do: exit code 0.
    Unchanged,
    /// The data or the chapters have errors: exit code 1.
    Faulty,
    /// Something was not possible, and was told already: exit code 2.
    Failed,
}

/// Runs the program with the given arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words = arguments::with_help_asked(arguments);
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => return wrong_use::report(&error, &words),
    };
    limits::hear_of_large_files();
    let outcome = begun(arguments.command);
    match outcome {
        Ok(Outcome::Done | Outcome::Unchanged) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        Err(trouble) => report(&trouble),
    }
}

/// Carries out a command among as many threads as it can have.
fn begun(command: Command) -> Result<Outcome, Trouble> {
    // What answers visits has threads of its own, which share the pool of the whole program.
    if let Command::Serve(options) = command {
        limits::share_threads()?;
        limits::room(limits::TO_SERVE, limits::BOOK_THREADS)?;
        return serve::run(&options);
    }
    let (memory, others) = match command {
        Command::Export(_) | Command::Diff(_) => (limits::MEMORY, limits::BOOK_THREADS),
        Command::Explain(_) | Command::Schema(_) | Command::Setup => (0, 0),
        Command::Check(_) => (limits::TO_CHECK, 0),
        _ => (limits::MEMORY, 1),
    };
    limits::room(0, others)?;
    let pool = limits::threads(memory)?;
    limits::room(memory, 0)?;
    pool.install(|| done(command))
}

fn done(command: Command) -> Result<Outcome, Trouble> {
    match command {
        Command::Build(options) => build::run(&options),
        Command::Check(options) => check::run(&options),
        Command::Diff(options) => diff::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Export(options) => export::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Init(options) => init::run(&options),
        Command::NewEdition(options) => new_edition::run(&options),
        Command::Package(options) => package::run(&options),
        Command::Schema(options) => schema::run(&options),
        Command::Seal(options) => seal::run(&options),
        Command::Serve(options) => serve::run(&options),
        Command::Setup => setup::run(),
        Command::Theme(options) => theme::run(&options),
    }
}

/// Says what went wrong, and gives its exit code.
fn report(trouble: &Trouble) -> ExitCode {
    tell!("errore: {trouble}");
    if !trouble.advice().is_empty() {
        tell!("aiuto: {}", trouble.advice());
    }
    ExitCode::from(2)
}
