use serde_json::Value;

/// Takes out of every text the characters that no page can show and that the archive standards forbid: control characters,
/// private-use ones and those that are no character at all. A line break becomes a space; code keeps its own.
pub(crate) fn printable(value: &mut Value) {
    match value {
        Value::String(text) if text.chars().any(is_unprintable) => {
            *text = text.chars().filter(|c| !is_unprintable(*c)).collect();
        }
        Value::Array(values) => values.iter_mut().for_each(printable),
        Value::Object(fields) => fields.values_mut().for_each(printable),
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
        super::printable(&mut value);
        assert_eq!(value, serde_json::json!({ "a": ["perché", { "b": "xy\n" }], "n": 1 }));
    }
}
