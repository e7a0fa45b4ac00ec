use crate::digest::Sha256;
use tera::Value;
use tera::value::ValueKind;

/// How many digits of a digest tell pages apart.
const DIGITS: usize = 32;

/// Gathers what a page is made of, by which it is known whether another would be the same.
#[derive(Debug, Default)]
struct PageKey(Vec<u8>);

impl PageKey {
    /// Adds a text.
    fn text(&mut self, text: &str) {
        self.0.extend(text.len().to_le_bytes());
        self.0.extend(text.as_bytes());
    }

    /// Adds a value, as templates read it: whether a text is markup counts, the order of the entries of a map does not. `None` if it holds
    /// something of a kind that is not known here.
    fn value(&mut self, value: &Value) -> Option<()> {
        match value.kind() {
            ValueKind::Undefined | ValueKind::None => self.0.push(b'0'),
            ValueKind::Bool => self.0.extend([b'b', u8::from(value.as_bool()?)]),
            ValueKind::F64 => {
                self.0.push(b'f');
                self.0.extend(value.as_f64()?.to_bits().to_le_bytes());
            }
            ValueKind::U64 | ValueKind::I64 | ValueKind::U128 | ValueKind::I128 => {
                self.0.push(b'i');
                self.text(&value.to_string());
            }
            ValueKind::String => {
                self.0.push(if value.is_safe() { b's' } else { b't' });
                self.text(value.as_str()?);
            }
            ValueKind::Array => {
                let items = value.as_array()?;
                self.0.push(b'a');
                self.0.extend(items.len().to_le_bytes());
                items.iter().try_for_each(|item| self.value(item))?;
            }
            ValueKind::Map => {
                let map = value.as_map()?;
                let mut entries =
                    map.iter().map(|(key, value)| Some((key.as_str()?, value))).collect::<Option<Vec<_>>>()?;
                entries.sort_unstable_by_key(|(key, _)| *key);
                self.0.push(b'm');
                self.0.extend(entries.len().to_le_bytes());
                for (key, value) in entries {
                    self.text(key);
                    self.value(value)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Adds values of these names, where they are there.
    fn named(&mut self, values: &tera::Context, names: &[&str]) -> Option<()> {
        names.iter().try_for_each(|name| {
            self.text(name);
            self.value(values.get(name).unwrap_or(&Value::none()))
        })
    }

    /// The key.
    fn finish(self) -> String {
        let mut digits = Sha256::of(&self.0);
        digits.truncate(DIGITS);
        digits
    }
}

/// A page of which everything is known that its template reads.
#[derive(Debug)]
pub struct Prepared {
    /// Its path on the site.
    pub(super) path: String,
    pub(super) edition: Option<usize>,
    pub(super) values: tera::Context,
    pub(super) template: &'static str,
}

/// The values that each page has of its own, and those that it has in common with others.
const OWN: [&str; 6] = ["root", "up", "alone", "search", "frame", "page"];
const OF_ALL: [&str; 2] = ["site", "brand"];
const OF_EDITION: &str = "edition";

impl Prepared {
    /// Its path on the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What tells the page from every other that the same templates would make, those of other builds included; `common` is the key of
    /// what it has in common with others. `None` where it cannot be told.
    pub(super) fn key(&self, common: &str) -> Option<String> {
        let mut key = PageKey::default();
        key.text(common);
        key.text(self.template);
        key.named(&self.values, &OWN)?;
        Some(key.finish())
    }

    /// The key of what it has in common with all the pages of its edition, by a theme of this name.
    pub(super) fn common_key(&self, theme: &str) -> Option<String> {
        let mut key = PageKey::default();
        key.text(theme);
        key.named(&self.values, &OF_ALL)?;
        key.named(&self.values, &[OF_EDITION])?;
        Some(key.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn key(value: &Value) -> String {
        let mut key = PageKey::default();
        key.value(value).expect("a known kind");
        key.finish()
    }

    #[test]
    fn values_that_read_otherwise_have_other_keys() {
        let from = |json: serde_json::Value| key(&Value::from_serializable(&json));
        let mut keys =
            vec![key(&Value::safe_string("a")), key(&Value::from("a")), from(json!(null)), from(json!(true))];
        keys.extend([json!(1), json!(1.0), json!("1"), json!([]), json!({})].map(from));
        keys.extend([json!(["a", "b"]), json!(["ab", ""]), json!([["a"], "b"]), json!(["b", "a"])].map(from));
        keys.extend([json!({ "a": "b", "c": 1 }), json!({ "a": "b", "c": 2 }), json!({ "ab": "", "c": 1 })].map(from));
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
        assert_eq!(from(json!({ "a": 1, "b": 2, "c": 3 })), from(json!({ "c": 3, "b": 2, "a": 1 })));
    }
}
