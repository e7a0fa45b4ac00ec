//! The table of rooms in ARCHITECTURE.md, held against the paths that the code writes.

use super::sources;
use crate::folder::repository;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The rooms that each room uses.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The table: what each room may use. `all` stands for every other room.
fn promised() -> Arrows {
    let text = fs::read_to_string(repository().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows = text.lines().skip_while(|line| !line.starts_with("| room |")).skip(2);
    let rows: Vec<Vec<&str>> =
        rows.take_while(|line| line.starts_with('|')).map(|line| line.split('|').map(str::trim).collect()).collect();
    let name = |cell: &str| {
        let name = cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`'));
        name.unwrap_or_else(|| panic!("«{cell}» is no name of a room")).to_owned()
    };
    let rooms: BTreeSet<String> = rows.iter().map(|row| name(row[1])).collect();
    assert_eq!(rooms.len(), rows.len(), "a room stands twice in the table");
    let used = |row: &[&str]| match row[3] {
        "–" => BTreeSet::new(),
        "all" => rooms.iter().filter(|room| **room != name(row[1])).cloned().collect(),
        cell => cell.split(", ").map(name).collect(),
    };
    rows.iter().map(|row| (name(row[1]), used(row))).collect()
}

/// The code of a file: without comments, and without the tests at its end, which may use everything.
pub fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| *line != "#[cfg(test)]");
    lines.filter(|line| !line.trim_start().starts_with("//")).fold(String::new(), |code, line| code + line + "\n")
}

/// The first name of each path after `crate::`, also of those in braces.
fn named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            named.insert(first_name(rest));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                c if start && depth == 0 && !c.is_whitespace() => {
                    named.insert(first_name(&group[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    named
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The room of a file of `src`; `None` for the two that stand above all rooms.
pub fn room(path: &str) -> Option<&str> {
    let room = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    Some(room).filter(|room| !matches!(*room, "lib" | "main"))
}

/// What the code does.
fn written() -> Arrows {
    let mut arrows = Arrows::new();
    for (path, text) in sources() {
        // The tests of a file may stand in one of their own.
        let Some(room) = room(&path).filter(|_| !path.ends_with("/tests.rs")) else { continue };
        let mut used = named(&code(&text));
        used.remove(room);
        arrows.entry(room.to_owned()).or_default().extend(used);
    }
    arrows
}

#[test]
fn the_table_names_every_room_and_no_other() {
    let (promised, written) = (promised(), written());
    assert_eq!(promised.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>(), "ARCHITECTURE.md and src");
    for (room, used) in &promised {
        for other in used {
            assert!(promised.contains_key(other), "`{room}` may use `{other}`, which is no room");
        }
    }
}

#[test]
fn every_arrow_of_the_code_is_in_the_table_and_every_arrow_of_the_table_in_the_code() {
    let (promised, written) = (promised(), written());
    for (room, used) in &written {
        let allowed = promised.get(room).cloned().unwrap_or_default();
        let beyond: Vec<_> = used.difference(&allowed).collect();
        assert!(beyond.is_empty(), "`{room}` uses {beyond:?}: ARCHITECTURE.md does not say that it may");
        // `all` is no list to keep short.
        if allowed.len() + 1 < promised.len() {
            let unused: Vec<_> = allowed.difference(used).collect();
            assert!(unused.is_empty(), "ARCHITECTURE.md says that `{room}` uses {unused:?}, which it does not");
        }
    }
}

#[test]
fn no_room_depends_on_itself_by_way_of_others() {
    let mut left = written();
    loop {
        let free: Vec<String> = left.iter().filter(|(_, used)| used.is_empty()).map(|(room, _)| room.clone()).collect();
        if free.is_empty() {
            break;
        }
        left.retain(|room, _| !free.contains(room));
        for used in left.values_mut() {
            used.retain(|room| !free.contains(room));
        }
    }
    assert!(left.is_empty(), "a circle among {left:#?}");
}

/// A path of `super`s that climbs out of its room would be an arrow that nobody sees.
#[test]
fn no_path_leaves_its_room_by_climbing() {
    for (path, text) in sources() {
        let depth = path.trim_end_matches("/mod.rs").split('/').count();
        let chain = "super::".repeat(depth);
        assert!(!code(&text).contains(&chain), "src/{path}: {chain} leads out of the room");
    }
}
