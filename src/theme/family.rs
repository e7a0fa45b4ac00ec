//! What a typeface is called inside its file: the name by which the converter of the PDFs knows it.

use super::ending::without_ending;
use ttf_parser::name::Table;
use ttf_parser::{RawFace, Tag, name_id};

/// What at the end of a name tells the styles of a family apart; for the converter it is no part of the name.
const STYLES: [&str; 32] = [
    "normal",
    "italic",
    "oblique",
    "slanted",
    "thin",
    "th",
    "hairline",
    "light",
    "lt",
    "regular",
    "medium",
    "med",
    "md",
    "bold",
    "bd",
    "demi",
    "extb",
    "black",
    "blk",
    "bk",
    "heavy",
    "narrow",
    "condensed",
    "cond",
    "cn",
    "cd",
    "compressed",
    "expanded",
    "exp",
    "vf",
    "var",
    "variable",
];

/// What may stand before that.
const MODIFIERS: [&str; 10] = ["extra", "ext", "ex", "x", "semi", "sem", "sm", "demi", "dem", "ultra"];

const SEPARATORS: [char; 3] = [' ', '-', '_'];

/// The family to which a file of letters belongs; nothing where it cannot be read.
pub(super) fn family(bytes: &[u8]) -> Option<String> {
    let names = RawFace::parse(bytes, 0).ok()?.table(Tag::from_bytes(b"name"))?;
    let names = Table::parse(names)?.names;
    let found = names.into_iter().filter(|name| name.name_id == name_id::FAMILY).find_map(|name| name.to_string());
    found.map(|name| without_style(&name).to_owned()).filter(|name| !name.is_empty())
}

/// The name of a family without what tells the style of one of its files, as the converter takes it away.
fn without_style(name: &str) -> &str {
    let mut name = name.trim().trim_start_matches('.');
    while let Some(shorter) = shortened(name) {
        name = shorter;
    }
    name
}

/// A name without its last word, if that is made of names of styles, and without a modifier before them.
fn shortened(name: &str) -> Option<&str> {
    let mut before = without_ending(name, &STYLES)?;
    while let Some(shorter) = without_ending(before, &STYLES) {
        before = shorter;
    }
    let word = before.strip_suffix(SEPARATORS);
    let modified = without_ending(word.unwrap_or(before), &MODIFIERS).and_then(|name| name.strip_suffix(SEPARATORS));
    modified.or(word)
}

#[cfg(test)]
mod tests {
    use super::without_style;

    #[test]
    fn the_words_for_a_style_are_no_part_of_the_family() {
        for (name, family) in [
            ("Titillium Web", "Titillium Web"),
            ("Titillium Web SemiBold", "Titillium Web"),
            ("Noto Sans Condensed Extra Bold", "Noto Sans"),
            (".Lora-Bold-Italic", "Lora"),
            ("Mio BoldItalic", "Mio"),
            ("Inter Variable", "Inter"),
            ("Bold", "Bold"),
            ("Blackletter", "Blackletter"),
            ("Archivobold", "Archivobold"),
            ("Fira Book", "Fira Book"),
        ] {
            assert_eq!(without_style(name), family, "{name}");
        }
    }
}
