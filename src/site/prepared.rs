use super::page::PlacedMeta;
use super::view::{Key, View, value};
use crate::trouble::Trouble;
use tera::Value;

/// A page of which everything is known that its template reads.
#[derive(Debug)]
pub struct Prepared<'s> {
    /// Its path on the site.
    pub(super) path: String,
    pub(super) edition: Option<usize>,
    /// The ways to the folder of the site, and to that of its edition.
    pub(super) root: String,
    pub(super) up: String,
    /// Whether it has no ways to the other pages.
    pub(super) is_alone: bool,
    /// The way to the search, where there is one.
    pub(super) search: Option<String>,
    /// What stands around it, and what it shows.
    pub(super) frame: PlacedMeta<'s>,
    pub(super) view: Box<dyn View + 's>,
    pub(super) template: &'static str,
}

impl Prepared<'_> {
    /// Its path on the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the template reads of it and of no other page.
    pub(super) fn values(&self) -> Result<tera::Context, Trouble> {
        let mut values = tera::Context::new();
        values.insert_value("root", Value::from(self.root.as_str()));
        values.insert_value("up", Value::from(self.up.as_str()));
        values.insert_value("alone", Value::from(self.is_alone));
        values.insert_value("search", self.search.as_deref().map_or_else(Value::none, Value::from));
        values.insert_value("frame", value(&self.frame)?);
        values.insert_value("page", self.view.value()?);
        Ok(values)
    }

    /// What tells the page from every other that the same templates would make, those of other builds included; `common` is the key of
    /// what it has in common with others. `None` where it cannot be told.
    pub(super) fn key(&self, common: &str) -> Option<String> {
        let mut key = Key::default();
        key.text(common);
        key.text(self.template);
        key.add(&(&self.root, &self.up, self.is_alone, &self.search, &self.frame))?;
        self.view.add_to(&mut key)?;
        Some(key.finish())
    }
}

/// The key of what pages have in common: the theme with this name, and what it reads on all of them.
pub(super) fn common_key(theme: &str, values: &[&Value]) -> Option<String> {
    let mut key = Key::default();
    key.text(theme);
    values.iter().try_for_each(|value| key.add(value))?;
    Some(key.finish())
}
