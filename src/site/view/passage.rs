use serde::{Serialize, Serializer};
use tera::Value;

/// A text of a page, with links in it where it has some: templates know whether it is markup.
#[derive(Clone, Debug)]
pub(in crate::site) struct Passage(Value);

impl Passage {
    /// A text without links.
    pub(in crate::site) fn plain(text: &str) -> Self {
        Self(Value::from(text))
    }

    /// A text with links, as HTML.
    pub(in crate::site) fn markup(html: &str) -> Self {
        Self(Value::safe_string(html))
    }
}

impl Serialize for Passage {
    /// The name says which it is to whoever does not read the value itself.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(if self.0.is_safe() { "Markup" } else { "Plain" }, &self.0)
    }
}
