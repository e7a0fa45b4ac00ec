//! The workbench: who is let in, what is sent, what stands on the disk afterwards.

mod copies;
mod hostile;
mod identity;
mod intake;
mod intake_questions;
mod intake_windows;
#[cfg(unix)]
mod kills;
mod life;
mod mended;
mod own_settings;
mod paste;
mod preview;
mod publishing;

mod records;
mod references;
pub mod server;
mod settings;
mod shapes;
mod texts;
mod unfinished;
mod year;
