//! The wings of `site`: each uses those before it and no others.

use crate::folder::repository;
use crate::tree;

/// From the lowest to the highest; `search`, `machines` and `component` do not use each other.
const WINGS: [(&str, usize); 10] = [
    ("address", 0),
    ("anchor", 0),
    ("escape", 0),
    ("view", 1),
    ("glossary", 1),
    ("context", 2),
    ("words", 3),
    ("component", 4),
    ("search", 4),
    ("machines", 4),
];

fn height(wing: &str) -> usize {
    WINGS.iter().find(|(name, _)| *name == wing).map_or(5, |(_, height)| *height)
}

#[test]
fn a_wing_of_the_site_uses_lower_ones_only() {
    let mut seen = 0;
    for (path, bytes) in tree::files(&repository().join("src/site")) {
        let Some((wing, _)) = path.split_once('/') else { continue };
        let text = String::from_utf8(bytes).expect("UTF-8");
        // What only tests use stands at the end.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for used in code.split("crate::site::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            // A closing bracket or a semicolon follows where the room itself is named, as in `pub(in crate::site)`.
            if used.is_empty() || used == wing {
                continue;
            }
            seen += 1;
            assert!(height(&used) < height(wing), "src/site/{path}: `{wing}` uses `{used}`");
        }
    }
    assert!(seen > 100, "only {seen} uses were found");
}
