use super::inside::{attribute, child, is, value};
use super::package::{Package, parse};
use crate::docx::document::{ListKind, ListPlace};
use crate::docx::numbering::DEEPEST;
use crate::trouble::Trouble;
use roxmltree::Node;
use std::collections::HashMap;

/// What a list writes before its items at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Bullet,
    /// Numbers from this one on; or letters, or Roman numbers.
    Number {
        start: u64,
        is_letter: bool,
    },
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Number of a list and level → what stands before its items.
    signs: HashMap<(String, u8), Sign>,
    /// The lists that have been met.
    pub(super) kinds: Vec<ListKind>,
    numbers: HashMap<(String, u8), usize>,
}

impl Lists {
    pub(super) fn of(package: &Package<'_>, name: &str) -> Result<Self, Trouble> {
        let Some(text) = package.part(name)? else { return Ok(Self::default()) };
        let xml = parse(&package.shown, &text)?;
        let root = xml.root_element();
        let mut abstracts: HashMap<&str, Vec<(u8, Sign)>> = HashMap::new();
        for kind in root.children().filter(|node| is(*node, "abstractNum")) {
            let levels = kind.children().filter(|node| is(*node, "lvl")).filter_map(|level| {
                let number = attribute(level, "ilvl")?.parse().ok()?;
                Some((number, sign(level)))
            });
            abstracts.insert(attribute(kind, "abstractNumId").unwrap_or_default(), levels.collect());
        }
        let mut signs = HashMap::new();
        for list in root.children().filter(|node| is(*node, "num")) {
            let Some(id) = attribute(list, "numId") else { continue };
            let kind = child(list, "abstractNumId").and_then(value).unwrap_or_default();
            for (level, sign) in abstracts.get(kind).into_iter().flatten() {
                signs.insert((id.to_owned(), *level), *sign);
            }
            for other in list.children().filter(|node| is(*node, "lvlOverride")) {
                let Some(level) = attribute(other, "ilvl").and_then(|level| level.parse().ok()) else { continue };
                let key = (id.to_owned(), level);
                if let Some(own) = child(other, "lvl") {
                    signs.insert(key.clone(), sign(own));
                }
                let from = child(other, "startOverride").and_then(value).and_then(|from| from.parse().ok());
                if let (Some(Sign::Number { start, .. }), Some(from)) = (signs.get_mut(&key), from) {
                    *start = from;
                }
            }
        }
        Ok(Self { signs, ..Self::default() })
    }

    /// The place of a paragraph in a list, by the number of the list and the level; `written` is the level at which the list says whether
    /// it counts, where the name of a style says that it stands deeper.
    pub(super) fn place(&mut self, list: &str, level: u8, written: u8) -> Option<ListPlace> {
        // Number 0 takes a paragraph out of the list of its style.
        if list == "0" {
            return None;
        }
        let level = level.min(DEEPEST);
        let key = (list.to_owned(), level);
        let sign = self.sign(list, written);
        let kinds = &mut self.kinds;
        let number = *self.numbers.entry(key).or_insert_with(|| {
            kinds.push(match sign {
                Sign::Number { start, .. } => ListKind::Numbered { start, level },
                Sign::Bullet => ListKind::Bulleted,
            });
            kinds.len() - 1
        });
        Some(ListPlace { list: number, level, goes_on: false })
    }

    /// Whether letters or Roman numbers stand before the items of a list.
    pub(super) fn is_lettered(&self, list: &str, level: u8) -> bool {
        matches!(self.sign(list, level), Sign::Number { is_letter: true, .. })
    }

    fn sign(&self, list: &str, level: u8) -> Sign {
        self.signs.get(&(list.to_owned(), level)).copied().unwrap_or(Sign::Bullet)
    }
}

/// What a level says of its items.
fn sign(level: Node<'_, '_>) -> Sign {
    match child(level, "numFmt").and_then(value).unwrap_or("decimal") {
        "bullet" | "none" => Sign::Bullet,
        format => Sign::Number {
            start: child(level, "start").and_then(value).and_then(|start| start.parse().ok()).unwrap_or(1),
            is_letter: !matches!(format, "decimal" | "decimalZero"),
        },
    }
}
