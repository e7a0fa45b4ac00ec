//! What each room does with the world, by the names that it calls; `clippy.toml` forbids them to all the others.

use super::rooms::{code, room};
use super::sources;
use crate::folder::repository;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What the table calls a part of the world, and the names by which code touches it.
const PARTS: [(&str, &[&str]); 6] = [
    (
        "the disk, read",
        &[
            "fs::read",
            "fs::metadata",
            "fs::symlink_metadata",
            "fs::canonicalize",
            "File::open",
            "WalkDir::new",
            ".canonicalize()",
            ".exists()",
        ],
    ),
    (
        "the disk, written",
        &[
            "fs::write",
            "fs::copy",
            "fs::create_dir",
            "fs::remove_",
            "fs::rename",
            "fs::hard_link",
            "fs::set_permissions",
            "File::create",
            "OpenOptions::new",
            "tempfile::Builder",
            "tempfile::tempfile",
            "tempfile::tempdir",
            "NamedTempFile::new",
            "rustix::fs::{self",
        ],
    ),
    ("the clock", &["SystemTime::now", "Instant::now", "Zoned::now", "Timestamp::now"]),
    ("the environment", &["env::var", "env::temp_dir", "env::current_dir"]),
    ("other programs", &["Command::new"]),
    ("the two outputs", &["print!(", "println!(", "stdout()", "stderr()"]),
];

/// The table in ARCHITECTURE.md: which rooms touch each part.
fn promised() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(repository().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows = text.lines().skip_while(|line| !line.starts_with("| of the world |")).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let rooms = cells[2].split(", ").map(|room| room.trim_matches('`').to_owned()).collect();
        (cells[1].to_owned(), rooms)
    };
    rows.map(row).collect()
}

#[test]
fn each_part_of_the_world_is_touched_by_the_rooms_of_the_table() {
    let mut touched: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources() {
        let Some(room) = room(&path) else { continue };
        let code = code(&text);
        for (part, names) in PARTS {
            let rooms = touched.entry(part.to_owned()).or_default();
            if names.iter().any(|name| code.contains(name)) {
                rooms.insert(room.to_owned());
            }
        }
    }
    assert_eq!(promised(), touched, "ARCHITECTURE.md and src");
}
