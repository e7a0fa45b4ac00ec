//! The whole annex as one file that needs no other: its style is inside, its picture too, and it leads to no page of the site.

use super::Site;
use crate::routes::PrintPage;
use crate::trouble::Trouble;
use tera::Value;

impl Site<'_> {
    /// The whole annex of an edition in one file that needs no other; `None` if the theme renders no page for print.
    ///
    /// # Errors
    ///
    /// When a template of the theme asks for something that is not there.
    pub fn render_alone(&self, edition: &str) -> Result<Option<String>, Trouble> {
        let path = format!("{edition}/{}", PrintPage::Annex.page_path());
        let Some(page) = self.pages.iter().find(|page| page.path == path) else { return Ok(None) };
        let (mut values, template) = self.values(page, true)?;
        values.insert_value("emblem", self.inline_emblem());
        values.insert_value("style", Value::safe_string(self.theme.stylesheet()));
        self.theme.render(template, &values).map(Some)
    }
}
