//! The program held against what it promises, room by room: each module is named like the room of `src` that it tries.
//!
//! A test makes a [`Folder`](folder::Folder) (the starter of `piao init`, the annex of this repository or an empty one, with
//! edits), runs the program in it with a [`Run`](run::Run) that says arguments, status and exact output, and looks at what
//! is left. What costs much is in two other programs: `tests/corpus` (seeded mistakes) and `tests/properties`.

#![allow(unreachable_pub)] // `pub` tells the modules of one program apart.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that cannot go on has failed.
#![allow(clippy::print_stdout)] // How often what was tried.

#[path = "../support/dice.rs"]
mod dice;
mod folder;
mod found;
#[cfg(target_os = "linux")]
mod large;
mod run;
#[cfg(unix)]
mod stand_in;
mod tree;

mod administrations;
mod annex_model;
mod architecture;
mod chapters;
mod check;
mod cli;
mod comparison;
mod difference;
mod fix;
mod guides;
mod hostile;
mod import;
mod indicators;
#[cfg(unix)]
mod january;
mod load;
mod manuscript;
mod model;
mod new_edition;
mod new_edition_name;
mod open_data;
#[cfg(unix)]
mod package;
#[cfg(unix)]
mod pdf;
mod publish;
mod readiness;
mod report;
mod routes;
mod scaffold;
mod schema;
mod sealing;
mod serve;
mod site;
mod tables;
mod theme;
mod workbook;
mod write;
