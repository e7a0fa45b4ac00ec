use crate::model::is_printable;
use serde_json::Value;
use std::fmt::Write as _;

/// The key under which a file is named, which is no text to be read.
const FILE: &str = "file";

/// Takes out of every text the characters that no page can show and that the archive standards forbid: control characters,
/// private-use ones and those that are no character at all. A line break becomes a space; code keeps its own. In the place of a
/// character that no font of the converter draws stands its number, as a rule of the checks has said;
/// not so where the theme brings fonts of its own (`other_fonts`), of which only the converter knows what they draw.
pub(crate) fn printable(value: &mut Value, other_fonts: bool) {
    let is_drawn = |c: char| other_fonts || is_printable(c);
    match value {
        Value::String(text) if text.chars().any(|c| is_unprintable(c) || !is_drawn(c)) => {
            let mut shown = String::with_capacity(text.len());
            for c in text.chars().filter(|c| !is_unprintable(*c)) {
                if is_drawn(c) {
                    shown.push(c);
                } else {
                    // Writing to a String cannot fail.
                    let _ = write!(shown, "[U+{:04X}]", u32::from(c));
                }
            }
            *text = shown;
        }
        Value::Array(values) => values.iter_mut().for_each(|value| printable(value, other_fonts)),
        Value::Object(fields) => {
            fields.iter_mut().filter(|(key, _)| *key != FILE).for_each(|(_, value)| printable(value, other_fonts));
        }
        _ => {}
    }
}

fn is_unprintable(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(code, 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff | 0xfdd0..=0xfdef | 0xfeff | 0x202a..=0x202e | 0x2066..=0x2069)
        || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_cannot_be_printed_is_left_out() {
        let mut value = serde_json::json!({ "a": ["perché\u{e000}\u{7}", { "b": "x\u{202e}y\n" }], "n": 1 });
        super::printable(&mut value, false);
        assert_eq!(value, serde_json::json!({ "a": ["perché", { "b": "xy\n" }], "n": 1 }));
    }

    #[test]
    fn what_no_font_draws_is_printed_as_its_number() {
        let mut value = serde_json::json!({ "text": "即 📅✓", "file": "immagini/即.png" });
        super::printable(&mut value, false);
        assert_eq!(value, serde_json::json!({ "text": "[U+5373] [U+1F4C5]✓", "file": "immagini/即.png" }));
        let mut value = serde_json::json!({ "text": "即 📅✓" });
        super::printable(&mut value, true);
        assert_eq!(value["text"], "即 📅✓");
    }
}
