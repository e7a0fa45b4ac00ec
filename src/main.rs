//! The command `piao`.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A sixth of the time of a large annex went into the allocator of the system.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    piao::cli::run(std::env::args_os())
}
