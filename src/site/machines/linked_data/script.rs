use serde_json::Value;

/// JSON that nothing in it can end the script element, and that every reader of scripts takes as one text.
pub(super) fn content(value: &Value) -> String {
    let mut escaped = String::new();
    for c in value.to_string().chars() {
        match c {
            // Outside of strings JSON has none of these.
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::content;
    use serde_json::{Value, json};

    #[test]
    fn nothing_in_it_ends_the_script() {
        let hostile = json!({ "name": "</script><!-- & \u{2028}\u{2029}\"" });
        let text = content(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), hostile);
    }
}
