/// The schemes of the addresses to which a page may lead outside the site, in lower case: no `javascript:` gets in.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What an address with a scheme is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// An address that may be linked, its scheme in lower case.
    Address(String),
    /// One of an admitted scheme, with nothing useful after it.
    Incomplete,
    /// One of a scheme that is not admitted.
    NotAdmitted,
}

/// What an address outside the site is; `None` if it has no scheme.
pub fn outside(text: &str) -> Option<Outside> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    if !scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c)) {
        return None;
    }
    let scheme = scheme.to_ascii_lowercase();
    if !SCHEMES.contains(&scheme.as_str()) {
        return Some(Outside::NotAdmitted);
    }
    let plain = !rest.chars().any(|c| c.is_whitespace() || c.is_control());
    let complete = match scheme.as_str() {
        "mailto" => rest.contains('@'),
        "tel" => rest.contains(|c: char| c.is_ascii_digit()) && !rest.contains(|c: char| c.is_alphabetic() && c != 'x'),
        _ => rest.len() > 2 && rest.starts_with("//"),
    };
    Some(if plain && complete { Outside::Address(format!("{scheme}:{rest}")) } else { Outside::Incomplete })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_mail_and_telephone_are_linked() {
        let address = |text: &str| Some(Outside::Address(text.to_owned()));
        assert_eq!(outside(" https://www.comune.it/a?b=c "), address("https://www.comune.it/a?b=c"));
        assert_eq!(outside("HTTP://www.comune.it"), address("http://www.comune.it"));
        assert_eq!(outside("mailto:a@b.it"), address("mailto:a@b.it"));
        assert_eq!(outside("Tel:+39-041-123"), address("tel:+39-041-123"));
        for wrong in ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "ftp://x.it", ":x"] {
            assert_eq!(outside(wrong), Some(Outside::NotAdmitted), "{wrong}");
        }
        for wrong in ["https:", "http://", "https:/x", "mailto:x", "tel:", "tel:centralino", "https://a b"] {
            assert_eq!(outside(wrong), Some(Outside::Incomplete), "{wrong}");
        }
        for none in ["//x.it", "a", "processi/", "", "java\nscript:x", "a/b:c"] {
            assert_eq!(outside(none), None, "{none}");
        }
    }
}
