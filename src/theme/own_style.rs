use super::Theme;
use crate::digest::Sha256;
use tera::{Context, Value};

impl Theme {
    /// What a page needs that brings its style along: `style`, with `more` rules at its end, and `policy`, which allows this style and
    /// pictures inside the page, and nothing else.
    pub(crate) fn insert_style(&self, context: &mut Context, more: &str) {
        // As whoever reads the page sees it, of which the digest is made.
        let style = format!("{}{more}", self.rules).replace("\r\n", "\n").replace('\r', "\n");
        let digest = Sha256::as_source(style.as_bytes());
        let policy = format!("default-src 'none'; style-src '{digest}'; img-src data:");
        context.insert_value("style", Value::safe_string(&style));
        context.insert_value("policy", Value::safe_string(&policy));
    }
}
