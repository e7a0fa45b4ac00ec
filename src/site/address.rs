//! Addresses: those that come from the data, and those between the pages.

use crate::routes::{Outside, outside};

/// An address that a page may link; `None` for every other scheme, so that no `javascript:` gets in.
pub(super) fn web(text: &str) -> Option<String> {
    match outside(text)? {
        Outside::Address(address) => Some(address),
        Outside::Incomplete | Outside::NotAdmitted => None,
    }
}

/// Like [`web`], but a bare e-mail is an address too.
pub(super) fn web_or_email(text: &str) -> Option<String> {
    web(text).or_else(|| email(text))
}

/// The address that writes to an e-mail.
pub(super) fn email(text: &str) -> Option<String> {
    let text = text.trim();
    let (name, host) = text.split_once('@')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let good = !name.is_empty() && host.contains('.') && name.chars().all(plain) && host.chars().all(plain);
    good.then(|| format!("mailto:{text}"))
}

/// How to go up from a page to the root of the site: `../../` for `a/b/index.html`.
pub(super) fn root_from(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The way from a page to the folder of its edition.
pub(super) fn up_to_edition(path: &str) -> String {
    "../".repeat(path.matches('/').count().saturating_sub(1))
}

/// A text between the quotes of a stylesheet: nothing in it can end the text or the style.
pub(super) fn css_text(text: &str) -> String {
    use std::fmt::Write as _;
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c == ' ' || c.is_alphanumeric() {
            escaped.push(c);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "\\{:x} ", u32::from(c));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_and_e_mail_are_linked() {
        assert_eq!(web(" https://www.comune.it/a?b=c ").as_deref(), Some("https://www.comune.it/a?b=c"));
        assert_eq!(web("mailto:a@b.it").as_deref(), Some("mailto:a@b.it"));
        for wrong in
            ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "java\nscript:x", "//x.it", "a", "https:", ""]
        {
            assert_eq!(web(wrong), None, "{wrong}");
        }
        assert_eq!(web_or_email("urp@comune.it").as_deref(), Some("mailto:urp@comune.it"));
        assert_eq!(web_or_email("a\"b@c.it"), None);
    }

    #[test]
    fn pages_know_how_deep_they_are() {
        assert_eq!(root_from("index.html"), "");
        assert_eq!(root_from("2025/processi/index.html"), "../../");
    }

    #[test]
    fn a_text_cannot_leave_its_quotes_in_a_stylesheet() {
        let escaped = css_text("a\"</style>\\\n");
        assert!(!escaped.contains(['"', '<', '/', '\n']), "{escaped}");
    }
}
