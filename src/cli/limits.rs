//! What the system allows this program: memory, threads, the size of files. Where it is too little, a command says so before it begins:
//! in the middle of its work the system, or a library, would end it without a word.

use super::STACK;
use crate::trouble::Trouble;
use memmap2::MmapOptions;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::num::NonZero;
use std::sync::{Mutex, mpsc};
use std::thread;

/// The memory without which nothing that makes something of a folder is begun, in bytes: what is made of the smallest annex takes, with the
/// threads that libraries begin for it, and the stack on which chapters are read.
pub(super) const MEMORY: usize = 224 * 1024 * 1024;

/// The same where a folder is only read and checked.
pub(super) const TO_CHECK: usize = 104 * 1024 * 1024;

/// The same for the workbench: a reading, the pages that are asked for and the open data may all be under way at once.
pub(super) const TO_SERVE: usize = 2 * MEMORY;

/// What a thread takes at least: its stack, the one on which its end is told, and its first memory.
const THREAD: usize = 8 * 1024 * 1024;

/// What a thread takes besides its stack before it has done anything, and the work of the smallest annex besides the stack of the chapters:
/// the system gives the memory in pieces of this size.
const HEAP: usize = 48 * 1024 * 1024;

/// How many threads write a workbook at once: one a sheet.
pub(super) const BOOK_THREADS: usize = 20;

/// Has the writing of a file that is larger than the system allows end with an error: otherwise its signal ends the program.
pub(super) fn hear_of_large_files() {
    #[cfg(unix)]
    drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default()));
}

/// The threads among which work that takes so much memory is divided: where the system lets few begin, or would have no room for the work
/// beside them, this one alone.
///
/// # Errors
///
/// When not even one can be made of this one.
pub(super) fn threads(memory: usize) -> Result<ThreadPool, Trouble> {
    let alone = || ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
    let count = thread::available_parallelism().map_or(1, NonZero::get);
    if !has_addresses(memory + count * (STACK + 2 * HEAP)) {
        return alone().map_err(|_| refused());
    }
    let Ok(pool) = ThreadPoolBuilder::new().stack_size(STACK).build() else { return alone().map_err(|_| refused()) };
    // One that is still beginning while others look how much memory is left would find none, and end the program.
    pool.broadcast(|_| ());
    Ok(pool)
}

/// Whether the system has so many bytes left in one piece: it is asked for exactly as many as are meant, which the allocator would not do.
/// A thread with such a stack would end the program where the last bytes are left and it begins.
fn has_addresses(bytes: usize) -> bool {
    MmapOptions::new().len(bytes).map_anon().is_ok()
}

/// Makes the pool that threads share which belong to none. It can be asked for once: in vain for ever, if there is no room for it then.
///
/// # Errors
///
/// When there is no room for it.
pub(super) fn share_threads() -> Result<(), Trouble> {
    let count = thread::available_parallelism().map_or(1, NonZero::get);
    if !has_addresses(count * (STACK + THREAD)) {
        return Err(refused());
    }
    ThreadPoolBuilder::new().stack_size(STACK).build_global().map_err(|_| refused())?;
    // As in [`threads`].
    rayon::broadcast(|_| ());
    Ok(())
}

/// Looks whether there is memory for what every folder takes, and whether some threads can be there at once, as the writing of
/// spreadsheets needs them: where one of them failed, the system or a library would end the program.
///
/// # Errors
///
/// When there is too little of either.
pub(super) fn room(memory: usize, threads: usize) -> Result<(), Trouble> {
    // A thread that begins with hardly any room ends the program: it is not even tried.
    if threads > 0 && !has_addresses(memory + threads * THREAD) {
        return Err(refused());
    }
    let begun = at_once(threads);
    // Both must be had at once.
    let mut work = Vec::<u8>::new();
    if begun < threads || memory > 0 && !(work.try_reserve_exact(HEAP).is_ok() && has_addresses(memory)) {
        return Err(refused());
    }
    Ok(())
}

/// How many of so many threads can be there at once; none of them is left.
fn at_once(threads: usize) -> usize {
    let gate = &Mutex::new(());
    thread::scope(|scope| {
        let shut = gate.lock();
        // Each has begun before the next one: together they would take more for what they hold than one after the other.
        let one_more = |_| {
            let (begun, hear) = mpsc::sync_channel(1);
            let wait = move || {
                let _ = begun.send(());
                drop(gate.lock());
            };
            let thread = thread::Builder::new().spawn_scoped(scope, wait).ok()?;
            hear.recv().ok().map(|()| thread)
        };
        let begun: Vec<_> = (0..threads).map_while(one_more).collect();
        drop(shut);
        begun.into_iter().filter_map(|thread| thread.join().ok()).count()
    })
}

fn refused() -> Trouble {
    Trouble::new(
        "il sistema non concede a questo programma abbastanza memoria, o abbastanza lavori alla volta",
        "chiudere altri programmi, o chiedere a chi cura il sistema di alzare i limiti di memoria e di processi",
    )
}
