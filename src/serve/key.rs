use crate::trouble::{Context, Trouble};
use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;

/// The name under which the address, a form or a header carries the key.
pub(super) const FIELD: &str = "chiave";

/// How long it is, in bytes.
const LENGTH: usize = 32;

/// The key of a run: whoever does not have it may change nothing.
pub(super) struct Key(String);

impl Key {
    /// A key that nobody can foresee.
    pub(super) fn new() -> Result<Self, Trouble> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes)
            .map_err(|error| error.to_string())
            .trouble(|| "il sistema non dà numeri a caso per la chiave del banco".to_owned(), "riprovare più tardi")?;
        Ok(Self(BASE64URL_NOPAD.encode(&bytes)))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether a text is the key; how long this takes says nothing of it.
    pub(super) fn is(&self, text: &str) -> bool {
        self.0.as_bytes().ct_eq(text.as_bytes()).into()
    }

    /// The name of the cookie: cookies do not tell ports apart, and each workbench has its own.
    pub(super) fn cookie_name(port: u16) -> String {
        format!("piao-banco-{port}")
    }

    /// The cookie that carries it.
    pub(super) fn cookie(&self, port: u16) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", Self::cookie_name(port), self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_itself_and_no_other() {
        let (one, other) = (Key::new().expect("a key"), Key::new().expect("a key"));
        assert!(one.is(one.text()) && !one.is(other.text()) && !one.is("") && !one.is(&one.text()[1..]));
        assert_eq!(one.text().len(), 43);
    }
}
