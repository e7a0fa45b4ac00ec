//! The shape of the repository: what its documents say of the code is held against the code.

mod files;
mod rooms;
mod wings;
mod world;

use crate::folder::repository;
use crate::tree;
use std::collections::BTreeMap;

/// Every file of the code of the program, with its text.
fn sources() -> BTreeMap<String, String> {
    let files = tree::files(&repository().join("src")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}
