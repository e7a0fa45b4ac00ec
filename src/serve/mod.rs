//! The workbench on the network of this machine: HTTP, who is let in, what is sent again when it changes.
//!
//! Owns the connections and their limits, the key of the run, the readings of the folder and the watch over its files. What the pages of
//! the workbench show, and what its forms do, is said by `workbench`; the pages of the site are those of `publish`.
//!
//! Everything of a connection happens on one thread, which never waits for the disk or for a template: each reading of the folder lives
//! on a thread of its own (`serve/reading.rs`), where it is asked (`serve/version.rs`).

mod answer;
mod asset;
mod body;
mod connection;
mod events;
mod guard;
mod house;
mod key;
mod listen;
mod preview;
mod reading;
mod request;
mod route;
mod version;
mod watch;

use crate::check::Settings;
use crate::trouble::{Context, Trouble};
use crate::write::Reservation;
use house::House;
use key::Key;
use std::path::PathBuf;
use std::sync::Arc;

/// What is served, and where.
#[derive(Debug)]
pub struct Options {
    /// The folder of the administration, or the one in which it is going to be made.
    pub root: PathBuf,
    /// The day of the checks, and whether waivers count.
    pub settings: Settings,
    /// The port; 0 = a free one, `None` = the usual one, or a free one where that is taken.
    pub port: Option<u16>,
    /// Opens what was made with the program that this machine has for it, where that may be done.
    pub opener: Option<fn(PathBuf)>,
}

/// Serves a folder to this machine until it is stopped, by a signal or from a page. `started` is called with the address, key included, as
/// soon as it answers.
///
/// # Errors
///
/// When the port or the folder cannot be had, another workbench serves it, or `started` fails.
pub fn serve(options: &Options, started: &dyn Fn(&str) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().trouble(
        || "non è possibile aprire il banco".to_owned(),
        "chiudere altri programmi, o chiedere a chi cura il sistema di alzare i limiti",
    )?;
    runtime.block_on(run(options, started))
}

async fn run(options: &Options, started: &dyn Fn(&str) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let mut reservation = Reservation::take(&options.root)?;
    let (listener, port) = listen::listen(options.port).await?;
    let key = Key::new()?;
    reservation.announce(&format!("http://127.0.0.1:{port}/banco/"))?;
    let address = format!("http://127.0.0.1:{port}/banco/?{}={}", key::FIELD, key.text());
    let house = Arc::new(House::open(options, key, port).await?);
    // A folder that cannot be watched is read again with each change made here, and when the page is asked for again.
    let watch = watch::Watch::begin(&options.root, Arc::clone(&house));
    // Who has the address may ask for the end at once.
    let endings = listen::Endings::watched();
    started(&address)?;
    tokio::select! {
        () = connection::accept(listener, Arc::clone(&house)) => {}
        () = house.stopped() => {}
        () = endings.heard() => house.stop(),
    }
    drop(watch);
    house.work_ended().await;
    // What was being answered, the page that says good-bye included, still is.
    tokio::time::sleep(connection::FAREWELL).await;
    Ok(())
}
